"""The app of people who sign in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    label = "accounts"
    verbose_name = "People"

    def ready(self) -> None:
        from accounts.audit import listening  # noqa: F401 -- connects to signals of allauth and of the administration
        from accounts.people import access  # noqa: F401 -- connects to allauth's signals
        from accounts.second_factor import sealed  # noqa: F401 -- says where its secrets are
        from accounts.single_sign_on import memberships  # noqa: F401 -- follows those who sign in by their company
        from accounts.teams import joining, own_team  # noqa: F401 -- and to those of accounts made and deleted
