"""The environment as processes take it: read once, and refused with a sentence for each fault, all of them at once."""

from __future__ import annotations

from persona_web import env as environment
from persona_web.checks.registry import refusals


class BadEnvironment(SystemExit):
    """The settings given do not work; the text says which and why. Ends the process with status 1."""


def read() -> environment.Env:
    """The checked environment.

    Raises:
        BadEnvironment: it does not work, or is not safe.
    """
    env, sentences = environment.given()
    if faults := [*sentences, *refusals(env)]:
        raise BadEnvironment("\n".join(faults))
    return env
