"""Prepared queries: what every page asks is put together once in a process, and then only given other values.

Django takes up to ten times as long to put a small query together as a database to answer it.
"""

from __future__ import annotations

from copy import copy
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from uuid import UUID, uuid4

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.http import Http404

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")
FIELDS: dict[type, models.Field[Any, Any]] = {
    UUID: models.UUIDField(),
    datetime: models.DateTimeField(),
    int: models.IntegerField(),
    str: models.TextField(),
}
"""What knows how a database wants a value of each type that a query can be given."""


class Plan(NamedTuple):
    """A query as it was put together for one kind of database."""

    compiler: SQLCompiler
    rows: Callable[[Any], Any]
    """Django's own way from what the database answers to rows: models, tuples, …"""
    shape: Any
    """The query set."""
    sql: str
    params: tuple[Any, ...]
    places: tuple[tuple[int, int], ...]
    """Places in `params`, and which value belongs there."""


class Prepared(Generic[Row]):
    """The rows of the query that `build` makes of values of these types.

    `build` sees stand-ins: it must put them into the query as they are and decide nothing by them. What the database
    holds is asked for each time; only the words of the question are kept, and they hold no value of anybody.
    """

    def __init__(self, build: Callable[..., models.QuerySet[Any, Row]], *types: type) -> None:
        self._build, self._types = build, types
        self._plans: dict[str, Plan] = {}  # two threads may make the same at once: either will do

    def __call__(self, *values: Any) -> list[Row]:
        connection = connections[DEFAULT_DB_ALIAS]
        if (plan := self._plans.get(connection.vendor)) is None:
            plan = self._plans[connection.vendor] = self._planned(connection)
        given, params = self._adapted(values, connection), list(plan.params)
        for place, which in plan.places:
            params[place] = given[which]
        return list(plan.rows(_Asked(plan, connection, tuple(params))))

    def first(self, *values: Any) -> Row | None:
        """The first row, if there is any."""
        return next(iter(self(*values)), None)

    def or_404(self, *values: Any) -> Row:
        """The first row.

        Raises:
            Http404: there is none.
        """
        if (found := self.first(*values)) is None:
            raise Http404
        return found

    def _adapted(self, values: Sequence[Any], connection: BaseDatabaseWrapper) -> list[Any]:
        pairs = zip(self._types, values, strict=True)
        return [FIELDS[kind].get_db_prep_value(value, connection) for kind, value in pairs]

    def _planned(self, connection: BaseDatabaseWrapper) -> Plan:
        stand_ins = [_stand_in(kind) for kind in self._types]
        shape: Any = self._build(*stand_ins)
        compiler = shape.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        adapted = self._adapted(stand_ins, connection)
        places = tuple((place, adapted.index(param)) for place, param in enumerate(params) if param in adapted)
        if {which for _, which in places} != set(range(len(adapted))):
            raise TypeError("A prepared query does not ask for each of its values as it is.")
        rows = shape._iterable_class  # noqa: SLF001 -- there is no public way to rows from a question asked before
        return Plan(compiler, rows, shape, sql, tuple(params), places)


class _Asked:
    """What Django's iterables ask of a query set and its query, for one answer."""

    def __init__(self, plan: Plan, connection: BaseDatabaseWrapper, params: tuple[Any, ...]) -> None:
        self.query, self.db = self, connection.alias
        self.model, self._fields = plan.shape.model, plan.shape._fields
        self._known_related_objects: dict[Any, Any] = {}
        self._plan, self._connection, self._params = plan, connection, params

    def get_compiler(self, using: str) -> SQLCompiler:
        """The one that has put the query together; it remembers where each column of the answer belongs."""
        del using
        compiler = copy(self._plan.compiler)
        compiler.connection = self._connection
        compiler.as_sql = lambda *_, **__: (self._plan.sql, self._params)  # type: ignore[method-assign]
        return compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._plan.shape.query, name)


def _stand_in(kind: type) -> Any:
    """A value that stands nowhere else in a query."""
    made = uuid4()
    if kind is datetime:
        return datetime.fromtimestamp(made.int % 10**9, UTC)
    if kind is int:
        return 20_000 + made.int % 10_000  # not too large for the smallest of fields
    return made if kind is UUID else made.hex
