"""Which encoding a file is in: its mark, a check of every byte, a guess, or a person's word."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from persona.dialects import ENCODINGS
from persona.messages import configuration_error, data_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from persona.reading.survey import Survey

    Blocks = Callable[[], Iterable[bytes]]

How = Literal["mark", "checked", "mixed", "guessed", "chosen"]
FALLBACK = "cp1252"
WESTERN = frozenset(
    ("ascii", "cp1252", "cp437", "cp850", "hp-roman8", "iso-8859-1", "iso-8859-15", "latin-1", "windows-1252")
)
TWO_BYTES = frozenset(("big5", "cp932", "cp949", "euc-jp", "euc-kr", "gb18030", "gb2312", "johab", "shift_jis"))
HIGH, CLUSTER = re.compile(rb"[\x80-\xff]"), re.compile(rb"[\x80-\xff](?:.?[\x80-\xff])+", re.DOTALL)
PAIRS = re.compile(rb"[\x80-\xff]{2,}")
NO_LETTERS = "ªº"  # to Python they are; in Western Europe they end numbers
WORD = re.compile(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")


@dataclass(frozen=True)
class Encoding:
    """How bytes become letters, and how that is known."""

    name: str
    how: How
    mark: int = 0  # bytes of the byte order mark
    samples: tuple[str, ...] = ()


def find_encoding(survey: Survey, blocks: Blocks, chosen: str | None = None) -> Encoding:
    """The file's encoding. `blocks` gives the whole file once more, to try a guess on all of it.

    Raises:
        ConfigurationError: the chosen encoding is not known.
        DataError: the chosen encoding does not fit.
    """
    if chosen is not None:
        name = _known(chosen)
        if survey.wide and survey.wide.startswith(name):
            name = survey.wide  # the file says itself which of two bytes comes first
        _confirm_choice(name, chosen, survey, blocks)
        how: How = "chosen"
    elif survey.wide:
        name, how = survey.wide, "mark" if survey.mark else "guessed"
    elif survey.is_utf8:
        name, how = "utf-8", "mark" if survey.mark else "checked"
    elif survey.good >= survey.bad or survey.mark:
        name, how = "utf-8", "mixed"
    else:
        name, how = _guess(bytes(survey.bad_sample), blocks), "guessed"
    mark = len(survey.mark) if _same(name, survey) else 0
    sample = survey.good_sample if name == "utf-8" else survey.bad_sample or survey.good_sample
    return Encoding(name, how, mark, _accented_words(bytes(sample), name))


def _known(chosen: str) -> str:
    try:
        name = codecs.lookup(chosen).name
    except LookupError:
        name = ""
    if name not in {codecs.lookup(known).name for known in ENCODINGS}:
        raise configuration_error("unknown_encoding", encoding=chosen, known=", ".join(ENCODINGS))
    return name


def _same(name: str, survey: Survey) -> bool:
    """Whether the byte order mark belongs to this encoding, and so is no text."""
    return name.replace("-", "").startswith((survey.wide or "utf-8").replace("-", "")[:5])


def _confirm_choice(name: str, chosen: str, survey: Survey, blocks: Blocks) -> None:
    if name == "utf-8" and survey.is_utf8:
        return
    line = first_bad_line(name, blocks())
    if line is not None:
        raise data_error("wrong_encoding", line=line, encoding=chosen)


def first_bad_line(name: str, blocks: Iterable[bytes]) -> int | None:
    """The physical line at which the bytes stop being text in this encoding; None when all are."""
    line, before = 1, ""
    decoder = codecs.getincrementaldecoder(name)()
    for block, final in _with_end(blocks):
        try:
            text = decoder.decode(block, final)
        except UnicodeDecodeError as exc:
            return line + _line_ends(before, exc.object[: exc.start].decode(name, "replace"))
        line += _line_ends(before, text)
        before = text[-1:] or before
    return None


def _line_ends(before: str, text: str) -> int:
    halves = before == "\r" and text.startswith("\n")
    return text.count("\n") + text.count("\r") - text.count("\r\n") - halves


def _with_end(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    for block in blocks:
        yield block, False
    yield b"", True


def _guess(sample: bytes, blocks: Blocks) -> str:
    """The first guess that decodes the whole file."""
    import chardet

    found = "" if _holds_signs_only(sample) else str(chardet.detect(sample)["encoding"] or "").lower()
    unlikely = found in WESTERN or found.startswith("utf") or (found in TWO_BYTES and not _stands_close(sample))
    for name in (FALLBACK,) if unlikely or not found else (found, FALLBACK):
        try:
            if first_bad_line(name, blocks()) is None:
                return codecs.lookup(name).name
        except LookupError:  # a name that Python does not decode
            continue
    return FALLBACK


def _holds_signs_only(sample: bytes) -> bool:
    """Whether all beyond ASCII are signs that word processors make (“ ” ’ – … €): there is no letter to guess by.

    In texts of two-byte letters signs take two bytes as well.
    """
    high = HIGH.findall(sample)
    signs = b"".join(high).decode(FALLBACK, "replace")
    if any(sign == "\ufffd" or (sign.isalpha() and sign not in NO_LETTERS) for sign in signs):
        return False
    return sum(map(len, PAIRS.findall(sample))) <= 0.6 * len(high)


def _stands_close(sample: bytes) -> bool:
    """Whether bytes beyond ASCII stand together, as those of two-byte letters do; accented letters stand apart."""
    together = sum(len(HIGH.findall(cluster)) for cluster in CLUSTER.findall(sample))
    return together > 0.6 * len(HIGH.findall(sample))


def _accented_words(sample: bytes, name: str, count: int = 3) -> tuple[str, ...]:
    """A few words with letters beyond ASCII, so that a person can see whether the guess is right."""
    found = WORD.findall(sample.decode(name, "replace")) if not name.startswith(("utf-16", "utf-32")) else []
    words = sorted(dict.fromkeys(found), key=lambda word: not 3 <= len(word) <= 24)
    return tuple(words[:count])
