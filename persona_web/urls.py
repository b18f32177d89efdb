"""URLs: the apps under their own names, people under /account/, operators under /admin/."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from persona_web import health, theme
from persona_web.accounts import token_views, views
from persona_web.api import api
from persona_web.http.docs import docs

admin.site.site_header = "Persona administration"
admin.site.site_title = "Persona"
admin.site.index_title = "What is kept"
# One door with one set of limits for everybody.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

handler429 = "persona_web.errors.too_many_requests"
handler500 = "persona_web.errors.server_error"

urlpatterns = [
    path("api/v1/", api.urls),  # first: asked for most often
    path("", include("experiments.urls")),
    path("", include("generation.urls")),
    path("account/", views.profile, name="account"),
    path("account/api/", token_views.tokens, name="account_api"),
    path("account/api/new/", token_views.create, name="account_api_new"),
    path("account/api/<uuid:token_id>/revoke/", token_views.revoke, name="account_api_revoke"),
    path("account/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("api/docs", docs, name="api-docs"),
    path("theme/", theme.choose, name="theme"),
    path("healthz", health.healthz, name="healthz"),
]
