"""Pages of runs and personas."""

from django.urls import path

from generation.personas.urls import urlpatterns as personas
from generation.providers import views as keys
from generation.runs import next_steps, wizard
from generation.runs import views as runs
from generation.segments import views as segments
from generation.webhooks import views as webhooks

app_name = "generation"
urlpatterns = [
    *personas,
    path("experiments/<uuid:experiment_id>/settings/", wizard.settings, name="settings"),
    path("experiments/<uuid:experiment_id>/review/", wizard.review, name="review"),
    path("experiments/<uuid:experiment_id>/sent/", wizard.sent, name="sent"),
    path("experiments/<uuid:experiment_id>/runs/", runs.runs, name="runs"),
    path("experiments/<uuid:experiment_id>/groups/", segments.look, name="groups-look"),
    path("groups/<uuid:segments_id>/", segments.groups, name="groups"),
    path("groups/<uuid:segments_id>/split/", segments.split, name="groups-split"),
    path("runs/<uuid:run_id>/", runs.run, name="run"),
    path("runs/<uuid:run_id>/cancel/", runs.cancel, name="run-cancel"),
    path("runs/<uuid:run_id>/resume/", runs.resume, name="run-resume"),
    path("runs/<uuid:run_id>/next/", next_steps.take, name="run-next"),
    path("account/keys/", keys.keys, name="keys"),
    path("account/keys/<slug:provider_id>/", keys.key, name="key"),
    path("account/keys/<slug:provider_id>/test/<uuid:test_id>/", keys.key_test, name="key-test"),
    path("account/keys/<slug:provider_id>/remove/", keys.remove, name="key-remove"),
    path("account/webhooks/new/", webhooks.create, name="webhook-create"),
    path("account/webhooks/<uuid:webhook_id>/", webhooks.webhook, name="webhook"),
    path("account/webhooks/<uuid:webhook_id>/change/", webhooks.change, name="webhook-change"),
    path("account/webhooks/<uuid:webhook_id>/secret/", webhooks.rotate, name="webhook-rotate"),
    path("account/webhooks/<uuid:webhook_id>/test/", webhooks.test, name="webhook-test"),
    path("account/webhooks/<uuid:webhook_id>/turn/", webhooks.turn, name="webhook-turn"),
    path("account/webhooks/<uuid:webhook_id>/remove/", webhooks.remove, name="webhook-remove"),
    path("account/webhooks/deliveries/<uuid:delivery_id>/", webhooks.delivery, name="webhook-delivery"),
    path("account/webhooks/deliveries/<uuid:delivery_id>/again/", webhooks.redeliver, name="webhook-redeliver"),
]
