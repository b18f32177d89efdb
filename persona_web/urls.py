"""URLs: the apps under their own names, people under /account/, operators under /admin/."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from accounts.own_data import views as own_data
from accounts.people import views as people
from accounts.tokens import views as tokens
from core.http.docs import docs
from core.pages import theme
from persona_web import dashboard, health, metrics
from persona_web.api import api

admin.site.site_header = "Persona administration"
admin.site.site_title = "Persona"
admin.site.index_title = "What is kept"
# One door with one set of limits for everybody.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.index = dashboard.with_numbers(admin.site.index)  # type: ignore[method-assign, assignment]

handler429 = "core.pages.errors.too_many_requests"
handler500 = "core.pages.errors.server_error"

urlpatterns = [
    path("api/v1/", api.urls),  # first: asked for most often
    path("", include("experiments.urls")),
    path("", include("generation.urls")),
    path("team/", include("accounts.teams.urls")),
    path("account/", people.profile, name="account"),
    path("account/notices/", people.notices, name="account_notices"),
    path("account/data/", own_data.data, name="account_data"),
    path("account/data/ask/", own_data.ask_for_data, name="account_data_ask"),
    path("account/data/my-persona-data.zip", own_data.data_file, name="account_data_file"),
    path("account/data/delete/", own_data.delete_account, name="account_delete"),
    path("account/deleted/", own_data.deleted, name="account_deleted"),
    path("privacy/", own_data.privacy, name="privacy"),
    path("account/api/", tokens.tokens, name="account_api"),
    path("account/api/new/", tokens.create, name="account_api_new"),
    path("account/api/<uuid:token_id>/revoke/", tokens.revoke, name="account_api_revoke"),
    path("account/", include("accounts.second_factor.urls")),
    path("account/", include("accounts.single_sign_on.urls")),
    path("account/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("api/docs", docs, name="api-docs"),
    path("theme/", theme.choose, name="theme"),
    path("healthz", health.healthz, name="healthz"),
    path("livez", health.livez, name="livez"),
    path("metrics", metrics.metrics, name="metrics"),
    path("readyz", health.readyz, name="readyz"),
]
