"""What a closed question asks for, in wordings that the model was not taught, and where it decides nothing."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from persona.text.closed import ASKED, asks_for, chances_of
from training.labelled import OURS

UNTAUGHT = {
    "satisfaction": (
        "How satisfied are you with the ferry timetable?",
        "Wie zufrieden sind Sie mit dem Fährplan?",
        "Hoe tevreden bent u over de veerdienst?",
        "Quanto è soddisfatto del traghetto?",
        "Jak bardzo jest Pan zadowolony z promu?",
    ),
    "trouble": (
        "Which problems did you have with the ferry?",
        "Welche Probleme hatten Sie mit der Fähre?",
        "Quels problèmes avez-vous rencontrés avec le ferry ?",
        "¿Qué problemas tuvo con el ferry?",
    ),
}


@pytest.mark.parametrize(("asked", "question"), [(kind, one) for kind, some in UNTAUGHT.items() for one in some])
def test_a_wording_that_was_not_taught_is_known(asked: str, question: str) -> None:
    assert asks_for(question) == asked


def test_chances_are_the_same_alone_and_among_others() -> None:
    every = [question for some in UNTAUGHT.values() for question in some]

    together = chances_of(every)

    assert together.shape == (len(every), len(ASKED))
    assert np.allclose(together, np.vstack([chances_of([one]) for one in every]), atol=1e-5)
    assert np.allclose(together.sum(1), 1, atol=1e-5)


def test_labels_are_of_kinds_that_the_model_tells() -> None:
    with (OURS / "closed.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert {row["kind"] for row in rows} <= set(ASKED)
    assert len({(row["language"], row["text"]) for row in rows}) == len(rows)
    assert (len({row["language"] for row in rows}) >= 12, len(rows) >= 300) == (True, True)
