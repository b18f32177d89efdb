"""A second look: verdicts go to their statements, whatever order they come in; nonsense is asked for again."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
from pydantic_ai.exceptions import UnexpectedModelBehavior
from pydantic_ai.messages import ModelResponse, ToolCallPart
from pydantic_ai.models.function import AgentInfo, FunctionModel

from persona.models import Dropped
from persona.writers.llm.grounding import Grounding
from persona.writers.llm.second_look import REPAIRS, look_at
from persona.writing import DraftStatement
from tests.persona.writers.llm.briefs import INVOICES, LATE, OFFER, PAPER

if TYPE_CHECKING:
    from pydantic_ai.messages import ModelMessage

KEPT = (
    DraftStatement(kind="goal", text="Invoices the same day", evidence=("q1",), agreement="clear"),
    DraftStatement(kind="frustration", text="Clients pay late", evidence=("q2",), agreement="strong"),
    DraftStatement(kind="behaviour", text="Plans on paper", evidence=("q3", "q1"), agreement="strong"),
)


def looked(*answers: object) -> tuple[Grounding, list[str]]:
    """What is left after a look with these verdicts, one answer after the other; and what was asked."""
    asked: list[str] = []
    grounding = Grounding(OFFER, kept=[*KEPT])

    def answer(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        asked.append(str(messages[-1].parts[-1].content))  # type: ignore[union-attr]
        said = answers[min(len(asked), len(answers)) - 1]
        args: Any = said if isinstance(said, str) else json.dumps({"verdicts": said})
        return ModelResponse(parts=[ToolCallPart(info.output_tools[0].name, args)])

    asyncio.run(look_at(grounding, FunctionModel(answer)))
    return grounding, asked


def verdicts(*supported: bool, numbers: tuple[int, ...] = (1, 2, 3)) -> list[dict[str, object]]:
    return [{"statement": number, "supported": one} for number, one in zip(numbers, supported, strict=True)]


def test_each_statement_is_shown_with_its_own_quotations_and_nothing_else() -> None:
    _, (question,) = looked(verdicts(True, True, True))

    lines = [json.loads(line) for line in question.splitlines() if line.startswith("{")]
    assert lines == [
        {"statement": 1, "text": "Invoices the same day", "quotations": [INVOICES]},
        {"statement": 2, "text": "Clients pay late", "quotations": [LATE]},
        {"statement": 3, "text": "Plans on paper", "quotations": [PAPER, INVOICES]},
    ]
    assert "There are 3 statements." in question


@pytest.mark.parametrize(
    "said",
    [
        verdicts(True, False, True),
        verdicts(False, True, True, numbers=(2, 3, 1)),
        verdicts(True, False, True, numbers=(7, 7, 7)),  # by place where numbers are no use
    ],
    ids=["in order", "in another order", "without their numbers"],
)
def test_what_is_rejected_is_dropped_and_the_rest_confirmed(said: list[dict[str, object]]) -> None:
    grounding, _ = looked(said)

    assert grounding.kept == [
        KEPT[0].model_copy(update={"confirmed": True}),
        KEPT[2].model_copy(update={"confirmed": True}),
    ]
    assert grounding.dropped == [Dropped(kind="frustration", text="Clients pay late", reason="rejected")]


def test_all_may_be_rejected() -> None:
    grounding, _ = looked(verdicts(False, False, False))

    assert (grounding.statements, [one.reason for one in grounding.dropped]) == ((), ["rejected"] * 3)


@pytest.mark.parametrize(
    "nonsense",
    [
        verdicts(True, False, numbers=(1, 2)),
        verdicts(True, False, True, False, numbers=(1, 2, 3, 4)),
        verdicts(True, True, True, numbers=(0, 1, 2)),
        [{"statement": 1, "supported": "perhaps"}] * 3,
        [{"statement": 1}] * 3,
        "not at all",
        '{"verdicts": [{"statement": 1, "supp',
    ],
    ids=["too few", "too many", "from nought", "perhaps", "half", "prose", "truncated"],
)
def test_verdicts_that_are_none_are_asked_for_again(nonsense: object) -> None:
    grounding, asked = looked(nonsense, verdicts(True, True, True))

    assert [one.confirmed for one in grounding.statements] == [True] * 3
    assert len(asked) == 2


def test_after_the_last_repair_nothing_is_confirmed() -> None:
    grounding = Grounding(OFFER, kept=[*KEPT])
    calls = 0

    def answer(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        nonlocal calls
        calls += 1
        return ModelResponse(parts=[ToolCallPart(info.output_tools[0].name, "{}")])

    with pytest.raises(UnexpectedModelBehavior):
        asyncio.run(look_at(grounding, FunctionModel(answer)))

    assert (calls, grounding.kept, grounding.dropped) == (1 + REPAIRS, [*KEPT], [])
