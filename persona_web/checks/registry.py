"""The registry: every check there is, in the order in which people are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona_web.checks import choices, machine, services
from persona_web.checks.kinds import Check, Finding, Weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from persona_web.env import Env

CHECKS = (
    Check("debug", Weight.REFUSED, choices.debug),
    Check("signing key", Weight.REFUSED, choices.signing_key),
    Check("encryption keys", Weight.REFUSED, choices.sealing_keys),
    Check("metrics", Weight.REFUSED, choices.metrics),
    Check("reports of faults", Weight.REFUSED, choices.reports),
    Check("names", Weight.REFUSED, choices.names),
    Check("address", Weight.REFUSED, choices.address),
    Check("mail settings", Weight.REFUSED, choices.mail),
    Check("sign-up", Weight.REFUSED, choices.sign_up),
    Check("single sign-on", Weight.REFUSED, choices.single_sign_on),
    Check("one machine or many", Weight.REFUSED, choices.servers),
    Check("access to Redis", Weight.REFUSED, choices.redis),
    Check("access to data", Weight.REFUSED, choices.folder),
    Check("storage", Weight.WRONG, machine.storage),
    Check("disk", Weight.WRONG, machine.room),
    Check("room left", Weight.TOLD, machine.scarce_room),
    Check("versions", Weight.WRONG, machine.versions),
    Check("database", Weight.WRONG, services.database),
    Check("migrations", Weight.WRONG, services.migrations),
    Check("newer database", Weight.TOLD, services.newer_database),
    Check("broker", Weight.WRONG, services.broker),
    Check("clock", Weight.WRONG, services.clock),
    Check("mail", Weight.WRONG, services.mail),
    Check("company’s sign-in", Weight.WRONG, services.single_sign_on),
    Check("mail goes out", Weight.TOLD, services.mail_stays_here),
    Check("proxy", Weight.WRONG, services.proxy),
    Check("web", Weight.TOLD, services.web_is_away),
)


def refusals(env: Env) -> list[str]:
    """Why nothing may start, each as a sentence; only the settings are looked at."""
    return [text for check in CHECKS if check.weight is Weight.REFUSED for text in check.sentences(env)]


def examine(env: Env) -> Iterator[Finding]:
    """Make every check, those that ask other servers too; one that itself fails says so."""
    for check in CHECKS:
        yield Finding(check.about, check.weight, _sentences(check, env))


def _sentences(check: Check, env: Env) -> tuple[str, ...]:
    try:
        return tuple(check.sentences(env))
    except Exception as error:  # noqa: BLE001 -- one that breaks must not hide what the others find
        return (f"This could not be looked at: {type(error).__name__}.",)
