"""Who of the speakers asks, who answers, and who only passes by."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.reading.talk.turns import Turn

Role = Literal["asks", "answers", "passes_by"]

ASK_WORDS = (
    *(r"interviewers?", r"interviewerin(?:nen)?", "moderator(?:in)?", "moderateurs?", "facilitator", "researcher"),
    *("host", "assistant", "chatbot", "interrogator", "fragesteller(?:in)?", "befrager(?:in)?", "forscher(?:in)?"),
    *("entrevistador[ae]?s?", "moderador[ae]?", "investigador[ae]?", "enqu[eê]t(?:eur|rice)", "mod[eé]rat(?:eur|rice)"),
    *(
        "intervieweu(?:r|se)",
        "chercheu(?:r|se)",
        "animat(?:eur|rice)",
        "intervistat(?:ore|rice)",
        "ricercat(?:ore|rice)",
    ),
    *(
        "moderat(?:ore|rice)",
        "pesquisador[a]?",
        "onderzoeker",
        "gespreksleider",
        "intervjuare",
        "intervjuer",
        "moderator",
    ),
    *("haastattelija", "badacz(?:ka)?", "prowadz[aą]c[aey]", "ankieter(?:ka)?", "tazatel(?:ka)?", "görüşmeci"),
    *("araştırmacı", "röportajcı", "интервьюер", "модератор", "ведущ(?:ий|ая)", "исследователь", "інтерв['’ʼ]юер"),
    *("модератор", "ερευν[ηή]τ\\w+", "συνεντευκτ\\w+", "المحاور(?:ة)?", "المقابل", "الباحث(?:ة)?", "المذيع", "مراسل"),
    *("מראיי?נ?[תן]?", "מנחה", "حوار ?کننده", "مصاحبه ?کننده", "साक्षात्कारकर्ता", "प्रश्नकर्ता", "pewawancara", "penanya"),
    *("người phỏng vấn",),
)
ASK_SIGNS = (  # in scripts without blanks between words
    *(
        "インタビュアー",
        "インタビューアー",
        "聞き手",
        "司会",
        "質問者",
        "調査者",
        "モデレーター",
        "采访者",
        "採訪者",
        "访谈者",
        "訪談者",
    ),
    *(
        "访谈员",
        "訪談員",
        "访问员",
        "主持人",
        "提问者",
        "研究员",
        "記者",
        "记者",
        "면접관",
        "면접자",
        "진행자",
        "질문자",
        "인터뷰어",
        "사회자",
    ),
    *("연구자", "ผู้สัมภาษณ์", "พิธีกร", "ผู้ถาม", "ผู้วิจัย"),
)
SHORT_ASKS = re.compile(r"(?:ai|bot|int|iv|ir|mod|[iqmf]|fac|res|問|问|문|質問|Q)\.?\s*\d*", re.IGNORECASE)
ANSWER_WORDS = (
    *(
        "interviewees?",
        "participants?",
        "respondents?",
        "informants?",
        "customer",
        "client",
        "user",
        "subject",
        "guest",
    ),
    *(
        "interviewpartner(?:in)?",
        "interviewte[rn]?",
        "befragte[rn]?",
        "teilnehmer(?:in)?",
        "proband(?:in)?",
        "kund(?:e|in)",
    ),
    *("nutzer(?:in)?", "entrevistad[oa]", "participantes?", "informante", "enqu[eê]t[ée]e?", "interview[ée]e?"),
    *(
        "participante?",
        "intervistat[oa]",
        "partecipante",
        "ge[iï]nterviewde",
        "deelnemer",
        "респондент",
        "участни(?:к|ца)",
    ),
    *("badan[ya]", "uczestni(?:k|czka)", "katılımcı", "المشارك(?:ة)?", "المستجيب", "משתתפ?[תף]", "מרואיי?נ?[תן]?"),
)
ANSWER_SIGNS = (
    *(
        "参加者",
        "回答者",
        "受访者",
        "受訪者",
        "被访者",
        "被訪者",
        "对象者",
        "対象者",
        "참가자",
        "응답자",
        "답변자",
        "ผู้ให้สัมภาษณ์",
    ),
    *("ผู้ตอบ", "ผู้เข้าร่วม", "答え手"),
)
SHORT_ANSWERS = re.compile(r"(?:a|r|p|b|ip|tn|resp|part|pt|答|답)\.?[\s-]*\d*", re.IGNORECASE)
NOBODY = re.compile(
    r"(?:(?:unknown|unidentified|unbekannt\w*|unidentifizierbar\w*|desconocid\w*|inconnu\w*|sconosciut\w*"
    r"|desconhecid\w*|неизвестн\w*|onbekend\w*|okänd\w*|nieznan\w*|不明|未知|다른)[\s\d]*(?:speakers?|sprecher\w*|hablante|locut\w+"
    r"|falante|voice|stimme|person|话者|話者|发言人|說話者|화자)?|(?:speaker|sprecher)\s*(?:unknown|\?+)|crosstalk"
    r"|multiple speakers|several|everyone|alle|all|recording|system|transcript|note|notes|context|observer note)\s*\d*",
    re.IGNORECASE,
)
ASKS = re.compile(r"[?？؟;]\s*[\"”’)»」』]*\s*$|[?？؟]\s+\S+(?:\s\S+){0,3}[.!]?\s*$")
SPOKEN_QUESTION = re.compile(
    r"(?:か|の|かね|かな)[。\s]*$|(?:吗|呢|嗎|么|麼)[。\s]*$|(?:까요?|나요|습니까|는지요|는가요|은가요|을까요)[.\s]*$"
    r"|(?:ไหม|มั้ย|อย่างไร|ยังไง|อะไร|ทำไม|หรือเปล่า|หรือไม่|เท่าไร|เมื่อไร|ที่ไหน|ใคร)\s*(?:ครับ|คะ|ค่ะ)?[\s.]*$"
)
OPENS = re.compile(
    r"(?:(?:so|and|okay|ok|well|great|alright|right|then|now|yeah|thanks|thank you)[,.]?\s+)*(?:what|how|why|when|where"
    r"|who|which|can you|could you|would you|do you|did you|have you|are you|is there|tell me|describe|walk me"
    r"|was|wie|warum|wann|wo|wer|welche\w*|können sie|kannst du|erzähl\w*|haben sie|gibt es|beschreib\w*"
    r"|qué|cómo|por qué|cuándo|dónde|cuál\w*|puede\w*|cuénte\w*|quel\w*|comment|pourquoi|quand|pouvez|racontez"
    r"|est-ce que|cosa|come|perché|quando|può|o que|como|por que|pode|conte|wat|hoe|waarom|kunt u|kun je)\b",
    re.IGNORECASE,
)
FEW_TURNS, MUCH = 2, 0.1
SURE, TWICE = 0.4, 2.0
ALSO_ASKS, SELDOM = 0.6, 0.3


class Cast(NamedTuple):
    """The part of each speaker in order of appearance, and whether those who ask are beyond doubt."""

    roles: dict[str, Role]
    sure: bool

    def those_who(self, role: Role) -> list[str]:
        """The speakers with this part."""
        return [name for name, found in self.roles.items() if found == role]


class _Part(NamedTuple):
    turns: int
    questions: int
    letters: int

    @property
    def asks(self) -> float:
        return self.questions / self.turns


def find_roles(turns: Sequence[Turn], chosen: Mapping[str, Role] | None = None) -> Cast:
    """Who asks and who answers. `chosen`: what people said of some of the speakers."""
    parts = _parts(turns)
    here = [name for name in parts if not _passes_by(name, parts)]
    askers, sure = _askers(here, parts)
    roles: dict[str, Role] = {
        name: "passes_by" if name not in here else "asks" if name in askers else "answers" for name in parts
    }
    given = {name: role for name, role in (chosen or {}).items() if name in roles}
    return Cast(roles | given, sure or bool(given))


def asking_shares(turns: Sequence[Turn]) -> dict[str, float]:
    """The share of each speaker's turns that are questions."""
    return {name: part.asks for name, part in _parts(turns).items()}


