"""Edits over HTTP as a program sees them: each in whole, in their order, once, and from nobody who may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from accounts.models import ApiToken
from accounts.teams.models import Membership, Role
from generation.models import EditEntry, Statement
from tests.api.conftest import Program
from tests.factories import ExperimentFactory, RunFactory, UserFactory
from tests.generation.values import evidence, kept_run, portrait

if TYPE_CHECKING:
    from accounts.models import User
    from generation.models import Run

pytestmark = pytest.mark.django_db
FIRST = "1-frustration-1"
HIDE = {"type": "hide_statement", "statement": FIRST}


def program(user: User, *scopes: str) -> Program:
    """A program of somebody's; it acts in the team that they are in last."""
    last = user.memberships.order_by("-pk").first()
    allowed = list(scopes or ("read", "write"))
    _, text = ApiToken.objects.issue(user, name="Tests", scopes=allowed, membership=last)
    return Program(text)


@pytest.fixture
def api(alice: User) -> Program:
    return program(alice)


def log(run: Run) -> str:
    return f"/runs/{run.pk}/edits"


def told(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def rewrite(text: str, **more: str) -> dict[str, Any]:
    return {"action": {"type": "rewrite_statement", "statement": FIRST, "text": text}} | more


def test_an_edit_is_told_in_whole(api: Program, run: Run) -> None:
    answer = api.post(log(run), rewrite("Plans <b>fall</b>"))

    entry = EditEntry.objects.get()
    assert (answer.status_code, answer.json()) == (
        201,
        {
            "id": str(entry.pk),
            "sequence": 1,
            "persona": 1,
            "action": {"type": "rewrite_statement", "statement": FIRST, "text": "Plans <b>fall</b>"},
            "who": "Alice Arden",
            "when": entry.told["when"],
            "state": "applied",
            "sentence": "changed a statement",
            "before": "Plans that break, 1",
            "after": "Plans <b>fall</b>",
            "problem": "",
            "undone": None,
        },
    )


def test_the_log_is_read_in_pages_from_the_last_that_one_has(api: Program, run: Run) -> None:
    for number in range(3):
        api.post(log(run), rewrite(f"Words {number}"))

    def page(**asked: int) -> tuple[list[str], int]:
        found = api.get(log(run), data=asked).json()
        return [item["after"] for item in found["items"]], found["next"]

    assert page(limit=2) == (["Words 0", "Words 1"], 2)
    assert page(after=2, limit=2) == (["Words 2"], 3)
    assert page(after=3) == ([], 3)
    assert [api.get(log(run), data=asked).status_code for asked in ({"limit": 0}, {"after": -1}, {"x": 1})] == [422] * 3


def test_a_log_that_has_not_grown_is_not_sent_again(api: Program, run: Run) -> None:
    known = {"If-None-Match": api.get(log(run)).headers["ETag"]}
    assert api.get(log(run), headers=known).status_code == 304

    api.post(log(run), {"action": HIDE})

    assert api.get(log(run), headers=known).status_code == 200


def test_to_undo_an_undoing_does_it_again(api: Program, run: Run) -> None:
    made = api.post(log(run), {"action": HIDE}).json()
    undone = api.post(f"{log(run)}/{made['id']}/undo").json()
    first, _ = api.get(log(run)).json()["items"]
    assert (first["state"], first["undone"]) == (
        "undone",
        {"edit": undone["id"], "who": "Alice Arden", "when": undone["when"]},
    )

    again = api.post(f"{log(run)}/{undone['id']}/undo")

    assert again.json()["action"] == {"type": "reverted", "edit": undone["id"]}
    assert [(item["state"], item["undone"] is None) for item in api.get(log(run)).json()["items"]] == [
        ("applied", True),
        ("undone", False),
        ("applied", True),
    ]
    assert Statement.objects.filter(key=FIRST).count() == 0


def test_what_is_undone_is_not_undone_twice(api: Program, run: Run) -> None:
    made = api.post(log(run), {"action": HIDE}).json()
    undo = f"{log(run)}/{made['id']}/undo"
    api.post(undo)

    answer = api.post(undo)

    assert told(answer) == (422, "edit_undone_already")
    assert (answer.json()["detail"], EditEntry.objects.count()) == ("This was undone already, by Alice Arden.", 2)


def test_the_same_request_sent_again_is_the_same_edit(api: Program, run: Run) -> None:
    key = {"Idempotency-Key": "once"}

    answers = [api.post(log(run), {"action": HIDE}, headers=key).json()["id"] for _ in range(2)]

    assert answers == [str(EditEntry.objects.get().pk)] * 2


def test_who_came_too_late_gets_both_wordings_and_both_are_in_the_log(api: Program, editor: User, run: Run) -> None:
    api.post(log(run), rewrite("First", expects=""))

    late = program(editor).post(log(run), rewrite("Second", expects=""))

    assert told(late) == (409, "edit_conflict")
    assert "Alice Arden changed this before you." in late.json()["detail"]
    listed = api.get(log(run)).json()["items"]
    assert [(item["who"], item["sentence"], item["after"], item["state"], item["persona"]) for item in listed] == [
        ("Alice Arden", "changed a statement", "First", "applied", 1),
        ("Bob Brook", "changed a statement", "Second", "undone", 1),
        ("Bob Brook", "undid a change", "", "applied", 1),
    ]
    assert Statement.objects.get(key=FIRST).text == "First"


def test_who_has_seen_the_last_edit_or_wants_the_same_is_in_no_conflict(api: Program, editor: User, run: Run) -> None:
    first = api.post(log(run), rewrite("First", expects="")).json()

    answers = [
        program(editor).post(log(run), rewrite(text, **expects)).status_code
        for text, expects in (("First", {"expects": ""}), ("Second", {}))
    ]
    assert answers == [201, 201]
    assert told(api.post(log(run), rewrite("Third", expects=first["id"]))) == (409, "edit_conflict")


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ({"type": "merge_personas", "personas": [1, 2], "made": portrait(3).model_dump(mode="json")}, "edit_handed_in"),
        (
            {"type": "split_persona", "persona": 1, "made": [portrait(n).model_dump(mode="json") for n in (3, 4)]},
            "edit_handed_in",
        ),
        (
            {
                "type": "count_quote",
                "statement": FIRST,
                "quote": evidence(quote="the plan BREAKS").model_dump(),
                "counted": True,
            },
            "edit_quote_missing",
        ),
        ({"type": "hide_statement", "statement": "gone"}, "edit_statement_missing"),
        ({"type": "reverted", "edit": str(uuid4())}, "edit_not_there"),
    ],
)
def test_what_was_not_counted_from_the_data_is_refused(
    api: Program, run: Run, action: dict[str, Any], code: str
) -> None:
    assert told(api.post(log(run), {"action": action})) == (422, code)
    assert EditEntry.objects.count() == 0


