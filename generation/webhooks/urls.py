"""Pages of webhooks and what was sent to them."""

from django.urls import path

from generation.webhooks import views

urlpatterns = [
    path("account/webhooks/new/", views.create, name="webhook-create"),
    path("account/webhooks/<uuid:webhook_id>/", views.webhook, name="webhook"),
    path("account/webhooks/<uuid:webhook_id>/change/", views.change, name="webhook-change"),
    path("account/webhooks/<uuid:webhook_id>/secret/", views.rotate, name="webhook-rotate"),
    path("account/webhooks/<uuid:webhook_id>/test/", views.test, name="webhook-test"),
    path("account/webhooks/<uuid:webhook_id>/turn/", views.turn, name="webhook-turn"),
    path("account/webhooks/<uuid:webhook_id>/remove/", views.remove, name="webhook-remove"),
    path("account/webhooks/deliveries/<uuid:delivery_id>/", views.delivery, name="webhook-delivery"),
    path("account/webhooks/deliveries/<uuid:delivery_id>/again/", views.redeliver, name="webhook-redeliver"),
]
