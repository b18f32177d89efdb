"""A result in every format: complete, escaped, the same bytes each time."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, get_args
from zipfile import ZipFile

import pytest
from typer.main import get_command

from persona.cli import app
from persona.exceptions import ConfigurationError
from persona.exporting import markdown, result_json
from persona.exporting.formats import FORMATS, FormatId, export, export_run, listed
from persona.exporting.html import html, persona_html, result_html
from persona.exporting.markdown import escape
from persona.exporting.words import called
from persona.models import GenerationResult

if TYPE_CHECKING:
    from tests.persona.conftest import Finished

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "schema" / "result-1.json"


OFFICE = ("xlsx", "pptx", "docx")
"""Their files say when they were written."""


class Text(HTMLParser):
    """What a reader of the page sees, and the tags around it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def hostile(result: GenerationResult) -> GenerationResult:
    """The same result with a persona that is called as if it were markup."""
    called = "<script>alert(1)</script> *Kim* [x](y)"
    persona = result.personas[0].model_copy(update={"name": called, "label": called})
    return result.model_copy(update={"personas": (persona,)})


def test_json_reads_back_as_the_same_result(finished: Finished) -> None:
    result = finished.output.result()

    assert GenerationResult.model_validate_json(result_json(result)) == result
    assert (finished.output.path / "result.json").read_text(encoding="utf-8") == result_json(result)


def test_published_schema_is_that_of_the_code() -> None:
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))

    assert published == GenerationResult.model_json_schema(), "run scripts/schema"


def test_markdown_names_every_persona_statement_and_quote(finished: Finished) -> None:
    result = finished.output.result()
    text = markdown(result)

    expected = [escape(p.name) for p in result.personas]
    expected += [escape(s.note) for p in result.personas for s in p.statements]
    expected += [escape(q.quote) for p in result.personas for q in p.quotes]
    assert [words for words in expected if words not in text] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*bold* [x](y) <b>", "\\*bold\\* \\[x\\](y) \\<b\\>"),
        ("# not\na heading", "\\# not a heading"),
        ("- no item", "\\- no item"),
        ("1. no list", "1\\. no list"),
        ("2.5 stars", "2.5 stars"),
        ("a_b `c` | d", "a\\_b \\`c\\` \\| d"),
    ],
)
def test_escape(text: str, expected: str) -> None:
    assert escape(text) == expected


def test_html_is_one_file_that_loads_nothing(finished: Finished) -> None:
    page = html(finished.output.result())

    assert {"script", "link", "img", "iframe"} & set(Text(page).tags) == set()
    assert Text(page).tags.count("article") == 2
    assert "url(" not in page


def test_html_escapes_what_comes_from_the_data(finished: Finished) -> None:
    page = Text(html(hostile(finished.output.result())))

    assert "script" not in page.tags
    assert "<script>alert(1)</script> *Kim* [x](y)" in page.words


def test_notebook_shows_a_persona(finished: Finished) -> None:
    persona = finished.output.result().personas[0]

    assert persona._repr_html_() == persona_html(persona)
    assert finished.output.result()._repr_html_() == result_html(finished.output.result())
    assert persona._repr_markdown_().startswith(f"## 1. {called(persona)}\n")


def test_workbook_holds_strings_only(finished: Finished) -> None:
    pytest.importorskip("xlsxwriter", reason="the export extra is not installed")
    with ZipFile(BytesIO(export(hostile(finished.output.result()), "xlsx"))) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        text = "".join(book.read(name).decode() for name in sheets)

    assert len(sheets) == 6
    assert "<f>" not in text
    assert "hyperlink" not in text


@pytest.mark.parametrize("kind", [kind for kind, about in FORMATS.items() if about.ending not in OFFICE])
def test_same_run_gives_the_same_bytes(kind: str, finished: Finished) -> None:
    assert export_run(finished.output, kind) == export_run(finished.output, kind) != b""


def test_types_and_registry_name_the_same_formats() -> None:
    assert tuple(FORMATS) == get_args(FormatId)


def test_every_format_is_offered_on_the_command_line_and_over_http() -> None:
    (option,) = (p for p in get_command(app).commands["export"].params if p.name == "format")  # type: ignore[attr-defined]
    document = json.loads((SCHEMA.parents[1] / "openapi.json").read_text(encoding="utf-8"))
    told = document["paths"]["/api/v1/runs/{run_id}/exports/{kind}"]["get"]

    assert option.help == f"What to make. {listed()}."
    assert told["parameters"][1]["schema"]["enum"] == list(FORMATS)
    assert set(told["responses"]["200"]["content"]) == {about.media for about in FORMATS.values()}


def test_downloads_say_study_run_and_day_and_are_told_apart() -> None:
    names = [about.download("Meals: spring", 3, date(2026, 5, 19)) for about in FORMATS.values()]

    assert {name.partition(".")[0].removeprefix("meals-spring-run-3-2026-05-19") for name in names} == {
        "", "-tables", "-assignments", "-quotes", "-sticky-notes", "-charts",
    }  # fmt: skip
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("study", "name"),
    [
        ("../../etc/passwd\r\nX: y", "etc-passwd-x-y-run-1.md"),
        ("…", "personas-run-1.md"),
        ("Опрос «Ужин» 2026", "опрос-ужин-2026-run-1.md"),
        ("a" * 300, f"{'a' * 60}-run-1.md"),
    ],
)
def test_a_download_is_named_by_letters_and_digits_alone(study: str, name: str) -> None:
    assert FORMATS["md"].download(study, 1, None) == name


def test_files_in_the_folder_of_a_run_are_its_exports(finished: Finished) -> None:
    for kind, about in FORMATS.items():
        if about.kept:
            assert (finished.output.path / about.kept).read_bytes() == export_run(finished.output, kind)


def test_a_result_alone_does_not_tell_of_every_respondent(finished: Finished) -> None:
    with pytest.raises(ConfigurationError) as caught:
        export(finished.output.result(), "assignments")

    assert str(caught.value) == "“assignments” has a line for each respondent, which a result alone does not hold."


def test_a_format_without_its_library_says_what_to_install(finished: Finished, monkeypatch: pytest.MonkeyPatch) -> None:
    without = {"xlsx": replace(FORMATS["xlsx"], package="no_such_package")}
    monkeypatch.setattr("persona.exporting.formats.FORMATS", without)

    with pytest.raises(ConfigurationError) as caught:
        export(finished.output.result(), "xlsx")

    assert (str(caught.value), caught.value.hint) == (
        "Excel needs an extra library.",
        'Install it with: pip install "persona-web[export]".',
    )


def test_unknown_format_names_the_known_ones(finished: Finished) -> None:
    with pytest.raises(ConfigurationError) as caught:
        export(finished.output.result(), "exe")

    assert (caught.value.code, caught.value.hint) == (
        "format_missing",
        f"Choose one of: {', '.join(FORMATS)}.",
    )
