"""The stem that neighbouring columns share, and the item that each adds: `Q5_1`, `Q5 [Slack]`, `tools/slack`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from persona.questionnaire.names.titles import fold, without_repetition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SUBQUESTION = re.compile(r"^(?P<code>[^\s\[\]]{1,40})\[(?P<sub>[^\[\]]{1,40})\](?P<rest>[.:]?\s*.*)$", re.DOTALL)
_BRACKET_ITEM = re.compile(r"^(?P<stem>.*?)\s*\[(?P<item>.*)\]\s*$", re.DOTALL)
_REDCAP_ITEM = re.compile(r"^(?P<stem>.*?)\s*\(choice=(?P<item>.*)\)\s*$", re.DOTALL)
_LEADING_ITEM = re.compile(r"^(?P<item>[^:?]{2,80})\s*:\s*(?P<stem>\S.{14,}[?.:]?)$", re.DOTALL)
_ITEM_FIRST = re.compile(r"^(?P<item>[^?？]{1,80}?)\s[-–—|]\s(?P<stem>\S.{8,}[?？])$", re.DOTALL)
_CODE = re.compile(r"^[^\s]{1,80}$")
_PATH = re.compile(r"(?<=[^\W\d])[/.:](?=[^\W\d])|(?<=\d)[/:](?=\w)|(?<=[\w?？])[/](?=\w)")
_NUMBERED = re.compile(r"^(?P<stem>.*?)(?P<mark>[_.\- ]?)(?P<item>\d{1,3}|(?<=\d)[a-zA-Z])$")
_TOOL_MARKS = re.compile(r"\s[-–—|>]+\s|\?\s*(?=\S)")
_SENTENCE_MARKS = re.compile(r":\s*(?=\S)|(?<=[a-zà-ÿ)]{2})\.\s+(?=\S)|\s?/\s?(?=\S)|\s?\((?=\S)")
_NUMBER_OF_QUESTION = re.compile(r"^\W*(?:[a-zA-Z]{0,3}\d{1,3}[a-z]?|[a-zA-Z])\W*$")
QUESTION_WORDS = 4


@dataclass(frozen=True, slots=True)
class Split:
    """One way to part a name. `strength` 2: survey tools write such a mark; 1: it may be part of a sentence."""

    stem: str
    item: str
    strength: int


@lru_cache(maxsize=20_000)
def splits(name: str) -> tuple[Split, ...]:
    """Every way to part a name into stem and item, the shortest stem first."""
    return tuple(dict.fromkeys(_splits(name)))


def _splits(name: str) -> Iterator[Split]:
    bare = name
    if sub := _SUBQUESTION.match(name):
        bare = f"{sub['code']}{sub['rest']}".strip()
        rest = sub["rest"].strip(" .:")
        if rest.startswith("[") and rest.endswith("]"):  # LimeSurvey arrays: code[sub]. [item]
            yield Split(sub["code"], rest[1:-1].strip(), 2)
            return
    if (found := _REDCAP_ITEM.match(bare)) and found["stem"]:
        yield Split(found["stem"], found["item"].strip(), 2)
        return
    if (found := _BRACKET_ITEM.match(bare)) and found["stem"].strip(" .:"):
        yield Split(found["stem"].strip(), found["item"].strip(), 2)
        return
    if sub:
        yield Split(sub["code"], bare[len(sub["code"]) :].strip(" .:") or sub["sub"], 2)
        return
    if _CODE.match(bare):
        yield from _code_splits(bare)
    else:
        yield from _text_splits(bare)


def _code_splits(name: str) -> Iterator[Split]:
    for mark in _PATH.finditer(name):
        yield Split(name[: mark.start()], name[mark.end() :], 2)
    if (found := _NUMBERED.match(name)) and found["stem"].strip("_.- "):
        yield Split(found["stem"].rstrip("_.- "), found["item"], 2 if found["mark"] else 1)
    for at, letter in enumerate(name):
        if letter in "_-" and 0 < at < len(name) - 1:
            yield Split(name[:at], name[at + 1 :], 1)


def _text_splits(name: str) -> Iterator[Split]:
    for strength, marks in ((2, _TOOL_MARKS), (1, _SENTENCE_MARKS)):
        for mark in marks.finditer(name):
            stem = name[: mark.end()].strip().rstrip(" -–—|>:/(.")
            item = name[mark.end() :].strip().lstrip(" -–—:|/")
            if stem and item and not _NUMBER_OF_QUESTION.match(stem):
                yield Split(stem, item, strength)
    if found := _ITEM_FIRST.match(name):  # "Cereal - Which breakfasts did you have?"
        yield Split(found["stem"].strip(), found["item"].strip(), 2)
    if found := _LEADING_ITEM.match(name):
        yield Split(found["stem"].strip(), found["item"].strip(), 1)
    if (found := _NUMBERED.match(name)) and len(found["stem"].strip("_.- #")) > 2:
        yield Split(found["stem"].rstrip("_.- #"), found["item"], 1)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring columns whose names share a stem. `start` and `stop` count in the sequence that was looked at."""

    start: int
    stop: int
    stem: str
    items: tuple[str, ...]
    strength: int


