"""Comparing: personas side by side, two runs on the same people, and what changed between two waves of a study.

`persona.comparing.changed.what_changed` stands apart: it loads what groups people, which the rest does without.
"""

from persona.comparing.beside import compare
from persona.comparing.models import Comparison, WhatChanged
from persona.comparing.runs import Match, RunComparison, compare_runs

__all__ = ["Comparison", "Match", "RunComparison", "WhatChanged", "compare", "compare_runs"]
