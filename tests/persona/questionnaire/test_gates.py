"""Who does not take part is no respondent, and the question about it forms no groups."""

from __future__ import annotations

from tests.questionnaires import cells, columns, notes, read

CONSENT = "I have read the sheet and agree to take part"


def _asked(consent: list[str], after: str) -> dict[str, list[str]]:
    """Three questions; where the consent is this one, nothing follows."""
    answers = {"Town?": cells("Oslo", "Lyon", "Bern"), "How was it? (1-5)": cells(*"12345"), "Why?": notes()}
    stopped = {name: ["" if said == after else cell for said, cell in zip(consent, column, strict=True)]
               for name, column in answers.items()}  # fmt: skip
    return {CONSENT: consent, **stopped, "Browser": cells("Safari", "Firefox")}


def test_the_rarer_answer_that_ends_the_survey_makes_a_gate() -> None:
    consent = ["I do not agree" if at % 10 == 3 else "I agree" for at in range(60)]
    found = read(columns(**_asked(consent, "I do not agree")))

    assert (found.questions[0].kind, found.questions[0].use, found.respondents) == ("administration", "none", 54)
    assert [(rows.reason, rows.rows, rows.default) for rows in found.excluded] == [("empty", 6, "left_out")]


def test_what_a_tool_writes_behind_a_gate_for_everybody_is_no_answer() -> None:
    """Coordinates, a village and who asked stand there for those, too, who did not want to take part."""
    consent = ["tidak" if at % 10 == 3 else "ya" for at in range(60)]
    behind = {
        "pos_n": [f"{-6 - at / 97:.6f}" for at in range(60)],
        "pos_e": [f"{107 + at / 89:.6f}" for at in range(60)],
        "petugas": cells("enum1", "enum2", "enum3"),
    }
    found = read(columns(petugas_1=cells("enum1", "enum2"), **_asked(consent, "tidak"), **behind))

    assert (found.questions[1].kind, found.respondents) == ("administration", 54)
    assert [(rows.reason, rows.rows, rows.default) for rows in found.excluded] == [("empty", 6, "left_out")]


def test_a_gate_may_bear_the_name_that_a_tool_gives_it() -> None:
    consent = ["no" if at % 10 == 3 else "yes" for at in range(60)]
    found = read(
        columns(**{"consent" if name == CONSENT else name: given for name, given in _asked(consent, "no").items()})
    )

    assert (found.questions[0].kind, found.respondents) == ("administration", 54)


def test_an_answer_after_which_others_are_asked_is_a_question() -> None:
    consent = ["No" if at % 10 == 3 else "Yes" for at in range(60)]
    found = read(columns(**_asked(consent, "nobody")))

    assert (found.questions[0].kind, found.respondents, found.excluded) == ("single_choice", 60, ())


def test_how_far_a_row_came_is_no_gate() -> None:
    status = ["PARTIAL" if at % 10 == 9 else "COMPLETED" for at in range(60)]
    given = _asked(status, "PARTIAL")
    del given[CONSENT]
    found = read(columns(**{"Response Status": status, "What do you do?": cells("Law", "Art", "Trade"), **given}))

    assert (found.questions[0].kind, found.respondents) == ("administration", 60)
    assert [(rows.reason, rows.rows, rows.default) for rows in found.excluded] == [("unfinished", 6, "kept")]
