"""Old names of public modules and classes: they work until 0.8, with a DeprecationWarning."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from warnings import warn

MODULES: Mapping[str, str] = {
    "persona.choosing": "persona.column_overrides",
    "persona.drafting": "persona.writers.llm",
    "persona.drafting.naming": "persona.writers.llm.model_name",
    "persona.drafting.previewing": "persona.writers.llm.prompt_preview",
    "persona.drafting.trying": "persona.writers.llm.access_check",
    "persona.gating": "persona.quality_gate",
    "persona.writing.seam": "persona.writers.base",
}
"""Old name -> new name; what a moved package holds moves with it."""
NAMES: Mapping[str, Mapping[str, str]] = {
    "persona.models": {"KINDS": "persona.kinds.KINDS", "LeftOut": "persona.models.SkippedLine"},
    "persona.reading": {"left_out": "persona.reading.skipped_lines"},
    "persona": {"SegmentPreview": "persona.segments.SegmentationPreview"},
    "persona.segments": {"SegmentPreview": "persona.segments.SegmentationPreview"},
}
"""Module -> old name -> where the value is now."""

FIELDS: Mapping[str, Mapping[str, str]] = {
    "SourceInfo": {"left_out": "skipped_total"},
    "SourceReport": {
        "left_out": "skipped_lines",
        "left_out_counts": "skipped",
        "left_out_total": "skipped_total",
        "mended": "repaired",
    },
}
"""Class -> old field -> field."""


def new_name(kind: str, name: str) -> str | None:
    """What the field that a class once called `name` is called now, with a warning; None where it never had one."""
    new = FIELDS.get(kind, {}).get(name)
    if new is not None:
        warn_of(f"{kind}.{name}", f"{kind}.{new}")
    return new


def with_new_names(kind: str, data: object) -> object:
    """The fields of a value as they are called now: what an earlier release has written is read as before."""
    old = FIELDS.get(kind, {})
    if not isinstance(data, dict) or not old.keys() & data.keys():
        return data
    return {old.get(name, name): value for name, value in data.items()}


def old_name(module: str, name: str) -> object:
    """The value that `module` once called `name`; for a module's `__getattr__`.

    Raises:
        AttributeError: it never had that name.
    """
    new = NAMES.get(module, {}).get(name)
    if new is None:
        raise AttributeError(f"module {module!r} has no attribute {name!r}")
    warn_of(f"{module}.{name}", new)
    home, _, attribute = new.rpartition(".")
    value: object = getattr(import_module(home), attribute)
    return value


def install() -> None:
    """Let the import system find old modules. Done once, by `import persona`."""
    if not any(isinstance(finder, _OldModules) for finder in sys.meta_path):
        sys.meta_path.insert(0, _OldModules())


class _OldModules(MetaPathFinder):
    """Asked first: the path of a moved package would find its modules a second time, under their old names."""

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        new = _moved(fullname) if fullname.startswith("persona.") else None
        return ModuleSpec(fullname, _Alias(new)) if new else None


class _Alias(Loader):
    """Puts the new module in the place of the old one, so that both names give the same classes."""

    def __init__(self, new: str) -> None:
        self._new = new

    def exec_module(self, module: ModuleType) -> None:
        warn_of(module.__name__, self._new)
        sys.modules[module.__name__] = import_module(self._new)


def _moved(old: str) -> str | None:
    if old in MODULES:
        return MODULES[old]
    package, _, rest = old.rpartition(".")
    return f"{MODULES[package]}.{rest}" if package in MODULES else None


def warn_of(old: str, new: str) -> None:
    """Tell the caller of the caller that a name is old."""
    warn(f"{old} is now {new}; the old name works until 0.8.", DeprecationWarning, stacklevel=3)
