"""Warming up a worker: the first run finds everything imported."""

import subprocess
import sys

CODE = """
import sys
from persona_web.warm import warm
warm()
print(sorted({"duckdb", "scipy.sparse", "persona.pipeline", "persona.grouping"} & sys.modules.keys()))
"""


def test_the_heavy_rooms_are_imported() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("['duckdb', 'persona.grouping', 'persona.pipeline', 'scipy.sparse']\n", "")
