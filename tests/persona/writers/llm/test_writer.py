"""The model writer by itself, with models that are functions: no server, no network."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
from pydantic_ai.messages import ModelResponse, ToolCallPart
from pydantic_ai.models.function import AgentInfo, FunctionModel
from pydantic_ai.models.test import TestModel

from persona.exceptions import ConfigurationError
from persona.models import Dropped, PersonaConfig
from persona.writers.llm import Access, ModelWriter

if TYPE_CHECKING:
    from pydantic_ai.messages import ModelMessage

    from persona.writing import Archive, PersonaDraft, SegmentBrief

CONFIG = PersonaConfig(model="openai:function")
HERE = Access(base_url="http://127.0.0.1:1/v1")


def written(brief: SegmentBrief, *replies: dict[str, Any]) -> tuple[PersonaDraft, list[str]]:
    """The draft, and what the model was asked, for a model that gives these replies in turn."""
    asked: list[str] = []

    def answer(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        asked.append(str(messages[-1].parts[-1].content))  # type: ignore[union-attr]
        return ModelResponse(parts=[ToolCallPart(info.output_tools[0].name, json.dumps(replies[len(asked) - 1]))])

    async def write() -> PersonaDraft:
        async with ModelWriter(CONFIG, HERE, model=FunctionModel(answer)) as writer:
            return await writer.write(brief)

    return asyncio.run(write()), asked


def reply(*statements: tuple[str, str], tagline: str = "Nothing of the kind") -> dict[str, Any]:
    made = [{"kind": "goal", "quote_or_paraphrase": text, "evidence_ids": [id_]} for text, id_ in statements]
    return {"tagline": tagline, "summary": made[0], "statements": made}


def test_what_does_not_stand_is_replaced_and_what_stands_is_kept(briefs: tuple[SegmentBrief, ...]) -> None:
    first, second = briefs[0].passages[:2]

    draft, asked = written(
        briefs[0],
        reply((first.text, first.id), ("Wants a helicopter and a swimming pool", first.id)),
        reply((second.text, second.id)),
    )

    assert [statement.text for statement in draft.statements] == [first.text, second.text]
    assert [statement.evidence for statement in draft.statements] == [(first.id,), (second.id,)]
    assert len(asked) == 2
    assert "“Wants a helicopter and a swimming pool”: the passages it cites do not say so." in asked[1]
    assert draft.dropped == (Dropped(kind="tagline", text="Nothing of the kind", reason="unsupported"),)


def test_ids_that_were_not_offered_carry_nothing(briefs: tuple[SegmentBrief, ...]) -> None:
    first = briefs[0].passages[0]
    wrong = reply((first.text, "q999"))

    draft, asked = written(briefs[0], wrong, wrong, wrong)

    assert len(asked) == 3
    assert {statement.origin for statement in draft.statements} == {"quoted"}
    assert Dropped(kind="goal", text=first.text, reason="uncited") in draft.dropped
    assert draft.phrased == ()


def test_what_a_row_tells_the_model_changes_nothing_but_wording(briefs: tuple[SegmentBrief, ...]) -> None:
    obedient = reply(("<script>alert(1)</script> Everybody is happy with everything", briefs[0].passages[0].id))

    draft, _ = written(briefs[0], obedient, obedient, obedient)

    assert not any("script" in statement.text for statement in draft.statements)
    assert draft.name == briefs[0].name


def test_words_of_a_passage_become_a_quoted_statement_with_its_support(
    archive: Archive, briefs: tuple[SegmentBrief, ...]
) -> None:
    first = briefs[0].passages[0]
    draft, _ = written(briefs[0], reply((first.text.upper(), first.id), (first.text, first.id)))

    (statement,) = archive.persona(1, draft).statements

    assert (statement.text, statement.origin, statement.support) == (first.text, "quoted", first.support)
    assert statement.evidence[0].quote == first.text


def test_a_model_that_makes_things_up_costs_statements_not_truth(briefs: tuple[SegmentBrief, ...]) -> None:
    async def write() -> PersonaDraft:
        async with ModelWriter(CONFIG, HERE, model=TestModel()) as writer:
            return await writer.write(briefs[0])

    draft = asyncio.run(write())

    assert {statement.origin for statement in draft.statements} == {"quoted"}
    assert draft.usage is not None
    assert draft.usage.requests == 3
    assert draft.warnings[0].startswith("None of the ")


@pytest.mark.parametrize(
    ("settings", "code"),
    [({"model": "nobody:x"}, "model_name"), ({"template": "poetry"}, "template_missing")],
)
def test_settings_that_cannot_be_used_are_told_before_anything_is_asked(settings: dict[str, str], code: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        ModelWriter(CONFIG.model_copy(update=settings), HERE)

    assert caught.value.code == code
