"""What people say of questions goes before what was read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from persona.messages import configuration_error
from persona.models import ScaleChoice
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.forced import CHOSEN, read_as
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.kinds import closed
from persona.questionnaire.models import Option, Scale
from persona.questionnaire.scales import find_direction, read_value_labels
from persona.questionnaire.single import read_column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.models import OptionsChoice, QuestionChoice
    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.context import Context
    from persona.questionnaire.drafts import Draft, Unsure


CHOSEN_USE = "you chose it"
_CODE = re.compile(r"-?\d{1,4}")


def apply_choices(
    drafts: Sequence[Draft],
    choices: Mapping[str, QuestionChoice],
    ids: Mapping[int, str],
    columns: Sequence[ColumnView],
    context: Context,
) -> list[Draft]:
    """The drafts after people's changes. `ids`: the id of each draft, by its first column.

    The id or the name of a column that is part of a question takes it out of there, as a question of its own.

    Raises:
        ConfigurationError: a question or a column that is not there.
    """
    at = {ids[draft.position]: draft.position for draft in drafts}
    inside = {own: position for position, (own, *_) in context.settings.ids.items() if own not in at}
    inside |= {column.name: column.position for column in columns if column.name not in at}
    names = {column.name: column for column in columns}
    found = {draft.position: draft for draft in drafts}
    for key, choice in choices.items():
        if key in inside:
            found = _taken_out(found, columns[inside[key]], choice, names, context)
        elif key not in at:
            raise configuration_error("unknown_question", question=key, known=", ".join(list(at)[:20]))
        elif at[key] in found:
            found = _changed(found, at[key], choice, names, context)
    return sorted(found.values(), key=lambda draft: draft.position)


def _taken_out(
    drafts: dict[int, Draft],
    column: ColumnView,
    choice: QuestionChoice,
    names: Mapping[str, ColumnView],
    context: Context,
) -> dict[int, Draft]:
    """The drafts with this column as a question of its own; the rest of its question stays one."""
    whole = next((d for d in drafts.values() if any(c.position == column.position for c in d.columns)), None)
    if whole is None:
        return drafts
    kept = tuple(c for c in whole.columns if c.position != column.position)
    rest = {key: draft for key, draft in drafts.items() if key != whole.position}
    if kept:
        rest[kept[0].position] = _narrowed(whole, kept)
    return _changed({**rest, column.position: read_column(column, context)}, column.position, choice, names, context)


def _narrowed(draft: Draft, kept: tuple[ColumnView, ...]) -> Draft:
    """The same question without some of its columns: items go with them, and so do options with a column each."""
    positions = {column.position for column in kept}
    items = tuple(item for item, c in zip(draft.items, draft.columns, strict=False) if c.position in positions)
    options = tuple(o for o in draft.options if o.column is None or o.column in positions)
    return draft.but(columns=kept, items=items, options=options)


def _changed(
    drafts: dict[int, Draft],
    position: int,
    choice: QuestionChoice,
    names: Mapping[str, ColumnView],
    context: Context,
) -> dict[int, Draft]:
    draft = drafts.pop(position)
    if choice.columns is not None:
        drafts, draft = _with_columns(drafts, draft, choice, names, context)
    elif choice.kind is not None and choice.kind is not draft.kind:
        draft = read_as(choice.kind, draft.columns, context).but(text=draft.text, of=draft.of)
    return {**drafts, draft.position: _reworded(draft, choice, context)}


def _with_columns(
    drafts: dict[int, Draft],
    draft: Draft,
    choice: QuestionChoice,
    names: Mapping[str, ColumnView],
    context: Context,
) -> tuple[dict[int, Draft], Draft]:
    """Columns joined to a question leave the others; columns that it gives up are read by themselves."""
    for name in choice.columns or ():
        if name not in names:
            raise configuration_error("unknown_column", column=name, names=", ".join(list(names)[:20]))
    wanted = sorted((names[name] for name in choice.columns or ()), key=lambda column: column.position)
    taken = {column.position for column in wanted}
    free = [c for c in draft.columns if c.position not in taken]
    for other in [d for d in drafts.values() if taken & {c.position for c in d.columns}]:
        del drafts[other.position]
        free += [c for c in other.columns if c.position not in taken]
    rest = {column.position: read_column(column, context) for column in free}
    one = len(wanted) == 1
    kind = choice.kind or (read_column(wanted[0], context).kind if one else _joined_kind(draft))
    return {**drafts, **rest}, read_as(kind, wanted, context)


def _joined_kind(draft: Draft) -> Kind:
    """A rating that gets more columns is a battery; closed questions become one check-all question."""
    if draft.kind in (Kind.RATING, Kind.BATTERY):
        return Kind.BATTERY
    return draft.kind if draft.kind in (Kind.RANKING, Kind.OPEN) else Kind.MULTIPLE


def _reworded(draft: Draft, choice: QuestionChoice, context: Context) -> Draft:
    if choice.no_answer is not None:
        draft = _without(draft, choice.no_answer, context)
    if choice.options is not None:
        draft = _with_options(draft, choice.options, context)
    if choice.scale is not None:
        draft = draft.but(scale=_with_scale(draft.scale, choice.scale), unsure=_about_use(draft))
    if choice.use is not None:
        unsure = tuple(each for each in draft.unsure if each.code is not DoubtCode.SENSITIVE)
        draft = draft.but(use=choice.use, why=CHOSEN_USE, unsure=unsure)
    changed = {"text": choice.text} if choice.text is not None else {}
    return draft.but(**changed, reason=draft.reason if choice.kind is None else CHOSEN)


def _without(draft: Draft, texts: tuple[str, ...], context: Context) -> Draft:
    """Cells that a person calls no answer leave options, scales and numbers; what is not named does not come back."""
    away = frozenset(texts)
    columns = tuple(replace(column, codes=column.codes | away) for column in draft.columns)
    if draft.kind in _MEASURED:
        again = read_as(draft.kind, columns, context)
        draft = again.but(text=draft.text, reason=draft.reason, of=draft.of, use=draft.use, why=draft.why)
    kept = tuple(option for option in draft.options if option.label not in away)
    return draft.but(columns=columns, options=kept, no_answer=texts, unsure=_about_use(draft))


_MEASURED = (Kind.NUMBER, Kind.RATING, Kind.BATTERY)


def _about_use(draft: Draft) -> tuple[Unsure, ...]:
    """The doubts that no word on kind, scale or codes settles."""
    return tuple(unsure for unsure in draft.unsure if unsure.code is DoubtCode.SENSITIVE)


def _named_codes(draft: Draft, rename: Mapping[str, str], context: Context) -> Draft:
    """Numbers whose codes a person names: words of degree are the ends of a scale, others are options."""
    codes = {float(code): label for code, label in rename.items() if _CODE.fullmatch(code)}
    if draft.kind not in _MEASURED or draft.options or not codes:
        return draft
    found = read_value_labels(codes)
    if found is None or draft.scale is None:
        many = draft.kind is Kind.BATTERY
        return draft if many else read_as(Kind.SINGLE, draft.columns, context).but(text=draft.text, of=draft.of)
    higher = find_direction(found, draft.text, draft.scale.high).higher_is
    said = ScaleChoice(
        low=found.low, high=found.high, low_label=found.low_label, high_label=found.high_label, higher_is=higher
    )
    return draft.but(scale=_with_scale(draft.scale, said), unsure=_about_use(draft))


def _with_options(draft: Draft, choice: OptionsChoice, context: Context) -> Draft:
    draft = _named_codes(draft, choice.rename, context)
    if not (closed(draft.kind) or draft.options):
        return draft
    options: dict[str, Option] = {}
    target = {old: new for new, olds in choice.merge.items() for old in olds}
    for option in draft.options:
        label = choice.rename.get(option.label, option.label)
        label = target.get(label, label)
        spellings = tuple(dict.fromkeys((*option.spellings, *((option.label,) if option.label != label else ()))))
        before = options.get(label)
        options[label] = option.model_copy(
            update={
                "label": label,
                "count": option.count + (before.count if before else 0),
                "spellings": (*(before.spellings if before else ()), *spellings),
            }
        )
    place = {label: at for at, label in enumerate(choice.order)}
    ordered = sorted(options.values(), key=lambda o: place.get(o.label, len(place)))
    return draft.but(options=tuple(ordered), scale=_ordered_scale(draft, choice, ordered))


def _ordered_scale(draft: Draft, choice: OptionsChoice, options: Sequence[Option]) -> Scale | None:
    """An order given to a rating is its scale."""
    if draft.kind not in (Kind.RATING, Kind.BATTERY) or not choice.order:
        return draft.scale
    words = tuple(option.label for option in options if not option.no_opinion)
    return Scale(low=1, high=len(words), low_label=words[0], high_label=words[-1], higher_is="more", words=words)


def _with_scale(scale: Scale | None, choice: ScaleChoice) -> Scale:
    given = {name: value for name, value in choice.model_dump().items() if value is not None}
    return (scale or Scale(low=given.get("low", 1), high=given.get("high", 5))).model_copy(update=given)
