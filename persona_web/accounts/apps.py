from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "persona_web.accounts"
    label = "accounts"
