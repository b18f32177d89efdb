"""Add a statement kind: one entry of the registry; what derives from it is written by scripts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.recipes.conftest import Copy

ENTRY = """        "ritual": Kind(
            heading="Rituals",
            icon="clock",
            section=9,
            weight=0.4,
            prompt="what they do every day",
            languages=(),
            asked=r"\\britual",
        ),
    }
)
"""


def test_a_new_statement_kind_touches_the_registry_and_two_documents(tree: Copy) -> None:
    tree.edit("persona/kinds.py", '"opinion", "fact_about_self"\n', '"opinion", "fact_about_self", "ritual"\n')
    tree.edit("persona/kinds.py", "    }\n)\n", ENTRY)

    assert tree.generate_documents() == {"docs/openapi.json", "docs/schema/result-1.json"}
    assert tree.touched == {"persona/kinds.py"}
    tree.check("tests/persona/test_kinds.py", "tests/recipes/checks/ritual.py")


def test_a_kind_in_the_types_alone_is_refused_at_import(tree: Copy) -> None:
    tree.edit("persona/kinds.py", '"opinion", "fact_about_self"\n', '"opinion", "fact_about_self", "ritual"\n')

    done = tree.run(sys.executable, "-c", "import persona.models")

    assert "name the same in this order" in done.stderr.splitlines()[-1]
