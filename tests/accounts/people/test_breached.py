from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.people.breached import is_breached

if TYPE_CHECKING:
    from pytest_django import Settings

STOLEN = [f"correct horse battery {number}" for number in range(2000)]


def sha1(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest().upper()


@pytest.fixture(scope="module", params=["plain", "hashes", "counted", "windows"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same passwords in every manner that a file may have."""
    lines = {
        "plain": STOLEN,
        "hashes": sorted(map(sha1, STOLEN)),
        "counted": [f"{line}:{at}" for at, line in enumerate(sorted(map(sha1, STOLEN)))],
        "windows": [f"{line.lower()}\r" for line in sorted(map(sha1, STOLEN))],
    }[request.param]
    path: Path = tmp_path_factory.mktemp("breached") / "passwords"
    path.write_text("\n".join(lines) + "\n")
    return path


def test_every_password_of_the_file_is_found_and_no_other(book: Path) -> None:
    order = sorted(STOLEN, key=sha1)

    assert [is_breached(each, book) for each in (*order[:3], *order[990:1010], *order[-3:])] == [True] * 26
    assert [is_breached(f"my own {number} words", book) for number in range(200)] == [False] * 200


def test_a_file_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "none").touch()

    assert not is_breached("correct horse battery 1", tmp_path / "none")


def test_a_stolen_password_cannot_be_chosen(book: Path, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"breached_passwords": book})

    with pytest.raises(ValidationError, match="in a list of stolen ones"):
        validate_password(STOLEN[7])
    validate_password("nobody else has these words")
