"""The base of all values that cross the library's border: frozen, with no field unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, model_validator

from persona import _deprecated


class Frozen(BaseModel):
    """A value that cannot be changed and knows no other fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OldNames(Frozen):
    """A value whose old field names are still read, from files and by attribute; see `persona._deprecated.FIELDS`."""

    @model_validator(mode="before")
    @classmethod
    def _with_new_names(cls, data: object) -> object:
        return _deprecated.with_new_names(cls.__name__, data)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            if new := _deprecated.new_name(type(self).__name__, name):
                return getattr(self, new)
            return super().__getattr__(name)
