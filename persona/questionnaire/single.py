"""The kind of one column by itself: what its cells look like first, what its name says where they leave it open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.questionnaire.codes import DoubtCode, NoteCode
from persona.questionnaire.drafts import Draft, Unsure
from persona.questionnaire.evidence import Evidence
from persona.questionnaire.judged import SURE, judged
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.marks import in_equal_steps, is_address, is_masked, is_measured_time
from persona.questionnaire.measures import as_clock, as_date, as_number
from persona.questionnaire.named import as_named, with_words
from persona.questionnaire.names.titles import code_and_text
from persona.questionnaire.options import option_list, several_in_a_cell
from persona.questionnaire.personal import WHOLE_CELLS, find_personal
from persona.questionnaire.personal_names import find_names
from persona.questionnaire.personal_values import looks_like_given_names, looks_like_phones
from persona.questionnaire.rows.status import tells_a_state
from persona.questionnaire.scales import without_legend
from persona.questionnaire.scaling import as_rating
from persona.questionnaire.tool_cells import as_tool_cells
from persona.questionnaire.values.seen import Seen
from persona.questionnaire.weights import weighs
from persona.questionnaire.written import as_statements, words_or_choice
from persona.reading.asking import is_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.context import Context
    from persona.questionnaire.models import NumberRange

_ONE_WORD = 1.2
_LEAST_FOR_IDS = 8
_LONG_NUMBER = 10  # digits, more than quantities have
_PANEL_NUMBER, _ROUND_SHARE = 6, 0.1  # digits of numbers given out by chance; quantities so long are rounded
_WORDS_OF_SENTENCES = 3.2
_LONG_ANSWER = 12
_FEW = 12
_LEAST_NAMES, _LONGEST_LABEL = 20, 3
_ALL_DIFFER = 0.98
_SURE = 0.9  # share of cells that look like what the name of the column says
_FEW_ALIKE = 0.3
_MOST_NAMES, _KNOWN_NAMES = 0.7, 0.2  # share of cells of two words or more, and of those with a common first name
_LONGEST_NAME = 6  # words, "María de la Cruz López García"
_PARTICLES = frozenset(
    ("de", "la", "los", "del", "da", "dos", "di", "van", "der", "den", "von", "zu", "y", "e", "bin", "al", "el")
)
_KILOS = (30, 250)
_BEYOND_SCALES, _MOSTLY_DIFFERENT = 1_000, 0.5
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}", re.IGNORECASE)
_POINT = re.compile(r"-?\d{1,2}\.\d+[\s,;]+-?1?\d{1,2}\.\d+(?:[\s,;]+-?\d+(?:\.\d+)?){0,2}")
_UUID = re.compile(r"(uuid:)?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", re.IGNORECASE)
_VERSION = re.compile(r"v?\d{1,4}(?:\.\d{1,5}){2,3}(?:[-+.]\w{1,12})?", re.IGNORECASE)
_OF_A_PROGRAM = re.compile(r"vers|build|firmware|release|版本|バージョン|버전", re.IGNORECASE)
_LOCALE = re.compile(r"[a-z]{2}(?:[-_](?:[A-Z][a-z]{3}|[A-Z]{2}|[a-z]{2}|\d{3}))?|[A-Z]{2}")
_NUMBERED = re.compile(r"(?P<word>[^\W\d_](?:[^\d\n]{0,30}[^\W\d_])?)?[\s_.#№-]{0,3}(?P<number>\d{1,7}|[A-Z])")
_WITHHELD = re.compile(
    r"\b(redacted|withheld|suppressed|anonymi[sz]ed|geschwärzt|anonymisiert|caviardé)\b", re.IGNORECASE
)
_LONGEST_HEADING = headings.LONGEST_LABEL

Rule = Callable[[Evidence, "Context"], Draft | None]


def read_column(column: ColumnView, context: Context) -> Draft:
    """One column as a question of its own."""
    seen = Evidence(column)
    if not column.answers:
        return draft(seen, Kind.UNUSED, "every cell is empty")
    if column.position in context.gates:
        return draft(seen, Kind.ADMINISTRATION, "who gave its rarer answer was asked nothing more")
    if column.position in context.people and _surely_personal(seen) is None:
        return draft(seen, Kind.IDENTIFIER, "its codes stand for people, each of whom has a row for every occasion")
    for rule in _RULES:
        if (found := rule(seen, context)) is not None:
            return with_words(found)
    return words_or_choice(seen, heading(seen))


def draft(seen: Evidence, kind: Kind, reason: str, **more: object) -> Draft:
    return Draft((seen.column,), seen.column.text, kind, reason, **more)  # type: ignore[arg-type]


def heading(seen: Evidence) -> str:
    """The name where it is a label; a long question says nothing of a column's kind by one of its words."""
    text = without_legend(seen.column.text)
    return text if len(headings.spoken(text).split()) <= _LONGEST_HEADING else seen.column.name


