"""Text files that may be no table: conversations and plain texts (.txt, .md)."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from persona.messages import data_error, file_size
from persona.reading.talk.captions import are_captions
from persona.reading.talk.turns import Line, find_turns
from persona.reading.talk.unnamed import takes_turns
from persona.reading.text import guess_shape, read_head
from persona.reading.transcript import LONGEST, read_lines

if TYPE_CHECKING:
    from persona.reading.job import Found, Job
    from persona.reading.opening import Text

ENDINGS = {".txt", ".text", ".md", ".markdown", ".vtt", ".srt", ".sbv"}
CONVINCING = 0.9  # share of lines of equal width at which a text is a table all the same
SHOWS_TIMES = 4096  # bytes in which subtitles show their first times
LINE_END = re.compile("\r\n|\n|\r")


def is_prose(job: Job, text: Text) -> bool:
    """Whether a text is none of the tables that its name allows it to be. A person's word settles it.

    Subtitles are known by what stands in them, whatever they are called.
    """
    if job.choice.delimiter is not None:
        return False
    may_be_prose = PurePath(job.name.lower()).suffix in ENDINGS
    head, ended = read_head(text.blocks_before())
    if not may_be_prose and b":" not in head[:SHOWS_TIMES]:
        return False
    lines = _lines(head if may_be_prose else head[:SHOWS_TIMES])
    if are_captions(lines):
        return True
    if not may_be_prose:
        return False
    if find_turns(lines):
        return True
    shape = guess_shape(head, ended, job.choice)
    if shape.width == 1:  # one answer a line, unless blank lines make paragraphs of them, or talk does
        texts = [line.text.strip() for line in lines[:-1]]
        return not all(texts) or takes_turns(texts)
    return shape.share < CONVINCING


def read_prose(job: Job, text: Text) -> Found:
    """Write its participants or paragraphs into parts."""
    data = b""
    for block in text.blocks():
        data += block
        if len(data) > LONGEST:
            raise data_error("text_too_large", limit=file_size(LONGEST))
    return read_lines(job, _lines(data), text.sha256, text.encoding)


def _lines(data: bytes) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(LINE_END.split(data.decode("utf-8", "replace")), 1)]
