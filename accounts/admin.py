"""People, for operators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.core.exceptions import PermissionDenied
from django.urls import path

from accounts.audit.models import AuditEntry
from accounts.audit.views import HEADER, rows
from accounts.own_data.models import Takeout
from accounts.people.models import User
from accounts.provider_keys.models import ProviderKey
from accounts.teams.models import Invitation, Membership, Team
from accounts.tokens.models import ApiToken
from core.admin import ReadOnly, View, register
from core.spreadsheets import csv_download

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase
    from django.urls import URLPattern


class UserAddForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("email", "name")
        field_classes: ClassVar[dict[str, Any]] = {}


class UserEditForm(UserChangeForm):
    class Meta:
        model = User
        fields = "__all__"
        field_classes: ClassVar[dict[str, Any]] = {}


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    form = UserEditForm
    add_form = UserAddForm
    list_display = ("email", "name", "is_active", "is_staff", "date_joined", "last_login")
    list_filter = ("is_active", "is_staff", "is_superuser")
    search_fields = ("email", "name")
    ordering = ("email",)
    readonly_fields = ("date_joined", "last_login")
    fieldsets = (
        (None, {"fields": ("email", "name", "password")}),
        ("May", {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        ("Dates", {"fields": ("date_joined", "last_login")}),
    )
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("email", "name", "usable_password", "password1", "password2")}),
    )


OWNED = (
    View(Takeout, ("user__email", "status", "bytes", "created"), ("status",), search=("user__email",)),
    View(Team, ("name", "created"), search=("name", "id"), by_date="created"),
    View(
        Membership,
        ("team__name", "user__email", "role", "joined"),
        filters=("role",),
        search=("team__name", "user__email"),
    ),
    View(
        Invitation,
        ("team__name", "email", "role", "invited_by__email", "created", "expires", "accepted"),
        search=("team__name", "email"),
    ),
    View(
        ProviderKey,
        ("team__name", "owner__email", "provider", "last_four", "base_url", "checked", "created"),
        filters=("provider",),
        search=("owner__email",),
    ),
    View(
        ApiToken,
        (
            "membership__team__name",
            "owner__email",
            "name",
            "shown",
            "scopes",
            "created",
            "last_used",
            "expires",
            "revoked",
        ),
        filters=("revoked",),
        search=("owner__email", "shown"),
    ),
)
"""Who works with whom, whose keys there are, and who lets programs in: neither key nor token nor hash is shown."""

FROM_ALLAUTH = (
    View(Authenticator, ("user__email", "type", "created_at", "last_used_at"), ("type",), search=("user__email",)),
    View(UserSession, ("user__email", "ip", "created_at", "last_seen_at"), search=("user__email", "ip")),
    View(SocialAccount, ("user__email", "uid", "date_joined", "last_login"), search=("user__email", "uid")),
)
"""Second steps without what they keep, in place of pages that would show and change it."""


class AuditAdmin(ReadOnly):
    """The activity log of everybody; there is no way to change it from here."""

    list_display = ("at", "action", "person", "team", "about", "address", "device")
    list_filter = ("action",)
    search_fields = ("person", "team", "about_id", "address")
    date_hierarchy = "at"

    def get_urls(self) -> list[URLPattern]:
        own = path("file/", self.admin_site.admin_view(self.file), name="accounts_auditentry_file")
        return [own, *super().get_urls()]

    def file(self, request: HttpRequest) -> HttpResponseBase:
        """All of it as a CSV file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return csv_download("activity-log.csv", HEADER, rows(AuditEntry.objects.all()))


admin.site.register(AuditEntry, AuditAdmin)
for model in (*(view.model for view in FROM_ALLAUTH), SocialApp, SocialToken):
    admin.site.unregister(model)
register((*OWNED, *FROM_ALLAUTH))
