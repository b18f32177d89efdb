"""From drafts to the questionnaire: who answered, what is used for what, what is asked and told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from persona.questionnaire.alone import doubt_alone, find_alone
from persona.questionnaire.batteries import is_bare
from persona.questionnaire.blocks.drafting import unanswered
from persona.questionnaire.codes import ExcludedReason, NoteCode
from persona.questionnaire.doubts import raise_doubt
from persona.questionnaire.evidence import Evidence, plain
from persona.questionnaire.gates import is_always_filled
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.kinds import answered as is_answered
from persona.questionnaire.models import ExcludedRows, Item, Question, Questionnaire, Sensitive
from persona.questionnaire.names.titles import title
from persona.questionnaire.notes import make_note
from persona.questionnaire.personal import find_personal, mask
from persona.questionnaire.presence import Asked, find_presence
from persona.questionnaire.protected import protects
from persona.questionnaire.spreading import grouped
from persona.questionnaire.uses import choose_uses
from persona.questionnaire.values.cells import is_error
from persona.questionnaire.values.seen import seen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from persona.questionnaire.blocks.shapes import Block
    from persona.questionnaire.columns import Cells, ColumnView
    from persona.questionnaire.drafts import Draft
    from persona.questionnaire.identifiers import GivenAnswers
    from persona.questionnaire.kinds import Use
    from persona.questionnaire.models import Doubt, QuestionnaireNote
    from persona.questionnaire.rows.finding import FoundRows
    from persona.questionnaire.values.seen import Seen

ENDS = {
    "basis": "it helps to form the groups",
    "describe": "it only describes the groups",
    "none": "it takes no part in the grouping",
}


@dataclass(frozen=True)
class Assembled:
    """Everything that a questionnaire is made of."""

    drafts: Sequence[Draft]
    blocks: Sequence[Block]
    ids: Mapping[int, str]
    rows: FoundRows
    gates: Collection[int]
    given: GivenAnswers


def assemble(table: Cells, parts: Assembled) -> Questionnaire:
    """The questionnaire, everything as it stands after defaults and answers."""
    left_out = {row for rows in parts.rows.excluded if rows.default == "left_out" for row in rows.rows}
    presence = find_presence(table, _asked(parts), left_out)
    excluded = list(parts.rows.excluded)
    if presence.empty:
        excluded.append(ExcludedRows(reason=ExcludedReason.EMPTY, rows=presence.empty))
    respondents = table.rows - len(left_out) - len(presence.empty)
    uses = choose_uses(parts.drafts, respondents, dict(enumerate(presence.answered)))
    ids = parts.ids
    uses, alone = _alone(parts, uses)
    questions = [
        _question(draft, ids, use, presence.answered[at])
        for at, (draft, use) in enumerate(zip(parts.drafts, uses, strict=True))
    ]
    weight = _weight(questions, parts.drafts)
    return Questionnaire(
        rows=table.rows,
        respondents=respondents,
        questions=tuple(questions),
        doubts=(*parts.rows.doubts, *_doubts(parts.drafts, ids), *alone),
        excluded=tuple(rows.counted() for rows in excluded),
        weight=weight.question.names[0] if weight else None,
        weighted=weight is not None and weight.is_used,
        personal=tuple(c for q in questions if q.kind is Kind.PERSONAL for c in q.columns),
        sensitive=tuple(_sensitive(questions)),
        notes=(*parts.rows.notes, *_notes(parts.drafts, ids), *_weighting(weight, respondents)),
    )


class _Weight(NamedTuple):
    """The question that weights stand in, and whether they are used."""

    question: Question
    is_used: bool


def _weight(questions: Sequence[Question], drafts: Sequence[Draft]) -> _Weight | None:
    """Of several, one that a person wants used goes first."""
    found = [
        _Weight(question, all(each.code != NoteCode.WEIGHTS_NOT_USED for each in draft.seen))
        for question, draft in zip(questions, drafts, strict=True)
        if question.kind is Kind.WEIGHT
    ]
    return next(iter(sorted(found, key=lambda weight: not weight.is_used)), None)


def _weighting(weight: _Weight | None, respondents: int) -> list[QuestionnaireNote]:
    """How weights are used; that they are not is told where they are found."""
    if weight is None or not weight.is_used:
        return []
    about, name = weight.question.id, plain(weight.question.text, 60)
    found = [make_note(NoteCode.WEIGHTS_USED, about=about, question=name)]
    if missing := respondents - weight.question.answered:
        found.append(make_note(NoteCode.WITHOUT_WEIGHT, rows=missing, about=about, question=name))
    return found


def _alone(parts: Assembled, uses: list[tuple[Use, str]]) -> tuple[list[tuple[Use, str]], tuple[Doubt, ...]]:
    """The uses after the doubt about a question that would form the groups by itself."""
    at = find_alone(parts.drafts, [use for use, _ in uses])
    if at is None:
        return uses, ()
    doubt = doubt_alone(parts.drafts[at], parts.ids[parts.drafts[at].position])
    if (parts.given.to(doubt.code, doubt.about) or doubt.default) == "describe":
        uses = [*uses[:at], ("describe", "it alone would form the groups"), *uses[at + 1 :]]
    return uses, (doubt,)


def _asked(parts: Assembled) -> list[Asked]:
    blocks = {block.positions[0]: block for block in parts.blocks}
    return [
        Asked(
            {c.name: unanswered(draft, c, blocks.get(_first_of_block(draft, blocks))) for c in draft.columns},
            is_answered(draft.kind) and draft.kind is not Kind.DATE and not _written_behind(draft, parts.gates),
        )
        for draft in parts.drafts
    ]


def _written_behind(draft: Draft, gates: Collection[int]) -> bool:
    """Whether its columns are filled in also for those whom a question turned away: by a tool, or before it."""
    return bool(gates) and all(map(is_always_filled, draft.columns))


def _first_of_block(draft: Draft, blocks: Mapping[int, Block]) -> int:
    return next((c.position for c in draft.columns if c.position in blocks), -1)


def _question(draft: Draft, ids: Mapping[int, str], use: tuple[Use, str], answered: int) -> Question:
    many = draft.kind in (Kind.BATTERY, Kind.RANKING)
    why = f": {use[1]}" if use[1] else ""
    return Question(
        id=ids[draft.position],
        text=draft.text,
        kind=draft.kind,
        columns=tuple(c.position for c in draft.columns),
        names=tuple(c.name for c in draft.columns),
        use=use[0],
        confidence=draft.confidence,
        reason=f"{draft.reason[:1].upper()}{draft.reason[1:]}; {ENDS[use[0]]}{why}.",
        answered=answered,
        options=draft.options,
        items=tuple(map(_item, draft.items, draft.columns)) if many else (),
        scale=draft.scale,
        no_answer=draft.no_answer,
        separator=draft.separator,
        numbers=draft.numbers,
        dates=draft.dates,
        recoding=draft.recoding,
        of=ids.get(draft.of) if draft.of is not None else None,
        personal=_personal_cells(draft),
        examples=_examples(draft),
    )


def _item(item: str, column: ColumnView) -> Item:
    """An item as the file words it: in full, where a row of questions stands below the names."""
    return Item(label=item if column.text == title(column.name) else column.text, column=column.position)


def _examples(draft: Draft) -> tuple[str, ...]:
    if draft.kind is Kind.PERSONAL:
        return ()
    texts = [text for column in draft.columns[:3] for text in column.examples]
    return tuple(dict.fromkeys(plain(mask(text) if find_personal(text) else text) for text in texts))[:3]


def _personal_cells(draft: Draft) -> int:
    """Cells of open answers with personal data in them, counted in a sample of the texts."""
    if draft.kind is not Kind.OPEN:
        return 0
    texts = Evidence(draft.columns[0])
    return round(texts.share(lambda text: bool(find_personal(text))) * texts.cells)


def _doubts(drafts: Sequence[Draft], ids: Mapping[int, str]) -> list[Doubt]:
    """One doubt for each group of questions that are unsure in the same way, about the first of them."""
    found = []
    for members in grouped(drafts).values():
        draft, unsure = members[0]
        more = len(members) - 1
        words: dict[str, Any] = dict(unsure.words)
        if "question" in words:
            words["question"] = _named(draft, more)
        found.append(
            raise_doubt(unsure.code, ids[draft.position], default=unsure.default, evidence=unsure.evidence, **words)
        )
    return found


def _named(draft: Draft, more: int) -> str:
    first, last = draft.columns[0].name, draft.columns[-1].name
    text = f"{first} … {last}" if first != last and is_bare(draft.text) else draft.text
    return plain(text, 80) + (f" (and {more} more like it)" if more else "")


def _notes(drafts: Sequence[Draft], ids: Mapping[int, str]) -> list[QuestionnaireNote]:
    return [_note(saw, draft, ids[draft.position]) for draft in drafts for saw in (*draft.seen, *_failed(draft))]


def _failed(draft: Draft) -> tuple[Seen, ...]:
    """Cells in which a spreadsheet's formula failed, where reading the numbers or days of the column did not tell."""
    if any(each.code is NoteCode.ERROR_CELLS for each in draft.seen):
        return ()
    counts: Counter[str] = Counter()
    for column in draft.columns:
        counts.update({text: n for text, n in column.counts.items() if is_error(text)})
    return seen(NoteCode.ERROR_CELLS, counts, counts)


def _note(saw: Seen, draft: Draft, about: str) -> QuestionnaireNote:
    words = {"question": plain(draft.text, 60), "example": ", ".join(f"“{plain(e, 40)}”" for e in saw.examples)}
    given = {"count": saw.cells, "names": "", "person": "", "people": ""} | words
    return make_note(NoteCode(saw.code), rows=saw.cells, about=about, **given)


def _sensitive(questions: Sequence[Question]) -> list[Sensitive]:
    return [
        Sensitive(column=column, category=found)
        for question in questions
        if (found := protects(question)) is not None
        for column in question.columns
    ]
