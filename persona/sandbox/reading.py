"""Read a file in a process of its own; how that process ends becomes a result or one sentence."""

from __future__ import annotations

import logging
import os
import signal
import time
from pathlib import PurePath
from typing import TYPE_CHECKING

from pydantic import ValidationError

from persona.exceptions import DataError
from persona.messages import data_error, file_size
from persona.sandbox.process import Reader, keep, reader
from persona.sandbox.request import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from persona.sandbox.request import Request

    Listener = Callable[[int, int], None]

logger = logging.getLogger(__name__)

OUT_OF_MEMORY = (b"memory allocation of", b"bad_alloc", b"MemoryError", b"out of memory", b"Out of Memory")
WAITING = 15
"""Seconds beyond those of processor, for a process that does nothing; a crowded machine is given as many times more."""
MOST_CROWDED = 5.0
PLAIN = frozenset({".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson", ".md", ".vtt", ".srt"})
"""Endings of files that are text already."""
OUT_OF_TIME = -getattr(signal, "SIGXCPU", signal.SIGTERM)


def or_else(name: str) -> str:
    """The other way out, where there is one: a file of text cannot be made any plainer.

    >>> or_else("study.xlsx"), or_else("study.csv")
    (', or save the table as CSV and use that', '')
    """
    return "" if PurePath(name).suffix.lower() in PLAIN else ", or save the table as CSV and use that"


class ReaderDied(DataError):
    """The reading process was killed or gave up; the same file may be read if tried once more."""

    retryable = True


def read_apart(request: Request, on_progress: Listener | None = None) -> None:
    """Read a file in a process of its own; its parts, report and columns are then in the request's folder.

    `on_progress` hears the bytes done and the bytes in all, and is asked again while nothing changes; it may raise
    `Cancelled`. However this ends, no process is left.

    Raises:
        DataError: the file cannot be read, or not within its limits.
        ReaderDied: the process died of something else.
        ConfigurationError: the chosen dialect cannot be used.
    """
    process = reader()
    is_whole = False
    try:
        told = _ask(process, request, on_progress)
        if _had_gone(told, process):
            process.end()
            process = Reader()
            told = _ask(process, request, on_progress)
        is_whole = told.code == 0
        _judge(told, process, request)
    finally:
        keep(process) if is_whole else process.end()


def _ask(process: Reader, request: Request, on_progress: Listener | None) -> Told:
    process.send(request.model_dump_json().encode())
    return _follow(process, request, on_progress)


def _had_gone(told: Told, process: Reader) -> bool:
    """Whether it had waited so long that it was about to go when it was asked: it ends well and says nothing."""
    return told.ending is None and told.code is None and process.code() == 0


def _follow(process: Reader, request: Request, on_progress: Listener | None) -> Told:
    """Pass progress on until the end; what is told of the end, and the code of the process."""
    progress, ending = (0, request.size), Told()
    for told in _heard(process, request):
        progress = told.progress or progress
        ending = told if told.ending else ending
        if told.code is not None:
            return ending.model_copy(update={"code": told.code})
        if on_progress and not ending.ending:
            on_progress(*progress)
    return ending


def _heard(process: Reader, request: Request) -> Iterator[Told]:
    begun = time.monotonic()
    for line in process.lines():
        if time.monotonic() - begun > (request.seconds + WAITING) * crowding(_load(), os.cpu_count() or 1):
            raise data_error("reader_time", seconds=request.seconds, or_else=or_else(request.name))
        yield _parse(line) if line else Told()


def crowding(load: float, processors: int) -> float:
    """How many processes want each processor, from 1 on."""
    return min(MOST_CROWDED, max(1.0, load / processors))


def _load() -> float:
    try:
        return os.getloadavg()[0]
    except (AttributeError, OSError):  # a system that does not tell
        return 1.0


def _parse(line: bytes) -> Told:
    try:
        return Told.model_validate_json(line)
    except ValidationError:
        return Told(ending="fault", fault="It did not speak as agreed.")


def _judge(told: Told, process: Reader, request: Request) -> None:
    """Raise what the ending means, unless it is a good one."""
    match told.ending:
        case "done":
            return
        case "error" if told.error:
            raise told.error.error()
        case "memory":
            raise data_error("reader_memory", limit=file_size(request.limits.memory), or_else=or_else(request.name))
        case "file_size":
            raise data_error("unpacks_too_large", limit=file_size(request.limits.unpacked))
        case None:
            raise _death(told.code, process, request)
        case _:
            logger.error("A file could not be read.\n%s", told.fault)
            raise data_error("reader_failed", or_else=or_else(request.name))


def _death(code: int | None, process: Reader, request: Request) -> DataError:
    code, words = process.code() if code is None else code, process.last_words()
    if any(sign in words for sign in OUT_OF_MEMORY):
        return data_error("reader_memory", limit=file_size(request.limits.memory), or_else=or_else(request.name))
    if code == OUT_OF_TIME:
        return data_error("reader_time", seconds=request.seconds, or_else=or_else(request.name))
    logger.error("A process that read a file ended with %s.\n%s", code, words.decode(errors="replace"))
    told = data_error("reader_died", or_else=or_else(request.name))
    return ReaderDied(told.message, hint=told.hint, code=told.code)
