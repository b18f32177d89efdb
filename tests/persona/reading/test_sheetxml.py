from __future__ import annotations

import pytest

from persona.exceptions import DataError
from persona.reading.sheetxml import WorkbookXml
from tests.persona.sandbox.attacks import MAIN, RELATED, sheet

FAR_BUT_EMPTY = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'


def looked_at(**members: str) -> WorkbookXml:
    """These members, looked at in order; names may come without their ending."""
    found = WorkbookXml()
    for name, text in members.items():
        data = text.encode()
        found.look(f"xl/{name}.xml", iter([data[:7], data[7:]]))
    return found


def test_strings_are_counted_as_often_as_they_are_shown() -> None:
    rows = '<row><c t="s"><v>1</v></c><c t="s">\n<v> 1 </v>\n</c><c><v>7</v></c><c t="s"><v>0</v></c></row>'

    found = looked_at(
        sheet=sheet(rows), strings=f"<sst {MAIN}><si><t>no</t></si><si><r><t>ab</t></r><r><t>c</t></r></si></sst>"
    )

    assert (found.lengths.tolist(), found.uses.tolist()) == ([2, 3], [1, 2])
    found.finish()


def test_strings_may_come_before_or_after_the_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("persona.reading.sheetxml.TEXT", 15)
    strings = f"<sst {MAIN}><si><t>eight...</t></si></sst>"
    rows = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'
    for order in ({"strings": strings, "sheet": sheet(rows)}, {"sheet": sheet(rows), "strings": strings}):
        with pytest.raises(DataError) as told:
            looked_at(**order).finish()
        assert (told.value.code, told.value.message) == ("unpacks_too_large", "The file unpacks to more than 15 bytes.")


def test_far_cells_that_are_only_formatted_do_not_count() -> None:
    looked_at(sheet=sheet(FAR_BUT_EMPTY)).finish()


def test_a_related_sheet_must_be_one() -> None:
    relations = (
        f'<Relationships><Relationship Type="{RELATED}/worksheet" Target="worksheets/sheet.xml"/></Relationships>'
    )

    with pytest.raises(DataError) as told:
        looked_at(rels=relations, sheet="no XML at all").finish()

    assert told.value.code == "damaged"


def test_pictures_and_what_nobody_reads_may_be_anything() -> None:
    looked_at(picture="\x00\x01 no XML", note="<p>open", sheet=sheet("")).finish()
