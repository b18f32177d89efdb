"""The values of a JSON file one by one: an array of them, one a line, or a list inside one large object."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from persona.messages import data_error
from persona.reading.jsonrecords import find_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST_VALUE = 16 << 20
LONGEST_NAMES = 1 << 16  # characters of a first line that is a list of names
LARGEST_OBJECT = 64 << 20  # an object that holds the list must be read whole
BLANK = " \t\r\n"


class Value(NamedTuple):
    """A value and the line on which it begins; `broken` is the text of one that is none."""

    line: int
    value: Any
    broken: str = ""


def values(blocks: Iterable[bytes]) -> Iterator[Value]:
    """All values of the file.

    Raises:
        DataError: the JSON is broken, with line and character, or holds no list.
    """
    stream = _Stream(blocks)
    if stream.peek() == "[":
        yield from _lines(stream) if stream.holds_rows() else _arrays(stream)
    elif stream.holds_lines():
        yield from _lines(stream)
    else:
        yield from _inside(stream)


class _Stream:
    """Text that grows as it is needed and forgets what was used."""

    def __init__(self, blocks: Iterable[bytes]) -> None:
        self._blocks = iter(blocks)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.text, self.at, self.ended = "", 0, False
        self._line, self._counted = 1, 0
        self._forgotten = 0  # characters of the current line that are gone from the text

    def grow(self, wanted: int = 1) -> bool:
        """Whether there was more; at least `wanted` characters of it, if there are as many."""
        more: list[str] = []
        size = 0
        while size < wanted and not self.ended:
            block = next(self._blocks, None)
            self.ended = block is None
            more.append(self._decoder.decode(block or b"", final=self.ended))
            size += len(more[-1])
        if not size:
            return False
        self.here()
        self._forgotten = self._character(self.at) - 1
        self.text, self.at, self._counted = self.text[self.at :] + "".join(more), 0, 0
        return True

    def peek(self) -> str:
        """The next character that is no blank; '' at the end."""
        while True:
            while self.at < len(self.text) and self.text[self.at] in BLANK:
                self.at += 1
            if self.at < len(self.text) or not self.grow():
                return self.text[self.at : self.at + 1]

    def take_line(self) -> str:
        """The rest of the current line, without its end."""
        line = self.first_line()
        if len(line) > LONGEST_VALUE:
            raise data_error("line_too_long", line=self.here())
        self.at = min(self.at + len(line) + 1, len(self.text))
        return line

    def first_line(self, longest: int = LONGEST_VALUE) -> str:
        """The line that `take_line` would take, which stays; one that is too long as far as it was looked at."""
        end = self.text.find("\n", self.at)
        while end < 0:
            seen = len(self.text) - self.at
            if seen > longest or not self.grow(max(1, seen)):
                break
            end = self.text.find("\n", self.at + seen)
        return self.text[self.at : len(self.text) if end < 0 else end]

    def holds_lines(self) -> bool:
        """Whether the first line is a value by itself."""
        line = self.first_line()
        return len(line) <= LONGEST_VALUE and _value(line) is not NO_VALUE

    def holds_rows(self) -> bool:
        """Whether each line is a row of cells: `["Age", "Why"]` above `[34, "Slow"]`."""
        line = self.first_line(LONGEST_NAMES)
        if len(line) > LONGEST_NAMES or not _holds_cells(_value(line)):
            return False
        while not (rest := self.text[self.at + len(line) :].lstrip(BLANK)) and self.grow():
            pass
        return rest.startswith("[")

    def here(self) -> int:
        """The physical line of the current place."""
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def take_value(self) -> Any:
        """The value at the current place, however long."""
        while True:
            try:
                value, end = DECODER.raw_decode(self.text, self.at)
            except (ValueError, RecursionError) as exc:  # also a number of thousands of digits
                seen = len(self.text) - self.at
                is_unfinished = isinstance(exc, json.JSONDecodeError) and seen <= LONGEST_VALUE
                if not is_unfinished or not self.grow(seen):
                    raise self._broken(exc) from exc
            else:
                # A number at the very end of a block may go on in the next.
                if end < len(self.text) or not self.grow():
                    self.at = end
                    return value

    def _broken(self, exc: Exception) -> Exception:
        at = exc.pos if isinstance(exc, json.JSONDecodeError) else self.at
        line = self.here() + self.text.count("\n", self.at, at)
        return data_error("broken_json", line=line, character=self._character(at))

    def _character(self, at: int) -> int:
        """Which character of its line stands at this place of the text, from 1."""
        start = self.text.rfind("\n", 0, at)
        return at - start if start >= 0 else self._forgotten + at + 1

    def expected(self) -> Exception:
        """The error for a character that cannot stand here."""
        return self._broken(json.JSONDecodeError("", self.text, min(self.at, len(self.text))))


MOST_DIGITS = 4_000  # Python makes no number of more than 4,300


def _integer(digits: str) -> int | str:
    """A number, or its digits as they stand where there are too many of them: a cell is text anyway."""
    return int(digits) if len(digits) <= MOST_DIGITS else digits


DECODER = json.JSONDecoder(parse_int=_integer)


def _arrays(stream: _Stream) -> Iterator[Value]:
    """The items of an array, and of further ones behind it: pages of answers that were put into one file."""
    while True:
        yield from _array(stream)
        following = stream.peek()
        if not following:
            return
        if following != "[":
            raise stream.expected()


def _array(stream: _Stream) -> Iterator[Value]:
    stream.at += 1
    if stream.peek() == "]":
        stream.at += 1
        return
    while True:
        stream.peek()
        line = stream.here()
        yield Value(line, stream.take_value())
        following = stream.peek()
        if following not in (",", "]"):
            raise data_error("cut_off") if not following else stream.expected()
        stream.at += 1
        if following == "]":
            return


def _lines(stream: _Stream) -> Iterator[Value]:
    """One value a line; a line that is broken costs itself only. A single line may be an object that holds them all."""
    number, line = stream.here(), stream.take_line()
    if not stream.peek() and (found := find_records(_value(line))):
        yield from _numbered(found)
        return
    while True:
        value = _value(line)
        yield Value(number, None, line) if value is NO_VALUE else Value(number, value)
        if not stream.peek():
            return
        number, line = stream.here(), stream.take_line()


def _inside(stream: _Stream) -> Iterator[Value]:
    """The answers inside one object, such as `{"responses": [ … ]}`; or objects over several lines each."""
    while not stream.ended:
        stream.grow(LARGEST_OBJECT + 1)
        if len(stream.text) - stream.at > LARGEST_OBJECT:
            raise data_error("json_object_too_large")
    line, value = stream.here(), stream.take_value()
    if not stream.peek():
        if not (found := find_records(value)):
            raise data_error("json_without_list")
        yield from _numbered(found)
        return
    yield Value(line, value)
    while stream.peek():
        line = stream.here()
        yield Value(line, stream.take_value())


def _numbered(found: Sequence[Any]) -> Iterator[Value]:
    return (Value(number, value) for number, value in enumerate(found, 1))


NO_VALUE = object()


def _value(line: str) -> Any:
    """The value that a line is, or NO_VALUE."""
    try:
        return DECODER.decode(line)
    except (ValueError, RecursionError):
        return NO_VALUE


def _holds_cells(value: object) -> bool:
    """Whether a line is a list, and what is in it no answers themselves."""
    return isinstance(value, list) and bool(value) and not any(isinstance(each, (dict, list)) for each in value)
