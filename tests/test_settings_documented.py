"""Every setting that the environment may give is on its page, and the page names no other."""

from __future__ import annotations

import re
from pathlib import Path

from persona_web.env import Env

PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"


def test_the_page_names_all_settings_and_only_those() -> None:
    rows = [line.split("|")[1] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([A-Z0-9_]+)`", row)}

    assert named == {name.upper() for name in Env.model_fields}
