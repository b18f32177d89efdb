"""Claims: whose words stand for them, who is counted, and which claim says the contrary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.evidence import claims
from persona.evidence.claims import (
    _counted,
    _Draft,
    _holds,
    _is_same,
    _joined,
    _least_by_words,
    _with_contraries,
    find_claims,
    name_of,
    showable,
)
from persona.evidence.gathering import gather
from persona.evidence.telling import asked, told
from persona.kinds import KINDS as STATEMENTS
from persona.text.comparing import Passages
from persona.text.judging import KINDS, Judgement
from tests.persona.evidence.shop import ASKED, BREAD, PARKING, QUEUES, Study, answers, study

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.evidence.heard import Backed

SHOP = [*QUEUES, *PARKING, *BREAD]
EACH = np.ones(6, np.int64)


@pytest.fixture(scope="module")
def shop() -> Study:
    return study(*SHOP)


def draft(
    place: int, counts: Sequence[int], *, chance: Sequence[float] = (), against: Sequence[float] = (), size: int = 6
) -> _Draft:
    """A claim by hand: the places of those whom it counts, surely unless told."""
    held = np.isin(np.arange(size), counts)
    return _Draft(
        place,
        None,  # type: ignore[arg-type]  # what was read is asked for only by words
        held,
        np.array(chance) if chance else held.astype(float),
        np.array(against) if against else np.zeros(size),
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param((0, [0, 1, 2]), (1, [0, 1, 2]), True, id="each counts the other, and the same people"),
        pytest.param((0, [0, 1, 2]), (3, [0, 1, 3]), True, id="one says the other, and most people make both"),
        pytest.param((0, [0, 1, 2, 3]), (1, [1, 4]), True, id="half of the smaller one's people"),
        pytest.param((0, [0, 1, 2, 3]), (1, [1, 4, 5]), False, id="less than half"),
        pytest.param((0, [0, 1, 2]), (3, [3, 1, 2]), False, id="neither counts the words of the other"),
        pytest.param((0, [0, 1]), (3, [3, 4]), False, id="nobody in common"),
    ],
)
def test_two_claims_are_one(one: tuple[int, list[int]], other: tuple[int, list[int]], *, expected: bool) -> None:
    assert _is_same(draft(*one), draft(*other), EACH) is expected
    assert _is_same(draft(*other), draft(*one), EACH) is expected


def test_people_decide_whether_two_claims_are_one_and_not_wordings() -> None:
    one, other = draft(0, [0, 1, 2]), draft(2, [2, 3, 4])

    assert not _is_same(one, other, np.array([1, 1, 1, 1, 1, 1]))
    assert _is_same(one, other, np.array([1, 1, 9, 1, 1, 1]))


@pytest.mark.parametrize(
    ("one", "other", "counts", "chance"),
    [
        pytest.param(
            draft(0, [0, 1], chance=(1, 0.8, 0.4, 0.2, 0, 0)),
            draft(1, [0, 1, 2, 3], chance=(0.9, 1, 0.7, 0.9, 0, 0)),
            [0, 1, 2],
            [1, 0.9999999, 0.7, 0.2, 0, 0],
            id="who is near says it too, in other words",
        ),
        pytest.param(
            draft(0, [0], chance=(1, 0.4, 0, 0, 0, 0)),
            draft(1, [0, 1], chance=(0.9, 1, 0, 0, 0, 0)),
            [0],
            [1, 0.4, 0, 0, 0, 0],
            id="the other's words do not count here",
        ),
    ],
)
def test_one_claim_in_two_wordings_has_the_people_of_both(
    one: _Draft, other: _Draft, counts: list[int], chance: list[float]
) -> None:
    found = _joined(one, other)

    assert np.flatnonzero(found.counts).tolist() == counts
    assert found.chance == pytest.approx(chance, abs=1e-6)
    assert found.place == one.place


@pytest.mark.parametrize(
    ("made", "members", "expected"),
    [
        pytest.param(draft(0, [0, 1]), [0, 1], True, id="all of its group and nobody else"),
        pytest.param(draft(0, [0], size=8), range(4), True, id="a quarter of its group"),
        pytest.param(draft(0, [0], size=8), range(5), False, id="less than a quarter"),
        pytest.param(draft(0, range(6), chance=(0.7,) * 6), [0], True, id="few of those it counts, but all surely"),
        pytest.param(draft(0, range(6), chance=(0.69,) * 6), [0], False, id="few of those it counts, unsurely"),
        pytest.param(draft(0, range(5), chance=(0.5,) * 5, size=5), [0], True, id="a fifth of those it counts"),
    ],
)
def test_a_statement_stands_for_its_group(made: _Draft, members: Sequence[int], *, expected: bool) -> None:
    assert _holds(made, np.array(members), np.ones(len(made.counts), np.int64)) is expected


def judged(texts: Sequence[str], *each: Judgement) -> Passages:
    """Passages with judgements by hand."""
    made = Passages(texts, [ASKED] * len(texts), deep=False)
    made.judged = list(each)
    return made


def judgement(*, readable: float = 1.0, sides: tuple[float, float] = (0, 0), **chances: float) -> Judgement:
    return Judgement(None, 0, tuple(chances.get(kind, 0.0) for kind in KINDS), readable, "", sides)


OPEN = "Comments"  # a question that asks for nothing


@pytest.mark.parametrize(
    ("question", "each", "expected"),
    [
        pytest.param(OPEN, [], ("", "neutral"), id="nobody was read"),
        pytest.param(OPEN, [judgement(need=0.6, none=0.4)], ("need", "neutral"), id="a need"),
        pytest.param(OPEN, [judgement(need=0.5, none=0.5)], ("", "neutral"), id="as much talk as sense"),
        pytest.param(
            OPEN, [judgement(need=0.2, none=0.8), judgement(need=1)], ("need", "neutral"), id="the mean of all counts"
        ),
        pytest.param(OPEN, [judgement(**dict.fromkeys(STATEMENTS, 0.125))], ("", "neutral"), id="no kind is likely"),
        pytest.param(OPEN, [judgement(delight=1, sides=(0.6, 0.1))], ("delight", "pos"), id="praise"),
        pytest.param(OPEN, [judgement(frustration=1, sides=(0.1, 0.6))], ("frustration", "neg"), id="blame"),
        pytest.param(OPEN, [judgement(opinion=1, sides=(0.6, 0.7))], ("opinion", "neg"), id="more blame than praise"),
        pytest.param(OPEN, [judgement(opinion=1, sides=(0.5, 0.4))], ("opinion", "neutral"), id="half is no side"),
        pytest.param(
            "What do you like least?",
            [judgement(delight=0.6, frustration=0.4)],
            ("frustration", "neutral"),
            id="the question decides",
        ),
    ],
)
def test_kind_and_attitude_of_what_several_say(question: str, each: list[Judgement], expected: tuple[str, str]) -> None:
    texts = [f"passage {place}" for place in range(len(each))]

    assert told(judged(texts, *each), np.arange(len(each)), question) == expected


def test_only_the_named_wordings_are_asked() -> None:
    made = judged(["one", "two"], judgement(need=1), judgement(goal=1))

    assert told(made, np.array([1]), OPEN) == ("goal", "neutral")


def test_a_question_weighs_what_it_asks_for_and_an_open_one_nothing() -> None:
    least, open_ = (dict(zip(KINDS, asked(question).tolist(), strict=True)) for question in (ASKED, OPEN))

    assert least["frustration"] == pytest.approx(1)
    assert max(chance for kind, chance in least.items() if kind != "frustration") < 0.2
    assert min(chance for kind, chance in open_.items() if kind != "none") > 0.8


@pytest.mark.parametrize(
    ("texts", "free", "readable", "expected"),
    [
        pytest.param(["Stale bread again"], False, 0.7, [True], id="readable"),
        pytest.param(["Stale bread again"], False, 0.69, [False], id="hardly readable"),
        pytest.param(["The shop"], False, 1, [False], id="only the question's own words"),
        pytest.param(["The shop is dirty"], False, 1, [True], id="more than the question's words"),
        pytest.param(["Documentation"], False, 1, [True], id="a mere name, where answers are short"),
        pytest.param(["But it is far too dear"], False, 1, [True], id="leans, where answers are short"),
        pytest.param(["Documentation"], True, 1, [False], id="a mere name, where people tell freely"),
        pytest.param(["But it is far too dear"], True, 1, [False], id="leans, where people tell freely"),
        pytest.param(["Bread here is stale"], True, 1, [True], id="four words, where people tell freely"),
    ],
)
def test_passages_that_may_be_shown_as_a_statement(
    texts: list[str], *, free: bool, readable: float, expected: list[bool]
) -> None:
    cell = ". ".join(texts) + (". Cold soup. Dirty floor" if free else "")
    made = judged(texts, *[judgement(readable=readable)] * len(texts))

    assert showable(gather(answers(cell)), made).tolist() == expected


@pytest.fixture(scope="module")
def visit() -> Study:
    """Six passages of six people; the wordings stand in the order of the rows."""
    said = [f"{word} was long here" for word in ("Queue", "Wait", "Line", "Talk", "Walk", "Ride")]
    gathered = gather(answers(*said))
    gathered = gathered._replace(texts=[gathered.texts[place] for place in gathered.wording], wording=np.arange(6))
    made = judged(gathered.texts, *[judgement(frustration=1, sides=(0, 1))] * 6)
    return Study(gathered, made, None, gathered.rows)  # type: ignore[arg-type]  # no space is asked for here


def counted(visit: Study, made: _Draft, people: Sequence[int] = range(1, 7)) -> Backed | None:
    return _counted(visit.gathered, visit.deep, made, np.array(people))


def test_a_claim_has_the_words_of_one_the_count_of_all_and_how_sure_they_are(visit: Study) -> None:
    found = counted(
        visit,
        draft(1, [0, 1, 2], chance=(0.8, 1, 0.6, 0.5, 0.3, 0.29), against=(0, 0, 0, 0.1, 0.49, 0)),
    )

    assert found is not None
    assert found.theme == (
        name_of("least", "claim", "Wait was long here"),
        "claim",
        "",
        "least",
        "Wait was long here",
        "frustration",
        "neg",
        3,
        0.8,
        "",
    )
    assert (found.places.tolist(), found.scores.tolist()) == ([0, 1, 2], [0.8, 1, 0.6])
    assert (found.near.tolist(), found.near_scores.tolist()) == ([3, 4], [0.5, 0.3])


@pytest.mark.parametrize(
    ("made", "people"),
    [
        pytest.param(draft(0, [0, 1]), range(1, 7), id="two people"),
        pytest.param(draft(0, [0, 1, 2, 3]), [1, 1, 2, 2, 5, 6], id="four passages of two people"),
    ],
)
def test_few_people_make_no_claim(visit: Study, made: _Draft, people: Sequence[int]) -> None:
    assert counted(visit, made, people) is None


def test_talk_is_no_claim(visit: Study) -> None:
    talk = judged(visit.gathered.texts, *[judgement(none=1)] * 6)

    assert counted(visit._replace(deep=talk), draft(0, [0, 1, 2])) is None


def test_near_are_the_likeliest_that_do_not_deny_it(visit: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "NEAR_SHOWN", 2)

    found = counted(visit, draft(0, [0, 1, 2], chance=(1, 1, 1, 0.3, 0.4, 0.5), against=(0, 0, 0, 0, 0.2, 0.6)))

    assert found is not None
    assert (found.near.tolist(), found.near_scores.tolist()) == ([4, 3], [0.4, 0.3])


def contraries(visit: Study, *drafts: _Draft) -> dict[str, tuple[int, str]]:
    """Of each claim its people and its contrary, both by the words that stand for them."""
    found = [one for made in drafts if (one := counted(visit, made)) is not None]
    out = _with_contraries(visit.gathered, visit.deep, found, drafts, visit.people)
    labels = {one.theme.id: one.theme.label.split()[0] for one in out}
    return {labels[one.theme.id]: (one.theme.people, labels.get(one.theme.opposite, "")) for one in out}


AGAINST = (0, 0, 0, 0.9, 0.8, 0.5)


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        pytest.param([draft(0, [0, 1, 2])], {"Queue": (3, "")}, id="nobody denies it"),
        pytest.param(
            [draft(0, [0, 1, 2], against=AGAINST)],
            {"Queue": (3, "Talk"), "Talk": (3, "Queue")},
            id="some deny it, and no claim says so yet",
        ),
        pytest.param(
            [draft(0, [0, 1, 2], against=(0, 0, 0, 0.9, 0.8, 0.49))], {"Queue": (3, "")}, id="too few deny it"
        ),
        pytest.param(
            [draft(0, [0, 1, 2], against=AGAINST), draft(4, [3, 4, 5])],
            {"Queue": (3, "Walk"), "Walk": (3, "Queue")},
            id="another claim says the contrary",
        ),
        pytest.param(
            [draft(0, [0, 1, 2]), draft(4, [3, 4, 5])], {"Queue": (3, ""), "Walk": (3, "")}, id="two that agree"
        ),
        pytest.param(
            [draft(0, [0, 1, 2, 3], against=AGAINST), draft(3, [0, 3, 4], against=(0.9, 0.9, 0.9, 0, 0, 0))],
            {"Queue": (4, "Talk"), "Talk": (3, "Queue")},
            id="each denies the other once",
        ),
    ],
)
def test_a_claim_that_some_deny_names_its_contrary(
    visit: Study, drafts: list[_Draft], expected: dict[str, tuple[int, str]]
) -> None:
    assert contraries(visit, *drafts) == expected


def test_a_contrary_made_of_those_who_deny_has_their_words_and_count(visit: Study) -> None:
    (claim,) = [counted(visit, draft(0, [0, 1, 2], against=AGAINST))]
    assert claim is not None

    found = _with_contraries(visit.gathered, visit.deep, [claim], [draft(0, [0, 1, 2], against=AGAINST)], visit.people)
    made = next(one for one in found if one.theme.id.endswith("-not"))

    assert made.theme == claim.theme._replace(
        id=f"{claim.theme.id}-not",
        label="Talk was long here",
        precision=0.7333,
        opposite=claim.theme.id,
    )
    assert (made.places.tolist(), made.scores.tolist(), made.near.tolist()) == ([3, 4, 5], [0.9, 0.8, 0.5], [])


def test_those_who_deny_make_no_claim_where_none_of_them_can_be_read(visit: Study) -> None:
    unreadable = judged(visit.gathered.texts, *[judgement(frustration=1, readable=0.69)] * 6)

    assert contraries(visit._replace(deep=unreadable), draft(0, [0, 1, 2], against=AGAINST)) == {"Queue": (3, "")}


@pytest.mark.parametrize("read", [None, 8, 2])
def test_claims_count_only_what_they_can_tell(read: int | None) -> None:
    """However few wordings are read deep: counts are those of the places, and each label is somebody's words."""
    some = study(*SHOP, read=read)
    found = find_claims(*some)

    assert [one.theme.people for one in found] == [len(set(some.gathered.rows[one.places].tolist())) for one in found]
    assert {one.theme.label for one in found} <= set(some.deep.texts)
    assert all(not set(one.places.tolist()) & set(one.near.tolist()) for one in found)