def _parts(turns: Sequence[Turn]) -> dict[str, _Part]:
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for turn in turns:
        texts[turn.speaker].append(turn.text)
    return {name: _Part(len(said), sum(map(_is_question, said)), sum(map(len, said))) for name, said in texts.items()}


def _is_question(text: str) -> bool:
    text = text.strip()
    if ASKS.search(text) or SPOKEN_QUESTION.search(text):
        return True
    return not re.search(r"[.!]", text) and bool(OPENS.match(text))


def _passes_by(name: str, parts: Mapping[str, _Part]) -> bool:
    """Nobody who is named, or somebody who says a word or two in the talk of two others."""
    others = [part for other, part in parts.items() if other != name and not NOBODY.fullmatch(other)]
    if NOBODY.fullmatch(name):
        return len(others) > 1
    part = parts[name]
    if part.turns > FEW_TURNS or len([other for other in others if other.turns > FEW_TURNS]) != 2 or _is_named(name):
        return False
    return part.letters < MUCH * sum(other.letters for other in others) and not _is_one_of(name, parts)


def _is_one_of(name: str, parts: Mapping[str, _Part]) -> bool:
    """Whether it is named like others, with another number: `P5` among `P1`, `P2`."""
    bare = re.sub(r"\d+", "9", name)
    return "9" in bare and sum(re.sub(r"\d+", "9", other) == bare for other in parts) > 1


