"""The archive end to end: briefs, drafts resolved to places, the same bytes whatever the order."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.checking import is_verbatim
from persona.models import Persona
from persona.table import Table
from persona.writing import Archive, BuiltinWriter, DraftStatement, PersonaDraft
from persona.writing.builtin import draft_of
from persona.writing.portrait import name_of
from tests.answers import GOAL, HABIT, HEADER, PAIN, kitchen, kitchen_rows, segmentation_of
from tests.persona.evidence.shop import BREAD, PARKING, QUEUES
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

ROWS, GROUPS = kitchen_rows(160)
SEGMENTATION = segmentation_of(GROUPS)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return table_of(tmp_path_factory.mktemp("kitchen"), HEADER, ROWS)


@pytest.fixture(scope="module")
def archive(table: Table) -> Archive:
    return Archive.build(*kitchen(table), SEGMENTATION)


def built_in(archive: Archive, index: int) -> Persona:
    return archive.persona(index, asyncio.run(BuiltinWriter().write(archive.brief(index))))


def test_statements_quote_their_first_evidence(archive: Archive, table: Table) -> None:
    for index in (1, 2):
        persona = built_in(archive, index)
        assert len(persona.statements) >= 6
        for statement in persona.statements:
            assert statement.origin == "quoted"
            assert statement.evidence[0].quote == statement.text
            assert (statement.evidence[0].score, statement.evidence[0].counted) == (1.0, True)
            for evidence in statement.evidence:
                assert is_verbatim(evidence, table.page(evidence.row, 1)[0].cells)
                assert evidence.line == evidence.row + 1
                assert evidence.source == "answers.csv"


def test_kinds_follow_the_questions(archive: Archive) -> None:
    kinds = {(s.evidence[0].column, s.kind) for index in (1, 2) for s in built_in(archive, index).statements}
    assert kinds == {(GOAL, "goal"), (PAIN, "frustration"), (HABIT, "behaviour")}


def test_counts_and_their_words_agree(archive: Archive) -> None:
    for statement in built_in(archive, 2).statements:
        assert 1 <= statement.support <= statement.base <= GROUPS.count(2)
        if statement.mentions is None:
            said = (
                f"{statement.support} of {statement.base} say something like this"
                if statement.support > 1
                else "one person said this"
            )
            assert statement.note == said
        assert sum(e.counted for e in statement.evidence) == statement.support


def test_people_who_speak_of_a_word_use_it_or_say_what_the_statement_says(tmp_path: Path) -> None:
    said = [*QUEUES, *PARKING, *BREAD, "I sing in the parking on Sundays", "My aunt works near the parking"]
    at = HEADER.index(PAIN)
    rows = [[*row[:at], said[7 * place % len(said)], *row[at + 1 :]] for place, row in enumerate(ROWS)]
    of_shop = Archive.build(*kitchen(table_of(tmp_path, HEADER, rows)), SEGMENTATION)

    told = [(index, one) for index in (1, 2) for one in built_in(of_shop, index).statements if one.mentions]
    use = {
        index: {
            row
            for row, (cells, group) in enumerate(zip(rows, GROUPS, strict=True), 1)
            if group == index and "parking" in cells[at].lower()
        }
        for index in (1, 2)
    }

    assert {one.topic for _, one in told} == {"parking"}
    assert [one.mentions for _, one in told] == [
        len(use[index] | {each.row for each in one.evidence if each.counted}) for index, one in told
    ]


def test_ids_are_stable_and_unique(archive: Archive) -> None:
    ids = [s.id for index in (1, 2) for s in built_in(archive, index).statements]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "1-goal-1"


def test_no_text_stands_in_two_personas(archive: Archive) -> None:
    texts = [
        text.lower()
        for index in (1, 2)
        for persona in [built_in(archive, index)]
        for text in (*(s.text for s in persona.statements), *(q.quote for q in persona.quotes))
    ]
    assert len(set(texts)) == len(texts)


def test_personas_describe_their_group(archive: Archive) -> None:
    first, second = built_in(archive, 1), built_in(archive, 2)
    assert (first.name, second.name) == (name_of(1, archive.content), name_of(2, archive.content))
    assert (first.size, first.share) == (80, 0.5)
    assert "ses Scale and Mixer" in first.tagline
    assert second.tagline.startswith("Cook who ")
    assert first.summary.startswith(f"{first.name.split()[0]} stands for 80 of 160 respondents (50\u00a0%)")
    assert len(second.quotes) in (1, 2, 3)
    assert first.facts


def test_the_order_of_asking_does_not_matter(archive: Archive, table: Table) -> None:
    backwards = Archive.build(*kitchen(table), SEGMENTATION)
    second = built_in(backwards, 2)
    assert built_in(backwards, 1).model_dump_json() == built_in(archive, 1).model_dump_json()
    assert second.model_dump_json() == built_in(archive, 2).model_dump_json()


def test_progress_is_told_in_rows_and_never_goes_back(table: Table) -> None:
    seen: list[tuple[int, int]] = []
    built_in(Archive.build(*kitchen(table), SEGMENTATION, on_progress=lambda *at: seen.append(at)), 1)

    assert sorted(set(seen)) == [(0, 160), (160, 160)]
    assert seen == sorted(seen)


def test_every_number_of_people_of_a_theme_is_in_its_placements(archive: Archive) -> None:
    found = archive.themes()
    counted = {(place.theme, place.row) for place in found.placements if place.counted}

    assert {theme.id: theme.people for theme in found.themes} == Counter(theme for theme, _ in counted)


def test_a_brief_offers_passages_to_a_language_model(archive: Archive) -> None:
    brief = archive.brief(1)
    assert len(brief.passages) >= 10
    assert len({p.id for p in (*brief.passages, *brief.leads)}) == len(brief.passages) + len(brief.leads)
    assert {p.question for p in brief.passages} == {GOAL, PAIN, HABIT}
    assert not any(p.stands for p in brief.leads)
    assert brief.rows == 160


def test_a_models_words_keep_their_evidence_and_unknown_ids_are_dropped(archive: Archive) -> None:
    brief = archive.brief(1)
    one, two = [p for p in brief.passages if p.kind == "frustration"][:2]
    draft = PersonaDraft(
        name="Jo",
        tagline="Bakes.",
        summary="Bakes bread.",
        statements=(
            DraftStatement(kind="frustration", text="Baking goes wrong", evidence=(one.id, two.id, one.id, "q999")),
            DraftStatement(kind="need", text="Made up", evidence=("q998",)),
            DraftStatement(kind="goal", text="Cites nothing", evidence=()),
        ),
        quotes=(two.id, "q997"),
    )
    persona = archive.persona(1, draft)
    (statement,) = persona.statements
    assert (statement.text, statement.origin, statement.id) == ("Baking goes wrong", "model", "1-frustration-1")
    assert [e.quote for e in statement.evidence[:2]] == [one.text, two.text]
    assert max(one.support, two.support) <= statement.support <= one.support + two.support
    assert [quote.quote for quote in persona.quotes] == [two.text]


def test_detail_sets_how_much_is_told(table: Table) -> None:
    short = Archive.build(*kitchen(table), SEGMENTATION, detail="short")
    persona = short.persona(1, draft_of(short.brief(1)))
    assert max(sum(s.kind == kind for s in persona.statements) for kind in ("goal", "frustration", "behaviour")) <= 3
    assert len(persona.quotes) <= 2


def test_people_with_many_rows_count_once(tmp_path: Path) -> None:
    rows = [row for row in ROWS[:60] for _ in range(2)]
    people = [person for person in range(60) for _ in range(2)]
    groups = [GROUPS[person] for person in people]
    table = table_of(tmp_path, HEADER, rows)
    archive = Archive.build(*kitchen(table), segmentation_of(groups, people=people))
    persona = archive.persona(1, draft_of(archive.brief(1)))
    assert "of 60 respondents" in persona.summary
    for statement in persona.statements:
        assert statement.support <= statement.base <= 30


def test_personal_data_is_never_quoted(tmp_path: Path) -> None:
    rows = [[*row] for row in ROWS[:60]]
    for row in rows[::6]:
        row[5] = f"The crust burns, write to {row[0]}@example.com about the crust"
    table = table_of(tmp_path, HEADER, rows)
    recoded, columns = kitchen(table)
    seg = segmentation_of(GROUPS[:60])

    def quotes(*, redact: bool) -> str:
        archive = Archive.build(recoded, columns, seg, redact=redact)
        personas = [archive.persona(i, draft_of(archive.brief(i))) for i in (1, 2)]
        return "".join(p.model_dump_json() for p in personas)

    assert "@example.com" not in quotes(redact=True)
    assert "@example.com" in quotes(redact=False)


def test_data_without_open_answers_still_makes_a_portrait(tmp_path: Path) -> None:
    table = table_of(tmp_path, HEADER[:4], [row[:4] for row in ROWS])
    archive = Archive.build(*kitchen(table), SEGMENTATION)
    persona = archive.persona(1, draft_of(archive.brief(1)))
    assert (persona.statements, persona.quotes) == ((), ())
    assert persona.facts
    assert persona.tagline


def test_a_persona_warns_where_it_is_thin(tmp_path: Path) -> None:
    table = table_of(tmp_path / "few", HEADER, ROWS[:20])
    archive = Archive.build(*kitchen(table), segmentation_of(GROUPS[:20]))
    assert archive.brief(1).warnings[0] == "Only 10 people stand behind this persona: read its numbers with care."
    table = table_of(tmp_path / "closed", HEADER[:4], [row[:4] for row in ROWS])
    archive = Archive.build(*kitchen(table), SEGMENTATION)
    assert archive.brief(1).warnings == ("There are no written answers to quote, so this persona shows numbers only.",)


def test_a_solid_persona_warns_of_nothing(archive: Archive) -> None:
    assert archive.brief(1).warnings == ()


def test_people_who_sit_between_groups_are_counted_but_not_quoted(table: Table) -> None:
    fit = np.full(len(ROWS), 0.9, dtype=np.float32)
    fit[: len(ROWS) // 3] = 0.4
    between = replace(SEGMENTATION, fit=fit)
    archive = Archive.build(*kitchen(table), between)
    for index in (1, 2):
        persona = archive.persona(index, draft_of(archive.brief(index)))
        assert min(statement.evidence[0].row for statement in persona.statements) > len(ROWS) // 3
        assert (
            min(evidence.row for statement in persona.statements for evidence in statement.evidence) <= len(ROWS) // 3
        )


def test_a_group_in_which_hardly_anybody_fits_still_speaks(table: Table) -> None:
    nobody = replace(SEGMENTATION, fit=np.full(len(ROWS), 0.4, dtype=np.float32))
    archive = Archive.build(*kitchen(table), nobody)
    assert archive.persona(1, draft_of(archive.brief(1))).statements
