"""Topics and claims of open answers: found on a sample, every passage placed, people counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from persona.evidence.finding import SAMPLE, centres, sample
from persona.evidence.models import Placement, Theme, Themes
from persona.evidence.space import BLOCK, Space, content_words
from persona.text.embedding import default_embedder
from persona.text.languages import negations
from persona.text.passages import passages
from persona.text.words import word_count, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from persona.evidence.models import Answers
    from persona.text.embedding import Embedder

    Floats = NDArray[np.float32]

# Likeness in the space at which passages form a topic or a claim, and from which one belongs to it. Chosen on the two
# coded sets (250 answers each, r_survey and clothing reviews), from ten settings.
TOPIC, TOPIC_MEMBER, TOPIC_WORD = 0.18, 0.30, 0.15
CLAIM, CLAIM_MEMBER = 0.45, 0.50
LEAST, LEAST_SHARE = 3, 0.006  # passages of the sample that make a topic
KEY_SHARE, KEY_OWN = 0.25, 0.25  # of a topic's core that holds a word, and of the word's passages that lie in the core
FITTED = 20_000  # passages that the space is fitted on
SHORTEST, LONGEST = 2, 40  # words of a passage that says one thing
READ = 12  # passages of a theme that are read closely for its kind and its expected precision
SAYS_NOTHING = 0.5  # mean chance of "none" from which a theme is talk and no theme


class _Passage(NamedTuple):
    row: int
    start: int
    end: int
    text: str


class _Draft(NamedTuple):
    """A theme before it is counted; `turned` is how its core stands to negation, `keys` the words that give it away."""

    id: str
    parent: str
    centre: Floats
    keys: frozenset[str]
    label: str
    turned: bool


def find_themes(answers: Sequence[Answers], *, embedder: Embedder | None = None, seed: int = 0) -> Themes:
    """Themes of all open questions, each told and counted once a question.

    The same answers, embedder and seed give the same themes. Questions' own wording, greetings and answers that say
    nothing are no theme. A claim that some deny is counted in two: the larger side names the other as its `opposite`.
    """
    embedder = embedder or default_embedder()
    themes: list[Theme] = []
    placements: list[Placement] = []
    with threadpool_limits(1, "blas"):  # more threads add in another order, and counts must not depend on the machine
        for one in answers:
            found, placed = _of_question(one, embedder, seed)
            themes += found
            placements += placed
    return Themes(tuple(themes), tuple(placements))


def _of_question(asked: Answers, embedder: Embedder, seed: int) -> tuple[list[Theme], list[Placement]]:
    told = list(islice(_told(asked), FITTED * 4))
    texts = [told[place].text for place in sample(len(told), seed=seed, most=FITTED)]
    if len(texts) < LEAST:
        return [], []
    space = Space(embedder, texts, seed=seed)
    chosen = [texts[place] for place in sample(len(texts), seed=seed, most=SAMPLE)]
    drafts = _drafts(asked, space, chosen)
    placements: dict[str, list[Placement]] = defaultdict(list)
    best: dict[str, list[tuple[float, _Passage]]] = defaultdict(list)
    passing = _told(asked)
    while block := list(islice(passing, BLOCK)):
        _place(asked.column, drafts, space.place([one.text for one in block]), block, placements, best)
    themes = _counted(asked, drafts, placements, best)
    kept = {theme.id for theme in themes}
    placed = [one for theme in placements if theme in kept for one in placements[theme]]
    return themes, sorted(placed, key=lambda one: (one.row, one.start, one.theme))


def _told(asked: Answers) -> Iterator[_Passage]:
    """The passages that say something."""
    for row, cell in zip(asked.rows, asked.texts, strict=True):
        for start, end, text in passages(cell):
            count = word_count(text)
            if (SHORTEST <= count <= LONGEST or (count == 1 and len(text) >= 4)) and content_words(text):
                yield _Passage(row, start, end, text)


def _drafts(asked: Answers, space: Space, texts: Sequence[str]) -> list[_Draft]:
    rows = space.place(texts)
    least = max(LEAST, int(LEAST_SHARE * len(texts)))
    split = [frozenset(content_words(text)) for text in texts]
    often = Counter(word for some in split for word in some)
    own = set(content_words(asked.question)) | set(content_words(asked.column))
    drafts: list[_Draft] = []
    topics = centres(rows, likeness=TOPIC, least=least)
    near = rows @ topics.T
    first = near.argmax(1) if len(topics) else np.zeros(len(texts), int)
    for place, centre in enumerate(topics):
        core = np.flatnonzero((first == place) & (near[:, place] >= TOPIC_MEMBER)).tolist()
        held = Counter(word for one in core for word in split[one])
        keys = [
            word
            for word, count in sorted(held.items(), key=lambda item: (-item[1] * item[1] / often[item[0]], item[0]))
            if count >= max(LEAST, KEY_SHARE * len(core)) and count / often[word] > KEY_OWN
        ]
        top = keys or [word for word, _ in sorted(held.items(), key=lambda item: (-item[1], item[0]))[:2]]
        if not core or set(top[:3]) <= own:
            continue
        label = " · ".join(top[:3])
        topic = _Draft(_name(asked.column, "topic", centre, rows, texts), "", centre, frozenset(keys), label, False)
        claims = centres(rows[core], likeness=CLAIM, least=LEAST)
        drafts += [topic, *(_claim(asked.column, topic.id, one, rows, texts, own) for one in claims)]
    return list({draft.id: draft for draft in drafts if draft.label}.values())


def _claim(column: str, parent: str, centre: Floats, rows: Floats, texts: Sequence[str], own: set[str]) -> _Draft:
    order = _nearest(rows @ centre, texts)
    said = [texts[place] for place in order[:8]]
    turned = sum(map(_negated, said)) * 2 > len(said)
    quotes = [text for text in said if _negated(text) == turned and not set(content_words(text)) <= own]
    name = _name(column, "claim", centre, rows, texts)
    return _Draft(name, parent, centre, frozenset(), quotes[0] if quotes else "", turned)


def _nearest(near: Floats, texts: Sequence[str]) -> list[int]:
    return sorted(range(len(texts)), key=lambda place: (-round(float(near[place]), 5), texts[place]))


def _name(column: str, level: str, centre: Floats, rows: Floats, texts: Sequence[str]) -> str:
    """From the core passages, so that a column more or another seed does not re-number what is found again."""
    core = sorted(texts[place] for place in _nearest(rows @ centre, texts)[:3])
    return sha256("\n".join((column, level, *core)).encode()).hexdigest()[:10]


def _negated(text: str) -> bool:
    known = negations()
    return sum(word in known or word.endswith("n't") for word in words(text)) % 2 == 1


def _place(
    column: str,
    drafts: Sequence[_Draft],
    rows: Floats,
    block: Sequence[_Passage],
    placements: dict[str, list[Placement]],
    best: dict[str, list[tuple[float, _Passage]]],
) -> None:
    """Put a block of passages where they belong; who denies a claim goes to its contrary."""
    if not drafts:
        return
    near = rows @ np.stack([draft.centre for draft in drafts]).T
    held = [frozenset(content_words(one.text)) for one in block]
    for number, draft in enumerate(drafts):
        least = CLAIM_MEMBER if draft.parent else TOPIC_MEMBER
        lowest = least - 0.1 if draft.parent else TOPIC_WORD
        for place in np.flatnonzero(near[:, number] >= lowest).tolist():
            passage, score = block[place], round(float(near[place, number]), 4)
            counted = score >= least or bool(draft.keys & held[place])
            denies = bool(draft.parent) and _negated(passage.text) != draft.turned
            theme = f"{draft.id}-not" if denies else draft.id
            placements[theme].append(Placement(theme, passage.row, column, passage.start, passage.end, score, counted))
            if counted:
                best[theme] = sorted([*best[theme], (score, passage)], key=lambda one: (-one[0], one[1]))[:READ]


def _counted(
    asked: Answers,
    drafts: Sequence[_Draft],
    placements: dict[str, list[Placement]],
    best: dict[str, list[tuple[float, _Passage]]],
) -> list[Theme]:
    found: list[Theme] = []
    for draft in drafts:
        theme = _theme(asked, draft, draft.id, placements, best)
        if theme is None or (draft.parent and draft.parent not in {one.id for one in found}):
            continue
        contrary = _theme(asked, draft, f"{draft.id}-not", placements, best) if draft.parent else None
        if contrary is not None and contrary.people <= theme.people:
            found += [theme._replace(opposite=contrary.id), contrary._replace(opposite=theme.id)]
        else:
            found.append(theme)
    people = {theme.id: theme.people for theme in found}
    return sorted(
        found,
        key=lambda one: (
            -people.get(one.parent or one.id, 0),
            one.parent or one.id,
            one.level != "topic",
            -one.people,
            one.id,
        ),
    )


def _theme(
    asked: Answers,
    draft: _Draft,
    name: str,
    placements: dict[str, list[Placement]],
    best: dict[str, list[tuple[float, _Passage]]],
) -> Theme | None:
    """The theme with its people, kind and expected precision; None where too few say it or nothing is said."""
    people = len({one.row for one in placements[name] if one.counted})
    if people < LEAST:
        return None
    from persona.text.judging import ATTITUDES, KINDS
    from persona.text.likeness import likeness, read

    close = [passage.text for _, passage in best[name]]
    statement = close[0] if name != draft.id else draft.label
    texts = close if not draft.parent else [statement, *close]
    known = read(texts, [asked.question or asked.column] * len(texts))
    chances = np.mean([one.kinds for one in known], axis=0)
    if chances[KINDS.index("none")] >= SAYS_NOTHING:
        return None
    kind = KINDS[int(np.where(np.array(KINDS) == "none", 0, chances).argmax())]
    praise, blame = np.mean([one.sides for one in known], axis=0)
    polarity = "pos" if praise > max(0.5, blame) else "neg" if blame > max(0.5, praise) else ATTITUDES[2]
    precision = None
    if draft.parent:
        precision = round(
            float(np.mean([one.chance for one in likeness().judge(known[:1] * len(close), known[1:])])), 4
        )
    level: Literal["topic", "claim"] = "claim" if draft.parent else "topic"
    return Theme(name, level, draft.parent, asked.column, statement, kind, polarity, people, precision, "")
