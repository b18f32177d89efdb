from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from persona.edits import EditLog, HideStatement, Reverted, RewriteStatement, SetField, apply, standing
from persona.exceptions import EditConflict, EditError
from tests.persona.edits.logs import GENERATED, edit, log, many, random_action

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> EditLog:
    return EditLog(tmp_path / "edits.jsonl")


def filled(file: EditLog) -> EditLog:
    for each in log(HideStatement(statement="1-goal-1"), HideStatement(statement="1-goal-2")):
        file.add(each, GENERATED)
    return file


def test_a_log_that_is_not_there_is_empty(file: EditLog) -> None:
    assert (list(file), len(file), file.problems, file.apply(GENERATED)) == ([], 0, (), apply(GENERATED, []))


def test_edits_come_back_as_they_were(file: EditLog) -> None:
    edits = log(
        RewriteStatement(statement="1-goal-1", text="„Plan“\u2028<b>\n"),
        HideStatement(statement="1-goal-2"),
        Reverted(edit="e1"),
    )
    told = [file.add(each, GENERATED) for each in edits]

    assert list(file) == edits
    assert file.path.read_bytes().count(b"\n") == 3
    assert told[-1] == apply(GENERATED, edits) == file.apply(GENERATED)


def test_a_first_edit_that_is_refused_leaves_no_file(file: EditLog) -> None:
    with pytest.raises(EditError):
        file.add(edit(1, HideStatement(statement="9-goal-9")), GENERATED)
    file.extend([])

    assert not file.path.exists()


def test_what_may_not_be_made_is_not_written(file: EditLog) -> None:
    filled(file)
    before = file.path.read_bytes()

    with pytest.raises(EditError):
        file.add(edit(3, HideStatement(statement="9-goal-9")), GENERATED)
    with pytest.raises(EditConflict):
        file.add(edit(3, HideStatement(statement="1-goal-1", hidden=False), "Jonas", expects=""), GENERATED)
    assert file.path.read_bytes() == before


def test_a_torn_last_line_is_told_and_the_next_edit_stands_below_it(file: EditLog) -> None:
    filled(file)
    whole = file.path.read_bytes()
    file.path.write_bytes(whole[:-20])

    assert [each.id for each in file] == ["e1"]
    assert file.problems == ("Line 2 of the edits was not written to its end and is left out.",)
    file.add(edit(3, HideStatement(statement="1-goal-2")), GENERATED)
    assert [each.id for each in file] == ["e1", "e3"]
    assert file.problems == ("Line 2 of the edits was not written to its end and is left out.",)
    assert file.path.read_bytes().startswith(whole[:-20] + b"\n")


def test_a_last_line_without_its_end_counts_where_it_is_whole(file: EditLog) -> None:
    filled(file)
    file.path.write_bytes(file.path.read_bytes()[:-1])

    assert ([each.id for each in file], file.problems) == (["e1", "e2"], ())
    file.add(edit(3, Reverted(edit="e2")), GENERATED)
    assert [each.id for each in file] == ["e1", "e2", "e3"]


def test_a_line_of_a_newer_version_is_told(file: EditLog) -> None:
    filled(file)
    with file.path.open("ab") as more:
        more.write(b'{"id":"e3","action":{"type":"sing"}}\n')

    assert [each.id for each in file] == ["e1", "e2"]
    assert file.problems == ("Line 3 of the edits cannot be read by this version and is left out.",)


def test_edits_that_were_carried_over_are_written_once(file: EditLog) -> None:
    filled(file)
    file.path.write_bytes(file.path.read_bytes()[:-1])
    more = [edit(2, Reverted(edit="e1")), edit(3, Reverted(edit="e1"))]
    file.extend(more)
    file.extend(more)

    assert list(file) == [*log(HideStatement(statement="1-goal-1"), HideStatement(statement="1-goal-2")), more[1]]


def test_200_edits_and_their_reverting_are_400_lines_and_the_same_bytes(file: EditLog) -> None:
    draw, result = random.Random(4), many(80, personas=4)
    file.extend([edit(number, random_action(draw, result, [])) for number in range(1, 201)])
    file.extend([edit(300 + n, Reverted(edit=each.id)) for n, each in enumerate(standing(file.read()))])

    assert (len(file), file.path.read_bytes().count(b"\n"), file.problems) == (400, 400, ())
    assert file.apply(result).result.model_dump_json().encode() == result.model_dump_json().encode()


