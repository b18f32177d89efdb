"""The kinds of statements: one registry from which schemas, prompts, exports, pages and word lists derive."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

StatementKind = Literal[
    "goal", "need", "frustration", "behaviour", "motivation", "delight", "opinion", "fact_about_self"
]
"""The ids of `KINDS`: written out, because types are checked before anything runs."""
LANGUAGES = ("en", "de", "es", "fr", "pt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What the rest of the house needs to know of a kind."""

    heading: str
    """Stands above its statements, in the plural."""
    icon: str
    """A symbol of `static/icons.svg`."""
    section: int
    """Its section's place on the page of a persona."""
    weight: float
    """How much its words count where a sentence shows those of several kinds: the heaviest wins a tie."""
    kin: tuple[StatementKind, ...] = ()
    """Other kinds whose sentences back its statements: a wish and a goal are told apart by wording only."""
    prompt: str = ""
    """What a language model is told of it beside its id."""
    languages: tuple[str, ...] = LANGUAGES
    """Languages whose phrasebook has words for it: in others a summary goes without."""
    learned: bool = False
    """Whether the models of persona/text were trained to tell it."""
    asked: str = ""
    """A regular expression that finds it in questions: what tells it as long as no model has learnt to."""
    polarity: Literal["pos", "neg"] | None = None
    """The attitude of all its statements: what is good cannot be a frustration."""
    of_benefits: bool = False
    """Whether it may be what people tell when they are asked what something does for them."""
    may_be_a_name: bool = False
    """Whether the name of an answer beside those offered may be of it: it is no wish, no praise and no blame."""
    where_unsure: bool = False
    """Whether a statement is of it where nothing tells more; one kind is."""
    told: int = 0
    """Its place in the story of a persona, from 1; of kinds that share one the strongest statement is told. 0: none."""
    part: str = ""
    """Stands above the sections of several kinds that belong together: "Who they are"."""


WHO_THEY_ARE = "Who they are"


KINDS: Mapping[StatementKind, Kind] = MappingProxyType(
    {
        "goal": Kind(heading="Goals", learned=True, icon="target", section=1, weight=0.9, told=2, kin=("need",)),
        "need": Kind(heading="Needs", learned=True, icon="heart", section=4, weight=0.95, told=2, kin=("goal",)),
        "frustration": Kind(
            heading="Frustrations", learned=True, icon="frown", section=2, weight=1.0, told=3, polarity="neg"
        ),
        "behaviour": Kind(
            heading="Behaviours",
            learned=True,
            icon="steps",
            section=3,
            weight=0.8,
            told=4,
            of_benefits=True,
            may_be_a_name=True,
        ),
        "motivation": Kind(
            heading="Motivations", learned=True, icon="spark", section=5, weight=0.85, told=2, of_benefits=True
        ),
        "delight": Kind(
            heading="Delights",
            learned=True,
            icon="star",
            section=6,
            weight=0.7,
            told=5,
            polarity="pos",
            of_benefits=True,
            languages=(),
            prompt="what they are glad of",
        ),
        "opinion": Kind(
            heading="Opinions",
            learned=True,
            icon="flag",
            section=7,
            weight=0.6,
            told=5,
            where_unsure=True,
            may_be_a_name=True,
            languages=(),
            prompt="what they think of something",
            part=WHO_THEY_ARE,
        ),
        "fact_about_self": Kind(
            heading="Facts about themselves",
            learned=True,
            icon="person",
            section=8,
            weight=0.5,
            told=1,
            may_be_a_name=True,
            languages=(),
            prompt="what is so about them and their work",
            part=WHO_THEY_ARE,
        ),
    }
)
"""Every kind by its id, in the order in which statements stand."""

if tuple(KINDS) != get_args(StatementKind):  # else a run would find out, halfway
    raise TypeError(f"StatementKind says {get_args(StatementKind)}, KINDS {tuple(KINDS)}: name the same in this order.")


def told_together() -> tuple[tuple[StatementKind, ...], ...]:
    """The kinds that a story tells, in its order; each time those that share a place."""
    places = sorted({about.told for about in KINDS.values() if about.told})
    return tuple(tuple(kind for kind, about in KINDS.items() if about.told == place) for place in places)


def of_polarity(polarity: str) -> StatementKind | None:
    """The kind whose statements all have this attitude; None where none is so."""
    return next((kind for kind, about in KINDS.items() if about.polarity == polarity), None)


def of_benefits() -> tuple[StatementKind, ...]:
    """The kinds of what people tell when they are asked what something does for them."""
    return tuple(kind for kind, about in KINDS.items() if about.of_benefits)


def of_names() -> tuple[StatementKind, ...]:
    """The kinds that the name of one more answer may be of: "Other, please specify"."""
    return tuple(kind for kind, about in KINDS.items() if about.may_be_a_name)


def where_unsure() -> StatementKind:
    """The kind of a statement of which nothing tells more."""
    return next(kind for kind, about in KINDS.items() if about.where_unsure)


def order(kind: StatementKind) -> int:
    """The place of a kind among all, from 0."""
    return tuple(KINDS).index(kind)


def named(kinds: Mapping[StatementKind, Kind] = KINDS) -> str:
    """All kinds as a prompt lists them: "goal, need or delight (what makes them happy)"."""
    *first, last = (f"{name} ({kind.prompt})" if kind.prompt else name for name, kind in kinds.items())
    return f"{', '.join(first)} or {last}"


def heaviest_first() -> tuple[StatementKind, ...]:
    """All kinds by weight."""
    return tuple(sorted(KINDS, key=lambda kind: -KINDS[kind].weight))
