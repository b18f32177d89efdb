"""Prepared queries of what somebody may see: asked with the person first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, cast
from uuid import UUID

from core.prepared import Prepared, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

    from accounts.models import User


class Viewer(NamedTuple):
    """Who asks, as far as `visible_to` looks."""

    pk: UUID | None
    only_team: UUID | None


class PreparedFor(Generic[Row]):
    """As `Prepared`, where `build` takes the person first and gives them to `visible_to`.

    Somebody and a token that acts for them see by different rules, so each has a query of its own.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]], *types: type) -> None:
        def of_person(pk: UUID, *values: Any) -> QuerySet[Any, Row]:
            return build(cast("User", Viewer(pk, None)), *values)

        def of_team(team: UUID, *values: Any) -> QuerySet[Any, Row]:
            return build(cast("User", Viewer(None, team)), *values)

        self._of_person, self._of_team = Prepared(of_person, UUID, *types), Prepared(of_team, UUID, *types)

    def __call__(self, user: User, *values: Any) -> list[Row]:
        return self._of(user)(_key(user), *values)

    def first(self, user: User, *values: Any) -> Row | None:
        """The first row, if there is any."""
        return self._of(user).first(_key(user), *values)

    def or_404(self, user: User, *values: Any) -> Row:
        """The first row.

        Raises:
            Http404: there is none that they may see.
        """
        return self._of(user).or_404(_key(user), *values)

    def _of(self, user: User) -> Prepared[Row]:
        return self._of_person if user.only_team is None else self._of_team


def _key(user: User) -> UUID:
    return user.pk if user.only_team is None else user.only_team
