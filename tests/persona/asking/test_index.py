"""The passages of a run: what is kept of them, on disk and back, and whatever lies there instead."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.asking import index as indexing
from persona.asking.index import FOLDER, VERSION, Index, build, index_of
from persona.models import ColumnRole
from tests.persona.asking.studies import KITCHEN, LIKES, OPEN, PERSONAL, ROLE, SINGLE, TOOLS, WHY, answers, column

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from persona.asking import Study
    from persona.recoding.table import RecodedTable

MAIL = "Write to ana@example.com or call me"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> RecodedTable:
    """Three people, one of them in nobody's words."""
    said = (f"The bread is dry. {MAIL}", "The bread is dry", "")
    columns = {WHY: (OPEN, said), ROLE: (SINGLE, ("Cook", "Chef", "Cook")), "Name": (PERSONAL, ("Quentin", "Bo", "Cy"))}
    return answers(tmp_path_factory.mktemp("small"), columns)


def same(one: Index, other: Index) -> bool:
    """Whether both hold the same, to the last number."""
    pairs = [(getattr(one, field.name), getattr(other, field.name)) for field in fields(Index)]
    return all(
        np.array_equal(mine, others) and mine.dtype == others.dtype if isinstance(mine, np.ndarray) else mine == others
        for mine, others in pairs
    )


def passages(index: Index) -> dict[str, list[tuple[int, int, int]]]:
    return {index.text(place): [tuple(said) for said in index.said(place)] for place in range(len(index))}


# -- what is read --------------------------------------------------------------------------------------------
def test_passages_are_kept_once_with_all_their_places(small: RecodedTable) -> None:
    index = build(small)

    assert passages(index) == {"The bread is dry": [(1, 0, 16), (2, 0, 16)]}
    assert (len(index), index.passages, index.writers.tolist()) == (1, 2, [1, 2])
    assert (index.columns, index.questions, index.languages) == ((WHY,), (WHY,), {"en": 1})


def test_passages_with_personal_data_are_read_only_where_nothing_is_hidden(small: RecodedTable) -> None:
    assert not any("ana@" in text for text in passages(build(small)))
    assert passages(build(small, redact=False))[MAIL] == [(1, 18, 53)]


@pytest.mark.parametrize("redact", [True, False])
def test_columns_of_personal_data_are_never_read(small: RecodedTable, redact: bool) -> None:
    index = build(small, redact=redact)

    assert not {"Quentin", "Bo", "Cy"} & set(passages(index))
    assert {column for column, _ in index.closed} == {ROLE}
    assert "quentin" not in index.words


def test_every_place_holds_its_words_whatever_their_case(kitchen: Study) -> None:
    cells = kitchen.table.values(WHY)
    found = [
        (text, cells[row - 1][start:end])
        for text, places in passages(kitchen.index).items()
        for row, start, end in places
    ]

    assert [(text.casefold()) for text, _ in found] == [said.casefold() for _, said in found]
    assert len(found) == kitchen.index.passages == 7


def test_an_answer_that_is_none_is_no_passage(kitchen: Study) -> None:
    assert kitchen.table.values(WHY)[5] == "n/a"
    assert 6 not in kitchen.index.writers
    assert "n/a" not in passages(kitchen.index)


def test_words_lead_to_the_wordings_that_hold_them(kitchen: Study) -> None:
    index = kitchen.index
    place = index.place_of("fish")

    assert place is not None
    assert {index.text(int(one)) for one in index.with_word(place)} == {
        "Suppliers deliver the wrong fish",
        "The supplier brings the wrong fish again",
    }
    assert index.words == sorted(index.words)


@pytest.mark.parametrize("word", ["", "a", "fishes", "zzz", "fisch", "\uffff"])
def test_a_word_that_nobody_wrote_has_no_place(kitchen: Study, word: str) -> None:
    assert kitchen.index.place_of(word) is None


def test_closed_questions_are_read_with_their_options_behind_them(kitchen: Study) -> None:
    assert kitchen.index.closed == [
        (ROLE, ""),
        (ROLE, "Cook"),
        (ROLE, "Chef"),
        (ROLE, "Teacher"),
        (ROLE, "Nurse"),
        (TOOLS, ""),
        (TOOLS, "Oven"),
        (TOOLS, "Grill"),
        (TOOLS, "Scale"),
        (LIKES, ""),
        ("Age", ""),
    ]
    assert {name: len(places) for name, places in kitchen.index.closed_places.items()} == {
        ROLE: 5, TOOLS: 4, LIKES: 1, "Age": 1,
    }  # fmt: skip


