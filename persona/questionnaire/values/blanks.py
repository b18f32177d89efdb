"""Words and signs for an answer that is not there, in many languages: blank, not asked, refused, no opinion.

Written by hand from the defaults of survey tools (Qualtrics, LimeSurvey, KoBo, SurveyMonkey, Google and Microsoft
Forms) and statistics programs (R, pandas, SPSS, Stata), and from their translations.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from persona.questionnaire.values.cells import is_error, shown, spelling_key

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_LONGEST = 60


class Blank(StrEnum):
    """Why a cell takes no place among the answers."""

    EMPTY = "empty"  # nothing was written
    MARKER = "marker"  # a program wrote that nothing is there: NA, NULL, \N, #N/A
    NOT_ASKED = "not_asked"
    REFUSED = "refused"
    NO_OPINION = "no_opinion"  # itself an answer: "Don't know"


_PHRASES: Mapping[Blank, str] = MappingProxyType(
    {
        Blank.EMPTY: r"""
            - | -- | --- | . | .. | ... | … | / | * | _ | ? | ?? | (blank) | blank | (empty) | empty | (null) |
            (空) | (空白) | (跳过) | (跳過) | (비어 있음) | (пусто) | (prázdné) | (tom) | (boş) | (فارغ) | (ריק) |
            (leer) | (vide) | (vacío) | (vazio) | (vuoto) | (leeg) | no response | no answer | no answer given |
            not answered | unanswered | skipped | missing | (missing) | missing value | not stated |
            keine antwort |
            nicht beantwortet | ohne antwort | fehlt | keine angaben | sans réponse | non répondu |
            pas de réponse |
            non renseigné | sin respuesta | no contesta | no contestó | sem resposta | não respondeu |
            não respondido |
            nessuna risposta | non risposto | geen antwoord | niet ingevuld | 無回答 | 未回答 | 未記入 |
            无回答 | 未填写 | 未回答 |
            inget svar | ej svar | brak odpowiedzi | yanıt yok | cevap yok | нет ответа | не указано |
            ei vastausta | bez odpovědi | intet svar | لا إجابة | بدون إجابة | 무응답 | 응답 없음
        """,
        Blank.MARKER: r"""
            na | n/a | n.a | nan | nat | null | nil | none given | <na> | \n | #n/a | #null | nd | n.d |
            system missing | sysmis | not available | undefined
        """,
        Blank.NOT_ASKED: r"""
            not asked | not shown | not displayed | question not shown | filtered | not applicable | n/a |
            does not apply | doesn't apply | not relevant | inapplicable | inap | trifft nicht zu / keine angabe |
            nicht zutreffend | nicht anwendbar | entfällt | nicht gefragt | nicht gezeigt | non applicable |
            sans objet | non concerné | ne s'applique pas | no aplica | no procede | não se aplica |
            não aplicável |
            non applicabile | non pertinente | niet van toepassing | n.v.t | nvt | 該当なし | 非該当 | 不适用 |
            ej aktuellt |
            nicht relevant | ikke relevant | ej relevant | ei sovellu | لا ينطبق | 해당 없음 |
            ikke aktuelt | nie dotyczy | не применимо | unfamiliar (n/a)
        """,
        Blank.REFUSED: r"""
            refused | refusal | declined | declined to answer | decline to answer | decline to state |
            prefer not to say | prefer not to answer | prefer not to disclose | prefer not answer |
            i prefer not to say | i prefer not to answer | i'd rather not say | rather not say |
            i do not wish to answer | do not wish to say | keine angabe | k.a | k. a | keine angabe machen |
            möchte ich nicht sagen | möchte nicht antworten | verweigert | ne souhaite pas répondre |
            je ne souhaite pas répondre | préfère ne pas répondre | je préfère ne pas répondre | refus |
            prefiero no decirlo | prefiero no contestar | prefiero no responder | prefiro não dizer |
            prefiro não responder | preferisco non rispondere | preferisco non dirlo | zeg ik liever niet |
            wil ik niet zeggen | geen opgave | 答えたくない | 回答しない | 不愿回答 | 不便透露 | vill ej svara |
            odmowa odpowiedzi | möchte ich nicht angeben | lieber nicht sagen | отказ от ответа |
            vill inte svara | ønsker ikke å svare | ønsker ikke at svare | en halua sanoa | nechci odpovídat |
            nem válaszolt | nem válaszol | nem kíván válaszolni | nem szeretnék válaszolni | не желим да одговорим |
            ne želim da odgovorim | ne želim odgovoriti | nu doresc să răspund | nu răspund | nevēlos atbildēt |
            nenoriu atsakyti | ei soovi vastata | nechcem odpovedať | odmietam odpovedať | tidak mau menjawab |
            không muốn trả lời | не бажаю відповідати | не желаю отвечать | не хочу отвечать | sitaki kujibu |
            拒绝回答 | 回答を控える | belirtmek istemiyorum | أفضل عدم الإجابة | 응답 거부
        """,
        Blank.NO_OPINION: r"""
            don't know | dont know | do not know | i don't know | i dont know | i do not know | dk | idk |
            don't know / no answer | don't know/no answer | dk/na | not sure | i'm not sure | im not sure |
            i am not sure | unsure | no opinion | no idea | cannot say | can't say | can not say | cannot answer |
            can't answer | hard to say | unknown | undecided / don't know | don't remember | i don't remember |
            can't recall | cannot judge | weiß nicht | weiss nicht | weiß ich nicht | ich weiß nicht |
            ich weiss nicht | weiß nicht / keine angabe | weiß nicht/keine angabe | kann ich nicht beurteilen |
            nicht beurteilbar | keine meinung | keine ahnung | kann ich nicht sagen | ne sait pas |
            je ne sais pas |
            ne sais pas | nsp | sans opinion | pas d'opinion | ne se prononce pas | no sabe | no sé | no lo sé |
            no sabe / no contesta | ns/nc | ns / nc | no sabe/no contesta | sin opinión | não sei | não sabe |
            não sabe / não respondeu | não tenho opinião | sem opinião | não tenho certeza | non so | non sa |
            non lo so | nessuna opinione | non saprei | weet niet | weet ik niet | weet het niet | geen mening |
            わからない | 分からない | わかりません | 不知道 | 不清楚 | 说不清 | 無意見 | 모르겠다 | 모름 |
            vet ej | vet inte | ved ikke | vet ikke |
            en osaa sanoa | nie wiem | trudno powiedzieć | nevím | nem tudom | bilmiyorum | не знаю |
            затрудняюсь ответить | sans avis | no tengo opinión | brak zdania | ingen åsikt | ingen mening |
            важко відповісти | важко сказати | לא יודע | לא יודעת | không biết | ไม่ทราบ | पता नहीं | δεν ξέρω |
            δεν γνωρίζω | tidak tahu | nu știu | не знам | ne znam | neviem |
            nezinu | nežinau | ei tea | ei oska öelda | không ý kiến | không có ý kiến | sijui | ne vem |
            نمی‌دانم | نمیدانم |
            nincs véleményem | nemám názor | nimam mnenja | nav viedokļa | neturiu nuomonės | tidak ada pendapat |
            en tiedä | لا أعرف | لا أعلم | 모르겠음 | 잘 모르겠다 | 잘 모르겠음 | 說不清
        """,
    }
)
_WORDS = {phrase.strip(): blank for blank, phrases in _PHRASES.items() for phrase in re.split(r"\s\|\s", phrases)}
_BY_KEY = {spelling_key(phrase): blank for phrase, blank in _WORDS.items()}
_OPENINGS = re.compile(
    r"""(?:i\s)?(?:do\snot|don't|dont|cannot|can't)\s(?:know|say|answer|remember|recall|judge)\b
        |(?:i(?:'m|\sam)\s)?(?:not\ssure|unsure)\b|no\sopinion\b|have\sno\sopinion\b
        |(?:(?:ich\s)?wei(?:ß|ss)\s(?:ich\s|es\s)?nicht|kann\sich\snicht\s(?:sagen|beurteilen)|keine\smeinung)\b
        |(?:je\s)?ne\ssais?t?\spas\b|sans\sopinion\b|no\s(?:lo\s)?s(?:é|abe)\b|n[ãa]o\s(?:sei|sabe)\b
        |non\s(?:lo\s)?s(?:o|a)\b|weet\s(?:ik\s|het\s)?niet\b|わから|分から|不知道""",
    re.VERBOSE,
)
_REFUSALS = re.compile(
    r"(?:i(?:'d|\swould)?\s)?(?:prefer|rather)\snot\b|declined?\sto\b|keine\sangabe\b"
    r"|prefiero\sno\b|prefiro\sn[ãa]o\b|(?:je\s)?préfère\sne\spas\b|preferisco\snon\b"
)
_NOT_ASKED = re.compile(
    r"(?:does\snot|doesn't)\sapply\b|not\sapplicable\b|n/a\b(?=\W)|no\saplica\b|nicht\szutreffend\b"
    r"|niet\svan\stoepassing\b|non\sapplicable\b|n[ãa]o\sse\saplica\b"
)
_OPENING_KINDS = ((_REFUSALS, Blank.REFUSED), (_NOT_ASKED, Blank.NOT_ASKED), (_OPENINGS, Blank.NO_OPINION))
_EDGES = re.compile(r"^[\s(\[<{-]+|[\s)\]>}-]+$")


def blank_kind(text: str) -> Blank | None:
    """Which kind of no answer a cell is; None where it is an answer. "not_sure" of a form tool is "not sure"."""
    if text[:1].isdigit():  # neither an error nor a word for a blank begins with a digit
        return None
    if not text or text.isspace() or is_error(text):
        return Blank.EMPTY if not text or text.isspace() else Blank.MARKER
    if len(text) > _LONGEST:
        return None
    return _kind_of_words(text)


@lru_cache(maxsize=65_536)
def _kind_of_words(text: str) -> Blank | None:
    key = spelling_key(text)
    found = _BY_KEY.get(key) or _BY_KEY.get(key.replace("_", " ")) or _BY_KEY.get(_EDGES.sub("", key))
    return found or next((kind for pattern, kind in _OPENING_KINDS if pattern.match(key.replace("_", " "))), None)


def _never_rated(counts: Mapping[str, int]) -> dict[str, Blank]:
    """How desks for tickets write that nobody rated: "Unoffered", and beside it "Offered"."""
    keys = {spelling_key(text): text for text in counts}
    if "unoffered" not in keys:
        return {}
    return {keys[key]: Blank.NOT_ASKED for key in ("unoffered", "offered") if key in keys}


def column_blanks(counts: Mapping[str, int], file_markers: Collection[str] = ()) -> dict[str, Blank]:
    """The cells of a column that are no answers, or take no side, each with its kind.

    `file_markers`: what `missing_markers` found for the whole file. "NA" beside "EMEA" and "APAC" is a region, and
    stays an answer unless the file writes "NA" for every empty cell.
    """
    found = {text: kind for text in counts if (kind := blank_kind(text)) is not None} | _codes_among_words(counts)
    found |= _never_rated(counts)
    if file_markers:
        found |= {text: Blank.EMPTY for text in counts if text not in found and _is_placeholder(text, file_markers)}
    if _signs_of_a_scale(counts, found):
        return {text: kind for text, kind in found.items() if not _SIGN.fullmatch(text.strip())}
    markers = [text for text, kind in found.items() if kind is Blank.MARKER and spelling_key(text) not in file_markers]
    if markers and _abbreviations(counts, found):
        return {text: kind for text, kind in found.items() if not (text in markers and _ABBREVIATION.fullmatch(text))}
    return found


def answers(counts: Mapping[str, int], file_markers: Collection[str] = ()) -> dict[str, int]:
    """The cells that say something: all but empty ones and those where a program wrote that nothing is there."""
    blanks = column_blanks(counts, file_markers)
    return {text: count for text, count in counts.items() if blanks.get(text) not in _NOTHING}


def missing_markers(columns: Sequence[Mapping[str, int]]) -> frozenset[str]:
    """The words that a program wrote into the empty cells of this file, as spelling keys: {"na"}, {"null"}.

    A word is one where it stands in three columns at least, or in a column of numbers; one that stands in a single
    column of words may be an answer of it.
    """
    places: Counter[str] = Counter()
    for counts in columns:
        keys = {spelling_key(text) for text in counts if blank_kind(text) is Blank.MARKER}
        places.update(dict.fromkeys(keys, _FILE_COLUMNS if keys and _mostly_digits(counts) else 1))
    written = frozenset(key for key, columns_of_it in places.items() if columns_of_it >= _FILE_COLUMNS)
    return written.union(*(placeholders(counts) for counts in columns))


_BRACKETED = re.compile(r"[(\[<{（［【〈][^()\[\]<>{}（）［］【】〈〉]{1,24}[)\]>}）］】〉]")
_LEAST_SENTENCES, _LEAST_LETTERS, _HARDLY_AGAIN = 10, 8, 1.5
_LONGEST_PLACEHOLDER = 3  # words


def placeholders(counts: Mapping[str, int]) -> frozenset[str]:
    """What a tool wrote where nothing was: the one text in brackets that recurs among sentences that hardly do.

    `counts`: how many cells of one column hold each text. Spelling keys, of no language in particular: {"(空)"}.
    """
    bracketed = [text for text, n in counts.items() if _BRACKETED.fullmatch(text.strip())]
    recurring = [text for text in bracketed if counts[text] > 1 and _is_short(text)]
    if len(recurring) != 1 or len(bracketed) > 2:
        return frozenset()
    others = {text: n for text, n in counts.items() if text not in bracketed and blank_kind(text) is None}
    sentences = [text for text in others if len(text) >= _LEAST_LETTERS]
    if len(sentences) < max(_LEAST_SENTENCES, 0.8 * len(others)) or sum(others.values()) > _HARDLY_AGAIN * len(others):
        return frozenset()
    if counts[recurring[0]] <= max(others.values()):
        return frozenset()
    return frozenset({spelling_key(recurring[0])})


def _is_short(text: str) -> bool:
    words = text.strip()[1:-1].split()
    letters = sum(map(str.isalpha, text))
    return len(words) <= _LONGEST_PLACEHOLDER and (letters > 1 or (letters == 1 and not text.isascii()))


def _is_placeholder(text: str, file_markers: Collection[str]) -> bool:
    return len(text) <= _LONGEST and bool(_BRACKETED.fullmatch(text.strip())) and spelling_key(text) in file_markers


_MISSING_CODE = re.compile(r"[-−](?:[1-9]|(\d)\1{1,4})(?:\.0+)?")
_WORDS_LEAST = 0.95


def _codes_among_words(counts: Mapping[str, int]) -> dict[str, Blank]:
    """-9, -77 and -999 are no answers in a column in which all others are words: nobody answers so in numbers."""
    codes = [text for text in counts if _MISSING_CODE.fullmatch(text.strip())]
    if not codes:
        return {}
    others = {text: count for text, count in counts.items() if text not in codes and blank_kind(text) is None}
    worded = sum(count for text, count in others.items() if any(map(str.isalpha, text)))
    enough = len(others) > 1 and worded >= _WORDS_LEAST * sum(others.values())
    return dict.fromkeys(codes, Blank.EMPTY) if enough else {}


_SIGN = re.compile(r"[+]{1,3}|[-–−]{1,3}|[0oO±]|[+]/[-–−]")


def _signs_of_a_scale(counts: Mapping[str, int], blanks: Mapping[str, Blank]) -> bool:
    """Whether "-" stands beside "+" and other signs alone, and so for less rather than for nothing."""
    others = [text for text in counts if text not in blanks]
    return any("+" in text for text in others) and all(_SIGN.fullmatch(text.strip()) for text in others)


_NOTHING = frozenset({Blank.EMPTY, Blank.MARKER})
_FILE_COLUMNS = 3
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")


def _abbreviations(counts: Mapping[str, int], blanks: Mapping[str, Blank]) -> bool:
    """Whether most other answers are short capitals too."""
    others = {text: count for text, count in counts.items() if text not in blanks}
    short = sum(count for text, count in others.items() if _ABBREVIATION.fullmatch(shown(text)))
    return len(others) > 1 and short >= 0.6 * sum(others.values())


def _mostly_digits(counts: Mapping[str, int]) -> bool:
    filled = {text: count for text, count in counts.items() if blank_kind(text) is None}
    return sum(n for text, n in filled.items() if text.strip()[:1].isdigit()) > 0.8 * sum(filled.values()) > 0
