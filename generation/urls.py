"""Pages of runs and personas."""

from django.urls import path

from generation.views import keys, personas, runs, wizard

app_name = "generation"
urlpatterns = [
    path("experiments/<uuid:experiment_id>/settings/", wizard.settings, name="settings"),
    path("experiments/<uuid:experiment_id>/review/", wizard.review, name="review"),
    path("experiments/<uuid:experiment_id>/runs/", runs.runs, name="runs"),
    path("runs/<uuid:run_id>/", runs.run, name="run"),
    path("runs/<uuid:run_id>/cancel/", runs.cancel, name="run-cancel"),
    path("runs/<uuid:run_id>/resume/", runs.resume, name="run-resume"),
    path("runs/<uuid:run_id>/results/", personas.results, name="results"),
    path("account/keys/", keys.keys, name="keys"),
    path("account/keys/<slug:provider_id>/", keys.key, name="key"),
    path("account/keys/<slug:provider_id>/remove/", keys.remove, name="key-remove"),
    path("personas/<uuid:persona_id>/", personas.persona, name="persona"),
]
