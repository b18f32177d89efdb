"""Pages of runs and personas."""

app_name = "generation"
urlpatterns: list = []
