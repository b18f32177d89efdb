"""Pages of runs and personas: the addresses of each room, all under one name."""

from django.urls import include, path

ROOMS = ("personas", "edits", "runs", "segments", "providers", "webhooks", "shares", "provenance")

app_name = "generation"
urlpatterns = [path("", include(f"generation.{room}.urls")) for room in ROOMS]
