"""The app of people who sign in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "persona_web.accounts"
    label = "accounts"
    verbose_name = "People"
