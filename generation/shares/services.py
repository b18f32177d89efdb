"""Make, close and open again a link of a result."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from django.contrib.auth.hashers import make_password
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from accounts.audit.services import record
from core.links import absolute
from generation.edits.log import edited
from generation.runs.models import Run
from generation.shares.models import ShareLink, digest, new_secret
from persona.messages import configuration_error

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from accounts.models import Team, User
    from experiments.models import Experiment

DAYS = 30
CHOICES_OF_DAYS = (7, 30, 90, 366)
MOST_DAYS = 366
LIVE_MOST = 100
PASSWORD_LEAST = 8
HOSTS_MOST = 10
UNNAMED = "A link"
_HOST = re.compile(r"(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?")


class Made(NamedTuple):
    """A new link, and its address, which is never to be seen again."""

    link: ShareLink
    address: str
    frame: str
    """Markup that shows it on another site; "" where none may."""


def share(
    user: User,
    run: Run,
    *,
    name: str,
    audience: str = ShareLink.Audience.ANYONE,
    password: str = "",
    days: int = DAYS,
    quotes: bool = True,
    names: bool = True,
    downloads: bool = False,
    comments: bool = False,
    hidden: Collection[str] = (),
    hosts: Sequence[str] = (),
    key: UUID | None = None,
) -> Made:
    """A link that shows the result of a run to readers; `key` becomes its id.

    Raises:
        ConfigurationError: the run has no result; no password or a short one; an origin or a hidden column that is
            none; too many links.
    """
    if run.status != Run.Status.DONE:
        raise configuration_error("run_unfinished", name=f"Run {run.number}")
    if audience == ShareLink.Audience.PASSWORD and len(password) < PASSWORD_LEAST:
        raise configuration_error("share_password_short", least=PASSWORD_LEAST)
    _demand_columns(run, hidden)
    _demand_room(run)
    secret = new_secret()
    fields = {"id": key} if key else {}
    link = ShareLink.objects.create(
        **fields,
        run=run,
        made_by=user,
        name=name.strip() or UNNAMED,
        hash=digest(secret),
        audience=audience,
        password=make_password(password) if audience == ShareLink.Audience.PASSWORD else "",
        quotes=quotes,
        names=names,
        downloads=downloads,
        comments=comments,
        hidden=sorted(hidden),
        hosts=origins(hosts),
        expires=timezone.now() + timedelta(days=min(days, MOST_DAYS)),
    )
    record("share_made", team=run.experiment.team_id, about=run.experiment, person=user.pk, audience=str(audience))
    inside = absolute(reverse("generation:embed", args=[secret]))
    frame = f'<iframe src="{inside}" title="{escape(run.experiment.name)}" width="100%" height="800"></iframe>'
    return Made(link, absolute(reverse("generation:shared", args=[secret])), frame if link.hosts else "")


def _demand_columns(run: Run, hidden: Collection[str]) -> None:
    """A column that is written wrongly would be shown."""
    if hidden:
        names = [column.name for column in edited(run).applied.result.columns]
        for name in sorted(set(hidden) - set(names)):
            raise configuration_error("unknown_column", column=name, names=", ".join(names))


def _demand_room(run: Run) -> None:
    if ShareLink.objects.filter(run__experiment=run.experiment_id).live().count() >= LIVE_MOST:
        raise configuration_error("share_too_many", most=LIVE_MOST)


def origins(hosts: Sequence[str]) -> list[str]:
    """Hosts as a content policy names them: "https://www.notion.so".

    Raises:
        ConfigurationError: one is none, or there are too many.
    """
    found = list(dict.fromkeys(_origin(host.strip().lower()) for host in hosts if host.strip()))
    if len(found) > HOSTS_MOST:
        raise configuration_error("share_hosts_many", most=HOSTS_MOST)
    return found


def _origin(host: str) -> str:
    scheme, found, rest = host.partition("://")
    bare = rest if found else host
    try:
        is_url = not found or bool(urlsplit(host).hostname)
    except ValueError:
        is_url = False
    bare = bare.rstrip("/")
    if (found and scheme != "https") or not is_url or not _HOST.fullmatch(bare) or "." not in bare:
        raise configuration_error("share_host", host=host[:100])
    return f"https://{bare}"


def close(link: ShareLink) -> None:
    """From the next request on it shows nothing; it can be opened again."""
    if ShareLink.objects.filter(pk=link.pk, closed=None).update(closed=timezone.now()):
        record("share_closed", team=link.run.experiment.team_id, about=link)


def open_again(link: ShareLink) -> None:
    """The same address shows the result again; where its time was over, for another 30 days.

    Raises:
        ConfigurationError: too many links are open.
    """
    if not link.is_open:
        _demand_room(link.run)
    expires = max(link.expires, timezone.now() + timedelta(days=DAYS)) if link.has_ended else link.expires
    ShareLink.objects.filter(pk=link.pk).update(closed=None, expires=expires)
    record("share_opened", team=link.run.experiment.team_id, about=link)


def close_all(user: User, team: Team | None = None, **_: object) -> None:
    """Close what somebody shared: they are in the team no more, or somebody else may have had their account."""
    mine = ShareLink.objects.filter(made_by=user, closed=None)
    (mine.filter(run__experiment__team=team) if team else mine).update(closed=timezone.now())


def close_moved(experiment: Experiment, **_: object) -> None:
    """An experiment went to another team, whose people decide anew who reads it."""
    ShareLink.objects.filter(run__experiment=experiment, closed=None).update(closed=timezone.now())
