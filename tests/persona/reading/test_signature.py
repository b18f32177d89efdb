from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader


def archive(member: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as opened:
        opened.writestr(member, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Office document"),
        (archive("ppt/presentation.xml"), "a presentation"),
        (b"\n<!DOCTYPE html><html>", "a web page"),
        (b"<?xml version='1.0'?><a/>", "an XML document"),
        (bytes(range(256)) * 8, "a file of another kind"),
        (b"a,b\n" + b"\0" * 500, "a file of another kind"),
    ],
)
def test_file_of_another_kind_is_named_and_refused(read: Reader, data: bytes, kind: str) -> None:
    with pytest.raises(DataError) as raised:
        read(data)
    assert (raised.value.code, raised.value.message) == ("not_a_table", f"This is not a table but {kind}.")


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0", b"\n" * 300_000])
def test_file_without_content_is_empty(read: Reader, data: bytes) -> None:
    with pytest.raises(DataError) as raised:
        read(data)
    assert raised.value.code == "empty"


def test_braces_in_a_table_are_no_json(read: Reader) -> None:
    assert read("[1] How old?,[2] Why?\n34,fine\n51,good\n").report.names == ("[1] How old?", "[2] Why?")
