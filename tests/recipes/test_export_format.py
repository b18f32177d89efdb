"""Add an export format: a writer, one entry of the registry; the document of the API is written by a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.recipes.conftest import Copy

WRITER = '''"""Personas as plain text: names and taglines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from persona.models import GenerationResult


def plain(result: GenerationResult) -> bytes:
    """A line for each persona."""
    return "".join(f"{persona.name}: {persona.tagline}\\n" for persona in result.personas).encode()
'''
ENTRY = """        "txt": Format(
            label="plain text", ending="txt", media="text/plain; charset=utf-8", write=_plain
        ),
    }
)
"""
LAZY = """def _plain(run: FinishedRun, _: Look) -> bytes:
    from persona.exporting.plain import plain

    return plain(run.result())


CSV ="""


def test_a_new_export_format_touches_its_writer_the_registry_and_a_document(tree: Copy) -> None:
    formats = "persona/exporting/formats.py"
    tree.write("persona/exporting/plain.py", WRITER)
    tree.edit(formats, '"assignments", "quotes"]', '"assignments", "quotes", "txt"]')
    tree.edit(formats, "CSV =", LAZY)
    tree.edit(formats, "    }\n)\n", ENTRY)

    assert tree.generate_documents() == {"docs/openapi.json"}
    assert tree.touched == {"persona/exporting/plain.py", formats}
    tree.check("tests/recipes/checks/plain.py")
