"""People, for operators."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm

from accounts.people.models import User
from accounts.provider_keys.models import ProviderKey
from accounts.tokens.models import ApiToken
from core.admin import ReadOnly


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


@admin.register(ProviderKey)
class ProviderKeyAdmin(ReadOnly):
    """Whose keys there are; no page shows the keys."""

    list_display = ("owner", "provider", "last_four", "base_url", "checked", "created")
    list_filter = ("provider",)
    list_select_related = ("owner",)
    search_fields = ("owner__email",)
    fields = list_display


@admin.register(ApiToken)
class ApiTokenAdmin(ReadOnly):
    """Who lets programs in, and what they may do; neither token nor hash is shown."""

    list_display = ("owner", "name", "shown", "scopes", "created", "last_used", "expires", "revoked")
    list_filter = ("revoked",)
    list_select_related = ("owner",)
    search_fields = ("owner__email", "shown")
    fields = list_display