def test_a_quote_that_is_counted_is_the_one_of_the_data(api: Program, run: Run) -> None:
    quote = evidence(3, line=99).model_dump()

    made = api.post(
        log(run), {"action": {"type": "count_quote", "statement": FIRST, "quote": quote, "counted": True}}
    ).json()

    assert made["action"]["quote"] == evidence(3).model_dump()


def test_personas_are_merged_by_their_numbers(api: Program, run: Run) -> None:
    made = api.post(log(run), {"action": {"type": "merge_personas", "personas": [1, 2]}}).json()

    assert (made["state"], made["sentence"], made["persona"]) == ("applied", "merged personas", 3)


def test_edits_of_another_result_are_not_undone_from_here(api: Program, alice: User, run: Run) -> None:
    other = kept_run(ExperimentFactory(owner=alice))
    made = api.post(log(other), {"action": {"type": "hide_persona", "persona": 1}}).json()

    assert api.post(f"{log(run)}/{made['id']}/undo").status_code == 404
    assert api.post(f"{log(other)}/{made['id']}/undo").status_code == 201


def test_a_run_without_a_result_is_not_edited(api: Program, run: Run) -> None:
    waiting = RunFactory(experiment=run.experiment)

    assert told(api.post(log(waiting), {"action": HIDE}))[1] == "run_unfinished"


def test_strangers_find_nothing_and_viewers_and_readers_are_refused(alice: User, charlie: User, run: Run) -> None:
    Membership.objects.create(team=run.experiment.team, user=charlie, role=Role.VIEWER)
    made = program(alice).post(log(run), {"action": HIDE}).json()

    def answers(caller: Program) -> list[int]:
        read, written = caller.get(log(run)), caller.post(log(run), rewrite("x"))
        return [read.status_code, written.status_code, caller.post(f"{log(run)}/{made['id']}/undo").status_code]

    assert answers(program(UserFactory())) == [404, 404, 404]
    assert answers(program(charlie)) == [200, 403, 403]
    assert answers(program(alice, "read")) == [200, 403, 403]
    assert answers(Program()) == [401, 401, 401]
    assert EditEntry.objects.count() == 1
