"""What law protects of the things that people are asked: health, religion, politics, sexuality, union, origin.

By the words of a question, or by its options where the words say nothing: "D7" with "Catholic" and "Muslim" below it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.drafts import Unsure
from persona.questionnaire.judged import SURE, UNLIKELY, judged, role_chances
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.kinds import answered
from persona.questionnaire.scales.screening import order_days
from persona.reading.asking import is_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from persona.questionnaire.context import Context
    from persona.questionnaire.drafts import Draft
    from persona.questionnaire.kinds import Use
    from persona.questionnaire.models import Option, Question, Scale

_ASKED = {
    "health": r"""
        health|illness\w*|disabilit\w+|disabled|diagnos\w+|medication\w*|symptoms?|pregnan\w+|depressi\w+|anxiety
        |mental\ (?:disorder|illness|state)|hiv|cancer|diabet\w+|chronic\w*\ (?:condition|pain|disease)\w*|disease\w*
        |phq\ ?-?\d{0,2}|gad\ ?-?[27]|bdi|hads|epds|audit\ ?-?c|psqi|who\ ?-?5|sf\ ?-?(?:12|36)
        |(?:little\ interest|feeling\ (?:down|nervous)|trouble\ (?:falling\ asleep|relaxing))\b.*
        |pain\ (?:now|level|score|scale|vas|intensity|today|severity)|vas\ pain|schmerz(?:en|stärke|skala)?|douleurs?
        |niedergeschlagenheit|schlafstörung\w*|nervosität
        |surger\w+|bmi|krankheit\w*|vorerkrank\w*|erkrank\w*|gesundheit\w*|behinderung\w*|schwerbehind\w*|diagnose\w*
        |schwanger\w*|medikament\w*|santé|maladies?|handicap\w*|enceinte|salud|enfermedad\w*|discapacidad\w*|saúde
        |doenças?|deficiênci\w+|gravidez|salute|malatti\w+|disabilità|gezondheid\w*|ziekte\w*
        """,
    "religion": r"""
        religio\w+|faith|denominations?|church\ (?:attendance|member\w*)|worship|konfession\w*|glaubens\w+|religión
        |religión\w*|religiös\w*|credo|confession\ religieuse|religião|geloof\w*|godsdienst\w*
        """,
    "politics": r"""
        politic(?!\w*\ correct)\w*|(?:which|what|your)\ party|party\ (?:affiliation|id\w*|preference|member\w*|support)
        |(?:did|would|will|do)\ you\ vote|voted?\ for|vot(?:e|ing)\ (?:intention|behaviou?r|choice|recall)
        |left\W{1,3}right|links\W{1,3}rechts|gauche\W{1,3}droite|izquierda\W{1,3}derecha|esquerda\W{1,3}direita
        |sinistra\W{1,3}destra|vänster\W{1,3}höger|lewica\W{1,3}prawica|левы[ей]\W{1,3}правы[ей]|elections?|referendum|partei\w*|sonntagsfrage|wahl(?:absicht|verhalten|entscheidung|recht|beteiligung)
        |(?:bundestags|landtags|europa)wahl\w*|politisch\w*|politiques?|(?:parti|vote)\ politique|elección|elecciones
        |partido|voto|polític[oa]s?|elezion\w+|politic[ahe]+|politiek\w*
        """,
    "ethnic origin": r"""
        ethni\w*|racial\w*|(?:your|^)\ ?race(?!\w)|race\ ?(?:/|and|or|&)|migrationshintergrund|migration\ background
        |herkunft(?:sland)?|indigenous|caste|origines?\ ethniques?|etnia|etnicidade|raza|raça|cor\ ou\ raça
        """,
    "sexual orientation": r"""
        sexual\w*\ (?:orientation|identity|preference)|sexualit\w+|lgbt\w*|sexuelle\ (?:orientierung|identität)
        |orientation\ sexuelle|orientación\ sexual|orientação\ sexual|orientamento\ sessuale
        |seksuele\ geaardheid
        """,
    "trade union": r"""
        trade\ unions?|labou?r\ unions?|union\ member\w*|member\ of\ an?\ union|gewerkschaft\w*|syndicats?|syndiqué\w*
        |sindica\w+|vakbond\w*
        """,
}
_UNSPACED = {
    "health": "健康|病気|疾病|障害|疾患|医療|질병|건강",
    "religion": "宗教|信仰|الدين|종교",
    "politics": "支持政党|政治|投票|政党|정치",
    "ethnic origin": "人種|民族|种族|인종",
    "sexual orientation": "性的指向|性取向",
    "trade union": "労働組合|工会|노동조합",
}
"""The same in scripts that write no blanks between words."""
_OPTIONS = {
    "religion": r"""
        catholic|protestant|muslim|islam|hindu\w*|jewish|judaism|buddhis[tm]|christian|orthodox|atheist|agnostic|sikh
        |katholisch|evangelisch|muslimisch|jüdisch|konfessionslos|catholique|musulman\w*|juif|juive|católic[oa]
        |evangélic[oa]|judí[oa]|budista|ate[oa]
        """,
    "politics": r"""
        democrats?|republicans?|conservatives?|labour|liberal\ democrats?|green\ party|libertarian
        |cdu(?:/csu)?|spd|afd|fdp
        |bündnis\ 90.*|die\ linke|rassemblement\ national|parti\ socialiste|psoe|vox|podemos|very\ liberal
        |very\ conservative|somewhat\ (?:liberal|conservative)|left[\s-]wing|right[\s-]wing|eher\ links|eher\ rechts
        """,
    "ethnic origin": r"""
        hispanic.*|latin[oax]|caucasian|african[\s-]american|pacific\ islander|native\ american|white\ british
        |black\ african|black\ caribbean|mixed\ race|south\ asian|east\ asian|arab|roma|métis|mestizo|pard[oa]
        |black\ or\ african.*|native\ hawaiian.*|american\ indian.*
        """,
    "sexual orientation": r"""
        heterosexual|straight|gay|lesbian|bisexual|homosexual|queer|pansexual|asexual|heterosexuell|homosexuell
        |bisexuell|schwul|lesbisch|hétérosexuel\w*|homosexuel\w*
        """,
    "health": r"""
        diabetes.*|hypertension|high\ blood\ pressure|asthma|arthritis|cancer|depression|heart\ disease|epilepsy|copd
        |stroke|bluthochdruck|krebs|migräne|hipertensión|cáncer|asthme|arthrose
        """,
}
_WORDS = {
    category: re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])|{_UNSPACED[category]}", re.IGNORECASE | re.VERBOSE)
    for category, words in _ASKED.items()
}
_LABELS = {category: re.compile(words, re.IGNORECASE | re.VERBOSE) for category, words in _OPTIONS.items()}
_NAMES_A_SCALE = re.compile(r"\b\d{1,3}\D{1,6}\d{1,3}\b")
_OF_THE_PERSON = ("health", "ethnic origin")
"""An opinion on these tells nothing of who holds it; one on politics, religion or unions does."""
_AGREES = re.compile(
    r"agree|stimme .*zu|zustimm|trifft .*zu|d['’]accord|acuerdo|concord|accordo|\beens\b|instäm|同意|そう思う|賛成",
    re.IGNORECASE,
)
_ONESELF = re.compile(
    r"\b(?:i|i['’]\w+|my|me|mine|myself|you|your|ich|mir|mich|mein\w*|sie|ihr\w*|je|j['’]\w*|moi|mon|ma|mes|vous|votre|vos"
    r"|yo|mi|mis|usted|su|sus|eu|meus?|minhas?|io|mio|mia|miei|mie|ik|mij\w*|jag|min|mitt|mina|jeg|mig)\b|私|我(?!们)|自分|내|나는|제",
    re.IGNORECASE,
)
_LEAST_WORDS = 6  # shorter, "health" is asked for and not spoken of
_BEST_MARKS = (10, 30, 100)
_MARK = re.compile(r"(?<![^\W_])vot[oi](?![^\W_])", re.IGNORECASE)
_LEAST_LABELS = 2
_SUBJECT_LEAST, _SUBJECT_SHARE = 4, 1 / 3
"""So many questions on one matter are what a study is about: without them nothing would form the groups."""


def category(text: str, options: Iterable[str] = ()) -> str | None:
    """What is protected of what a question asks for; None where nothing is."""
    return _asked(text) or _answered(tuple(options))


def _asked(text: str) -> str | None:
    """By the words of a question; not where it names a scale and learned words speak of no vote: "Voto da 1 a 10"."""
    found = listed(text)
    if found is None:
        verdict = judged(text)
        return verdict.role if verdict is not None and verdict.role in _ASKED and verdict.chance >= SURE else None
    return None if _NAMES_A_SCALE.search(text) and role_chances(text).get(found, 1) < UNLIKELY else found


@lru_cache(maxsize=20_000)
def listed(text: str) -> str | None:
    """What the words of a question say by the lists above."""
    words = headings.spoken(text)
    return next((found for found, pattern in _WORDS.items() if pattern.search(words)), None)


def _answered(labels: Sequence[str]) -> str | None:
    named = [label.strip() for label in labels]
    if order_days(named):
        return "health"  # these answers belong to the screening for depression and anxiety, whatever the items say
    for found, pattern in _LABELS.items():
        if sum(bool(pattern.fullmatch(label)) for label in named) >= _LEAST_LABELS:
            return found
    return None


def with_protected(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts with a doubt at each closed question about something protected, and the use that was chosen.

    By default it describes only; where a good part of the questionnaire is about the matter, it forms groups.
    """
    found = {draft.position: what for draft in drafts if (what := _of_draft(draft)) is not None}
    asked = sum(_may_form_groups(draft) for draft in drafts)
    defaults: dict[str, Use] = {
        what: "basis" if _is_the_subject(list(found.values()).count(what), asked) else "describe"
        for what in found.values()
    }
    return [_settled(draft, found, defaults, context) for draft in drafts]