def names(seen: Evidence, kind: str) -> bool:
    """Whether a short heading speaks of `kind`."""
    return any(
        headings.names(kind, text)
        for text in (*map(without_legend, (seen.column.name, seen.column.text)), code_and_text(seen.column.name)[0])
        if len(headings.spoken(text).split()) <= _LONGEST_HEADING
    )


def _constant(seen: Evidence, _: Context) -> Draft | None:
    if len(seen.answers) != 1 or seen.column.filled < min(2, seen.column.rows):
        return None
    if _WITHHELD.search(next(iter(seen.answers))):
        return draft(seen, Kind.OPEN, "its answers were taken out before the file was given away", use="none")
    if seen.column.filled < seen.column.rows or seen.column.rows == 1:
        return None
    if names(seen, "ip") and _IP.fullmatch(next(iter(seen.answers))):
        return None
    if names(seen, "administration") or names(seen, "identifier"):
        return draft(seen, Kind.ADMINISTRATION, "every answer is the same")
    return option_list(seen, "every answer is the same")


def _personal(seen: Evidence, context: Context) -> Draft | None:
    return _surely_personal(seen) or _perhaps_personal(seen, context)


def _surely_personal(seen: Evidence) -> Draft | None:
    def found(what: str) -> Draft:
        return draft(seen, Kind.PERSONAL, what)

    if names(seen, "ip") and seen.share(lambda t: bool(_IP.fullmatch(t))) >= 0.5:
        return found("its cells are addresses of computers")
    addresses = seen.distinct_share > _FEW_ALIKE and seen.share(is_address) >= _SURE
    if addresses and not _OF_A_PROGRAM.search(seen.column.text):
        return found("its cells are addresses of computers")
    if seen.share(is_personal) >= 0.5 and not names(seen, "identifier"):
        return found("most cells hold e-mail addresses, phone or account numbers")
    if names(seen, "nickname") and seen.distinct_share > _FEW_ALIKE and seen.words < _LONGEST_NAME:
        return found("its name says that people call themselves so")
    if seen.share(lambda text: bool(_POINT.fullmatch(text))) >= _SURE:
        return found("its cells are points on a map")
    if names(seen, "email") and seen.share(lambda t: "@" in t) >= 0.5:
        return found("its cells are e-mail addresses")
    return None


def _perhaps_personal(seen: Evidence, context: Context) -> Draft | None:
    """Names, addresses and phone numbers have no form of their own: a person may say that they are none."""
    what, share = _personal_matter(seen)
    if not what or (share < _SURE and context.settings.to(DoubtCode.PERSONAL_DATA, seen.column) == "show"):
        return None
    masked = tuple(f"{text[:1]}•••" for text in seen.column.examples)
    doubt = Unsure(DoubtCode.PERSONAL_DATA, "hide", {"question": seen.column.text, "what": what}, masked)
    reason = f"its name and its cells say that it holds {what}"
    return draft(seen, Kind.PERSONAL, reason, unsure=() if share >= _SURE else (doubt,))


def _personal_matter(seen: Evidence) -> tuple[str, float]:
    """What the cells hold of people, and the share of cells that look like it; the name alone is no proof."""
    for kind, what, looks_like, least in _MATTERS:
        if names(seen, kind) and (share := seen.share(looks_like)) >= least:
            many = kind != "person_name" or seen.distinct_share > _FEW_ALIKE or names(seen, "own_name")
            return (what, share) if many else ("", 0.0)
    if names(seen, "writer") and (share := seen.share(_looks_like_a_full_name)) >= _MOST_NAMES:
        known = sum(next(find_names(text), None) is not None for text in seen.answers)
        if known >= _KNOWN_NAMES * len(seen.answers):
            return "people's names", share
    return _matter_of_its_cells(seen) if _is_label(seen.column.text) else ("", 0.0)


def _matter_of_its_cells(seen: Evidence) -> tuple[str, float]:
    """The same below a label that says nothing of it, in any language: only a doubt, which hides it."""
    if seen.cells >= _LEAST_NAMES and seen.distinct_share > _SURE and seen.share(_looks_like_a_full_name) >= _SURE:
        return "people's names", 0.0
    if looks_like_phones(seen):
        return "phone numbers", 0.0
    return ("people's names", 0.0) if looks_like_given_names(seen) else ("", 0.0)