def test_wordings_that_are_not_read_are_counted_by_their_words_block_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    some = study(*QUEUES, *BREAD, read=6)
    whole = [(one.theme, one.places.tolist(), one.scores.tolist()) for one in find_claims(*some)]
    monkeypatch.setattr(claims, "AT_ONCE", 1)

    assert [(one.theme, one.places.tolist(), one.scores.tolist()) for one in find_claims(*some)] == whole
    assert any(some.gathered.wording[place] >= 6 for _, places, _ in whole for place in places)


@pytest.mark.parametrize("texts", [(), ("Stale bread",), ("Stale bread", "A long queue")])
def test_few_passages_make_no_claim(texts: tuple[str, ...]) -> None:
    assert find_claims(*study(*texts)) == []


def test_the_chance_by_words_is_where_most_of_those_counted_are_right(shop: Study) -> None:
    """A statement that is right about all whom words count takes them all; one that is right about none, nobody."""
    place = shop.deep.texts.index(QUEUES[0])
    size = len(shop.deep.texts)
    counts, chance, _ = claims.likeness().arrays(shop.deep.against(shop.deep.read(place)), by_words=True)
    made = _Draft(place, shop.deep.read(place), counts, chance, np.zeros(size))

    assert _least_by_words(shop.deep, made) == chance[counts].min()
    assert _least_by_words(shop.deep, made._replace(counts=np.zeros(size, bool))) == 1.0


def test_names_are_of_the_words_alone() -> None:
    assert name_of("least", "claim", "Too long") == name_of("least", "claim", "Too long")
    assert len({name_of(*one) for one in (("a", "claim", "b"), ("a", "topic", "b"), ("b", "claim", "a"))}) == 3
