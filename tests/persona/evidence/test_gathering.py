from __future__ import annotations

from persona.evidence.gathering import gather
from persona.evidence.models import Answers

FORM = (
    "Please tell us in your own words what you think about the visit, and leave this whole line out if you have nothing"
    " at all to say."
)
TEXTS = ["The queue is long", "the queue is long. Staff were kind", "", "ok", FORM, FORM, FORM, "Staff were kind"]


def test_each_wording_stands_once_and_each_passage_has_its_place() -> None:
    found = gather(Answers("visit", "", range(1, 9), TEXTS))

    assert sorted(text.casefold() for text in found.texts) == ["staff were kind", "the queue is long"]
    assert [
        (row, TEXTS[row - 1][start:end].casefold() == found.texts[wording].casefold())
        for row, start, end, wording in zip(
            found.rows.tolist(), found.starts.tolist(), found.ends.tolist(), found.wording.tolist(), strict=True
        )
    ] == [(1, True), (2, True), (2, True), (8, True)]


def test_openers_are_left_out_and_places_stay_true() -> None:
    found = gather(Answers("visit", "", [1], ["Honestly, the queue is long"]), openers=frozenset({"honestly"}))

    assert (list(found.texts), found.starts.tolist(), found.ends.tolist()) == (["the queue is long"], [10], [27])


def test_nothing_said_is_nothing_gathered() -> None:
    assert list(gather(Answers("visit", "", [1], ["..."])).texts) == []