def _is_label(text: str) -> bool:
    """Whether it names a column rather than asks people something."""
    return len(headings.spoken(text).split()) <= _LONGEST_LABEL and not is_question(text)


def _looks_like_a_full_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 4 and all(word.strip("-'’.").isalpha() and word[:1].isupper() for word in words)


def is_personal(text: str) -> bool:
    """Whether a cell is little else than an address, or a number that belongs to one person."""
    return sum(span.end - span.start for span in find_personal(text) if span.kind in WHOLE_CELLS) >= 0.5 * len(text)


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    small = sum(word[:1].islower() for word in words if word.casefold() not in _PARTICLES)
    return len(words) <= _LONGEST_NAME and not small and not any(map(str.isdigit, text))


def _looks_like_an_address(text: str) -> bool:
    return any(map(str.isdigit, text)) and any(map(str.isalpha, text)) and 2 <= len(text.split()) <= 14


def _has_digits(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= 6


_MATTERS: tuple[tuple[str, str, Callable[[str], bool], float], ...] = (
    ("person_name", "people's names", _looks_like_a_name, 0.7),
    ("address", "addresses", _looks_like_an_address, 0.5),
    ("phone", "phone numbers", _has_digits, 0.5),
)


def _administration(seen: Evidence, context: Context) -> Draft | None:
    if tells_a_state(seen.column.name, seen.column.text, seen.column.answers):
        return draft(seen, Kind.ADMINISTRATION, "it says how far each row came")
    if seen.words > _LONG_ANSWER:
        return None
    if seen.distinct_share > _FEW_ALIKE and seen.cells >= _LEAST_FOR_IDS and seen.share(is_measured_time) >= _SURE:
        return draft(seen, Kind.ADMINISTRATION, "its cells are times taken to the second, as a tool measures them")
    if not names(seen, "administration") and not _drawn_or_measured(seen, context):
        return None
    found = as_date(seen, context)
    reason = "its name says that the survey tool wrote it"
    return draft(seen, Kind.ADMINISTRATION, reason, dates=found.dates if found else None)


def _drawn_or_measured(seen: Evidence, context: Context) -> bool:
    """Whether learned words call the heading a tool's own, above numbers that no scale, list or count of people has."""
    verdict = judged(heading(seen))
    if verdict is None or verdict.role != "administration":
        return False
    found = as_number(seen, context)
    numbers = found.numbers if found is not None else None
    return numbers is not None and numbers.max >= _BEYOND_SCALES and seen.distinct_share > _MOSTLY_DIFFERENT


def _reply(seen: Evidence, _: Context) -> Draft | None:
    """What a developer or an owner answered to a review is no word of the people."""
    if not names(seen, "reply"):
        return None
    return draft(seen, Kind.ADMINISTRATION, "it holds replies to the people, and nothing that they said")


def _program_of(seen: Evidence, _: Context) -> Draft | None:
    """Versions of a program, and codes of languages under a name that speaks of them: how people came, no answers."""
    versions = seen.share(lambda text: bool(_VERSION.fullmatch(text))) >= _SURE
    labelled = _is_label(seen.column.text) and headings.names("language", seen.column.text)
    codes = labelled and seen.share(lambda t: bool(_LOCALE.fullmatch(t))) >= _SURE
    if not (versions or codes):
        return None
    what = "versions of a program" if versions else "codes of languages"
    return option_list(seen, f"its cells are {what}").but(use="describe", why=f"{what} are no answers of people")


def _identifier(seen: Evidence, context: Context) -> Draft | None:
    one_word = seen.words < _ONE_WORD and not is_question(seen.column.text)
    if seen.distinct_share >= _ALL_DIFFER and _is_label(seen.column.text) and _counts_its_rows(seen, context):
        return draft(seen, Kind.IDENTIFIER, "every row has a number of its own behind one word")
    if names(seen, "identifier") and seen.words < 1.5 and (seen.distinct_share > 0.05 or len(seen.answers) == 1):
        return draft(seen, Kind.IDENTIFIER, "its name says that it tells rows apart")
    if (
        not one_word
        or seen.distinct_share < _ALL_DIFFER
        or seen.cells < _LEAST_FOR_IDS
        or seen.names("count")
        or seen.names("age")
    ):
        return None
    if seen.share(lambda t: bool(_UUID.fullmatch(t))) > 0.9:
        return draft(seen, Kind.IDENTIFIER, "every row has a code of its own")
    if as_date(seen, context) or as_clock(seen, context):
        return None  # what a cell is goes before how often it stands there
    if seen.share(lambda t: t.isdigit()) == 1:
        said = _numbers_rows([*map(int, seen.answers)], seen)
        return draft(seen, Kind.IDENTIFIER, f"every row has {said}") if said else None
    coded = seen.share(_is_code) > 0.9 and not _is_quantity(seen, context)
    return draft(seen, Kind.IDENTIFIER, "every row has a code of its own") if coded else None


def _numbers_rows(numbers: Sequence[int], seen: Evidence) -> str:
    """How whole numbers that all differ tell rows apart; "" where they do not."""
    if max(numbers) - min(numbers) < 1.5 * len(numbers):
        return "a number of its own, in one run"
    rounded = sum(number % 50 == 0 for number in numbers) > _ROUND_SHARE * len(numbers)
    least = _PANEL_NUMBER if _is_label(seen.column.text) and not rounded else _LONG_NUMBER
    lengths = {len(text) for text in seen.answers}
    if len(lengths) == 1 and min(lengths) >= least:
        return "a long number of its own"
    return "a number of its own, in equal steps" if in_equal_steps(numbers) else ""


def _masked(seen: Evidence, _: Context) -> Draft | None:
    """Names and numbers that the export hides, so that many are alike: "***12", "A****"."""
    if seen.share(is_masked) < _SURE:
        return None
    return draft(seen, Kind.IDENTIFIER, "its cells are names or numbers of people with letters hidden")


def _counts_its_rows(seen: Evidence, context: Context) -> bool:
    """Whether cells are one word with a number or a letter: "Participant 1", "Teilnehmerin B"."""
    words = Counter[str]()
    for text in seen.some:
        if found := _NUMBERED.fullmatch(text):
            words[(found["word"] or "").casefold()] += 1
    word, same = words.most_common(1)[0] if words else ("", 0)
    return bool(word) and same >= _SURE * len(seen.some) and len(seen.some) > 2 and not _is_quantity(seen, context)


def _is_quantity(seen: Evidence, context: Context) -> bool:
    """Whether each cell is a number with the same unit: "12,000円"."""
    number = as_number(seen, context)
    return number is not None and number.numbers is not None and bool(number.numbers.unit)


def _is_code(text: str) -> bool:
    return any(map(str.isdigit, text)) and any(map(str.isalpha, text)) and len(text) <= 64 and not text[:1].isspace()


def _weight(seen: Evidence, context: Context) -> Draft | None:
    """A survey weight; two or three different ones are enough (one a sex) unless they are whole, as codes are."""
    named = names(seen, "weight") or _judged_weight(seen)
    if not (named or weighs(seen.answers, seen.column.text)) or headings.names("body", seen.column.text):
        return None
    number = as_number(seen, context, fewest=3 if all(map(str.isdigit, seen.answers)) else 1)
    if number is None or number.numbers is None or number.numbers.min < 0 or not _may_weigh(number.numbers):
        return None
    if context.settings.to(DoubtCode.WEIGHT, seen.column) == "no_weight":
        return None
    said = context.settings.to(DoubtCode.WEIGHT, seen.column)
    unused = () if said == "use" else (Seen(NoteCode.WEIGHTS_NOT_USED, seen.cells, ()),)
    return number.but(
        kind=Kind.WEIGHT,
        reason=f"{'its name and its numbers say' if named else 'its numbers may say'} how many people a row stands for",
        unsure=(Unsure(DoubtCode.WEIGHT, "ignore", {"question": seen.column.text}, seen.column.examples),),
        seen=unused,
    )


def _judged_weight(seen: Evidence) -> bool:
    verdict = judged(heading(seen))
    return verdict is not None and verdict.role == "weight" and verdict.chance >= SURE


def _may_weigh(numbers: NumberRange) -> bool:
    """Weights lie around 1, or say how many people a row stands for; what bodies weigh has a unit, or is kilos."""
    kilos = numbers.min >= _KILOS[0] and numbers.max <= _KILOS[1]
    return not numbers.unit and numbers.max > numbers.min and numbers.median > 0 and not kilos


_RULES: tuple[Rule, ...] = (
    _constant,
    _personal,
    _masked,
    _administration,
    _reply,
    as_tool_cells,
    as_named,
    _identifier,
    _weight,
    as_rating,
    as_date,
    as_clock,
    _program_of,
    as_statements,
    several_in_a_cell,
    as_number,
)
