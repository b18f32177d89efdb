"""Links, comments and feedback over the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from generation.models import Feedback, ShareLink
from generation.shares.feedback import FORM
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.values import kept_run

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from generation.models import Run
    from tests.api.conftest import Program

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(alice: User, data_dir: Path) -> Run:
    return kept_run(DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment)


def test_a_link_is_made_listed_and_closed(as_alice: Program, run: Run) -> None:
    made = as_alice(
        "POST", f"/runs/{run.pk}/shares", {"name": "Wiki", "audience": "anyone", "hosts": ["www.notion.so"]}
    )
    told = made.json()
    path = "/s/" + told["address"].rstrip("/").rpartition("/")[2] + "/"

    assert (made.status_code, made.headers["Location"]) == (201, f"/api/v1/shares/{told['id']}")
    assert Client().get(path).status_code == 200
    assert told["frame"].startswith('<iframe src="')
    listed = as_alice("GET", f"/runs/{run.pk}/shares").json()["items"]
    assert [(each["name"], each["views"], each["is_open"]) for each in listed] == [("Wiki", 1, True)]
    assert not {"address", "frame", "password", "hash"} & listed[0].keys()
    assert as_alice("DELETE", f"/shares/{told['id']}").status_code == 204
    assert Client().get(path).status_code == 404


def test_a_link_with_a_password_needs_one(as_alice: Program, run: Run) -> None:
    answer = as_alice("POST", f"/runs/{run.pk}/shares", {"name": "Client"})

    assert (answer.status_code, answer.json()["code"]) == (422, "share_password_short")
    assert ShareLink.objects.count() == 0


def test_comments_are_made_and_listed(as_alice: Program, run: Run) -> None:
    answer = as_alice("POST", f"/runs/{run.pk}/comments", {"persona": 1, "text": "Why on Sunday?"})

    assert answer.status_code == 201
    listed = as_alice("GET", f"/runs/{run.pk}/comments").json()["items"]
    assert [(each["by"], each["text"], each["is_of_reader"]) for each in listed] == [
        ("Alice Arden", "Why on Sunday?", False)
    ]


def test_feedback_is_told_from_three_answers_on(as_alice: Program, run: Run) -> None:
    as_alice("POST", f"/runs/{run.pk}/shares", {"name": "Wiki", "audience": "anyone"})
    for number in range(3):
        answers = {item.key: 4 for item in FORM}
        Feedback.objects.create(run=run, persona=1, link=ShareLink.objects.get(), browser=str(number), answers=answers)
        told = as_alice("GET", f"/runs/{run.pk}/feedback").json()
        assert (told[0]["answers"], len(told[0]["results"])) == (number + 1, len(FORM) if number == 2 else 0)
