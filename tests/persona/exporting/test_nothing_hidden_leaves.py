"""Whatever is hidden stands in no file of any format: columns, words, names and addresses, by a secret word each."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.exceptions import ConfigurationError
from persona.exporting.choosing import Choice, Chosen, narrowed
from persona.exporting.formats import FORMATS, export, export_run
from persona.exporting.hiding import for_strangers, without_columns, without_words
from persona.models import Asked, Column, ColumnRole, FactTold, GenerationResult, GroupCount, Statement, StorySentence
from persona.models.personas import Contrast
from persona.models.reading import Problem, SheetChange, SkippedLine, SourceReport, Speaker
from tests.persona.exporting.results import BARE, FACTS, PERSONA, RESULT, STATEMENTS, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from persona.models import Persona

ALONE = [name for name, about in FORMATS.items() if not about.is_whole]
QUICK = [name for name in ALONE if FORMATS[name].package != "typst"]
"""Pages that are typeset are made from the same sheets, and seconds of them would be spent here."""
SECRET = "Zyxxyst"
"""A word that stands nowhere else."""


def text_of(data: bytes, kind: str) -> str:
    """All text of a file, that of an office file's parts, too."""
    if FORMATS[kind].ending not in ("xlsx", "pptx", "docx"):  # type: ignore[index]
        return data.decode()
    found = []
    with ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            part = parts.read(name)
            if name.endswith(".xlsx"):  # the numbers behind a chart
                found.append(text_of(part, "xlsx"))
            elif name.endswith((".xml", ".rels")):
                found.append(re.sub(r"<[^>]+>", "", part.decode()) + part.decode())
    return "\n".join(found)


def leaks(result: GenerationResult, secrets: Iterable[str], kinds: Iterable[str] = QUICK) -> dict[str, list[str]]:
    """Format -> what of the secrets stands in its file."""
    found = {}
    for kind in kinds:
        text = text_of(export(result, kind), kind).casefold()
        found[kind] = [secret for secret in secrets if secret.casefold() in text]
    return {kind: each for kind, each in found.items() if each}


def column(name: str, question: str, **more: object) -> Column:
    fields = {"position": 0, "role": ColumnRole.CATEGORY, "basis": True, "filled": 20, "distinct": 3}
    return Column.model_validate(fields | {"name": name, "question": question} | more)


def counted(name: str, option: str) -> Statement:
    groups = tuple(GroupCount(persona=at, base=8, count=3, share=0.4) for at in (1, 2))
    return Statement(
        id="1-habit-7", kind="behaviour", text=f"Answers {option}", origin="counted", strength="clear", support=3,
        base=8, note="3 of 8", evidence=(), question="What is your income?", option=option, share=0.4,
        asked=(Asked(column=name, question="What is your income?"),), groups=groups,
    )  # fmt: skip


@pytest.fixture(scope="module")
def telling() -> GenerationResult:
    """A result that tells of a column in every way there is."""
    secret = FACTS[0].model_copy(update={"column": "Income", "label": SECRET, "value": f"{SECRET} 62 %"})
    statements = (*STATEMENTS, counted("Income", SECRET), _quoting("Income", f"my {SECRET} is too low for that"))
    story = (
        StorySentence(about="who", text="Plans on Sundays.", statements=("1-goal-1",)),
        StorySentence(about="who", text=f"Most are {SECRET}.", facts=(FactTold(column="Income", option=SECRET),)),
        StorySentence(about="who", text="Answers that, too.", statements=("1-habit-7",)),
    )
    persona = PERSONA.model_copy(
        update={
            "label": f"The {SECRET} planner", "tagline": f"{SECRET} and proud", "story": story,
            "summary": " ".join(each.text for each in story), "facts": (secret, *FACTS), "statements": statements,
            "quotes": (said(3, "Sunday is my day."), said(4, f"{SECRET}, honestly", column="Income")),
            "warnings": ("Few answered “What is your income?”.",),
        }
    )  # fmt: skip
    columns = (
        column("Income", "What is your income?", options=(SECRET, "Other"), examples=(SECRET,)),
        column("Tool", "Which tool?", options=("Paper",)),
    )
    warnings = (*RESULT.warnings, f"“Income” holds {SECRET}.")
    return RESULT.model_copy(update={"personas": (persona, BARE), "columns": columns, "warnings": warnings})


def _quoting(name: str, words: str) -> Statement:
    return STATEMENTS[0].model_copy(
        update={"id": "1-goal-9", "text": words, "evidence": (said(6, words, column=name),)}
    )


# -- columns -------------------------------------------------------------------------------------------------
def test_the_secret_stands_in_every_format_before(telling: GenerationResult) -> None:
    assert sorted(leaks(telling, [SECRET])) == sorted(QUICK)


def test_a_hidden_column_stands_in_no_format(telling: GenerationResult) -> None:
    assert leaks(without_columns(telling, ["Income"]), [SECRET, "income"]) == {}


