"""Pages that compare: personas side by side, what changed, and personas brought from elsewhere."""

from django.urls import path

from generation.personas.compare import views

RUN = "runs/<uuid:run_id>"

urlpatterns = [
    path(f"{RUN}/compare/", views.compare, name="compare"),
    path(f"{RUN}/changed/", views.changed, name="changed"),
]
