"""Pages that change a persona and tell what was changed.

Each names the role that it needs (`accounts.teams.access`).
"""

from django.urls import path

from generation.edits import quote_views, section_views, views

PERSONA = "personas/<uuid:persona_id>"

urlpatterns = [
    path("runs/<uuid:run_id>/sections/", section_views.sections, name="sections"),
    path(f"{PERSONA}/edit/", views.edit, name="persona-edit"),
    path(f"{PERSONA}/history/", views.history, name="persona-history"),
    path(f"{PERSONA}/add/", quote_views.add, name="persona-add"),
    path(f"{PERSONA}/quotes/<uuid:statement_id>/", quote_views.quotes, name="persona-quotes"),
]
