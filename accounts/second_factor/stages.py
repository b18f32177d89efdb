"""The stage of signing in that asks for the second step: allauth's, imported for those alone who have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.stages import LoginStage
from allauth.mfa.internal.constants import LoginStageKey

from accounts.second_factor.factors import has_second_factor

if TYPE_CHECKING:
    from django.http import HttpResponse

SECOND_STEP = "accounts.second_factor.stages.SecondStep"
LATE = "allauth.mfa.stages.AuthenticateStage"
"""It imports what passkeys need, a fifth of a second for somebody who has none."""


class SecondStep(LoginStage):
    key = LoginStageKey.MFA_AUTHENTICATE.value
    urlname = "mfa_authenticate"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        if not has_second_factor(self.login.user):
            return None, True
        from allauth.mfa.stages import AuthenticateStage

        asked: tuple[HttpResponse | None, bool] = AuthenticateStage(self.controller, self.request, self.login).handle()
        return asked
