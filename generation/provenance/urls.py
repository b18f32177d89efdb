"""Pages that lead from a question to people's words, and from these to the person."""

from django.urls import path

from generation.provenance import brought
from generation.provenance.asking import person, views

urlpatterns = [
    path("runs/<uuid:run_id>/ask/", views.ask, name="ask"),
    path("runs/<uuid:run_id>/own-personas/", brought.own_personas, name="own-personas"),
    path("runs/<uuid:run_id>/people/<int:row>/", person.person, name="person"),
]
