"""Finding blocks: which neighbouring columns are one question, by their names, their cells and who filled them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.questionnaire.blocks.coded import coded_blocks, coded_ticks, holds_codes, rarer_code
from persona.questionnaire.blocks.exclusive import with_one_answer
from persona.questionnaire.blocks.ranks import (
    is_ranking,
    is_slots,
    names_places,
    names_ranks,
    place_runs,
    puts_all_in_order,
)
from persona.questionnaire.blocks.shapes import Block
from persona.questionnaire.blocks.ticks import Tick, TickForm, alike, named_by_its_option, tick_of, with_codes
from persona.questionnaire.kinds import QuestionKind
from persona.questionnaire.names.stems import Run, runs
from persona.questionnaire.names.titles import fold, made_up
from persona.reading.asking import is_question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.questionnaire.columns import ColumnView, RowSample
    from persona.questionnaire.models import Confidence

_LEAST_WITHOUT_STEM = 3
_LONGEST_ITEM = 4  # words
_MOSTLY_KNOWN = 0.8  # share of cells, or of what they hold, that are options with a column


def find_blocks(columns: Sequence[ColumnView], sample: RowSample) -> list[Block]:
    """Check-all questions and rankings over several columns. Batteries need scales, which are read elsewhere."""
    read = ((column, tick_of(column)) for column in columns)
    ticks = {column.position: tick for column, tick in read if tick is not None and not _is_written_in(column, tick)}
    runs = column_runs(columns)
    found = coded_blocks(columns, runs, sample)
    coded = {column.position for block in found for column in (*block.columns, block.head) if column is not None}
    ticks = {position: tick for position, tick in ticks.items() if position not in coded}
    for run in runs:
        found += _blocks_of_run(run, columns[run.start : run.stop], ticks, sample)
    taken = coded | {position for block in found for position in block.positions}
    found += _by_places([c for c in columns if c.position not in taken], sample)
    taken |= {position for block in found for position in block.positions}
    found += _without_stem([c for c in columns if c.position not in taken], ticks)
    found = [with_one_answer(_with_head(block, columns), sample) for block in found]
    return sorted(found, key=lambda block: block.positions[0])


def _is_written_in(column: ColumnView, tick: Tick) -> bool:
    """Whether its one text was written below "Other, please specify" rather than offered."""
    return tick.form == "text" and headings.asks_for_other(column.text) and fold(tick.label) not in fold(column.text)


def tick_block(columns: Sequence[ColumnView], text: str, items: Sequence[str]) -> Block | None:
    """These columns as one check-all question, where each can be read as a tick box."""
    ticks = {column.position: tick for column in columns if (tick := tick_of(column)) is not None}
    if all(map(holds_codes, columns)):
        ticks = coded_ticks(columns, rarer_code(columns))
    return _check_all(columns, text, items, ticks, "you chose it") if len(ticks) == len(columns) else None


def column_runs(columns: Sequence[ColumnView]) -> list[Run]:
    """Runs by the texts of the questions, and between them by the names of the columns (`Q5_1` above "Slack")."""
    by_text = runs([column.text for column in columns])
    if all(column.text == column.name for column in columns):
        return by_text
    covered = {at for run in by_text for at in range(run.start, run.stop)}
    by_name = [
        Run(run.start, run.stop, run.stem, tuple(c.text for c in columns[run.start : run.stop]), run.strength)
        for run in runs([column.name for column in columns])
        if covered.isdisjoint(range(run.start, run.stop))
    ]
    return sorted(by_text + by_name, key=lambda run: run.start)


def _blocks_of_run(
    run: Run, columns: Sequence[ColumnView], ticks: dict[int, Tick], sample: RowSample
) -> Iterator[Block]:
    if not names_places(run.items) and is_ranking(columns, run.stem, sample):
        yield Block(QuestionKind.RANKING, tuple(columns), run.stem, run.items, "each row puts them in another order")
        return
    if is_slots(columns, run, sample):
        ranked = names_ranks(run) or puts_all_in_order(columns, sample)
        kind = QuestionKind.RANKING if ranked else QuestionKind.MULTIPLE
        reason = "the columns are first, second … choices from one list of answers"
        yield Block(kind, tuple(columns), run.stem, run.items, reason, "likely")
        return
    for at, stretch in _tick_stretches(columns, ticks):
        forms = {ticks[column.position].form for column in stretch}
        proved = run.strength > 1 or _strong_cells(stretch, forms) or _are_listed(stretch, run)
        if len(stretch) < 2 or forms == {"none"} or not proved:
            continue
        items = run.items[at : at + len(stretch)]
        reason = "their names share a beginning, and each holds one option"
        yield _check_all(stretch, run.stem, items, ticks, reason)


def _strong_cells(stretch: Sequence[ColumnView], forms: set[TickForm]) -> bool:
    """A stem that may be chance counts where the cells cannot be anything else than ticks."""
    return bool(forms & {"text", "mark", "binary"}) and len(stretch) >= _LEAST_WITHOUT_STEM


def _are_listed(columns: Sequence[ColumnView], run: Run) -> bool:
    """Whether a colon parts one text from short names of things: "Tools: Slack", "Slack:Which tools do you use?"."""
    short = all(len(item.split()) <= _LONGEST_ITEM and not is_question(item) for item in run.items)
    return short and len(columns) >= _LEAST_WITHOUT_STEM and all(":" in column.text for column in columns)


def _tick_stretches(
    columns: Sequence[ColumnView], ticks: dict[int, Tick]
) -> Iterator[tuple[int, Sequence[ColumnView]]]:
    """Stretches of neighbours that are ticked in the same way, each with its place in `columns`."""
    start = 0
    while start < len(columns):
        stop, same = start, list[Tick]()
        while stop < len(columns) and (tick := ticks.get(columns[stop].position)) and alike([*same, tick]):
            same.append(tick)
            stop += 1
        if stop > start:
            yield start, columns[start:stop]
        start = max(stop, start + 1)


def _check_all(
    columns: Sequence[ColumnView],
    text: str,
    items: Sequence[str],
    ticks: dict[int, Tick],
    reason: str,
    confidence: Confidence = "sure",
) -> Block:
    own = with_codes({column.position: ticks[column.position] for column in columns})
    labels = tuple(own[c.position].label or item for c, item in zip(columns, items, strict=True))
    return Block(QuestionKind.MULTIPLE, tuple(columns), text, labels, reason, confidence, own)


def _by_places(columns: Sequence[ColumnView], sample: RowSample) -> Iterator[Block]:
    for run in place_runs(columns):
        members = columns[run.start : run.stop]
        if is_slots(members, run, sample):
            reason = "the columns are first, second … places, filled from one list of answers"
            yield Block(QuestionKind.RANKING, tuple(members), run.stem, run.items, reason, "likely")


def _without_stem(columns: Sequence[ColumnView], ticks: dict[int, Tick]) -> Iterator[Block]:
    """Option columns whose names are the options, so that the text of the question is not in the file."""
    neighbours = groupby(enumerate(columns), key=lambda pair: pair[1].position - pair[0])
    for _, group in neighbours:
        for _, stretch in _tick_stretches([column for _, column in group], ticks):
            yield from _named_by_options(stretch, ticks)
            yield from _binary_neighbours(stretch, ticks)


def _named_by_options(stretch: Sequence[ColumnView], ticks: dict[int, Tick]) -> Iterator[Block]:
    named = [c for c in stretch if ticks[c.position].form == "none" or named_by_its_option(c, ticks[c.position])]
    filled = [c for c in named if ticks[c.position].form in ("text", "binary") and ticks[c.position].label]
    if len(named) == len(stretch) and len(filled) >= 2:
        first, *rest = stretch
        text = first.text if not made_up(first.name) and rest and all(made_up(c.name) for c in rest) else ""
        items = [ticks[c.position].label or c.text for c in stretch]
        yield _check_all(stretch, text or _listed(items), items, ticks, "each column is named by the one option in it")


def _binary_neighbours(stretch: Sequence[ColumnView], ticks: dict[int, Tick]) -> Iterator[Block]:
    """Neighbours of 0 and 1 that the same people filled in."""
    plain = [c for c in stretch if _is_bare(ticks[c.position])]
    if len(plain) != len(stretch):
        return
    for _, group in groupby(stretch, key=lambda c: c.filled if ticks[c.position].off else -1):
        columns = _without_describing_ends(list(group))
        if len(columns) >= _LEAST_WITHOUT_STEM:
            items = [column.text for column in columns]
            reason = "neighbours that hold only ticked or not, filled in by the same people"
            yield _check_all(columns, _listed(items), items, ticks, reason, "likely")


def _is_bare(tick: Tick) -> bool:
    """A mark that says nothing of the option: x, or 1 where others have 0."""
    return not tick.label and (tick.form in ("binary", "mark") or (tick.form == "codes" and tick.on == {"1"}))


def _without_describing_ends(columns: list[ColumnView]) -> list[ColumnView]:
    """Who people are (married, employed) may be told by 0 and 1 beside a check-all question; it stands at its ends."""
    while columns and _describes(columns[0]):
        columns = columns[1:]
    while columns and _describes(columns[-1]):
        columns = columns[:-1]
    return columns


def _describes(column: ColumnView) -> bool:
    return headings.names("demography", column.text) or headings.names("administration", column.text)


def _listed(items: Sequence[str]) -> str:
    """What stands for the text of a question that is not in the file."""
    return ", ".join(items[:3]) + (" …" if len(items) > 3 else "")


def _with_head(block: Block, columns: Sequence[ColumnView]) -> Block:
    """A check-all block with the column before it that holds the same choices in one cell, as KoBo writes them."""
    before = block.positions[0] - 1
    if block.kind is not QuestionKind.MULTIPLE or before < 0 or not block.ticks or block.head:
        return block
    head = columns[before]
    if fold(head.text) != fold(block.text) and fold(head.name) != fold(block.text):
        return block
    items = {fold(item) for item in block.items} | {fold(_last(column.name)) for column in block.columns}
    pieces = [fold(piece) for text in head.sides for piece in text.replace(",", " ").replace(";", " ").split()]
    whole = [fold(text) for text in head.sides]
    made_of = [_is_made_of(text, items) for text in whole]
    if pieces and max(_known(pieces, items), _known(whole, items), sum(made_of) / len(whole)) >= _MOSTLY_KNOWN:
        return Block(block.kind, block.columns, block.text, block.items, block.reason, "sure", block.ticks, head)
    return block


def _is_made_of(text: str, items: set[str]) -> bool:
    """Whether a cell holds nothing but items, of one word or several, whatever stands between them."""
    rest = f" {text} "
    for item in sorted(items, key=len, reverse=True):
        rest = rest.replace(f" {item} ", "  ")
    return not rest.strip()


def _last(name: str) -> str:
    return name.replace("/", ".").rsplit(".", 1)[-1]


def _known(pieces: Sequence[str], items: set[str]) -> float:
    return sum(piece in items for piece in pieces) / len(pieces)
