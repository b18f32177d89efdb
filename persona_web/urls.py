"""URLs: the apps under their own names, people under /account/, operators under /admin/."""

from django.contrib import admin
from django.urls import include, path

from persona_web import theme

urlpatterns = [
    path("", include("experiments.urls")),
    path("", include("generation.urls")),
    path("theme/", theme.choose, name="theme"),
    path("account/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