def _is_named(name: str) -> bool:
    return asks_by_word(name) or answers_by_word(name)


def asks_by_word(name: str) -> bool:
    """Whether a speaker's name is a word for those who ask, in one of many languages."""
    if answers_by_word(name):
        return False
    return bool(ASK.search(name)) or any(sign in name for sign in ASK_SIGNS)


def answers_by_word(name: str) -> bool:
    """Whether a speaker's name is a word for those who answer, in one of many languages."""
    return bool(ANSWER.search(name)) or any(sign in name for sign in ANSWER_SIGNS)


ASK = re.compile(rf"(?<![^\W_])(?:{'|'.join(ASK_WORDS)})(?![^\W\d_])", re.IGNORECASE)
ANSWER = re.compile(rf"(?<![^\W_])(?:{'|'.join(ANSWER_WORDS)})(?![^\W\d_])", re.IGNORECASE)


def _askers(here: Sequence[str], parts: Mapping[str, _Part]) -> tuple[set[str], bool]:
    """Those who ask: by a word in their name, by a letter that their questions bear out, else by their questions."""
    if len(here) < 2:
        return {name for name in here if asks_by_word(name)}, True
    if named := {name for name in here if asks_by_word(name)}:
        return (named, True) if len(named) < len(here) else (set(), False)
    short = {name for name in here if SHORT_ASKS.fullmatch(name)}
    rest = [name for name in here if name not in short]
    if short and rest and max(parts[n].asks for n in short) >= max(parts[n].asks for n in rest):
        return short, True
    most = max(here, key=lambda name: (parts[name].asks, -parts[name].letters / parts[name].turns, here[0] == name))
    others = [name for name in here if name != most]
    if not parts[most].questions:
        answering = [name for name in here if answers_by_word(name) or SHORT_ANSWERS.fullmatch(name)]
        if len(answering) == 1 and len(here) == 2:
            return {name for name in here if name not in answering}, True
        return {min(here, key=lambda name: parts[name].letters / parts[name].turns)}, False
    also = {n for n in others if parts[n].asks >= ALSO_ASKS and parts[n].questions > 1 and not answers_by_word(n)}
    quiet = [name for name in others if name not in also]
    if not quiet or any(parts[name].asks > SELDOM for name in quiet):
        also = set()
    highest = max(parts[name].asks for name in others if name not in also)
    sure = parts[most].asks >= SURE and parts[most].asks >= TWICE * highest
    return {most, *also}, sure
