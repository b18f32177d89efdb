"""What a model says is kept only where the evidence carries it: the short form of benchmarks/models.py."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from persona.writing.words import folded
from tests.fake_llm import FakeLLM

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.writers.llm import ModelWriter
    from persona.writing import PersonaDraft, SegmentBrief

    Writers = Callable[..., ModelWriter]


def drafts(writer: ModelWriter, briefs: tuple[SegmentBrief, ...]) -> list[PersonaDraft]:
    async def write() -> list[PersonaDraft]:
        async with writer:
            return [await writer.write(brief) for brief in briefs]

    return asyncio.run(write())


def said(brief: SegmentBrief) -> list[str]:
    return [" ".join(folded(passage.text)) for passage in (*brief.passages, *brief.leads)]


def test_words_of_the_passages_are_kept_from_the_first_answer(
    fake_llm: FakeLLM, writer: Writers, briefs: tuple[SegmentBrief, ...]
) -> None:
    made = drafts(writer(), briefs)

    assert all(draft.statements for draft in made)
    assert {lost.kind for draft in made for lost in draft.dropped} == {"tagline"}
    assert len(fake_llm.records) == 2


def test_statements_say_who_phrased_them_and_cite_passages_that_were_offered(
    writer: Writers, briefs: tuple[SegmentBrief, ...]
) -> None:
    for brief, draft in zip(briefs, drafts(writer(), briefs), strict=True):
        offered = {passage.id for passage in (*brief.passages, *brief.leads)}
        assert {statement.origin for statement in draft.statements} == {"model"}
        assert all(set(statement.evidence) <= offered and statement.evidence for statement in draft.statements)
        assert draft.phrased == ("summary",)


@pytest.mark.parametrize("quotes", ["invented", "near"])
def test_what_is_made_up_or_altered_is_never_kept(
    fake_llm: FakeLLM, writer: Writers, briefs: tuple[SegmentBrief, ...], quotes: str
) -> None:
    fake_llm.options.quotes = quotes

    for brief, draft in zip(briefs, drafts(writer(), briefs), strict=True):
        passages = said(brief)
        assert all(any(" ".join(folded(s.text)) in passage for passage in passages) for s in draft.statements)
        assert draft.tagline == brief.tagline
        assert draft.summary == brief.summary
        assert len([lost for lost in draft.dropped if lost.kind not in ("tagline", "summary")]) == 12
        assert draft.warnings == (
            "None of the model’s statements (12) was supported by what people said: their own words are shown.",
        )


def test_an_unsupported_answer_is_asked_for_again_twice_with_the_reason(
    fake_llm: FakeLLM, writer: Writers, briefs: tuple[SegmentBrief, ...]
) -> None:
    fake_llm.options.quotes = "invented"

    (draft,) = drafts(writer(), briefs[:1])

    assert len(fake_llm.records) == 3
    assert "These statements cannot be used:" not in fake_llm.prompts[0]
    assert all("the passages it cites do not say so" in prompt for prompt in fake_llm.prompts[1:])
    assert draft.usage is not None
    assert draft.usage.requests == 3


def test_second_look_confirms_what_it_does_not_reject(
    fake_llm: FakeLLM, writer: Writers, briefs: tuple[SegmentBrief, ...]
) -> None:
    made = drafts(writer(verify=True), briefs)

    assert {statement.confirmed for draft in made for statement in draft.statements} == {True}
    assert len(fake_llm.records) == 4


def test_what_a_second_look_rejects_is_dropped_and_reported(
    fake_llm: FakeLLM, writer: Writers, briefs: tuple[SegmentBrief, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.fake_llm import answers as fakes

    fill = fakes.Filler.fill

    def rejecting(self: fakes.Filler, schema: dict[str, object]) -> object:
        value = fill(self, schema)
        if isinstance(value, dict) and "verdicts" in value:
            value["verdicts"][0]["supported"] = False
        return value

    monkeypatch.setattr(fakes.Filler, "fill", rejecting)
    (draft,) = drafts(writer(verify=True), briefs[:1])

    rejected = [lost for lost in draft.dropped if lost.reason == "rejected"]
    assert len(rejected) == 1
    assert draft.statements
    assert rejected[0].text not in [statement.text for statement in draft.statements]