def runs(names: Sequence[str]) -> list[Run]:
    """Runs of two or more neighbours that share a stem.

    Marks that survey tools write (`[Slack]`, ` - Slack`, `/slack`, `_1`) go first; between the runs that they make,
    marks that may be part of a sentence or a name count as well. The longest run wins, then the longer stem.
    """
    ways = [{fold(split.stem): split for split in reversed(splits(without_repetition(name)))} for name in names]
    strong = [{key: split for key, split in way.items() if split.strength > 1} for way in ways]
    found = _sweep(strong, 0, len(names))
    edges = [0, *(edge for run in found for edge in (run.start, run.stop)), len(names)]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return sorted([*found, *(run for start, stop in gaps for run in _sweep(ways, start, stop))], key=lambda r: r.start)


def _sweep(ways: Sequence[dict[str, Split]], at: int, limit: int) -> list[Run]:
    found: list[Run] = []
    while at < limit:
        run = _longest(ways, at, limit)
        found += _parted(ways, run) if run else []
        at = run.stop if run else at + 1
    return found


def _longest(ways: Sequence[dict[str, Split]], start: int, limit: int) -> Run | None:
    best: tuple[int, int, str] | None = None
    for key in ways[start]:
        stop = start + 1
        while stop < limit and key in ways[stop]:
            stop += 1
        if stop - start >= 2 and (best is None or (stop, len(key)) > best[:2]):
            best = (stop, len(key), key)
    return _run(ways, start, best[0], best[2]) if best else None


def _run(ways: Sequence[dict[str, Split]], start: int, stop: int, key: str) -> Run:
    parts = [way[key] for way in ways[start:stop]]
    return Run(start, stop, parts[0].stem, _unwrapped([p.item for p in parts]), min(p.strength for p in parts))


_BRACKETS = tuple((pair[0], pair[1]) for pair in ("()", "[]", "{}", "<>", "（）", "【】", "「」", "“”", "„“", "«»"))


def _unwrapped(items: Sequence[str]) -> tuple[str, ...]:
    """Items without the brackets that all of them stand in: "Which events? (Cinema)"."""
    for opening, closing in _BRACKETS:
        inner = [item.removeprefix(opening).removesuffix(closing) for item in items]
        halves = {len(item) - len(bare) for item, bare in zip(items, inner, strict=True)}
        if halves in ({1}, {2}) and all(bare.strip() and not {opening, closing} & set(bare) for bare in inner):
            return tuple(bare.strip() for bare in inner) if _closed(items, closing) else tuple(items)
    return tuple(items)


def _closed(items: Sequence[str], closing: str) -> bool:
    return all(item.endswith(closing) for item in items)


def _parted(ways: Sequence[dict[str, Split]], run: Run) -> list[Run]:
    """A run under a short stem falls into runs under longer ones, where these take in every column of it.

    "Usage - Which tools? - Slack" and "Usage - Which channels? - Mail" are two questions of one section. A stem that
    is a question itself is never parted: what follows are its options. Of paths (`group/tools/slack`) the deepest stem
    that several share is the question, and what stands above it only a group of questions.
    """
    stem = run.stem
    if "?" in stem or len(stem.split()) >= QUESTION_WORDS:
        return [run]
    is_path = any("/" in item for item in run.items)
    inner, at = [], run.start
    while at < run.stop:
        deeper = _deeper(ways, at, run.stop, fold(stem))
        if deeper is None and not is_path:
            return [run]
        if deeper is not None:
            inner.append(deeper)
        at = deeper.stop if deeper else at + 1
    return inner if len(inner) > (0 if is_path else 1) else [run]


def _deeper(ways: Sequence[dict[str, Split]], start: int, limit: int, key: str) -> Run | None:
    best = None
    for longer, split in ways[start].items():
        if len(longer) <= len(key) or not longer.startswith(key) or split.strength < 1:
            continue
        stop = start + 1
        while stop < limit and longer in ways[stop]:
            stop += 1
        if stop - start >= 2 and (best is None or stop > best.stop):
            best = _run(ways, start, stop, longer)
    return best
