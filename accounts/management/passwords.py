"""Asking for a password at the keyboard, or taking it from another program."""

from __future__ import annotations

import sys
from getpass import getpass

from persona.messages import configuration_error


def ask_password() -> str:
    """Typed twice without being shown; where nobody types, the first line of standard input.

    Raises:
        ConfigurationError: nothing was given, or the second time something else.
    """
    if not sys.stdin.isatty():
        given = sys.stdin.readline().rstrip("\r\n")
    elif (given := getpass("Password: ")) != getpass("Once more: "):
        raise configuration_error("passwords_differ")
    if not given:
        raise configuration_error("no_password")
    return given
