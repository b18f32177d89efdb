"""What planted people write: phrases of their persona's themes, openers, chit-chat, slips of the finger."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.planted.book import PARTS, book

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

BLANK = {"goals": (0.07, 0.18), "frustrations": (0.10, 0.22), "behaviours": (0.20, 0.25)}
"""How often nothing is written, and how often what everybody writes."""


@dataclass
class Bank:
    """All phrases of one question, theme by theme."""

    text: list[str] = field(default_factory=list)
    theme: list[str] = field(default_factory=list)
    spans: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)

    def add(self, key: tuple[str, int], phrases: Sequence[str]) -> None:
        self.spans[key] = len(self.text), len(phrases)
        self.text += phrases
        self.theme += ["common" if key[0] == "common" else f"{key[0]}:{key[1]}"] * len(phrases)


def banks(chosen: Sequence[dict[str, Any]], rnd: random.Random) -> dict[str, Bank]:
    """The phrases of these personas and of everybody, by question."""
    made = {}
    for part in PARTS:
        made[part] = bank = Bank()
        for persona in chosen:
            for number, (_, lines) in enumerate(persona[part]):
                phrases = [phrase for line in lines for phrase in _expanded(line, rnd, 12)]
                bank.add((persona["key"], number), phrases)
        bank.add(("common", 0), [p for line in book()["common"][part] for p in _expanded(line, rnd, 8)])
    return made


def _expanded(line: str, rnd: random.Random, copies: int) -> list[str]:
    """Fill the {slots} of one line; several copies, so that repeats differ."""
    if "{" not in line:
        return [line]
    return sorted({_filled(line, rnd) for _ in range(copies)})


def _filled(line: str, rnd: random.Random) -> str:
    for name, values in book()["slots"].items():
        while f"{{{name}}}" in line:
            line = line.replace(f"{{{name}}}", rnd.choice(values), 1)
    return line


def written(
    part: str, bank: Bank, chosen: Sequence[dict[str, Any]], member: Ints, noise: float, rng: np.random.Generator
) -> tuple[list[str], list[str]]:
    """The answers of these people to one question, and the themes of each."""
    people, personas, themes = len(member), len(chosen), len(chosen[0][part])
    blank_share, common_share = BLANK[part]
    off = rng.random(people) < 0.55 * noise  # somebody else's theme
    common = rng.random(people) < common_share + 0.35 * noise
    whose = np.where(off, rng.integers(0, personas, people), member)
    first, second = rng.integers(0, themes, people), rng.integers(0, themes, people)
    two = rng.random(people) < 0.28
    blank = rng.random(people) < blank_share + 0.25 * noise
    none = rng.random(people) < 0.03 + 0.04 * noise
    spot, other_spot = rng.random(people), rng.random(people)
    keys = [(persona["key"], number) for persona in chosen for number in range(themes)]
    start, length = np.array([bank.spans[key] for key in keys]).T.reshape(2, personas, themes)
    common_start, common_length = bank.spans["common", 0]
    lead = np.where(
        common,
        common_start + (spot * common_length).astype(int),
        start[whose, first] + (spot * length[whose, first]).astype(int),
    )
    follow = start[whose, second] + (other_spot * length[whose, second]).astype(int)
    two &= ~common & (second != first)
    style = _Style.drawn(people, noise, rng)
    texts, meant = [], []
    for i in range(people):
        if blank[i] or none[i]:
            non_answers = book()["non_answers"]
            texts.append("" if blank[i] else non_answers[style.chat_at[i] % len(non_answers)])
            meant.append("")
            continue
        said = bank.text[lead[i]]
        texts.append(style.put(i, said, bank.text[follow[i]] if two[i] else None))
        meant.append(bank.theme[lead[i]] + (f"|{bank.theme[follow[i]]}" if two[i] else ""))
    return texts, meant


@dataclass(frozen=True)
class _Style:
    """How each person writes."""

    opener: list[int]
    joint: list[int]
    chats: list[bool]
    chat_at: list[int]
    lower: list[bool]
    dot: list[bool]
    slips: list[bool]
    slip_at: list[float]
    breaks: list[bool]

    @classmethod
    def drawn(cls, people: int, noise: float, rng: np.random.Generator) -> _Style:
        phrases = book()
        opener = rng.integers(0, len(phrases["openers"]), people)
        joint = rng.integers(0, len(phrases["joints"]), people)
        chats, chat_at = rng.random(people) < 0.13, rng.integers(0, len(phrases["chat"]), people)
        lower, dot = rng.random(people) < 0.14, rng.random(people) < 0.6
        slips, slip_at = rng.random(people) < 0.10 + 0.12 * noise, rng.random(people)
        breaks = rng.random(people) < 0.012
        drawn = (opener, joint, chats, chat_at, lower, dot, slips, slip_at, breaks)
        return cls(*(each.tolist() for each in drawn))

    def put(self, i: int, said: str, more: str | None) -> str:
        """One answer, as person `i` writes it."""
        phrases = book()
        text = phrases["openers"][self.opener[i]] + said
        if more is not None:
            text += phrases["joints"][self.joint[i]] + more
        text = text.lower() if self.lower[i] else text[:1].upper() + text[1:]
        if self.dot[i]:
            text += "."
        if self.slips[i]:
            text = _slipped(text, self.slip_at[i])
        if self.chats[i]:
            chat = phrases["chat"][self.chat_at[i]]
            return text + ("\n" if self.breaks[i] else " ") + chat if self.dot[i] else f"{text}. {chat}"
        return f'"{text}"' if self.breaks[i] else text


def _slipped(text: str, where: float) -> str:
    """One slip on the keyboard: two letters swapped, one dropped or doubled."""
    if len(text) < 6:
        return text
    at = 1 + int(where * (len(text) - 3))
    if not (text[at].isalpha() and text[at + 1].isalpha()):
        return text
    changed = (text[at + 1] + text[at], text[at + 1], text[at] + text[at] + text[at + 1])
    return text[:at] + changed[int(where * 1e6) % 3] + text[at + 2 :]
