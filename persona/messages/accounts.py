"""Messages about people and what lets them in."""

from __future__ import annotations

from persona.messages.message import Message

ACCOUNTS: dict[str, Message] = {
    "bad_email": Message("“{email}” is no e-mail address.", "It looks like ana@company.com."),
    "bad_password": Message("{why}", "Give another password."),
    "passwords_differ": Message("The two passwords are not the same.", "Give the command again."),
    "no_password": Message("No password was given.", "Type it, or send it as the first line of standard input."),
    "person_exists": Message(
        "There is an account with the e-mail {email}.",
        "Sign in with it; “persona operator create” makes its person an operator.",
    ),
    "person_missing": Message(
        "There is no account with the e-mail {email}.", "Check the address, or make one: persona user create."
    ),
}
