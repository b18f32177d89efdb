"""What pages and the API read: rows of personas and statements, brought up to date after each edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F

from generation.edits.models import EditEntry
from generation.personas.models import Evidence, Persona, Statement
from generation.personas.persistence import evidence_rows, persona_fields, statement_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generation.runs.models import Run
    from persona import models as library
    from persona.edits import AppliedPersona, AppliedResult, StatementMarks

FAR = 16_000
"""Statements on their way to another place stand here meanwhile: no two may ever stand at one."""
AT_ONCE = 200


def bring_up_to_date(run: Run, before: AppliedResult, after: AppliedResult) -> None:
    """Write what one more edit has changed; the caller holds the transaction."""
    if not before.changes:
        _give_keys(run, before)
    seen_before = {persona.index: persona for persona in before.result.personas}
    seen = {persona.index: persona for persona in after.result.personas}
    old = {persona.index: persona for persona in before.personas}
    for persona in after.personas:
        readers = seen.get(persona.index)
        if persona != old.get(persona.index) or readers != seen_before.get(persona.index):
            _write(run, persona, old.get(persona.index), readers, seen_before.get(persona.index))
    gone = old.keys() - {persona.index for persona in after.personas}
    Persona.everything.filter(run=run, position__in=gone).update(shown=False)
    _tell(run, before, after)


def _give_keys(run: Run, before: AppliedResult) -> None:
    """Statements of older runs have no key: they stand in the order of the result."""
    known = {(persona.index, place): said.id for persona in before.personas for place, said in _placed(persona)}
    rows = list(Statement.everything.filter(persona__run=run, key="").select_related("persona"))
    for row in rows:
        row.key = known.get((row.persona.position, row.position), "")
    Statement.everything.bulk_update(rows, ["key"], batch_size=AT_ONCE)


def _write(
    run: Run,
    now: AppliedPersona,
    before: AppliedPersona | None,
    readers: library.Persona | None,
    readers_before: library.Persona | None,
) -> None:
    told = readers or now.persona
    fields = persona_fields(now.persona, told)
    fields |= {"shown": readers is not None, "picture": now.portrait or "", "edited": _made_of(now)}
    row, _ = Persona.everything.update_or_create(run=run, position=now.index, defaults=fields)
    old = _facets(before, readers_before) if before else {}
    new = _facets(now, readers)
    changed = {key: facet for key, facet in new.items() if facet != old.get(key)}
    known = Statement.everything.filter(persona=row)
    if before is None:
        known.exclude(key__in=new).delete()
    elif gone := old.keys() - new.keys():
        known.filter(key__in=gone).delete()
    rows = {found.key: found for found in known.filter(key__in=changed)}
    moved = [key for key, facet in changed.items() if key in rows and rows[key].position != facet[0]]
    known.filter(key__in=moved).update(position=F("position") + FAR)
    _update(rows, changed, old)
    _create(row, {key: facet for key, facet in changed.items() if key not in rows})


Facet = tuple[int, bool, "library.Statement", "StatementMarks | None"]
"""A statement's place, whether readers see it, itself and its marks."""


def _facets(persona: AppliedPersona, readers: library.Persona | None) -> dict[str, Facet]:
    shown = {said.id for said in (readers or persona.persona).statements}
    return {said.id: (place, said.id in shown, said, persona.marks.get(said.id)) for place, said in _placed(persona)}


def _placed(persona: AppliedPersona) -> Iterable[tuple[int, library.Statement]]:
    return enumerate(persona.persona.statements, start=1)


def _values(facet: Facet) -> dict[str, Any]:
    place, is_shown, said, marks = facet
    return statement_fields(said) | {"position": place, "shown": is_shown, "marks": _marks(said, marks)}


def _update(rows: Mapping[str, Statement], changed: Mapping[str, Facet], old: Mapping[str, Facet]) -> None:
    names: set[str] = set()
    for key, row in rows.items():
        values = _values(changed[key])
        for name, value in values.items():
            setattr(row, name, value)
        names |= values.keys()
    if rows:
        Statement.everything.bulk_update(rows.values(), sorted(names), batch_size=AT_ONCE)
    others = [key for key in rows if key not in old or old[key][2].evidence != changed[key][2].evidence]
    Evidence.objects.filter(statement__in=[rows[key] for key in others]).delete()
    Evidence.objects.bulk_create(row for key in others for row in evidence_rows(rows[key], changed[key][2]))


def _create(persona: Persona, new: Mapping[str, Facet]) -> None:
    rows = [Statement(persona=persona, **_values(facet)) for facet in new.values()]
    Statement.everything.bulk_create(rows)
    Evidence.objects.bulk_create(
        passage for row, facet in zip(rows, new.values(), strict=True) for passage in evidence_rows(row, facet[2])
    )


def _made_of(persona: AppliedPersona) -> dict[str, Any]:
    """What people made of a persona beside its words."""
    kept = persona.model_dump(mode="json", exclude={"index", "persona", "marks", "portrait"}, exclude_defaults=True)
    kept.pop("groups") if persona.groups == (persona.index,) else None
    return kept


def _marks(said: library.Statement, marks: StatementMarks | None) -> dict[str, Any]:
    if marks is None:
        return {}
    told = marks.model_dump(mode="json", exclude={"statement", "original"}, exclude_defaults=True)
    if marks.original is not None and marks.original.text != said.text:
        told["before"] = marks.original.text
    return told


def _tell(run: Run, before: AppliedResult, after: AppliedResult) -> None:
    """Edits that are undone, apply again or no longer, for the history."""
    known = {change.edit: change for change in before.changes}
    other = {change.edit: change for change in after.changes if known.get(change.edit, change) != change}
    rows = list(EditEntry.objects.filter(run=run, pk__in=other))
    for row in rows:
        change = other[str(row.pk)]
        row.state, row.told = change.state, change.model_dump(mode="json")
    EditEntry.objects.bulk_update(rows, ["state", "told"], batch_size=AT_ONCE)