def _is_the_subject(questions: int, asked: int) -> bool:
    return questions >= max(_SUBJECT_LEAST, _SUBJECT_SHARE * asked)


def _may_form_groups(draft: Draft) -> bool:
    return answered(draft.kind) and draft.kind not in (Kind.OPEN, Kind.DATE) and draft.of is None


def _of_draft(draft: Draft) -> str | None:
    if not _may_form_groups(draft):
        return None
    found = protects(draft)
    return None if found in _OF_THE_PERSON and _is_opinion(draft) else found


def protects(question: Draft | Question) -> str | None:
    """What is protected of what a question with its answers asks for; None where nothing is."""
    found = category(question.text, answers_of(question.options, question.scale))
    return None if found == "politics" and _is_a_mark(question) else found


def _is_a_mark(question: Draft | Question) -> bool:
    """Whether the one word of politics means a mark as well, and numbers go up to what is best: "Voto alla cucina"."""
    highest = question.scale.high if question.scale else question.numbers.max if question.numbers else 0
    text = headings.spoken(question.text)
    return highest in _BEST_MARKS and bool(_MARK.search(text)) and listed(_MARK.sub(" ", text)) is None


def answers_of(options: Iterable[Option], scale: Scale | None) -> tuple[str, ...]:
    """What may be answered: the steps of a scale in words, else the options."""
    return (scale.words if scale else ()) or tuple(option.label for option in options)


def _is_opinion(draft: Draft) -> bool:
    """A sentence that people agree with or not, and that speaks of nobody: "Public health campaigns take long"."""
    text = headings.spoken(draft.text)
    agreed = any(_AGREES.search(option.label) for option in draft.options)
    return agreed and len(text.split()) >= _LEAST_WORDS and not is_question(draft.text) and not _ONESELF.search(text)


def _settled(draft: Draft, found: Mapping[int, str], defaults: Mapping[str, Use], context: Context) -> Draft:
    what = found.get(draft.position)
    if what is None:
        return draft
    default = defaults[what]
    doubt = Unsure(
        DoubtCode.SENSITIVE,
        default,
        {"question": draft.text, "category": what},
        draft.columns[0].examples,
        f"about {what}",
    )
    said = context.settings.to(DoubtCode.SENSITIVE, draft.columns[0])
    use = said or default
    draft = draft.but(unsure=(*draft.unsure, doubt))
    if use == "basis":
        return draft if said is None else draft.but(use="basis")
    return draft.but(use=use, why=f"it tells about {what}, which law protects")
