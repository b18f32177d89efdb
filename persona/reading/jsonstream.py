"""The values of a JSON file one by one: an array of them, one a line, or a list inside one large object."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from persona.messages import data_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_VALUE = 16 << 20
LARGEST_OBJECT = 64 << 20  # an object that holds the list must be read whole
BLANK = " \t\r\n"
DEPTH = 2  # how far inside an object the list may be


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
        yield from _array(stream)
    elif _is_value(stream.first_line()):
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
        end = self.text.find("\n", self.at)
        while end < 0:
            seen = len(self.text) - self.at
            if seen > LONGEST_VALUE:
                raise data_error("line_too_long", line=self.here())
            if not self.grow(max(1, seen)):
                break
            end = self.text.find("\n", self.at + seen)
        end = len(self.text) if end < 0 else end
        line, self.at = self.text[self.at : end], min(end + 1, len(self.text))
        return line

    def first_line(self) -> str:
        """The line that `take_line` would take, which stays."""
        line = self.take_line()
        self.at -= len(line) + (self.text[self.at - 1 : self.at] == "\n")
        return line

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


def _array(stream: _Stream) -> Iterator[Value]:
    stream.at += 1
    if stream.peek() == "]":
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
    """One value a line; a line that is broken costs itself only."""
    while stream.peek():
        number, line = stream.here(), stream.take_line()
        try:
            yield Value(number, DECODER.decode(line))
        except (ValueError, RecursionError):
            yield Value(number, None, line)


def _inside(stream: _Stream) -> Iterator[Value]:
    """The longest list inside one object, such as `{"responses": [ … ]}`; its items are numbered."""
    while not stream.ended:
        stream.grow(LARGEST_OBJECT + 1)
        if len(stream.text) - stream.at > LARGEST_OBJECT:
            raise data_error("json_object_too_large")
    found = _longest(stream.take_value(), DEPTH)
    if not found:
        raise data_error("json_without_list")
    yield from (Value(number, value) for number, value in enumerate(found, 1))


def _longest(value: object, depth: int) -> list[Any]:
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or not depth:
        return []
    return max((_longest(inner, depth - 1) for inner in value.values()), key=len, default=[])


def _is_value(line: str) -> bool:
    try:
        return isinstance(DECODER.decode(line), (dict, list))
    except (ValueError, RecursionError):
        return False
