"""`persona ask`: a question in plain words, answered from a finished run by passages and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from persona.cli.options import AsJson, BaseUrl, Budget
from persona.cli.output import harmless, print_json
from persona.cli.results import Folder
from persona.numerals import percent

if TYPE_CHECKING:
    from persona.models.asking import AskedAnswer, AskedPassage, CountedAnswer, QuoteFilter
    from persona.models.crosstables import Cell

PERSONA = "Only what people of this persona say; its number. May be given again."
ANSWERED = "Only what people say who answered so: the name of a column, =, and an option. May be given again."


def ask(
    folder: Folder,
    question: Annotated[str, typer.Argument(help="What you want to know, in a sentence.")],
    persona: Annotated[list[int] | None, typer.Option(help=PERSONA)] = None,
    answered: Annotated[list[str] | None, typer.Option(help=ANSWERED)] = None,
    language: Annotated[str | None, typer.Option(help="Only words in this language: two letters.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="How many passages to show.")] = 5,
    model: Annotated[str, typer.Option(help='"builtin", or "provider:name" for a few sentences above.')] = "builtin",
    base_url: BaseUrl = None,
    budget: Budget = None,
    as_json: AsJson = False,
) -> None:
    """Ask a finished result a question: what people say to it, how many of each persona, and where it stands."""
    import asyncio

    from persona.cli.models import access_for
    from persona.outputs import Output

    found = asyncio.run(
        Output.open(folder).finished.aask(
            question,
            wanted=_filter(persona, answered, language),
            limit=limit,
            model=model,
            access=access_for(model, base_url, None),
            budget_usd=budget,
        )
    )
    return print_json(found) if as_json else _print(found, limit)


def _filter(persona: list[int] | None, answered: list[str] | None, language: str | None) -> QuoteFilter:
    from persona.models.asking import GivenAnswer, QuoteFilter

    given = []
    for each in answered or ():
        column, mark, option = each.rpartition("=")
        if not mark or not column or not option:
            raise typer.BadParameter("Write column=option.", param_hint="--answered")
        given.append(GivenAnswer(column=column, option=option))
    return QuoteFilter(personas=tuple(persona or ()), answers=tuple(given), language=language)


def _print(found: AskedAnswer, limit: int) -> None:
    print(harmless(found.sentence))
    for note in found.notes:
        print(harmless(note))
    if found.phrased is not None and found.phrased.sentences:
        print(harmless(f"\nPhrased by {found.phrased.model} from {found.phrased.read} passages:"))
        for sentence in found.phrased.sentences:
            print(harmless(f"  {sentence.text} {list(sentence.passages)}"))
    for counted in found.counts:
        _print_counts(counted, {said.persona: said.label for said in found.personas})
    if found.personas:
        print("\nWho says so:")
        for said in found.personas:
            print(harmless(f"  {said.persona}. {said.label}: {said.people:,} of {said.base:,}"))
    if found.closest:
        print("\nThe closest we have:")
    elif found.passages:
        print()
    shown = limit if found.phrased is None else len(found.passages)
    for number, passage in enumerate((found.passages or found.closest)[:shown], start=1):
        _print_passage(number, passage)


def _print_counts(counted: CountedAnswer, labels: dict[int, str]) -> None:
    print(harmless(f"\n{counted.question}"))
    for line in counted.lines:
        everyone = line.cells[-1]
        told = _mean(everyone) if line.option is None else f"{everyone.count or 0:,} of {everyone.base:,}"
        by = ", ".join(
            f"{labels.get(cell.persona or 0, f'persona {cell.persona}')} "
            f"{_mean(cell) if cell.share is None else percent(cell.share)}"
            for cell in line.cells[:-1]
            if cell.share is not None or cell.mean is not None
        )
        print(harmless(f"  {line.option or 'On average'}: {told}{f' ({by})' if by else ''}"))


def _mean(cell: Cell) -> str:
    return "–" if cell.mean is None else f"{cell.mean:.1f}"


def _print_passage(number: int, passage: AskedPassage) -> None:
    place = passage.evidence
    print(harmless(f"{number}. “{place.quote}”"))
    who = f"persona {passage.persona}" if passage.persona else "in no persona"
    where = f"{place.source}, row {place.row}, “{place.column}”, characters {place.start} to {place.end}"
    print(harmless(f"   {where}; {who}"))
