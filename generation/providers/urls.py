"""Pages of keys of language models."""

from django.urls import path

from generation.providers import views

urlpatterns = [
    path("account/keys/", views.keys, name="keys"),
    path("account/keys/<slug:provider_id>/", views.key, name="key"),
    path("account/keys/<slug:provider_id>/test/<uuid:test_id>/", views.key_test, name="key-test"),
    path("account/keys/<slug:provider_id>/remove/", views.remove, name="key-remove"),
]