def test_of_a_question_with_very_many_options_some_are_read() -> None:
    many = tuple(f"Town {number}" for number in range(100))
    columns = [column(f"q{at}", "Where?", ColumnRole.CATEGORY, options=many) for at in range(200)]

    found = indexing._closed(columns)

    assert len(found) == indexing.CLOSED_READ
    assert [option for name, option, _ in found if name == "q0"] == ["", *many[: indexing.OPTIONS_READ]]


def test_the_places_on_a_scale_in_words_are_options() -> None:
    scale = column("q", "Happy?", ColumnRole.RATING, scale=(1, 2), scale_words=("No", "Yes"))

    assert indexing._closed([scale]) == [("q", "", "Happy?"), ("q", "No", "No"), ("q", "Yes", "Yes")]


@pytest.mark.parametrize("role", [ColumnRole.OPEN, ColumnRole.PERSONAL, ColumnRole.IGNORE, ColumnRole.ID])
def test_other_columns_are_no_closed_questions(role: ColumnRole) -> None:
    assert indexing._closed([column("q", "Who?", role, options=("a", "b"))]) == []


# -- meaning -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sizes", "order"),
    [([], []), ([0], []), ([2], [0, 1]), ([3, 1, 2], [0, 3, 4, 1, 5, 2]), ([0, 2, 0], [0, 1])],
)
def test_the_meaning_of_each_questions_commonest_is_kept_first(sizes: list[int], order: list[int]) -> None:
    assert indexing._deep_order(sizes).tolist() == order


def test_only_so_much_meaning_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "DEEP", 3)

    assert indexing._deep_order([5, 5]).tolist() == [0, 5, 1]


def test_meaning_is_kept_in_steps_that_change_no_cosine(kitchen: Study) -> None:
    from persona.text.encoder import sentence_encoder

    index = kitchen.index
    exact = sentence_encoder().encode([index.text(place) for place in index.deep_order.tolist()])

    assert np.abs(index.deep_meaning @ index.deep_meaning.T - exact @ exact.T).max() < 0.01


def test_words_with_digits_and_single_letters_mean_nothing_alone() -> None:
    words = ["a", "b2", "bread", "oven"]
    firsts = np.array([0, 9, 18, 20, 23])

    assert [words[place] for place in indexing._commonest(words, firsts).tolist()] == ["oven", "bread"]


def test_rare_words_are_left_out_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "WORDS_KEPT", 2)

    words, firsts, postings = indexing._postings(["warm bread", "cold bread", "cold oven"])

    assert (words, firsts.tolist(), postings.tolist()) == (["bread", "cold"], [0, 2, 4], [0, 1, 1, 2])


def test_languages_stand_by_how_many_wordings_are_in_them() -> None:
    german, english = "Das dauert mir jedes Mal viel zu lange.", "It takes far too long each time for me."

    assert list(indexing._languages([english, german, german, "42"]).items()) == [("de", 2), ("en", 1)]
    assert indexing._languages([]) == {}


def test_of_very_many_wordings_every_so_many_is_looked_at() -> None:
    texts = ["It takes far too long each time."] * (2 * indexing.LANGUAGE_READ)

    assert indexing._languages(texts) == {"en": indexing.LANGUAGE_READ}


def test_whoever_waits_may_stop_it(small: RecodedTable) -> None:
    class Stopped(Exception):
        pass

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        build(small, tick=stop)


# -- on disk -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "columns",
    [KITCHEN, {WHY: KITCHEN[WHY]}, {ROLE: KITCHEN[ROLE], TOOLS: KITCHEN[TOOLS]}],
    ids=["all", "open", "closed"],
)
def test_what_is_saved_is_loaded_again(columns: dict[str, object], tmp_path: Path) -> None:
    made = build(answers(tmp_path, columns))  # type: ignore[arg-type]
    made.save(tmp_path / FOLDER)
    loaded = Index.load(tmp_path / FOLDER)

    assert loaded is not None
    assert same(made, loaded)


