"""The registry of statement kinds is total, everything derives from it, and no list of kinds stands elsewhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from persona.kinds import KINDS, Kind, StatementKind, heaviest_first, named, order, told_together
from persona.models import Statement
from persona.writing.phrasebooks import PHRASEBOOKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
CODE = ("persona", "core", "accounts", "experiments", "generation", "persona_web")
# What people say of each kind, and how the built-in writer reads it: words of languages, and rules about them.
LOCALE = ("persona/writing/", "persona/counted/placing.py")


def missing_words(kinds: Mapping[str, Kind]) -> Iterator[str]:
    """What a phrasebook lacks, in a sentence that says what to do."""
    for name, kind in kinds.items():
        for code in kind.languages:
            if name not in PHRASEBOOKS[code].heads:
                yield (
                    f"In “{code}” the `heads` of its phrasebook have no words for “{name}”: "
                    f"write them, or leave “{code}” out of the kind's `languages` in persona/kinds.py."
                )


def literals(path: Path) -> set[str]:
    """Every text that stands by itself in a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_types_and_registry_name_the_same_kinds() -> None:
    assert tuple(KINDS) == get_args(StatementKind)


def test_schema_lists_the_registry() -> None:
    assert Statement.model_json_schema()["properties"]["kind"]["enum"] == list(KINDS)


def test_order_is_that_of_the_registry() -> None:
    assert [order(kind) for kind in KINDS] == list(range(len(KINDS)))


def test_sections_weights_headings_and_icons_are_told_apart() -> None:
    for values in zip(*((k.section, k.weight, k.heading, k.icon) for k in KINDS.values()), strict=True):
        assert len(set(values)) == len(KINDS)


def test_a_story_goes_from_who_they_are_to_what_they_think() -> None:
    assert told_together() == (
        ("fact_about_self",),
        ("goal", "need", "motivation"),
        ("frustration",),
        ("behaviour",),
        ("delight", "opinion"),
    )


def test_the_heaviest_kind_wins() -> None:
    assert heaviest_first() == tuple(sorted(KINDS, key=lambda kind: KINDS[kind].weight, reverse=True))


def test_kin_is_mutual() -> None:
    assert [(kind, kin) for kind, about in KINDS.items() for kin in about.kin if kind not in KINDS[kin].kin] == []


def test_every_icon_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (ROOT / "static" / "icons.svg").read_text(encoding="utf-8")))

    assert {kind.icon for kind in KINDS.values()} - drawn == set()


def test_a_prompt_lists_all_kinds_and_explains_those_that_want_it() -> None:
    delight = Kind(heading="Delights", icon="spark", section=9, weight=0.7, prompt="what makes them happy")

    assert named({"goal": KINDS["goal"], "delight": delight}) == "goal or delight (what makes them happy)"  # type: ignore[dict-item]
    assert all(kind in named() for kind in KINDS)


def test_phrasebooks_have_words_for_every_kind() -> None:
    assert list(missing_words(KINDS)) == []


def test_missing_words_are_told_in_a_sentence() -> None:
    made_up = Kind(heading="Delights", icon="spark", section=9, weight=0.7, languages=("pt",))

    assert list(missing_words({"delight": made_up})) == [
        (
            "In “pt” the `heads` of its phrasebook have no words for “delight”: "
            "write them, or leave “pt” out of the kind's `languages` in persona/kinds.py."
        )
    ]


def test_no_kind_is_named_outside_the_registry_and_the_words_of_languages() -> None:
    modules = [path for room in CODE for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]
    named_in = {
        name: sorted(found)
        for path in modules
        if (name := path.relative_to(ROOT).as_posix()) != "persona/kinds.py" and not name.startswith(LOCALE)
        if (found := literals(path) & set(KINDS))
    }

    assert named_in == {}


def test_no_template_style_or_script_names_a_kind() -> None:
    quoted = re.compile(rf"""["'#.]({"|".join(KINDS)})["'\s{{,:]""")
    files = [
        path
        for folder in ("templates", "static", "persona")
        for path in sorted((ROOT / folder).rglob("*.*"))
        if path.suffix in (".html", ".txt", ".css", ".js", ".jinja")
    ]

    assert {path.name: quoted.findall(text) for path in files if quoted.search(text := path.read_text("utf-8"))} == {}
