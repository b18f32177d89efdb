"""The built-in writer: quotes the best passages, computes the rest, invents nothing. The same result every time."""

from __future__ import annotations

from persona.writers.base import DraftStatement, PersonaDraft, SegmentBrief


class BuiltinWriter:
    """Needs no key and no network: its statements are people's own words.

    Example:
        >>> draft = await BuiltinWriter().write(archive.brief(1))       # doctest: +SKIP
    """

    async def write(self, brief: SegmentBrief) -> PersonaDraft:
        """The draft that the brief already holds."""
        return draft_of(brief)


def draft_of(brief: SegmentBrief) -> PersonaDraft:
    """Every passage that stands by itself becomes a statement in its own words."""
    return PersonaDraft(
        name=brief.name,
        tagline=brief.tagline,
        summary=brief.summary,
        statements=tuple(
            DraftStatement(kind=passage.kind, text=passage.text, evidence=(passage.id,), origin="quoted")
            for passage in brief.passages
            if passage.stands
        ),
        quotes=tuple(p.id for p in brief.leads),
    )
