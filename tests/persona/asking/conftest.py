"""What all tests of asking share: one small study, asked and not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.persona.asking.studies import GROUPS, KITCHEN, study

if TYPE_CHECKING:
    from persona.asking import Study


@pytest.fixture(scope="session")
def kitchen(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """Three home bakers, four cooks and one in no group."""
    return study(tmp_path_factory.mktemp("kitchen"), KITCHEN, GROUPS)
