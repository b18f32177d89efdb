"""Conversations inside one value of JSON: parts with an author, of which only what people write is theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PEOPLE = frozenset(
    (
        *(
            "user",
            "users",
            "customer",
            "client",
            "contact",
            "visitor",
            "lead",
            "end-user",
            "end_user",
            "enduser",
            "human",
        ),
        *("requester", "guest", "member", "participant", "respondent", "interviewee", "consumer", "buyer", "patient"),
        *(
            "inbound",
            "incoming",
            "kunde",
            "cliente",
            "utilisateur",
            "usuario",
            "klient",
            "asiakas",
            "клиент",
            "顧客",
            "客户",
        ),
    )
)
STAFF = frozenset(
    (
        *(
            "admin",
            "agent",
            "bot",
            "operator",
            "assistant",
            "staff",
            "support",
            "system",
            "team",
            "teammate",
            "employee",
        ),
        *("moderator", "interviewer", "model", "ai", "chatbot", "workflow", "automation", "owner", "service", "tool"),
        *("outbound", "outgoing", "advisor", "representative", "developer", "human_agent", "mitarbeiter", "агент"),
    )
)
ROLE = re.compile(
    r"(?:(?:author|sender|from|user|speaker|participant|creator|created_?by|actor)_?(?:type|role|kind)?"
    r"|role|direction|who|side)",
    re.IGNORECASE,
)
KIND = re.compile(r"type|role|kind", re.IGNORECASE)
BODY = ("body", "text", "plain_body", "content", "message", "comment", "value", "html_body", "said", "note")


def are_parts(value: object) -> bool:
    """Whether it is a list of what several said, each with a word for who they are."""
    return isinstance(value, list) and bool(value) and all(isinstance(part, dict) and _role(part) for part in value)


def said_by_people(parts: Sequence[Mapping[str, Any]]) -> str:
    """What customers say in the parts of a conversation, line by line, without what staff and machines answer.

    >>> said_by_people([{"author": {"type": "admin"}, "body": "Hello!"}, {"author": {"type": "user"}, "body": "Slow."}])
    'Slow.'
    """
    return "\n".join(text for part in parts if _role(part) in PEOPLE and (text := _body(part)))


def _role(part: Mapping[str, Any]) -> str:
    """The word for who says this part; empty where none is known."""
    return next((word for word in _words(part) if word in PEOPLE or word in STAFF), "")


def _words(part: Mapping[str, Any]) -> Iterator[str]:
    for key, value in part.items():
        if not ROLE.fullmatch(key):
            continue
        if isinstance(value, dict):
            yield from (str(inner).casefold() for name, inner in value.items() if KIND.fullmatch(name))
        elif isinstance(value, str):
            yield value.strip().casefold()


def _body(part: Mapping[str, Any]) -> str:
    return next((part[key].strip() for key in BODY if isinstance(part.get(key), str) and part[key].strip()), "")
