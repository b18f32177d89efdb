"""Pages of groups that are looked at before words are written."""

from django.urls import path

from generation.segments import views

urlpatterns = [
    path("experiments/<uuid:experiment_id>/groups/", views.look, name="groups-look"),
    path("groups/<uuid:segments_id>/", views.groups, name="groups"),
    path("groups/<uuid:segments_id>/split/", views.split, name="groups-split"),
]
