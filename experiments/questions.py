"""Change what a file is understood as: answers to doubts, choices about questions, and the way back.

A change is tried on what stands now, understood anew outside of any transaction, and stored only if nobody was faster;
else it is tried again on top of theirs. So two people, or two clicks on a slow line, never lose each other's change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils import timezone

from experiments import columns, services
from experiments.models import DataSource
from experiments.questionnaires import as_read, questionnaire_of, understood
from persona import codebooks
from persona.exceptions import ConfigurationError
from persona.messages import configuration_error
from persona.models import QuestionChoice
from persona.questionnaire.codebook import read_codebook
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.column_choices import as_questions, column_names
from persona.questionnaire.rows.reported import with_answers
from persona.reading import DialectChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from persona.models import ColumnChoice
    from persona.questionnaire.models import Doubt, Questionnaire

UNDONE_MOST = 50  # changes that can be taken back, one after the other


class Said(NamedTuple):
    """All that people said about a file."""

    answers: dict[str, str]
    questions: dict[str, QuestionChoice]


def said_of(source: DataSource) -> Said:
    """What people have said so far; choices about columns that an earlier version kept are choices about questions."""
    questions = {key: QuestionChoice.model_validate(choice) for key, choice in source.questions.items()}
    if source.overrides:
        questions = as_questions(columns.overrides_of(source), as_read(source)) | questions
    return Said(dict(source.answers), questions)


def answer(*, source: DataSource, answers: Mapping[str, str], words: str = "") -> DataSource:
    """Settle doubts, by "code:about" or by "code" for all of a kind.

    An answer about how the file is to be read has it read anew: then the source that comes back is a new one.

    Raises:
        ConfigurationError: a doubt that was not raised, or an answer that it does not offer.
        DataFixed: the file would have to be read in another way, and personas point into it.
    """
    check_answers(answers, questionnaire_of(source).doubts)
    return change(source=source, answers=answers, words=words)


def choose(*, source: DataSource, questions: Mapping[str, QuestionChoice], words: str = "") -> DataSource:
    """Say something of questions, by id, on top of what was said before.

    A field that is set replaces what was said of it, one that is set to None takes that back.

    Raises:
        ConfigurationError: a question or a column that is not there.
    """
    return change(source=source, questions=questions, words=words)


def choose_columns(*, source: DataSource, wanted: Mapping[str, ColumnChoice]) -> DataSource:
    """The same said of columns, by name: the manner of versions before 0.7.

    Raises:
        ConfigurationError: a column that is not there.
    """
    return choose(source=source, questions=as_questions(wanted, as_read(source)))


def change(
    *,
    source: DataSource,
    answers: Mapping[str, str] | None = None,
    questions: Mapping[str, QuestionChoice] | None = None,
    words: str = "",
) -> DataSource:
    """Answers and choices at once, as one change that is taken back as one. `words`: what was done, for people."""
    if (reading := _dialect(source, answers or {})) is not None:
        said = dict(source.answers) | dict(answers or {})
        about_reading = {key: value for key, value in said.items() if _says_how_to_read(key, value)}
        return services.reread(source=source, dialect=reading, answers=about_reading)

    def edit(said: Said) -> Said:
        merged = {key: merge(said.questions.get(key), choice) for key, choice in (questions or {}).items()}
        kept = {key: choice for key, choice in (said.questions | merged).items() if choice != QuestionChoice()}
        return Said({**said.answers, **(answers or {})}, kept)

    return _edit(source, edit, words, frozenset(questions or ()))


def say_again(*, source: DataSource, wanted: Mapping[str, Any], words: str) -> DataSource:
    """What was said of another file, said of this one; what this one does not have is let go.

    `wanted`: `answers` and `questions` as a source keeps them.
    """
    questions = {key: QuestionChoice.model_validate(choice) for key, choice in wanted.get("questions", {}).items()}
    said = Said(dict(wanted.get("answers", {})), questions)
    return _edit(source, lambda _: said, words)


def use_codebook(*, source: DataSource, text: str) -> tuple[DataSource, tuple[str, ...]]:
    """Codes become words: what a code book says of questions, on top of what was said before.

    Returns the source, and the questions of the book that the data does not have.

    Raises:
        ConfigurationError: it is no code book.
    """
    used = of_codebook(source, text)
    changed = change(source=source, questions=used.questions, words="Code book") if used.questions else source
    return changed, used.unused


def of_codebook(source: DataSource, text: str) -> codebooks.UsedCodebook:
    """What a code book says of the questions of a file, and what it names that is not there.

    Raises:
        ConfigurationError: it is no code book.
    """
    return codebooks.use_codebook(read_codebook(f"{text}\n"), questionnaire_of(source))  # never the name of a file


def start_again(*, source: DataSource) -> DataSource:
    """Back to our guesses, all at once; it can be undone like any change."""
    return _edit(source, lambda _: Said({}, {}), "Started again with our guesses")


def accept_guesses(*, source: DataSource) -> DataSource:
    """Answer every open doubt with its default."""
    doubts = questionnaire_of(source).doubts
    return _edit(
        source,
        lambda said: Said({doubt.id: doubt.default for doubt in doubts} | said.answers, said.questions),
        "Accepted all our guesses",
    )


def undo(*, source: DataSource) -> DataSource:
    """Take the last change back; where there is none, nothing happens."""
    while True:
        now = DataSource.objects.get(pk=source.pk)
        if not now.changes:
            return now
        last = now.changes[-1]
        questions = {key: QuestionChoice.model_validate(choice) for key, choice in last["questions"].items()}
        if _store(now, Said(last["answers"], questions), now.changes[:-1]):
            return DataSource.objects.get(pk=source.pk)


def merge(old: QuestionChoice | None, new: QuestionChoice) -> QuestionChoice:
    """What was said of a question before, with what is said now."""
    before = {} if old is None else old.model_dump(exclude_none=True)
    now = new.model_dump(exclude_unset=True)
    return QuestionChoice.model_validate({name: value for name, value in (before | now).items() if value is not None})


def check_answers(answers: Mapping[str, str], doubts: tuple[Doubt, ...]) -> None:
    """Refuse what no doubt of the file offers.

    Raises:
        ConfigurationError: names the doubts, or the answers that there are.
    """
    known = {doubt.id: [each.value for each in doubt.answers] for doubt in doubts}
    for key, value in answers.items():
        code = key.partition(":")[0]
        if code not in set(DoubtCode):
            raise configuration_error("unknown_doubt", doubt=key, known=", ".join(DoubtCode))
        offered = [
            v for other, values in known.items() if other == key or other.partition(":")[0] == key for v in values
        ]
        if not offered and ":" in key:
            raise configuration_error("doubt_not_raised", doubt=key, known=", ".join(known) or "none")
        if offered and value not in offered:
            raise configuration_error(
                "answer_not_offered", doubt=key, answer=value, offered=", ".join(dict.fromkeys(offered))
            )


def _dialect(source: DataSource, answers: Mapping[str, str]) -> DialectChoice | None:
    """Another way to read the file, where answers ask for one; our guess is how it was read."""
    guessed = {doubt.id: doubt.default for doubt in questionnaire_of(source).doubts}
    news = {key: value for key, value in answers.items() if guessed.get(key) != value}
    kept = DialectChoice.model_validate(source.choices)
    wanted = with_answers(kept, news)
    return None if wanted == kept else wanted


def _says_how_to_read(doubt: str, value: str) -> bool:
    return with_answers(DialectChoice(), {doubt: value}) != DialectChoice()


def _edit(
    source: DataSource, edit: Callable[[Said], Said], words: str, keys: frozenset[str] = frozenset()
) -> DataSource:
    """Carry out `edit` on what stands now, again until nobody came between. `keys`: questions that must be there."""
    while True:
        now = DataSource.objects.get(pk=source.pk)
        before = said_of(now)
        after = edit(before)
        if after == before:
            return now
        entry = {**_as_json(before), "words": words, "at": timezone.now().isoformat()}
        if _store(now, after, [*now.changes, entry][-UNDONE_MOST:], keys):
            return DataSource.objects.get(pk=source.pk)


def _store(source: DataSource, said: Said, changes: list[Any], keys: frozenset[str] = frozenset()) -> bool:
    """Understand anew and store it, unless the row was changed meanwhile."""
    found, said = _understand(source, said, keys)
    stored = {**_as_json(said), "questionnaire": found.model_dump(mode="json"), "changes": changes}
    mine = DataSource.objects.filter(pk=source.pk, version=source.version)
    return mine.update(**stored, **columns.settled(found), version=source.version + 1) == 1


def _understand(source: DataSource, said: Said, keys: frozenset[str]) -> tuple[Questionnaire, Said]:
    """What is said now, understood. What was said of questions and doubts that are gone since then is let go."""
    try:
        return understood(source, said.answers, said.questions), said
    except ConfigurationError:
        first = as_read(source)
        answers = {key: value for key, value in said.answers.items() if key in {doubt.id for doubt in first.doubts}}
        plain = understood(source, answers, {})
        there = {question.id for question in (*plain.questions, *first.questions)} | set(column_names(plain)) | keys
        kept = Said(answers, {key: choice for key, choice in said.questions.items() if key in there})
        if kept == said:
            raise
        return understood(source, *kept), kept


def _as_json(said: Said) -> dict[str, Any]:
    choices = {key: choice.model_dump(mode="json", exclude_none=True) for key, choice in said.questions.items()}
    return {"answers": dict(said.answers), "questions": choices}
