"""CONTRIBUTING.md tells the truth: its tree, its tables and its links are those of the code."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CODE = ("persona", "core", "accounts", "experiments", "generation", "persona_web")
NO_ROOMS = {"__pycache__"}
MIRRORS = {"tests", "templates"}
PLACE = re.compile(r"`([\w.]+)`(?:, `([\w.]+)`)? in \[`([\w/.]+)`\]")


def told() -> dict[str, str]:
    """Each room of the tree with what is said of it."""
    rooms, outer = {}, ""
    tree = "persona/" + TEXT.partition("```\npersona/")[2].partition("```")[0]
    for line in tree.splitlines():
        name, _, words = line.strip().partition("/")
        outer = outer if line.startswith("  ") else name
        rooms[f"{outer}/{name}" if line.startswith("  ") else outer] = words.strip()
    return rooms


def defined(path: Path) -> set[str]:
    names = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


def test_the_tree_names_every_room_two_levels_deep() -> None:
    rooms = {
        f"{top}/{path.name}"
        for top in CODE
        for path in (ROOT / top).iterdir()
        if (path / "__init__.py").is_file() and path.name not in NO_ROOMS
    }

    assert rooms - set(told()) == set()
    assert [room for room in told() if not (ROOT / room).is_dir()] == []
    assert [room for room, words in told().items() if not words] == []


def test_the_tree_has_a_line_for_every_folder_of_the_repository() -> None:
    """Tests and templates mirror the code: what is in them, its lines tell."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    parts = [path.split("/")[:-1] for path in listed.splitlines() if not path.startswith(".")]
    folders = {folder[0] for folder in parts if folder}
    folders |= {"/".join(folder[:2]) for folder in parts if len(folder) > 1 and folder[0] not in MIRRORS}

    assert folders - set(told()) == set()


def test_what_stands_in_a_module_is_there() -> None:
    places = [(name, path) for *names, path in PLACE.findall(TEXT) for name in names if name]
    missing = [(name, path) for name, path in places if name.partition(".")[0] not in defined(ROOT / path)]

    assert len(places) >= 10
    assert missing == []


def test_links_lead_somewhere() -> None:
    paths = [path for path in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in path]

    assert [path for path in paths if not (ROOT / path).exists()] == []
