"""Pages of experiments."""

app_name = "experiments"
urlpatterns: list = []
