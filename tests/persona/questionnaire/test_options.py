"""Closed questions in one column: options over all spellings, several in a cell, and what is no answer."""

from __future__ import annotations

import pytest

from persona.questionnaire.context import Context
from persona.questionnaire.evidence import Evidence
from persona.questionnaire.models import Option
from persona.questionnaire.options import MOST_OPTIONS, option_list, several_in_a_cell, silent, split_anyhow
from persona.questionnaire.values.blanks import Blank
from persona.questionnaire.values.seen import Seen
from tests.questionnaires import filled, table_of, view


def evidence(given: str, name: str = "Q") -> Evidence:
    return Evidence(view(name, filled(given)))


def test_spellings_are_one_option_and_told_and_silence_is_none() -> None:
    found = option_list(evidence("Bus; bus; BUS; Car; Don't know; k. A."), "why")

    assert (found.kind, found.reason, found.no_answer) == ("single_choice", "why", ("k. A.",))
    assert found.options == (
        Option(label="Bus", count=30, spellings=("BUS", "bus")),
        Option(label="Car", count=10),
        Option(label="Don't know", count=10, no_opinion=True),
    )
    assert found.seen == (Seen("spellings", 3, ("Bus", "BUS", "bus")),)


def test_codes_that_are_left_aside_are_no_options() -> None:
    found = option_list(evidence("1; 2; 9"), "why", aside=("9",))

    assert (found.options, found.no_answer) == ((Option(label="1", count=20), Option(label="2", count=20)), ("9",))


def test_a_list_without_end_is_cut_at_its_rarest() -> None:
    words = [f"w{at:03}" for at in range(MOST_OPTIONS + 50)] + ["w249"]
    options = option_list(Evidence(view("Q", words)), "").options

    assert (len(options), options[0], options[-1]) == (
        200, Option(label="w249", count=2), Option(label="w198", count=1),
    )  # fmt: skip


def test_silence_is_told_commonest_first_and_no_more_than_twenty_times() -> None:
    counts = {f"c{at}": at for at in range(30)} | {"word": 99}
    blanks = dict.fromkeys([*counts][:30], Blank.REFUSED) | {"word": Blank.NO_OPINION}

    assert silent(counts, blanks) == tuple(f"c{at}" for at in range(29, 9, -1))


# Cells ~ kind ~ what parts them ~ options with their counts; nothing where a cell is one answer.
SEVERAL = """
a;b|b|c;a ~ multiple_choice ~ ; ~ a 40; b 40; c 20
a, b|b, c|c, a|b ~ multiple_choice ~ , ~ b 45; a 30; c 30
Rot、Blau|Blau|Gelb、Rot ~ multiple_choice ~ 、 ~ Blau 40; Rot 40; Gelb 20
أحمر، أزرق|أزرق|أخضر، أحمر ~ multiple_choice ~ ، ~ أحمر 40; أزرق 40; أخضر 20
["a","b"]|["b"]|["c","a"] ~ multiple_choice ~ [] ~ a 40; b 40; c 20
a;b|b|c;a|Don't know ~ multiple_choice ~ ; ~ a 30; b 30; c 15; Don't know 15
A;B;C|B;A;C|C;A;B|A;C;B|B;C;A ~ ranking ~ ; ~ A 24; B 24; C 12
x/y|y/z|x ~  ~  ~
A;B;C ~  ~  ~
plain|words ~  ~  ~
Paris, France|Rome, Italy|Bern, Switzerland ~  ~  ~
"""


@pytest.mark.parametrize(("given", "kind", "mark", "options"), table_of(SEVERAL))
def test_several_in_a_cell(given: str, kind: str, mark: str, options: str) -> None:
    found = several_in_a_cell(evidence(given if "|" in given else f"{given}|{given}"), Context())

    if not kind:
        assert found is None
        return
    assert (found.kind, (found.separator or "").strip()) == (kind, mark)
    assert sorted(f"{o.label} {o.count}" for o in found.options) == sorted(options.split("; "))
    assert [o.label for o in found.options if o.no_opinion] == (["Don't know"] if "Don't know" in given else [])


def test_a_person_who_says_so_has_cells_parted_by_their_commonest_mark() -> None:
    found = split_anyhow(evidence("x/y|y/z|x|x;y"))

    assert (found.kind, found.separator, [(o.label, o.count) for o in found.options]) == (
        "multiple_choice", "/", [("x", 30), ("y", 30), ("x;y", 15), ("z", 15)],
    )  # fmt: skip


def test_the_same_thing_twice_in_a_cell_is_one_tick() -> None:
    assert [(o.label, o.count) for o in split_anyhow(evidence("x;x;y|y")).options] == [("y", 60), ("x", 30)]
