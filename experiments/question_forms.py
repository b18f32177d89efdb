"""What the forms about questions send: one menu, the whole page, the chosen ones, or a question's own page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlencode

from pydantic import ValidationError

from persona.models import OptionsChoice, QuestionChoice, ScaleChoice
from persona.questionnaire.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.http import QueryDict

    from experiments.doubt_cards import DoubtCard
    from persona.questionnaire.models import Question, Questionnaire

ANSWER, KIND, USE = "answer-", "kind-", "use-"
SIDES = ("more", "less")


class Wanted(NamedTuple):
    """What a person wants changed, and what to call it."""

    answers: dict[str, str]
    questions: dict[str, QuestionChoice]
    words: str

    @property
    def is_nothing(self) -> bool:
        return not self.answers and not self.questions


class NotOffered(ValueError):
    """A value that no menu of the page has."""


def signature(found: Questionnaire, cards: list[DoubtCard]) -> str:
    """What all menus showed: a form without JavaScript sends every one of them, changed or not."""
    shown = {card.field: card.value for card in cards}
    for question in found.questions:
        shown |= {f"{KIND}{question.id}": question.kind.value, f"{USE}{question.id}": question.use}
    return urlencode(shown)


def wanted_of(post: QueryDict, found: Questionnaire, *, is_single: bool) -> Wanted:
    """What was changed: by one menu (`is_single`), by the whole form, or for all chosen questions.

    Raises:
        NotOffered: a value that no menu has.
    """
    try:
        if (bulk := _bulk(post)) is not None:
            return _for_chosen(post, found, bulk)
        return _by_menus(dict(_changed(post, is_single=is_single)), found)
    except ValidationError as exc:
        raise NotOffered from exc


def _changed(post: QueryDict, *, is_single: bool) -> Iterator[tuple[str, str]]:
    shown = dict(parse_qsl(post.get("was", ""), keep_blank_values=True))
    unsaved = set(post.getlist("unsaved"))
    for name in post:
        if name.startswith((ANSWER, KIND, USE)):
            value = str(post[name])
            if is_single or name in unsaved or (name in shown and shown[name] != value):
                yield name, value


def _by_menus(fields: Mapping[str, str], found: Questionnaire) -> Wanted:
    answers = {name.removeprefix(ANSWER): value for name, value in fields.items() if name.startswith(ANSWER)}
    questions = {}
    for question in found.questions:
        said = {
            part: fields[f"{prefix}{question.id}"]
            for part, prefix in (("kind", KIND), ("use", USE))
            if f"{prefix}{question.id}" in fields
        }
        if said:
            questions[question.id] = QuestionChoice.model_validate(said)
    return Wanted(answers, questions, _words(answers, questions, found))


def _bulk(post: QueryDict) -> dict[str, str] | None:
    if post.get("bulk") == "out":
        return {"use": "none"}
    said = {part: str(post[f"bulk-{part}"]) for part in ("kind", "use") if post.get(f"bulk-{part}")}
    return said if said and post.get("bulk") else None


def _for_chosen(post: QueryDict, found: Questionnaire, said: Mapping[str, str]) -> Wanted:
    choice = QuestionChoice.model_validate(said)
    chosen = set(post.getlist("q"))
    questions = {question.id: choice for question in found.questions if question.id in chosen}
    return Wanted({}, questions, _words({}, questions, found))


def _words(answers: Mapping[str, str], questions: Mapping[str, QuestionChoice], found: Questionnaire) -> str:
    """ "1 is best", "Dinners: Rating", "3 questions: Left out"."""
    if len(answers) + len(questions) > 1:
        counted = [(len(answers), "answer"), (len(questions), "question")]
        return ", ".join(f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in counted if count)
    for key, value in answers.items():
        labels = {answer.value: answer.label for doubt in found.doubts if doubt.id == key for answer in doubt.answers}
        return labels.get(value, value)
    for key, choice in questions.items():
        return f"{found.question(key).names[0]}: {_said(choice)}"
    return ""


def _said(choice: QuestionChoice) -> str:
    use = {"basis": "Forms groups", "describe": "Describes", "none": "Left out"}
    kind = KINDS[choice.kind].label.capitalize() if choice.kind else ""
    return kind or use.get(choice.use or "", "")


# -- one question's own page -----------------------------------------------------------------------


def choice_of(post: QueryDict, question: Question, before: QuestionChoice, found: Questionnaire) -> QuestionChoice:
    """All that the page of a question says, as far as it differs from what it showed.

    Raises:
        NotOffered: a value that no field has.
    """
    said: dict[str, object] = {}
    if (text := post.get("text", "").strip()) and text != question.text:
        said["text"] = text
    for part, now in (("kind", question.kind.value), ("use", question.use)):
        if post.get(part, now) != now:
            said[part] = post[part]
    if (options := _options(post, question, before)) is not None:
        said["options"] = options
    if (scale := _scale(post, question, before)) is not None:
        said["scale"] = scale
    if (silent := _no_answer(post, question, before)) is not None:
        said["no_answer"] = silent
    if (columns := _columns(post, question, found)) is not None:
        said["columns"] = columns
    try:
        return QuestionChoice.model_validate(said)
    except ValidationError as exc:
        raise NotOffered from exc


def originals(label: str, before: QuestionChoice) -> tuple[str, ...]:
    """What an option was called in the file: itself, and all that people renamed to it or put into it."""
    options = before.options or OptionsChoice()
    inner = (label, *options.merge.get(label, ()))
    return tuple(dict.fromkeys([*(old for old, new in options.rename.items() if new in inner), *inner]))


def _options(post: QueryDict, question: Question, before: QuestionChoice) -> OptionsChoice | None:
    """Options with the same words become one; their places are their order."""
    rename: dict[str, str] = {}
    placed: list[tuple[float, int, str]] = []
    for at, option in enumerate(question.options):
        label = post.get(f"label-{at}", option.label).strip() or option.label
        if post.get(f"option-{at}", option.label) != option.label:
            raise NotOffered
        rename |= {old: label for old in originals(option.label, before) if old != label}
        placed.append((_number(post.get(f"place-{at}", ""), at + 1), at, label))
    order = tuple(dict.fromkeys(label for _, _, label in sorted(placed)))
    is_moved = [at for _, at, _ in sorted(placed)] != list(range(len(placed)))
    kept = before.options.order if before.options else ()
    wanted = OptionsChoice(rename=rename, order=order if is_moved or kept else ())
    labels = {option.label for option in question.options}
    return wanted if is_moved or set(order) != labels else None


def _scale(post: QueryDict, question: Question, before: QuestionChoice) -> ScaleChoice | None:
    if question.scale is None:
        return None
    now = question.scale
    said: dict[str, object] = {}
    if (higher := post.get("higher_is", now.higher_is or "")) != (now.higher_is or "") and higher in SIDES:
        said["higher_is"] = higher
    for part in ("low_label", "high_label"):
        if (label := post.get(part, getattr(now, part) or "").strip()) and label != (getattr(now, part) or ""):
            said[part] = label
    if not said:
        return None
    return ScaleChoice.model_validate((before.scale or ScaleChoice()).model_dump(exclude_none=True) | said)


def _no_answer(post: QueryDict, question: Question, before: QuestionChoice) -> tuple[str, ...] | None:
    """Codes that stay, codes that were typed in, and options that are none."""
    if "silent-shown" not in post:
        return None
    kept = [text for text in question.no_answer if text in post.getlist("silent")]
    marked = [
        old
        for at, option in enumerate(question.options)
        if f"out-{at}" in post
        for old in originals(option.label, before)
    ]
    wanted = tuple(dict.fromkeys([*kept, *marked, *(part.strip() for part in post.get("more-silent", "").split(";"))]))
    wanted = tuple(text for text in wanted if text)
    return wanted if set(wanted) != set(question.no_answer) else None


def _columns(post: QueryDict, question: Question, found: Questionnaire) -> tuple[str, ...] | None:
    """Columns that stay, and those of a question that is joined to it."""
    names = list(question.names)
    if "columns-shown" in post:
        names = [name for name in names if name in post.getlist("column")]
    joined = {other.id: other for other in found.questions}.get(post.get("join", ""))
    names += joined.names if joined else ()
    return tuple(names) if names and names != list(question.names) else None


def _number(text: str, otherwise: float) -> float:
    try:
        return float(text)
    except ValueError:
        return otherwise
