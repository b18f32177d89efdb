"""Add a field of an experiment: model, migration and the API's schemas; page, service, admin and list follow."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.recipes.conftest import Copy

FIELD = """    audience = models.CharField(
        "Who are they?", blank=True, default="", max_length=300, help_text="The people you asked, in a few words."
    )
    is_sample = models.BooleanField(default=False)
"""
ALIAS = """Audience = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=Experiment.longest("audience"))
]
"""
GIVEN = '    description: Description = Field("", examples'
CHANGED = '    description: Description = ""\n'
SHOWN = "    is_sample: bool\n"
MODEL, SCHEMAS = "experiments/models.py", "experiments/api/schemas.py"


def test_a_new_field_of_an_experiment_touches_three_files_and_a_document(tree: Copy) -> None:
    tree.edit(MODEL, 'DESCRIBED = ("name", "description")', 'DESCRIBED = ("name", "description", "audience")')
    tree.edit(MODEL, "    is_sample = models.BooleanField(default=False)\n", FIELD)
    tree.edit(SCHEMAS, "Description = Annotated", ALIAS + "Description = Annotated")
    tree.edit(SCHEMAS, GIVEN, '    audience: Audience = ""\n' + GIVEN)
    tree.edit(SCHEMAS, CHANGED, CHANGED + '    audience: Audience = ""\n')
    tree.edit(SCHEMAS, SHOWN, "    audience: str\n" + SHOWN)
    made = tree.run(sys.executable, "manage.py", "makemigrations", "experiments", "-n", "audience")
    assert made.returncode == 0, made.stderr

    assert tree.generate_documents() == {"docs/openapi.json"}
    assert tree.touched == {MODEL, SCHEMAS}
    assert len(list(tree.path.glob("experiments/migrations/*_audience.py"))) == 1
    tree.check("tests/recipes/checks/audience.py")
