"""Rating scales in words: "strongly disagree" … "strongly agree", found by what the answers have in common."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from persona.models import ColumnRole
from persona.profiling.values import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from persona.models import Column

# A family is a block, one place a line, lowest first; words joined by "=" stand for the same place.
_FAMILIES = """
strongly disagree = disagree strongly = completely disagree = totally disagree
disagree = tend to disagree
somewhat disagree = slightly disagree = rather disagree
neither agree nor disagree = neutral = undecided = neither = pass = unsure
somewhat agree = slightly agree = rather agree
agree = tend to agree
strongly agree = agree strongly = completely agree = totally agree

very dissatisfied = extremely dissatisfied = completely dissatisfied
dissatisfied
somewhat dissatisfied = slightly dissatisfied
neither satisfied nor dissatisfied = neutral = neither
somewhat satisfied = slightly satisfied
satisfied
very satisfied = extremely satisfied = completely satisfied

very unlikely = extremely unlikely = not at all likely
unlikely = not likely
somewhat unlikely = slightly likely
neutral = neither likely nor unlikely = undecided
somewhat likely = moderately likely
likely
very likely
extremely likely

never = not at all
almost never = hardly ever
rarely = seldom
occasionally = once in a while
sometimes
often = frequently = usually
very often = almost always
always

not at all important = unimportant = not important
slightly important = of little importance
somewhat important
moderately important = neutral
important
very important
extremely important = essential

very poor = terrible = very bad
poor = bad
fair = average = ok = okay
good
very good
excellent = outstanding

very difficult = extremely difficult = very hard
difficult = hard
somewhat difficult
neutral = neither easy nor difficult
somewhat easy
easy
very easy = extremely easy

not at all
slightly = a little
somewhat
moderately
quite a bit = very
very much = a great deal
extremely

very low
low
medium = moderate = average
high
very high

beginner = novice
intermediate
advanced
expert

never
once a year
every three months = once a quarter
once a month
once a week
more than once a week = several times a week
every day = daily

stimme überhaupt nicht zu = stimme gar nicht zu = trifft überhaupt nicht zu = trifft gar nicht zu
stimme nicht zu = stimme eher nicht zu = trifft eher nicht zu
teils/teils = teils teils = weder noch = neutral
stimme eher zu = trifft eher zu
stimme zu = trifft zu
stimme voll zu = stimme voll und ganz zu = trifft voll zu = trifft voll und ganz zu

nie = niemals
selten
manchmal = gelegentlich
oft = häufig
immer

sehr unzufrieden
unzufrieden
neutral = teils/teils
zufrieden
sehr zufrieden

totalmente en desacuerdo = muy en desacuerdo
en desacuerdo
ni de acuerdo ni en desacuerdo = neutral
de acuerdo
totalmente de acuerdo = muy de acuerdo

nunca
casi nunca
rara vez
a veces
a menudo = frecuentemente
casi siempre
siempre

pas du tout d'accord = tout à fait en désaccord
plutôt pas d'accord = pas d'accord = en désaccord
ni d'accord ni pas d'accord = neutre
plutôt d'accord = d'accord
tout à fait d'accord

jamais
rarement
parfois
souvent
toujours
"""
_LEAST_SHARE = 0.95
_MOST_EVASIVE = 0.3
_EVASIVE = re.compile(
    r"\W*((i\s)?(do not|don['’]t|cannot|can['’]t)\s(know|say|answer)|not\s(sure|applicable)|no\s(opinion|answer)"
    r"|prefer\snot|do(es\snot|esn['’]t)\sapply|wei(ß|ss)\snicht|keine\s(angabe|meinung)|no\s(sé|sabe)|ne\ssais\spas"
    r"|não\ssei)\b",
    re.IGNORECASE,
)


@cache
def _families() -> tuple[dict[str, int], ...]:
    blocks = [block.splitlines() for block in _FAMILIES.strip().split("\n\n")]
    return tuple({word: place for place, line in enumerate(block) for word in line.split(" = ")} for block in blocks)


def word_scale(counts: dict[str, int]) -> tuple[str, ...]:
    """The words of a rating scale, lowest first, as the file spells them; empty when the answers are no scale.

    `counts`: how often each answer was given. At least three places of one family must be seen and nearly every
    answer must belong to it. Answers that go on after a dash ("Never -- I don't use it.") count by their first words;
    those who give no place ("I don't know what it is") do not count, unless they are many.
    """
    everybody = sum(counts.values())
    evasive = sum(n for answer, n in counts.items() if _EVASIVE.match(answer))
    total = everybody - min(evasive, round(_MOST_EVASIVE * everybody))
    for family in _families():
        found = {answer: place for answer in counts if (place := _place(answer, family)) is not None}
        if len(set(found.values())) < 3 or sum(counts[a] for a in found) < _LEAST_SHARE * total:
            continue
        if len(set(found.values())) == len({fold(a) for a in found}):
            return tuple(dict.fromkeys(sorted(_best_spelling(found, counts), key=lambda a: found[a])))
    return ()


def share_scales(columns: Sequence[Column], chosen: Collection[str] = ()) -> list[Column]:
    """Columns that use only a part of a scale that others use whole are given the whole: "Agree" stays in its place.

    `chosen`: names of columns whose role a person chose; they stay as they are.
    """
    whole = Counter(column.scale_words for column in columns if column.scale_words)
    return [column if column.name in chosen else _on_whole_scale(column, whole) for column in columns]


def _on_whole_scale(column: Column, whole: Counter[tuple[str, ...]]) -> Column:
    own = {fold(word) for word in column.scale_words or column.options}
    may_change = column.role is ColumnRole.RATING or (column.role is ColumnRole.CATEGORY and len(own) > 1)
    larger = [scale for scale in whole if own < set(map(fold, scale))]
    if not (own and may_change and larger):
        return column
    scale = max(larger, key=lambda words: (whole[words], -len(words), words))
    missing = re.search(r"(, [\d,]+ missing)?$", column.detail)
    return column.model_copy(
        update={
            "detail": f"{scale[0]} – {scale[-1]}{missing.group() if missing else ''}",
            "role": ColumnRole.RATING,
            "scale_words": scale,
            "scale": (1.0, float(len(scale))),
            "options": (),
            "reason": "Its answers are steps of a scale that other questions share",
        }
    )


def _place(answer: str, family: dict[str, int]) -> int | None:
    return family.get(bare_step(fold(answer)).rstrip("."))


def bare_step(answer: str) -> str:
    """A step without what explains it: "Never -- I don't use it." is "Never"."""
    return re.split(" (?:--|–) ", answer, maxsplit=1)[0]


def _best_spelling(found: dict[str, int], counts: dict[str, int]) -> list[str]:
    """One spelling a place: the most frequent."""
    best: dict[int, str] = {}
    for answer, place in found.items():
        if place not in best or counts[answer] > counts[best[place]]:
            best[place] = answer
    return list(best.values())
