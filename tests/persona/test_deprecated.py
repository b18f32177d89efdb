"""Old names of public modules and classes still import, and say so."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest

from persona import _deprecated

OLD_NAMES = [(module, old, new) for module, names in _deprecated.NAMES.items() for old, new in names.items()]
OLD_MODULES = {**_deprecated.MODULES, "persona.drafting.access": "persona.writers.llm.access"}


@pytest.mark.parametrize(("old", "new"), OLD_MODULES.items())
def test_old_module_is_the_new_one_and_warns(old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, old, raising=False)

    with pytest.warns(DeprecationWarning, match=f"{old} is now {new}; the old name goes with the next release"):
        found = import_module(old)

    assert found is import_module(new)


@pytest.mark.parametrize(("module", "old", "new"), OLD_NAMES)
def test_old_class_is_the_new_one_and_warns(module: str, old: str, new: str) -> None:
    home, _, name = new.rpartition(".")

    with pytest.warns(DeprecationWarning, match=f"{module}.{old} is now {new}; the old name goes"):
        found = getattr(import_module(module), old)

    assert found is getattr(import_module(home), name)


def test_names_that_never_were_stay_unknown() -> None:
    with pytest.raises(AttributeError, match=r"module 'persona.segments' has no attribute 'Nonsense'"):
        getattr(import_module("persona.segments"), "Nonsense")  # noqa: B009 -- what a reader of old code would do

    with pytest.raises(ModuleNotFoundError, match=r"No module named 'persona.nonsense'"):
        import_module("persona.nonsense")
