"""Everything that is written into the activity log, and how pages say it."""

from __future__ import annotations

from typing import NamedTuple


class Action(NamedTuple):
    words: str
    group: str


GROUPS = {
    "sign-in": "Sign-in",
    "people": "People and roles",
    "shares": "Downloads and shares",
    "keys": "Keys and tokens",
    "experiments": "Experiments",
    "operators": "Operators",
}
ACTIONS = {
    "signed_in": Action("Signed in", "sign-in"),
    "sign_in_failed": Action("Wrong password or code", "sign-in"),
    "signed_out": Action("Signed out", "sign-in"),
    "password_changed": Action("Changed the password", "sign-in"),
    "second_step_added": Action("Added a second step", "sign-in"),
    "second_step_removed": Action("Removed a second step", "sign-in"),
    "sessions_ended": Action("Signed out on other devices", "sign-in"),
    "account_made": Action("Made an account", "people"),
    "account_deleted": Action("Deleted the account", "people"),
    "data_exported": Action("Took their data with them", "people"),
    "invited": Action("Invited somebody", "people"),
    "invitation_taken_back": Action("Took an invitation back", "people"),
    "member_joined": Action("Joined the team", "people"),
    "member_left": Action("Left the team", "people"),
    "member_removed": Action("Removed a member", "people"),
    "role_changed": Action("Changed a role", "people"),
    "handed_over": Action("Handed the team over", "people"),
    "look_changed": Action("Changed the team’s look", "people"),
    "exported": Action("Downloaded a result", "shares"),
    "share_made": Action("Made a share link", "shares"),
    "share_closed": Action("Closed a share link", "shares"),
    "share_opened": Action("Opened a share link again", "shares"),
    "token_made": Action("Made an API token", "keys"),
    "token_revoked": Action("Revoked an API token", "keys"),
    "key_kept": Action("Gave an AI key", "keys"),
    "key_removed": Action("Removed an AI key", "keys"),
    "experiment_binned": Action("Moved an experiment to the bin", "experiments"),
    "experiment_restored": Action("Put an experiment back", "experiments"),
    "experiment_deleted": Action("Deleted an experiment for good", "experiments"),
    "administered": Action("Changed something in the administration", "operators"),
    "made_operator": Action("Made an operator", "operators"),
    "tidied": Action("Kept the rules of retention", "operators"),
    "second_step_reset": Action("Switched a second step off for somebody", "operators"),
}


def of_group(group: str) -> list[str]:
    return [name for name, action in ACTIONS.items() if action.group == group]
