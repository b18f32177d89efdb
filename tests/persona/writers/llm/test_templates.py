from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ConfigurationError
from persona.writers.llm import TEMPLATES
from persona.writers.llm.templates import LONGEST, look_template, template_for

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_changes_the_point_of_view_and_keeps_the_rules(name: str) -> None:
    usual, chosen = template_for(None), template_for(name)

    assert usual.system != chosen.system
    assert usual.system.partition("Rules")[2] == chosen.system.partition("Rules")[2]
    assert [stamp.name for stamp in chosen.stamps] == ["base", "message", name]


def test_stamps_tell_versions_and_contents_apart() -> None:
    stamps = [stamp for name in (None, *TEMPLATES) for stamp in template_for(name).stamps]
    stamps += look_template().stamps

    assert {stamp.version for stamp in stamps} == {"1"}
    assert len({stamp.sha256 for stamp in stamps}) == len({stamp.name for stamp in stamps}) == 8


def test_a_file_takes_the_place_of_a_template_and_may_extend_ours(tmp_path: Path) -> None:
    own = tmp_path / "library.jinja"
    own.write_text('{% extends "base.jinja" %}{% block reader %}people who plan a library{% endblock %}')

    found = template_for(str(own))

    assert "You write one persona for people who plan a library" in found.system
    assert (found.name, found.stamps[-1].name, found.stamps[-1].version) == ("library", "library", "own")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{% if %}", "TemplateSyntaxError"),
        ("{{ nothing }}", "UndefinedError"),
        ("{{ ''.__class__.__mro__ }}", "SecurityError"),
        ('{% include "../../../etc/passwd" %}', "TemplateNotFound"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, reason: str) -> None:
    own = tmp_path / "own.jinja"
    own.write_text(text)

    with pytest.raises(ConfigurationError) as caught:
        template_for(str(own))

    assert caught.value.message == f"The template “own” cannot be used ({reason})."


@pytest.mark.parametrize("content", ["Größe".encode("latin-1"), b"\xff\xfeP\x00"])
def test_a_file_in_another_encoding_says_so(tmp_path: Path, content: bytes) -> None:
    own = tmp_path / "own.jinja"
    own.write_bytes(content)

    with pytest.raises(ConfigurationError) as caught:
        template_for(str(own))

    assert caught.value.message == "The template “own” cannot be used (UnicodeDecodeError)."


def test_a_file_that_is_far_too_long_is_none(tmp_path: Path) -> None:
    own = tmp_path / "own.jinja"
    own.write_text("x" * (LONGEST + 1))

    with pytest.raises(ConfigurationError) as caught:
        template_for(str(own))

    assert caught.value.message == "There is no template “own.jinja”."


@pytest.mark.parametrize("name", ["poetry", "/etc/passwd", "missing.jinja", "../base"])
def test_nothing_else_is_read(name: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        template_for(name)

    assert caught.value.code == "template_missing"