@pytest.mark.parametrize("kind", ["svg", "pdf", "png", "charts", "charts-svg"])
def test_nor_among_the_words_that_are_typeset(telling: GenerationResult, kind: str) -> None:
    """Their pages are drawn from these sheets and the page on method."""
    from persona.exporting.method import method
    from persona.exporting.paper.sheet import sheet

    hidden = without_columns(telling, ["Income"])
    told = repr([*(sheet(persona, hidden) for persona in hidden.personas), method(hidden)])

    assert SECRET.casefold() not in told.casefold()
    assert FORMATS[kind].package == "typst"  # type: ignore[index]


def test_what_is_shown_stays(telling: GenerationResult) -> None:
    shown = without_columns(telling, ["Income"]).personas[0]

    assert (shown.label, shown.tagline, shown.summary) == ("Group 1", "want <one> plan", "Plans on Sundays.")
    assert ([each.id for each in shown.statements], shown.facts) == (["1-goal-1", "1-frustration-1"], FACTS)
    assert [quote.quote for quote in shown.quotes] == ["Sunday is my day."]
    assert shown.warnings == ()


def test_hiding_twice_hides_no_more(telling: GenerationResult) -> None:
    once = without_columns(telling, ["Income"])

    assert without_columns(once, ["Income"]) == once


@settings(max_examples=20)
@given(st.permutations(["Income", "Tool", "Nowhere"]))
def test_the_order_of_columns_says_nothing(telling: GenerationResult, columns: list[str]) -> None:
    assert without_columns(telling, columns) == without_columns(telling, sorted(columns))


def test_without_any_column_nothing_changes(telling: GenerationResult) -> None:
    assert without_columns(telling, []) is telling


@settings(max_examples=15)
@given(
    st.sampled_from(["label", "tagline", "summary"]), st.sampled_from(["ZYXXYST", "zyxxyst", "Zyxxyst's", "a-zyxxyst"])
)
def test_what_somebody_wrote_goes_with_a_word_of_it_in_any_case(
    telling: GenerationResult, field: str, word: str
) -> None:
    persona = telling.personas[0].model_copy(update={field: f"Loves {word}"})
    result = telling.model_copy(update={"personas": (persona, BARE)})

    shown = without_columns(result, ["Income"], rewritten={1: [field]}).personas[0]
    assert SECRET.casefold() not in getattr(shown, field).casefold()


# -- words ---------------------------------------------------------------------------------------------------
LONG = "I keep a paper list on the fridge and nobody reads it"


def spoken(**changes: object) -> GenerationResult:
    """A persona that quotes one long answer, with these fields."""
    quoting = STATEMENTS[0].model_copy(update={"id": "1-need-1", "kind": "need", "evidence": (said(8, LONG),)})
    fields = {"statements": (quoting,), "quotes": (said(8, LONG),)} | changes
    return RESULT.model_copy(update={"personas": (PERSONA.model_copy(update=fields), BARE)})


@pytest.mark.parametrize("field", ["label", "tagline", "summary"])
@pytest.mark.parametrize(
    "words",
    [LONG, LONG.upper(), f"“{LONG}!”", f"They say: {LONG}.", "a paper list on the fridge", LONG.replace(" ", "  ")],
    ids=["as it is", "case", "marks", "within", "a part", "spaces"],
)
def test_a_sentence_that_is_an_answer_goes_with_the_words(field: str, words: str) -> None:
    shown = narrowed(without_words(spoken(**{field: words})), Choice(quotes=False))

    assert "paper list on the fridge" not in shown.model_dump_json().casefold()


def test_a_few_words_that_somebody_also_wrote_stay() -> None:
    shown = without_words(spoken(label="The paper list", tagline="Nobody reads it"))

    assert (shown.personas[0].label, shown.personas[0].tagline) == ("The paper list", "Nobody reads it")


def test_a_statement_and_the_story_that_rests_on_it_go_together() -> None:
    said_so = STATEMENTS[0].model_copy(update={"text": LONG, "evidence": (said(8, LONG),)})
    story = (
        StorySentence(about="who", text="So it is.", statements=(said_so.id,)),
        StorySentence(about="who", text="Plans."),
    )
    shown = without_words(
        spoken(statements=(said_so, STATEMENTS[1]), story=story, summary=f"So it is. {LONG}")
    ).personas[0]

    assert [each.id for each in shown.statements] == ["1-frustration-1"]
    assert ([each.text for each in shown.story], shown.summary) == (["Plans."], "Plans.")


def test_without_quotes_no_format_holds_one() -> None:
    shown = narrowed(without_words(spoken()), Choice(quotes=False))

    assert leaks(shown, [LONG, "fridge"]) == {}
    assert "fridge" in text_of(export(spoken(), "md"), "md")


# -- names and personas --------------------------------------------------------------------------------------
def test_without_names_no_format_holds_one() -> None:
    labelled = RESULT.model_copy(
        update={"personas": (PERSONA.model_copy(update={"label": "Sunday planners", "name": SECRET}), BARE)}
    )

    assert leaks(narrowed(labelled, Choice(names=False)), [SECRET]) == {}
    assert leaks(labelled, [SECRET]) != {}


def test_where_there_is_no_label_a_name_stays() -> None:
    assert [persona.name for persona in narrowed(RESULT, Choice(names=False)).personas] == [PERSONA.name, BARE.name]


