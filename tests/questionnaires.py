"""Small tables as lists of rows, understood without a file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from persona.questionnaire.columns import ColumnView, RowSample
from persona.questionnaire.understanding import understand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from persona.models import QuestionChoice
    from persona.questionnaire.models import Question, Questionnaire


class Rows:
    """A table in memory: the names of its columns, and rows of as many cells."""

    key = ""

    def __init__(
        self,
        names: Sequence[str],
        rows: Sequence[Sequence[str]],
        labels: Sequence[str] | None = None,
        titles: Sequence[str] = (),
    ) -> None:
        self.names = tuple(names)
        self.rows = len(rows)
        self.labels = tuple(labels) if labels else None
        self.titles = tuple(titles)
        self._columns = {name: [row[at] for row in rows] for at, name in enumerate(names)}

    def batches(self, names: Sequence[str], size: int = 7) -> Iterator[tuple[int, dict[str, list[str]]]]:
        for start in range(0, self.rows, size):
            yield start + 1, {name: self._columns[name][start : start + size] for name in names}


def columns(**cells: Sequence[str]) -> Rows:
    """A table from its columns, of which all have as many cells."""
    names = list(cells)
    return Rows(names, list(zip(*cells.values(), strict=True)))


def read(
    table: Rows,
    answers: Mapping[str, str] | None = None,
    questions: Mapping[str, QuestionChoice] | None = None,
) -> Questionnaire:
    return understand(table, answers, questions)


def counts(question: Question) -> dict[str, int]:
    return {option.label: option.count for option in question.options}


def cells(*given: str, people: int = 60) -> list[str]:
    """As many cells as people, these again and again."""
    return [given[at % len(given)] for at in range(people)]


def notes(people: int = 60) -> list[str]:
    """Open answers of which no two are alike."""
    return [f"Note {at} of one person" for at in range(people)]


def shapes(found: Questionnaire) -> list[tuple[str, str, tuple[int, ...], str]]:
    """Kind, use, columns and text of each question."""
    return [(str(q.kind), q.use, q.columns, q.text) for q in found.questions]


def filled(given: str, people: int = 60) -> list[str]:
    """Cells written as one line, parted by "; " or "|" and repeated; {n} counts people, {d} runs through days."""
    texts = [text.strip() for text in given.split("|" if "|" in given else "; ")]
    texts = cells(*texts, people=people)
    return [text.format(n=at, d=1 + at % 28) if "{" in text else text for at, text in enumerate(texts, 1)]


def view(name: str, given: Sequence[str], at: int = 0, codes: Sequence[str] = ()) -> ColumnView:
    """One column as it is counted; blank cells are not."""
    return ColumnView(at, name, name, Counter(cell for cell in given if cell), len(given), codes=frozenset(codes))


def views(**given: Sequence[str]) -> list[ColumnView]:
    return [view(name, texts, at) for at, (name, texts) in enumerate(given.items())]


def sample(**given: Sequence[str]) -> RowSample:
    """The same columns as whole rows."""
    return RowSample(dict(enumerate(given.values())), len(next(iter(given.values()))))


def table_of(text: str) -> list[tuple[str, ...]]:
    """Cases written one a line, their parts between "~"."""
    return [tuple(part.strip() for part in line.split("~")) for line in text.strip().splitlines()]
