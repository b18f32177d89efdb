"""The words of the house: the field's term for code, API and CLI, the word that pages say, and what both replace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Column = Literal["code", "pages", "both"]


@dataclass(frozen=True, slots=True)
class Retired:
    """A word that is not used any more."""

    word: str
    """In small letters, with spaces in names of several words: `kept answer` is also `KeptAnswer` and `kept_answer`."""
    instead: str
    """What is said now."""
    column: Column = "both"
    """Where it may not stand: in names of code, on pages, or anywhere, documents and messages too."""


@dataclass(frozen=True, slots=True)
class Term:
    """One idea with its two words."""

    term: str
    """What code, API and command line call it: the word that the field uses."""
    page: str
    """What pages call it."""
    meaning: str
    """One sentence."""
    retired: tuple[Retired, ...] = ()


TERMS: tuple[Term, ...] = (
    Term("answer", "answer", "What one respondent gave to one question."),
    Term("assignment", "belongs to", "Which segment a respondent is in, and how clearly."),
    Term("base", "who answered", "The people who were asked a question and answered it: a share is a share of them."),
    Term("basis", "forms groups", "The questions that form the segments (segmentation basis, after Dolnicar)."),
    Term("battery", "set of ratings", "Several items that are rated on one scale."),
    Term("brief", "what is sent", "What a language model is given of one segment: figures and masked passages."),
    Term("budget", "budget", "What a person or a team may spend in a month.", (Retired("ledger", "budget", "pages"),)),
    Term("codebook", "codebook", "The list that says what each code of a column means."),
    Term("counted", "counted", "Says of a statement that it comes from closed questions: its proof is a number."),
    Term("coverage", "people behind a statement", "The share of a segment's people who back at least one statement."),
    Term("data source", "data", "The file, folder or form that the answers are read from."),
    Term("description", "describes", "A question that forms no segment, and is shown for each of them afterwards."),
    Term(
        "distinctive", "more than others", "Says of words or answers that one segment has more of them than all others."
    ),
    Term("doubt", "doubt", "Something in the data that is asked about before going on, with a guess already chosen."),
    Term("edit", "change", "A person's change to a persona or to the segments; it can be undone."),
    Term("embedding", "embedding", "A text as a row of numbers, so that texts of like meaning lie close together."),
    Term(
        "estimate",
        "estimate",
        "What a run will take in time, tokens and money, with bounds, before it starts.",
        (Retired("forecast", "estimate"),),
    ),
    Term("evidence", "proof", "The quotes or the count behind a statement, with row and column."),
    Term(
        "experiment",
        "experiment",
        "One study with its data, runs and personas.",
        (Retired("workspace", "team (who shares experiments)"), Retired("tenant", "team")),
    ),
    Term("export", "export", "A result as a file to take away: page, table, slide or document."),
    Term("fact", "fact", "A figure about a segment beside that of everyone."),
    Term("item", "rating", "One line of a battery."),
    Term("kind", "kind", "What sort of question or of statement something is: one entry of a frozen table."),
    Term("lead quote", "quote", "The quote that stands first on a persona's page."),
    Term("line", "line", "The runs that wait for their turn, oldest first."),
    Term("many rows per respondent", "several rows a person", "A file with one row an answer or a turn (long form)."),
    Term("member", "person in the group", "A respondent of a segment."),
    Term("near", "near, not counted", "A quote that speaks of the same thing and does not back the statement."),
    Term("no opinion", "no opinion", "An answer like “don't know”: it was given, and is not counted in a share."),
    Term("open answer", "open answer", "An answer in the respondent's own words."),
    Term("origin", "origin", "Where a statement comes from: people's words, a count, a model or a person's edit."),
    Term("passage", "passage", "A span of one answer, with the offsets of its first and last letter."),
    Term(
        "persona",
        "persona",
        "The picture of one segment: statements with evidence, facts and a short story.",
        (Retired("user type", "persona", "pages"),),
    ),
    Term("phrased", "worded by a model", "Says of a statement that a model found its words, and quotes carry it."),
    Term("price", "price", "What a provider takes for a million tokens of a model."),
    Term("provider", "provider", "Who runs a language model: a company, or a server of your own."),
    Term(
        "quote",
        "quote",
        "Words copied letter by letter from the data (verbatim).",
        (Retired("verbatim", "quote", "pages"),),
    ),
    Term("rating", "rating", "An answer on a scale."),
    Term(
        "repaired",
        "repaired",
        "Says of a line that it did not fit the table and could be read all the same.",
        (Retired("mended", "repaired"),),
    ),
    Term("respondent", "person", "Somebody who answered.", (Retired("crowd", "people, `PersonSet`"),)),
    Term(
        "run",
        "run",
        "One time of making personas from an experiment.",
        (Retired("kept answer", "`IdempotencyRecord`", "code"),),
    ),
    Term("scale", "scale", "The steps that a rating may take, from the least to the most."),
    Term(
        "segment",
        "group",
        "One group of people who answered alike.",
        (
            Retired("segment", "group", "pages"),
            Retired("segments", "groups", "pages"),
            Retired("cluster", "segment in code, group on pages"),
            Retired("clusters", "segments in code, groups on pages"),
        ),
    ),
    Term(
        "segmentation",
        "groups",
        "All segments of an experiment together: who is in which.",
        (
            Retired("segmentation", "groups", "pages"),
            Retired("segmenting", "segmentation"),
            Retired("groupings", "segmentations"),
            Retired("heldout", "validation", "code"),
            Retired("replication", "stability", "code"),
        ),
    ),
    Term("share", "share", "Per cent of the people who were asked and answered."),
    Term(
        "skipped line",
        "skipped line",
        "A line of the file that could not be read; rows and questions that are not used are left out.",
        (
            Retired("taken apart", "split"),
            Retired("lines left out", "lines skipped"),
            Retired("line left out", "line skipped"),
        ),
    ),
    Term("stability", "stability", "How often the same segments come out of a part of the people."),
    Term("statement", "statement", "One sentence about a persona, with its evidence."),
    Term("strength", "how sure", "How many people's words carry a statement, in three steps."),
    Term(
        "support",
        "say something like this",
        "The people whose words mean what a statement says; each counts once.",
        (
            Retired("census", "`SupportCounter`", "code"),
            Retired("ballot", "`SupportCounter`", "code"),
            Retired("tally", "`SegmentCounts`", "code"),
        ),
    ),
    Term("theme", "theme", "What several passages speak of."),
    Term(
        "unclear",
        "could belong to either",
        "Says of a respondent who is close to two segments.",
        (
            Retired("sit between two", "could belong to either"),
            Retired("sits between two", "could belong to either"),
        ),
    ),
    Term("usage", "usage", "The tokens and money that a run has taken, after it ended."),
    Term("verdict", "how good it is", "The judgement of a result: ready to present, use with care, or not yet."),
    Term("wave", "wave", "One round of the same study."),
    Term("weight", "weight", "How much a respondent counts in shares."),
    Term(
        "writer",
        "writer",
        "Who puts personas into words: the built-in one or a language model.",
        (
            Retired("engine", "writer"),
            Retired("engines", "writers"),
            Retired("desk", "`writers/llm`", "code"),
            Retired("asker", "`Conversation`", "code"),
        ),
    ),
)
"""Every term in the order of the alphabet."""
