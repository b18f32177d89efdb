"""The access matrix: every operation of the API × everybody who may call it, and what each is answered.

    python -m tests.api.matrix          prints what is expected; tests/api/test_access.py holds the API to it.

nobody has no token; a stranger and an operator (who runs the service) have tokens with all scopes, but own nothing of
it; a viewer has a token of the owner's that may only read.
"""

from __future__ import annotations

from typing import NamedTuple

PEOPLE = ("nobody", "stranger", "viewer", "owner", "operator")


class Row(NamedTuple):
    """What one operation answers to each of `PEOPLE`, and what it is sent."""

    nobody: int
    stranger: int
    viewer: int
    owner: int
    operator: int
    body: object = None


def _own(owner: int = 200, viewer: int = 200, body: object = None) -> Row:
    """Something that belongs to somebody: to others it does not exist."""
    return Row(401, 404, viewer, owner, 404, body)


def _lists(status: int = 200) -> Row:
    """A list, in which everybody finds only their own."""
    return Row(401, status, status, status, status)


def _makes(status: int, body: object) -> Row:
    """Whoever may write makes something of their own."""
    return Row(401, status, 403, status, status, body)


CSV = b"id,city,What annoys you?\n1,Porto,The plan breaks again.\n2,Faro,Recipes that take longer than they say.\n"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
HOOK = {"url": "https://hooks.example.com/persona", "events": ["generation.completed"]}

MATRIX: dict[str, Row] = {
    # experiments
    "list_experiments": _lists(),
    "create_experiment": _makes(201, {"name": "New"}),
    "get_experiment": _own(),
    "change_experiment": _own(viewer=403, body={"name": "Other"}),
    "delete_experiment": _own(204, viewer=403),
    "archive_experiment": _own(viewer=403),
    "unarchive_experiment": _own(viewer=403),
    "duplicate_experiment": _own(201, viewer=403, body={"with_data": True}),
    "search_experiments": Row(401, 422, 422, 422, 422),  # for nothing
    "list_bin": _lists(),
    "empty_bin": Row(401, 204, 403, 204, 204),
    "restore_experiment": _own(404, viewer=403),  # it is not in the bin
    "delete_binned": _own(404, viewer=403),
    "list_samples": _lists(),
    "create_sample_experiment": _makes(201, {"sample": "r-users"}),
    # data
    "upload_source": _own(409, viewer=403, body=CSV),  # personas point into the data
    "list_sources": _own(),
    "get_source": _own(),
    "reread_source": _own(409, viewer=403, body={"delimiter": ";"}),
    "list_left_out": _own(),
    "list_skipped": _own(),
    "list_questions": _own(),
    "change_questions": _own(viewer=403, body={"questions": {"country": {"use": "describe"}}}),
    "list_columns": _own(),
    "choose_columns": _own(viewer=403, body={"columns": {"Country": {"basis": True}}}),
    "list_rows": _own(),
    # runs
    "generate": _makes(202, CSV),
    "list_runs": _lists(),
    "start_run": _own(202, viewer=403, body={"count": 3}),
    "get_run": _own(),
    "list_events": _own(),
    "cancel_run": _own(202, viewer=403),
    "resume_run": _own(409, viewer=403),  # it is done
    "get_segmentation": _own(),
    # segments
    "find_segments": _own(202, viewer=403, body={"count": 3}),
    "get_segments": _own(),
    "edit_segments": _own(202, viewer=403, body={"edits": [{"type": "rename", "segment": 1, "name": "A"}]}),
    "run_segments": _own(202, viewer=403, body={}),
    # personas and results
    "list_personas": _own(),
    "get_persona": _own(),
    "list_statements": _own(),
    "get_statement": _own(),
    "list_edits": _own(),
    "keep_picture": _own(201, viewer=403, body={"picture": PIXEL}),
    "edit_result": _own(201, viewer=403, body={"action": {"type": "hide_persona", "persona": 1}}),
    "undo_edit": _own(201, viewer=403),
    "export_run": _own(),
    "compare_personas": _own(),
    "get_short_form": _own(),
    "ask_run": _own(body={"question": "What annoys people about plans?"}),
    "list_saved_questions": _own(),
    "save_question": _own(201, viewer=403, body={"question": "What annoys people about plans?"}),
    "delete_saved_question": _own(204, viewer=403),
    "assign_people": _own(
        viewer=403, body={"people": [{"Which plan are you on?": "Free", "What best describes your role?": "Teacher"}]}
    ),
    "place_among_own": _own(
        viewer=403, body={"personas": [{"name": "Free", "answers": {"Which plan are you on?": "Free"}}]}
    ),
    "compare_runs": _own(),
    "what_changed": _own(),
    # shares
    "list_shares": _own(),
    "create_share": _own(201, viewer=403, body={"name": "Client workshop", "audience": "anyone"}),
    "get_share": _own(),
    "close_share": _own(204, viewer=403),
    "list_comments": _own(),
    "create_comment": _own(201, viewer=403, body={"persona": 1, "text": "Why on Sunday?"}),
    "delete_comment": _own(204, viewer=403),
    "get_feedback": _own(),
    # webhooks
    "list_webhooks": _lists(),
    "create_webhook": _makes(201, HOOK),
    "get_webhook": _own(),
    "change_webhook": _own(viewer=403, body={"events": ["generation.failed"]}),
    "delete_webhook": _own(204, viewer=403),
    "rotate_secret": _own(201, viewer=403),
    "test_webhook": _own(202, viewer=403),
    "list_deliveries": _own(),
    "get_delivery": _own(),
    "redeliver": _own(202, viewer=403),
    # account
    "list_teams": _lists(),
    "list_members": _lists(),
    "get_look": _lists(),
    "change_look": _makes(200, {"titles": "#7a1f5c"}),
    "list_models": _lists(),
    "get_usage": _lists(),
}


def table() -> str:
    """The matrix in columns."""
    lines = [f"{'operation':<28}" + "".join(f"{person:>10}" for person in PEOPLE)]
    lines += [f"{name:<28}" + "".join(f"{status:>10}" for status in row[:5]) for name, row in MATRIX.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())  # noqa: T201 -- that is what it is for