def test_every_script_comes_back(tmp_path: Path) -> None:
    said = (
        "Der Teig klebt überall",
        "パンが固すぎて食べられません",
        "Хлеб очень чёрствый",
        "الخبز جاف جدا",
        "🍞 dry bread",
    )
    made = build(answers(tmp_path, {WHY: (OPEN, said), ROLE: (SINGLE, ("a", "b", "a", "b", "a"))}))
    made.save(tmp_path / FOLDER)
    loaded = Index.load(tmp_path / FOLDER)

    assert loaded is not None
    assert passages(loaded) == passages(made)
    assert {row for places in passages(loaded).values() for row, _, _ in places} == {1, 2, 3, 4, 5}


@given(st.lists(st.text("aß字🍞ا ", max_size=9), max_size=8))
def test_texts_are_found_again_in_what_they_are_packed_to(texts: list[str]) -> None:
    offsets, blob = indexing._packed(texts)

    assert [bytes(blob[offsets[at] : offsets[at + 1]]).decode() for at in range(len(texts))] == texts


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["warm bread", "cold bread", "the oven", "no oven", "bread bread"]), max_size=8))
def test_a_word_leads_to_all_texts_that_hold_it_and_no_others(texts: list[str]) -> None:
    words, firsts, postings = indexing._postings(texts)
    found = {word: postings[firsts[at] : firsts[at + 1]].tolist() for at, word in enumerate(words)}

    assert found == {
        word: [at for at, text in enumerate(texts) if word in indexing.content_of(text)]
        for word in sorted({word for text in texts for word in indexing.content_of(text)})
    }


def truncate(folder: Path) -> None:
    path = folder / "places.npy"
    path.write_bytes(path.read_bytes()[:-4])


def pickle(folder: Path) -> None:
    np.save(folder / "blob.npy", np.array([{"a": 1}], dtype=object))


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: (folder / "index.json").write_text("{"),
        lambda folder: (folder / "index.json").write_text("[]"),
        lambda folder: (folder / "index.json").write_text("null"),
        lambda folder: (folder / "index.json").write_text(f'{{"version": {VERSION}}}'),
        lambda folder: (folder / "index.json").write_text(f'{{"version": {VERSION - 1}}}'),
        lambda folder: (folder / "index.json").write_bytes(b"\xff\xfe"),
        lambda folder: (folder / "deep.npy").write_bytes(b""),
        lambda folder: (folder / "deep.npy").write_bytes(b"not an array"),
        lambda folder: (folder / "words.txt").unlink(),
        lambda folder: (folder / "words.txt").write_bytes(b"\xff"),
        truncate,
        pickle,
    ],
    ids=[
        "json cut", "a list", "nothing", "no columns", "an older version", "no text", "empty array", "no array",
        "no words", "words no text", "array cut", "objects",
    ],
)  # fmt: skip
def test_what_is_damaged_is_made_anew(harm: Callable[[Path], object], small: RecodedTable, tmp_path: Path) -> None:
    made = index_of(tmp_path, small, redact=True)
    harm(tmp_path / FOLDER)

    assert Index.load(tmp_path / FOLDER) is None
    assert same(index_of(tmp_path, small, redact=True), made)
    assert Index.load(tmp_path / FOLDER) is not None


def test_nothing_is_loaded_where_there_is_nothing(tmp_path: Path) -> None:
    assert Index.load(tmp_path / FOLDER) is None


def test_it_is_made_once(small: RecodedTable, tmp_path: Path) -> None:
    index_of(tmp_path, small, redact=True)
    told = json.loads((tmp_path / FOLDER / "index.json").read_text())
    told["questions"] = ["As it was kept"]
    (tmp_path / FOLDER / "index.json").write_text(json.dumps(told))

    assert index_of(tmp_path, small, redact=True).questions == ("As it was kept",)


def test_two_who_make_it_at_once_both_have_it(small: RecodedTable, tmp_path: Path) -> None:
    """The other one is done while this one still reads."""
    made = build(small)
    done: list[Path] = []

    def other() -> None:
        if not done:
            made.save(tmp_path / FOLDER)
            done.append(tmp_path / FOLDER)

    assert same(index_of(tmp_path, small, redact=True, tick=other), made)
    assert sorted(path.name for path in tmp_path.iterdir()) == [FOLDER]


def test_a_study_without_open_questions_has_no_passages(tmp_path: Path) -> None:
    index = build(answers(tmp_path, {TOOLS: KITCHEN[TOOLS], ROLE: KITCHEN[ROLE]}))

    assert (len(index), index.passages, index.writers.tolist(), index.words) == (0, 0, [], [])
    assert (index.columns, index.languages, index.deep_meaning.shape) == ((), {}, (0, index.closed_meaning.shape[1]))
