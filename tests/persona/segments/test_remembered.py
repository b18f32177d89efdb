"""What is remembered between two looks at the groups moves the waiting only: every byte is as without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona import Experiment, PersonaConfig, PersonaGenerator
from persona.evidence import remembering as hearing
from persona.grouping import fitting
from persona.models import Merge, QuestionChoice, Rename, Split
from persona.questionnaire import understanding
from persona.recoding import table as recoding
from persona.remembering import Remembered
from tests.invented import invented_answers

if TYPE_CHECKING:
    from persona.segments import SegmentationPreview

pytestmark = pytest.mark.usefixtures("groups_are_found_anew")
REMEMBERED = (
    (hearing, "_heard"),
    (fitting, "_fitted"),
    (recoding, "_recoded"),
    (understanding, "_readings"),
    (understanding, "_found"),
)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Experiment:
    root = tmp_path_factory.mktemp("study")
    (root / "answers.csv").write_text(invented_answers(60), encoding="utf-8")
    return Experiment.create("planning", [root / "answers.csv"], root=root)


def changes(study: Experiment) -> list[tuple[SegmentationPreview, bytes]]:
    """What a person sees who splits, renames and merges, and leaves a question out."""
    generator = PersonaGenerator(study)
    closed = next(q.id for q in study.questionnaire().questions if q.use == "basis" and q.options)
    left_out = PersonaConfig(count=2, questions={closed: QuestionChoice(use="describe")})
    first = generator.group(PersonaConfig(count=2))
    seen = [
        generator.group(resume=first.run, edits=[Split(segment=1)]),
        generator.group(resume=first.run, edits=[Rename(segment=1, name="Planners"), Merge(segments=(2, 3))]),
        generator.group(left_out),
    ]
    return [
        (
            found.model_copy(update={"run": ""}),
            (study.run(found.run).questionnaire() or study.questionnaire()).model_dump_json().encode(),
        )
        for found in seen
    ]


def test_the_same_bytes_come_out_with_and_without(study: Experiment, monkeypatch: pytest.MonkeyPatch) -> None:
    warm = [changes(study), changes(study)][1]
    with monkeypatch.context() as patched:
        for module, name in REMEMBERED:
            patched.setattr(module, name, Remembered(most=0))
        patched.setattr("persona.questionnaire.keeping.with_uses", lambda *_: None)
        cold = changes(study)

    assert [found.model_dump_json() for found, _ in warm] == [found.model_dump_json() for found, _ in cold]
    assert [questions for _, questions in warm] == [questions for _, questions in cold]
