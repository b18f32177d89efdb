from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.annotating import PairAnnotation, SentenceAnnotation, annotate, annotate_file
from persona.exceptions import DataError

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = {"id": "s", "language": "en", "question": "What do you like least?", "text": "Cryptic error messages"}
PAIR = {"id": 7, "question": "", "a": "The queue is too long", "b": "The queues are much too long"}


def test_sentences_and_pairs_come_back_in_their_order() -> None:
    pair, sentence = annotate([PAIR, SENTENCE])

    assert isinstance(sentence, SentenceAnnotation)
    assert isinstance(pair, PairAnnotation)
    assert sentence.model_dump(exclude={"confidence"}) == {
        "id": "s", "language": "en", "kind": "frustration", "readable": 2, "polarity": "neg",
    }  # fmt: skip
    assert pair.model_dump(exclude={"score"}) == {"id": 7, "counts": True, "opposite": False}
    assert 0 <= pair.score <= 1


def test_a_language_that_nobody_names_is_told_by_the_text() -> None:
    found = annotate([{"id": 1, "text": "Ich komme nicht pünktlich zur Arbeit"}])[0]

    assert isinstance(found, SentenceAnnotation)
    assert found.language == "de"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (['{"id": 1, "text": "Good"}', "{"], "Line 2, character 2: the JSON is broken here."),
        (["[]"], "Line 1 is no JSON object."),
        (["", '{"id": 1, "text": ""}'], "Line 2 has no “text” that can be used."),
        (['{"text": "Good"}'], "Line 1 has no “id” that can be used."),
        (['{"id": 1, "a": "Good"}'], "Line 1 has no “b” that can be used."),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, lines: list[str], message: str) -> None:
    path = tmp_path / "given.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(DataError) as caught:
        annotate_file(path)

    assert caught.value.message == message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        annotate_file(tmp_path / "none.jsonl")

    assert caught.value.code == "missing_file"


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0c", "\x1e"])
def test_a_sentence_may_hold_signs_that_end_lines_elsewhere(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "given.jsonl"
    text = f"It crashes twice{sign} a day."
    said = f'"{text}"' if sign > "\x1f" else f'"It crashes twice\\u{ord(sign):04x} a day."'
    path.write_text(f'{{"id": 1, "text": {said}}}\r\n\n{{"id": 2, "text": "Fine"}}', encoding="utf-8", newline="")

    assert [one.id for one in annotate_file(path)] == [1, 2]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe{}", "unreadable_file"),
        (b'{"id": 1, "text": "Gr\xf6\xdfe"}', "unreadable_file"),
        (b"[" * 9_999, "broken_json"),
    ],
)
def test_a_file_that_is_no_text_or_never_ends_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "given.jsonl"
    path.write_bytes(content)

    with pytest.raises(DataError) as caught:
        annotate_file(path)

    assert caught.value.code == code


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        annotate_file(tmp_path)

    assert caught.value.code == "is_folder"


def test_nothing_to_judge_is_nothing(tmp_path: Path) -> None:
    (path := tmp_path / "given.jsonl").write_text("\n\n")

    assert (annotate([]), annotate_file(path)) == ([], [])


@pytest.mark.parametrize("record", [None, 7, "text", ["id", "text"]])
def test_what_is_no_record_is_named_by_its_place(record: object) -> None:
    with pytest.raises(DataError) as caught:
        annotate([{"id": 1, "text": "Fine"}, record])  # type: ignore[list-item]

    assert caught.value.message == "Line 2 is no JSON object."
