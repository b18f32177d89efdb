"""Old names of public modules and classes still import, and say so."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from persona import _deprecated
from persona.client.replies import SourceInfo
from persona.inspecting import Inspection
from persona.models import ColumnChoice, PersonaConfig, SourceReport
from persona.reading import read_source
from persona.source import Source

if TYPE_CHECKING:
    from pathlib import Path

OLD_NAMES = [(module, old, new) for module, names in _deprecated.NAMES.items() for old, new in names.items()]
OLD_MODULES = {**_deprecated.MODULES, "persona.drafting.access": "persona.writers.llm.access"}


@pytest.mark.parametrize(("old", "new"), OLD_MODULES.items())
def test_old_module_is_the_new_one_and_warns(old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, old, raising=False)

    with pytest.warns(DeprecationWarning, match=f"{old} is now {new}; the old name works until 0.8"):
        found = import_module(old)

    assert found is import_module(new)


@pytest.mark.parametrize(("module", "old", "new"), OLD_NAMES)
def test_old_class_is_the_new_one_and_warns(module: str, old: str, new: str) -> None:
    home, _, name = new.rpartition(".")

    with pytest.warns(DeprecationWarning, match=f"{module}.{old} is now {new}; the old name works"):
        found = getattr(import_module(module), old)

    assert found is getattr(import_module(home), name)


def report(**fields: object) -> SourceReport:
    told = {"name": "a.csv", "kind": "csv", "bytes": 9, "sha256": "", "encoding": "utf-8", "encoding_how": "checked"}
    table = {"delimiter": ",", "quote": None, "header_line": 1, "names": ["id"], "rows": 1, "rows_per_part": 1}
    return SourceReport.model_validate_json(json.dumps({**told, **table, "parts": [], **fields}))


LINE = {"line": 3, "code": "long_row", "message": "Line 3: 5 cells.", "text": "1,2,3,4,5"}
REPAIR = {"code": "padded", "message": "Line 4: 2 of 4 cells.", "line": 4, "column": None, "hint": ""}


def test_a_report_of_an_earlier_release_is_read_as_it_was_meant() -> None:
    old = report(left_out=[LINE], left_out_counts={"long_row": 7}, mended=[REPAIR])

    assert old == report(skipped_lines=[LINE], skipped={"long_row": 7}, repaired=[REPAIR])
    assert (old.skipped_lines[0].line, old.skipped_total, old.repaired[0].line) == (3, 7, 4)


@pytest.mark.parametrize(("old", "new"), _deprecated.FIELDS["SourceReport"].items())
def test_old_fields_of_a_report_answer_and_warn(old: str, new: str) -> None:
    found = report(skipped_lines=[LINE], skipped={"long_row": 7}, repaired=[REPAIR])

    with pytest.warns(DeprecationWarning, match=f"SourceReport.{old} is now SourceReport.{new}; the old name works"):
        assert getattr(found, old) == getattr(found, new)

    with pytest.raises(AttributeError, match="nonsense"):
        found.nonsense  # type: ignore[attr-defined]  # noqa: B018 -- what a reader of old code would do


@pytest.mark.parametrize(("kind", "fields"), _deprecated.FIELDS.items())
def test_fields_have_their_new_names_and_not_the_old(kind: str, fields: dict[str, str]) -> None:
    [found] = [each for each in (Inspection, SourceInfo, SourceReport) if each.__name__ == kind]
    known = found.model_fields.keys() | {"skipped_total"}

    assert (fields.keys() & found.model_fields.keys(), set(fields.values()) - known) == (set(), set())


def test_what_is_said_of_columns_in_settings_warns() -> None:
    with pytest.warns(DeprecationWarning, match=r"PersonaConfig.columns is now PersonaConfig.questions"):
        PersonaConfig(columns={"City": ColumnChoice(basis=True)})


def test_an_older_server_is_understood() -> None:
    told = {"id": "1", "name": "a.csv", "status": "ready", "left_out": 3, "sha256": ""}

    assert SourceInfo.model_validate(told).skipped_total == 3


def test_lines_of_a_source_answer_under_their_old_name(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("id,What annoys you?\n1,The queue\n2,Cold\nx,y,z,a\n3,Noise\n")
    read_source(file, tmp_path / "read")

    with pytest.warns(DeprecationWarning, match=r"Source.left_out is now Source.skipped_lines"):
        assert [line.line for line in Source(tmp_path / "read").left_out()] == [4]


def test_names_that_never_were_stay_unknown() -> None:
    with pytest.raises(AttributeError, match=r"module 'persona.segments' has no attribute 'Nonsense'"):
        getattr(import_module("persona.segments"), "Nonsense")  # noqa: B009 -- what a reader of old code would do

    with pytest.raises(ModuleNotFoundError, match=r"No module named 'persona.nonsense'"):
        import_module("persona.nonsense")


@pytest.mark.parametrize(
    ("kind", "data", "found"),
    [
        ("SourceReport", {"left_out": [1], "rows": 2}, {"skipped_lines": [1], "rows": 2}),
        ("SourceReport", {"rows": 2}, {"rows": 2}),
        ("SourceInfo", {"left_out": 3, "mended": 4}, {"skipped_total": 3, "mended": 4}),
        ("Persona", {"left_out": 3}, {"left_out": 3}),
        ("SourceReport", ["left_out"], ["left_out"]),
        ("SourceReport", None, None),
    ],
)
def test_old_fields_are_read_under_their_new_names_and_nothing_else_is_touched(
    kind: str, data: object, found: object
) -> None:
    assert _deprecated.with_new_names(kind, data) == found


def test_what_is_read_is_not_changed() -> None:
    data = {"left_out": [1]}

    _deprecated.with_new_names("SourceReport", data)

    assert data == {"left_out": [1]}


@pytest.mark.parametrize(
    ("kind", "name"), [("SourceReport", "rows"), ("Persona", "left_out"), ("SourceInfo", "mended")]
)
def test_a_field_that_never_had_another_name_has_no_new_one(
    kind: str, name: str, recwarn: pytest.WarningsRecorder
) -> None:
    assert _deprecated.new_name(kind, name) is None
    assert recwarn.list == []


@pytest.mark.parametrize(
    ("module", "name"), [("persona", "Nothing"), ("persona.nowhere", "KINDS"), ("persona.models", "kinds")]
)
def test_a_name_that_never_was_is_an_error_in_the_words_of_the_language(module: str, name: str) -> None:
    with pytest.raises(AttributeError, match=f"module '{module}' has no attribute '{name}'"):
        _deprecated.old_name(module, name)


def test_old_modules_are_looked_up_once_however_often_it_is_installed() -> None:
    before = list(sys.meta_path)

    _deprecated.install()

    assert sys.meta_path == before
