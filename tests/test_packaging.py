"""The name of the package: on the index `persona` is somebody else's, so nothing of ours tells people to install it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_tooling import ROOT, files, found

OURS = "persona-web"
TOLD = {".py", ".md", ".html", ".txt", ".toml", ".yml", ".yaml", ".json", ".sh", ".mjs", ".js", ".jinja", ""}
STRANGERS = re.compile(
    r"""\b(?:pip[x3]?|uv|poetry|pdm|conda)\s+(?:pip\s+)?(?:install|add)(?:\s+["'\w.=<>~!\[\],-]+)*?\s+["']?persona(?![\w-])"""
    r"""|\buvx\s+["']?persona(?![\w-])"""
    r"""|\bpersona\[(?:client|export|llm|web)\]"""
    r"""|\bproject/persona(?![\w-])"""
)


@pytest.mark.parametrize(
    ("text", "is_strangers"),
    [
        ("pip install persona", True),
        ('Install it with: pip install "persona[llm]".', True),
        ("uv add persona==0.6", True),
        ("uvx persona", True),
        ("`python -m pip install -U persona`", True),
        ("persona[client]", True),
        ('pip install "persona-web[web]"', False),
        ("pip install persona-web", False),
        ("uvx --from persona-web persona demo", False),
        ("persona[numbers]", False),
    ],
)
def test_what_is_looked_for(text: str, is_strangers: bool) -> None:
    assert bool(STRANGERS.search(text)) == is_strangers


def test_nobody_is_told_to_install_the_strangers_package() -> None:
    paths = [path for path in files() if path.suffix in TOLD and path != Path(__file__)]
    readable = [path for path in paths if "tests/data" not in str(path.relative_to(ROOT))]

    assert len(readable) > 500
    assert found(STRANGERS, readable) == []


def test_the_distribution_has_our_name() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert re.search(r'^name = "(.+?)"', project, re.MULTILINE).group(1) == OURS  # type: ignore[union-attr]