@pytest.mark.parametrize(("personas", "kept"), [((), [1, 2]), ((2,), [2]), ((2, 1), [1, 2]), ((1, 1), [1])])
def test_only_chosen_personas_leave_in_the_order_of_the_result(personas: tuple[int, ...], kept: list[int]) -> None:
    assert [persona.index for persona in narrowed(RESULT, Choice(personas=personas)).personas] == kept


def test_who_is_not_chosen_stands_in_no_format() -> None:
    other = BARE.model_copy(update={"name": SECRET, "tagline": SECRET, "summary": SECRET})
    result = RESULT.model_copy(update={"personas": (PERSONA, other)})

    assert leaks(narrowed(result, Choice(personas=(1,))), [SECRET]) == {}


@pytest.mark.parametrize("number", [0, -1, 3, 99])
def test_a_persona_that_is_not_there_is_told(number: int) -> None:
    with pytest.raises(ConfigurationError) as refused:
        narrowed(RESULT, Choice(personas=(1, number)))
    assert refused.value.code == "persona_missing"


def test_a_chosen_run_tells_the_rest_as_it_was(finished: object) -> None:
    run = finished.output  # type: ignore[attr-defined]
    chosen = Chosen(run, Choice(personas=(1,), quotes=False))

    assert [persona.index for persona in chosen.result().personas] == [1]
    assert (chosen.day(), chosen.cross_tables()) == (run.day(), run.cross_tables())
    assert export_run(chosen, "assignments") == export_run(run, "assignments")
    assert json.loads(export_run(chosen, "json"))["personas"][0]["quotes"] == []


# -- strangers -----------------------------------------------------------------------------------------------
MAIL = "ana.secret@example.com"


def with_mail(persona: Persona) -> Persona:
    story = (StorySentence(about="who", text=f"Asks {MAIL}."),)
    told = STATEMENTS[0].model_copy(update={"text": f"Ask {MAIL}", "evidence": (said(2, f"ask {MAIL} please"),)})
    return persona.model_copy(
        update={
            "label": f"Friends of {MAIL}", "tagline": MAIL, "summary": f"Asks {MAIL}.", "story": story,
            "statements": (told,), "quotes": (said(3, f"I asked {MAIL}"),),
        }
    )  # fmt: skip


def test_strangers_see_no_address_in_any_format() -> None:
    result = RESULT.model_copy(
        update={"personas": (with_mail(PERSONA), BARE), "columns": (column("Mail", "Mail?", examples=(MAIL,)),)}
    )

    assert leaks(for_strangers(result), [MAIL, "ana.secret"]) == {}
    assert leaks(result, [MAIL]) != {}


REPORT = SourceReport(
    name="a.csv", kind="transcript", bytes=1, sha256="0", encoding="utf-8", encoding_how="checked",
    encoding_samples=(SECRET,), delimiter=",", quote='"', header_line=1, names=("Income", "Tool"),
    labels=("What is your income?", "Which tool?"), rows=20, rows_per_part=20, parts=("a.parquet",),
    titles=(SECRET,), speakers=(Speaker(name=SECRET, role="answers"),), skipped={"broken": 2},
    skipped_lines=(SkippedLine(line=3, code="broken", message=SECRET, text=SECRET),),
    repaired=(Problem(code="cut", message=SECRET),), sheets_beside={"Income": "Tool"},
    sheet_changes=(SheetChange(sheet="b", new=("Income",)),),
)  # fmt: skip


def test_strangers_see_neither_lines_of_the_file_nor_who_speaks_in_it() -> None:
    result = RESULT.model_copy(update={"sources": (REPORT,)})

    assert leaks(for_strangers(result), [SECRET]) == {}
    assert leaks(result, [SECRET]) == {"json": [SECRET]}


def test_a_file_whose_column_is_hidden_keeps_its_name_and_rows(telling: GenerationResult) -> None:
    """By these quotes are found, and people counted."""
    hidden = without_columns(telling.model_copy(update={"sources": (REPORT, REPORT)}), ["Income"])

    assert leaks(hidden, [SECRET, "income"]) == {}
    assert [(each.name, each.rows, each.skipped_total, each.names) for each in hidden.sources] == [
        ("a.csv", 20, 2, ()),
    ] * 2  # fmt: skip


def test_facts_contrasts_and_warnings_are_masked_for_strangers() -> None:
    contrast = Contrast(persona=2, statement="1-goal-1", text=f"Asks {MAIL}", here="1", there="2", topic=MAIL)
    fact = FACTS[0].model_copy(update={"label": f"Writes to {MAIL}", "value": MAIL})
    persona = PERSONA.model_copy(update={"unlike": (contrast,), "facts": (fact,), "warnings": (f"{MAIL} is odd.",)})

    assert leaks(for_strangers(RESULT.model_copy(update={"personas": (persona,)})), [MAIL]) == {}


def test_for_strangers_is_for_strangers_twice() -> None:
    result = RESULT.model_copy(update={"personas": (with_mail(PERSONA), BARE)})

    assert for_strangers(for_strangers(result)) == for_strangers(result)
