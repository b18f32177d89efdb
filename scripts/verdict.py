"""The page on verdicts from their rules, on standard output."""

from __future__ import annotations

import sys

from persona.judging import caps, levels, titles
from persona.messages.verdicts import EFFECTS, OPTIONS, STEPS

HEAD = """# How a result is judged

Every result begins with a verdict: may it be shown to others? The weakest of four measures decides. The same rules
stand in the app's help. Made from `persona/verdict.py` by `scripts/verdict`; a test holds that both agree.

"""
CAPS = """
People are those who wrote, where at least 30 % did; else those behind any counted statement. “Same groups again” is
the agreement of the groups that random halves of the people give (adjusted Rand index: 1 the same, 0 by chance).

However good its measures are, a result is never ready where

"""
STEPS_HEAD = """
## What to do about it

Each reason names one step: a button on the page of results, `reasons[].step` in `result.json` and in the API, an option
on the command line. `persona.next_steps.settings_after(step, config, questionnaire)` gives the settings of the run that
takes it.

| Step | `action` | Option | What follows |
| --- | --- | --- | --- |
"""
FILLED = {"count": "3", "column": "Shop", "question": "Anything else?", "people": "310"}
EXAMPLES = {"columns": "--describe 'Shop'", "answers": "--answer join_columns:q3=together"}


def page() -> str:
    """The whole page as Markdown."""
    names = titles()
    table = [f"| We say | {' | '.join(names)} |", f"| --- |{' --- |' * len(names)}"]
    table += [f"| **{row.title}** (`{row.level}`) | {' | '.join(row.cells)} |" for row in levels()]
    reasons = "".join(f"- {text}\n" for text in caps())
    steps = "".join(map(_step, (action for action in STEPS if action != "one_persona")))
    return HEAD + "\n".join(table) + "\n" + CAPS + reasons + STEPS_HEAD + steps


def _step(action: str) -> str:
    answers = {"answers": "--answer weight:wt=use"} if action == "use_weights" else {}
    option = OPTIONS.get(action, "").format(**{**FILLED, **EXAMPLES, **answers})
    effect = EFFECTS.get(action, EFFECTS["same_again"]).format(**FILLED)
    return f"| {STEPS[action].format(**FILLED)} | `{action}` | {f'`{option}`' if option else ''} | {effect} |\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode())
