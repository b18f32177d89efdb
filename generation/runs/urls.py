"""Pages of runs: settings, review, what goes on, stop and go on."""

from django.urls import path

from generation.runs import next_steps, notices, views, wizard

urlpatterns = [
    path("experiments/<uuid:experiment_id>/settings/", wizard.settings, name="settings"),
    path("experiments/<uuid:experiment_id>/review/", wizard.review, name="review"),
    path("experiments/<uuid:experiment_id>/sent/", wizard.sent, name="sent"),
    path("experiments/<uuid:experiment_id>/runs/", views.runs, name="runs"),
    path("runs/finished/", notices.finished, name="runs-finished"),
    path("runs/<uuid:run_id>/", views.run, name="run"),
    path("runs/<uuid:run_id>/cancel/", views.cancel, name="run-cancel"),
    path("runs/<uuid:run_id>/resume/", views.resume, name="run-resume"),
    path("runs/<uuid:run_id>/next/", next_steps.take, name="run-next"),
]