def test_many_at_once_lose_nothing(file: EditLog) -> None:
    edits = [edit(number, SetField(persona=1, name=f"Field {number % 5}", text=f"{number}")) for number in range(1, 21)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda each: file.add(each, GENERATED), edits))

    assert sorted(each.id for each in file) == sorted(each.id for each in edits)
    assert file.problems == ()


def test_a_log_says_where_it_is(file: EditLog) -> None:
    assert repr(file) == f"EditLog('{file.path}')"


# -- what may lie in a file ------------------------------------------------------------------------------------
HIDE = log(HideStatement(statement="1-goal-1"))[0]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", "torn"),
        (b"null", "torn"),
        (b"[]\n", "torn"),
        (b"\xff\xfe\x00\n", "torn"),
        (b"{}\n", "unknown"),
        (b'{"id": "e9", "action": {"type": "of_tomorrow"}}\n', "unknown"),
        (b'{"id": "", "action": {"type": "hide_statement", "statement": "1-goal-1"}}\n', "unknown"),
        (b'{"id": "e9", "action": {"type": "hide_statement", "statement": ""}}\n', "unknown"),
        (b'{"id": "e9", "action": {"type": "hide_persona", "persona": 0}}\n', "unknown"),
        (b'{"id": "e9", "action": {"type": "merge_personas", "personas": [1]}}\n', "unknown"),
        (b"[" * 100_000 + b"\n", "torn"),
    ],
    ids=["open", "nothing", "a list", "no text", "empty", "newer", "no id", "no statement", "zero", "one", "deep"],
)
def test_a_line_that_is_no_edit_is_told_and_harms_no_other(file: EditLog, line: bytes, problem: str) -> None:
    file.path.write_bytes(HIDE.model_dump_json().encode() + b"\n" + line)

    assert list(file) == [HIDE]
    told = {"torn": "was not written to its end", "unknown": "cannot be read by this version"}[problem]
    assert file.problems == (f"Line 2 of the edits {told} and is left out.",)
    file.add(edit(2, HideStatement(statement="1-goal-2")), GENERATED)
    assert [each.id for each in file] == ["e1", "e2"]
    assert file.path.read_bytes().startswith(HIDE.model_dump_json().encode() + b"\n" + line.rstrip(b"\n"))


@pytest.mark.parametrize("blank", [b"\n", b"  \n\n", b"\r\n"])
def test_blank_lines_say_nothing(file: EditLog, blank: bytes) -> None:
    file.path.write_bytes(blank + HIDE.model_dump_json().encode() + b"\n" + blank)

    assert (list(file), file.problems) == ([HIDE], ())


def test_a_line_that_stands_twice_is_one_edit(file: EditLog) -> None:
    line = HIDE.model_dump_json().encode() + b"\n"
    file.path.write_bytes(line + line)

    applied = file.apply(GENERATED)
    assert [change.state for change in applied.changes].count("applied") >= 1
    assert applied.result == apply(GENERATED, [HIDE]).result


@pytest.mark.parametrize("seed", range(3))
def test_a_log_read_again_is_applied_alike(file: EditLog, seed: int) -> None:
    draw, edits = random.Random(seed), []
    result = many(60, personas=3)
    while len(edits) < 40:
        edits.append(edit(len(edits) + 1, random_action(draw, result, edits)))
    file.extend(edits)

    assert list(file) == edits
    assert file.apply(result) == apply(result, edits)
    assert file.apply(result).result.model_dump_json() == apply(result, edits).result.model_dump_json()


@pytest.mark.parametrize("seed", range(3, 6))
def test_what_follows_does_not_depend_on_what_was_cut_off_behind(file: EditLog, seed: int) -> None:
    """The states of the first edits are the same however many come later, but for those that undo them."""
    draw, edits = random.Random(seed), []
    result = many(60, personas=3)
    while len(edits) < 30:
        action = random_action(draw, result, edits)
        if not isinstance(action, Reverted):
            edits.append(edit(len(edits) + 1, action))
    whole = apply(result, edits).changes

    for kept in (0, 10, 20):
        assert apply(result, edits[:kept]).changes == whole[:kept]


def test_nothing_to_carry_over_makes_no_file(file: EditLog) -> None:
    file.extend([])

    assert not file.path.exists()


def test_a_log_in_a_folder_that_is_gone_is_empty(file: EditLog) -> None:
    gone = EditLog(file.path.parent / "gone" / "edits.jsonl")

    assert (list(gone), gone.problems) == ([], ())
