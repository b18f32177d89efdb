"""The administration: operators look at what a table lists, and change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import admin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db import models
    from django.http import HttpRequest


class ReadOnly(admin.ModelAdmin):
    """To be looked at only."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- Django's signature
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002 -- as above
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002 -- as above
        return False


@dataclass(frozen=True)
class View:
    """What operators see of one model: these columns and no others, so that no people's words are among them."""

    model: type[models.Model]
    columns: tuple[str, ...]
    filters: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    by_date: str | None = None

    @property
    def related(self) -> tuple[str, ...]:
        """What a list of rows loads with them: as far as columns with "__" look."""
        return tuple({column.rpartition("__")[0] for column in self.columns if "__" in column})

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns as the page of one row names them."""
        return tuple(dict.fromkeys(column.partition("__")[0] for column in self.columns))


def register(views: Iterable[View]) -> None:
    """Give each model of the table its pages."""
    for view in views:
        pages = {
            "list_display": view.columns,
            "fields": view.fields,
            "readonly_fields": view.fields,
            "list_filter": view.filters,
            "search_fields": view.search,
            "list_select_related": view.related or False,
            "date_hierarchy": view.by_date,
        }
        admin.site.register(view.model, type(f"{view.model.__name__}Admin", (ReadOnly,), pages))
