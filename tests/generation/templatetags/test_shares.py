"""What pages say of links and comments: until when, how readers get in, what was ticked, who may be mentioned."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone

from accounts.teams.models import Membership, Role
from generation.models import Comment, ShareLink
from generation.templatetags.shares import ACCESS, access, ends, is_given, talk
from tests.factories import ExperimentFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from accounts.models import User

NOW = timezone.now()


@pytest.mark.parametrize(("days", "word"), [(1, "ends"), (-1, "ended")])
def test_a_link_says_until_when(days: int, word: str) -> None:
    end: datetime = NOW + timedelta(days=days)

    assert ends(ShareLink(expires=end)) == f"{word} {end:%-d %b %Y}"


def test_every_audience_has_words() -> None:
    assert ACCESS.keys() == set(ShareLink.Audience.values)
    assert [access(ShareLink(audience=each)) for each in ShareLink.Audience] == list(ACCESS.values())


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (None, ""),
        ({}, ""),
        ({"clarity": "5"}, " checked"),
        ({"clarity": "4"}, ""),
        ({"clarity": '5" onclick="x'}, ""),
    ],
    ids=str,
)
def test_a_button_is_ticked_where_it_was(given: dict[str, str] | None, shown: str) -> None:
    assert is_given(given, "clarity", "5") == shown
    assert Template("{% load shares %}{% is_given given 'clarity' '5' %}").render(Context({"given": given})) == shown


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "mine"), [(Role.VIEWER, [False, True]), (Role.EDITOR, [True, True])])
def test_what_is_said_of_a_persona_and_what_one_may_delete(
    alice: User, bob: User, role: Role, mine: list[bool]
) -> None:
    run = finished_run(ExperimentFactory(owner=alice))
    membership = Membership.objects.create(team=run.experiment.team, user=bob, role=role)
    for who in (alice, bob):
        Comment.objects.create(run=run, persona=1, author=who, text=f"by {who.name}")
    Comment.objects.create(run=run, persona=2, author=alice, text="of another")
    request = RequestFactory().get("/")
    request.user = bob
    shown = talk({"request": request, "membership": membership}, run.personas.get(position=1))

    assert [(each.comment.text, each.may_delete) for each in shown["comments"]] == [
        ("by Alice Arden", mine[0]),
        ("by Bob Brook", mine[1]),
    ]
    assert (shown["about"], sorted(shown["names"])) == (None, ["Alice Arden", "Bob Brook"])


@pytest.mark.django_db
def test_with_a_drawer_open_the_statement_is_spoken_of(alice: User) -> None:
    class Drawer:
        statement = "the one that is open"

    run = finished_run(ExperimentFactory(owner=alice))
    request = RequestFactory().get("/")
    request.user = alice
    context = {"request": request, "membership": alice.membership, "drawer": Drawer()}

    assert talk(context, run.personas.get(position=1))["about"] == "the one that is open"
