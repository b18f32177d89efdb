"""Bodies: JSON that is what it says it is, and neither too deep, nor too large, nor full of surprises."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

from ninja.parser import Parser

from core.http.problems import Problem

if TYPE_CHECKING:
    from django.http import HttpRequest

MAX_DEPTH = 20
MAX_DIGITS = 18  # all that a column of 64 bits can hold


class StrictParser(Parser):
    """Reads JSON bodies; refuses what another program would read differently or a database cannot keep."""

    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type != "application/json":
            raise Problem(
                415,
                "wrong_media_type",
                "The body must be JSON.",
                hint="Send it with the header “Content-Type: application/json”.",
            )
        return parse(request.body)


def parse(body: bytes) -> Any:
    """The value in `body`.

    Raises:
        Problem: (400) it is no JSON, too deep, or holds what JSON does not.
    """
    try:
        text = body.decode("utf-8")
        _check_depth(text)
        value = json.loads(text, parse_constant=_no_constant, parse_int=_int, object_pairs_hook=_object)
        _check_texts(value)
    except Problem:
        raise
    except (ValueError, RecursionError) as error:
        raise _bad(f"The body is no JSON: {error}.") from error
    return value


def _check_depth(text: str) -> None:
    """Refuse what is nested too deeply, before the parser walks into it."""
    depth, inside, escaped = 0, False, False
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    for letter in text:
        if inside:
            inside = escaped or letter != '"'
            escaped = letter == "\\" and not escaped
        elif letter == '"':
            inside = True
        elif letter in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise _bad(f"The body is nested more than {MAX_DEPTH} deep.")
        elif letter in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _bad("A name stands twice in one object.")
    return found


def _check_texts(value: object) -> None:
    """Refuse texts that no database keeps, wherever they stand."""
    if isinstance(value, str):
        if "\0" in value or (not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value)):
            raise _bad("A text holds a zero byte or half a character.")
    elif isinstance(value, dict):
        for name, inner in value.items():
            _check_texts(name)
            _check_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            _check_texts(inner)


def _int(digits: str) -> int:
    if len(digits.lstrip("-")) > MAX_DIGITS:
        raise _bad(f"A number has more than {MAX_DIGITS} digits.")
    return int(digits)


def _no_constant(name: str) -> NoReturn:
    raise _bad(f"{name} is no number in JSON.")


def _bad(detail: str) -> Problem:
    return Problem(400, "bad_json", detail, hint="Mend the body and send it again.")
