"""No file imports, by whatever way, a file that imports it: not even inside functions, and not even for types."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.source_trees import imported

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("persona", "core", "accounts", "experiments", "generation", "persona_web")


def modules(root: Path, rooms: tuple[str, ...]) -> dict[str, Path]:
    """Every module of the rooms by its dotted name; migrations follow the models and are made by Django."""
    return {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path
        for room in rooms
        for path in sorted((root / room).rglob("*.py"))
        if "migrations" not in path.parts
    }


def imports(path: Path, known: dict[str, Path]) -> set[str]:
    """The modules of ours that a file imports: `package.name` is the module of that name, else the package."""
    own = {name if name in known else name.rpartition(".")[0] for name in imported(path)}
    return {name for name in own & known.keys() if known[name] != path}


def first_circle(root: Path, rooms: tuple[str, ...]) -> list[str]:
    """The modules of one circle, each imported by the next; empty where there is none."""
    known = modules(root, rooms)
    try:
        TopologicalSorter({name: imports(path, known) for name, path in known.items()}).prepare()
    except CycleError as found:
        return list(found.args[1])
    return []


def test_no_file_stands_in_a_circle() -> None:
    assert first_circle(ROOT, ROOMS) == []


def test_circles_for_types_and_inside_functions_are_found(tmp_path: Path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    (room / "__init__.py").write_text("")
    (room / "first.py").write_text("if TYPE_CHECKING:\n    from room.second import Value\n")
    (room / "second.py").write_text("def late():\n    from room import third\n")
    (room / "third.py").write_text("from room.first import other\n")

    circle = first_circle(tmp_path, ("room",))

    assert set(circle) == {"room.first", "room.second", "room.third"}
    assert circle[0] == circle[-1]
