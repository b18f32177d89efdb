"""Comments on personas and statements: by members with mentions, and by readers of a link where it allows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.people.notices import tell
from accounts.teams.models import Membership, Role
from core.links import absolute
from core.prepared import Prepared
from core.timeformat import moment
from generation.personas.models import Persona, Statement
from generation.shares import pace
from generation.shares.models import COMMENT_LETTERS, NAME_LETTERS, Comment
from persona.messages import configuration_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet
    from django.http import HttpRequest

    from accounts.models import User
    from generation.runs.models import Run
    from generation.shares.models import ShareLink

READER = "A reader"


@dataclass(frozen=True)
class Shown:
    """A comment as a page shows it."""

    comment: Comment
    about: str
    """The words of the statement; "" where it is about the persona."""
    may_delete: bool = False

    @property
    def when(self) -> str:
        return moment(self.comment.created).lower()

    @property
    def initials(self) -> str:
        words = self.comment.by.split()
        return "".join(word[0] for word in (*words[:1], *words[1:][-1:])).upper()


def _of_persona(run: UUID, number: int) -> QuerySet[Comment]:
    return Comment.objects.filter(run=run, persona=number).select_related("author", "link")


def _of_team(team: UUID) -> QuerySet[Any, tuple[str, str]]:
    return Membership.objects.filter(team=team).values_list("user__name", "user__email")


_on_persona = Prepared(_of_persona, UUID, int)
_members = Prepared(_of_team, UUID)


def comments_for(link: ShareLink, number: int, statements: Sequence[Statement]) -> list[Shown]:
    """What readers of this link said about a persona, and what the team answered them; not what it says by itself."""
    texts = {statement.key: statement.text for statement in statements}
    found = Comment.objects.filter(run=link.run_id, persona=number, link=link, resolved=None)
    kept = (
        comment for comment in found.select_related("author") if not comment.statement or comment.statement in texts
    )
    return [Shown(comment, texts.get(comment.statement, "")) for comment in kept]


def comments_of(user: User, persona: Persona, membership: Membership) -> list[Shown]:
    """All comments on a persona, for members of the team."""
    found = _on_persona(persona.run_id, persona.position)
    about = {comment.statement for comment in found if comment.statement}
    texts = dict(_statements(persona, about)) if about else {}
    return [
        Shown(comment, texts.get(comment.statement, ""), comment.author_id == user.pk or membership.may_edit)
        for comment in found
    ]


def _statements(persona: Persona, keys: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Keys and words, of hidden ones, too."""
    return Statement.everything.filter(persona=persona, key__in=keys).values_list("key", "text")


def checked(text: str) -> str:
    """The text of a comment.

    Raises:
        ConfigurationError: it is empty or too long.
    """
    text = text.replace("\0", "").strip()
    if not text:
        raise configuration_error("comment_empty")
    if len(text) > COMMENT_LETTERS:
        raise configuration_error("comment_too_long", most=COMMENT_LETTERS)
    return text


def say(
    user: User, run: Run, persona: Persona, text: str, statement: str = "", answering: Comment | None = None
) -> Comment:
    """A member's comment; whoever is mentioned hears of it. An answer to a reader is seen by readers of the same link.

    Raises:
        ConfigurationError: it is empty or too long.
    """
    text = checked(text)
    known = statement in Statement.everything.filter(persona=persona).exclude(key="").values_list("key", flat=True)
    with transaction.atomic():
        made = Comment.objects.create(
            run=run,
            persona=persona.position,
            statement=statement if known else "",
            author=user,
            link=answering.link if answering else None,
            text=text,
        )
        for member in mentioned(text, run.experiment.team_id, by=user):
            transaction.on_commit(partial(_tell, member, made, persona))
    return made


def say_as_reader(request: HttpRequest, link: ShareLink, number: int, statements: Sequence[Statement]) -> Comment:
    """A reader's comment under the name that they give.

    Raises:
        ConfigurationError: it is empty or too long, or there were too many from one address.
    """
    text = checked(request.POST.get("text", ""))
    if not pace.may(request, "comment", pace.COMMENTS):
        raise configuration_error("comment_too_many")
    about = request.POST.get("statement", "")
    name = " ".join(request.POST.get("name", "").replace("\0", "").split())[:NAME_LETTERS]
    return Comment.objects.create(
        run=link.run,
        persona=number,
        statement=about if any(statement.key == about for statement in statements) else "",
        link=link,
        guest=name or READER,
        text=text,
    )


def resolve(comment: Comment, user: User, *, is_done: bool) -> None:
    """It is dealt with, or not after all; of two people who say the same the first one said it."""
    found = Comment.objects.filter(pk=comment.pk)
    if is_done:
        found.filter(resolved=None).update(resolved=timezone.now(), resolved_by=user)
    else:
        found.update(resolved=None, resolved_by=None)


def mentioned(text: str, team_id: UUID, *, by: User) -> list[Membership]:
    """Members of the team whose name stands behind an @: "@Jonas Lind", "@Jonas" or "@jonas@example.com".

    Of several names behind one @ the longest counts: "@Jonas Lind" does not mean another Jonas.
    """
    if "@" not in text:
        return []
    members = list(Membership.objects.filter(team=team_id).select_related("user", "team"))
    called = {member.pk: {name.casefold() for name in names_of(member.user)} for member in members}
    said = _names_said(text, {name for names in called.values() for name in names})
    return [member for member in members if called[member.pk] & said and member.user_id != by.pk]


def names_of(user: User) -> list[str]:
    """How a person can be mentioned."""
    return [name for name in (user.email, user.name, user.name.partition(" ")[0], user.email.partition("@")[0]) if name]


def _names_said(text: str, names: Iterable[str]) -> set[str]:
    """Those of the names, which are in small letters, that stand behind an @."""
    any_of = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return {found.casefold() for found in re.findall(rf"(?<!\w)@({any_of})(?!\w)", text, re.IGNORECASE)}


def mentionable(team_id: UUID) -> list[str]:
    """Names to mention, for a list beside the field."""
    return [name or email.partition("@")[0] for name, email in _members(team_id)]


def _tell(member: Membership, comment: Comment, persona: Persona) -> None:
    address = f"{absolute(reverse('generation:persona', args=[persona.pk]))}#talk"
    context = {"comment": comment, "persona": persona, "experiment": comment.run.experiment, "address": address}
    tell(member.user, "generation/mail/mentioned.txt", context)


def may_delete(comment: Comment, membership: Membership) -> bool:
    """One's own; editors also delete what others or readers wrote."""
    return comment.author_id == membership.user_id or membership.may(Role.EDITOR)
