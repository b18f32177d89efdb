"""Placing: the kind of a counted statement by what was asked and what was answered."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from persona.models import ColumnRole
from persona.questionnaire.scales import recommending
from persona.text import closed
from persona.text.words import word_count
from persona.writing.differences import AGREE, is_agreement
from persona.writing.phrasebooks import is_role
from persona.writing.phrasebooks.book import NO, YES, yes_or_no

if TYPE_CHECKING:
    from persona.counted.findings import Finding
    from persona.kinds import StatementKind

LOW, HIGH = 0.4, 0.7
"""Places on a scale, 0 to 1, up to which and from which an answer is against something, or for it."""
DETRACT, PROMOTE = 0.65, 0.85
"""The same of 0 to 10 where people are asked to recommend: up to 6 is against, 7 and 8 are neither, by custom
(Reichheld, 2003); a mean counts as the nearest whole number."""
EFFECT = 0.2
"""Who stands so far below everyone is not for something, however high the mean."""


@dataclass(frozen=True)
class Rule:
    """Words that a question asks with, and the kind of answers that are high (or an option), low or neither."""

    asked: re.Pattern[str]
    high: StatementKind
    low: StatementKind = "opinion"
    between: StatementKind = "opinion"
    decides: re.Pattern[str] | None = None
    """Words that must be asked, too, before a chosen name is high: of "satisfaction", only an option itself can say."""
    low_to: float = LOW
    high_from: float = HIGH


def _rule(
    asked: str,
    high: StatementKind,
    low: StatementKind = "opinion",
    between: StatementKind = "opinion",
    decides: str = "",
) -> Rule:
    only = re.compile(rf"\b(?:{decides})", re.IGNORECASE) if decides else None
    return Rule(re.compile(rf"\b(?:{asked})", re.IGNORECASE), high, low, between, only)


SATISFACTION = _rule(
    r"satisf|zufrieden|happy|content with|enjoy|pleased|recommend|empfehl|like\b(?! (?:to|an?)\b)",
    "delight",
    "frustration",
    decides=r"enjoy|like\b|pleased",
)
RECOMMENDING = replace(SATISFACTION, low_to=DETRACT, high_from=PROMOTE)
RULES = (
    _rule(
        r"difficult|hard\b|frustrat|(?:important|pressing|urgent|main|biggest) issues\b"
        r"|problem|challeng|obstacle|barrier|hinder|pain|annoy|dislike|like least|worst|worr"
        r"|struggl|complain|stress|prevent|discourag|schwierig|frust|stör|hindern|hürde|sorge|gêne|freins?\b|dificult"
        r"|preocup|barreira",
        high="frustration",
    ),
    SATISFACTION,
    _rule(r"why\b|reasons?\b|motivat|benefits?\b|value most|attract|warum|gründe|pourquoi|por qu[eé]", "motivation"),
    _rule(r"goals?\b|aims?\b|hope|plan(?:s|ning)? to|intend|achieve|objective|ziele?\b|objecti[fv]", "goal"),
    _rule(
        r"need(?! (?:it|them|help)\b)|missing|lack|wish|would help|improv|importan"
        r"|matters?\b|priorit|required|brauch|fehlt|wichtig|besoin"
        r"|necesi|falta",
        high="need",
    ),
    _rule(
        r"experience\b|title\b|industry|sector|field of|team\b|company|organi[sz]ation|employer|own\b|do you have\b"
        r"|are you (?:an?|currently)|member|level\b|skill|expert|erfahrung|branche|firma|secteur|empresa",
        high="fact_about_self",
        low="fact_about_self",
        between="fact_about_self",
    ),
    _rule(r"think|believe|opinion|agree|trust|feel|fair\b|should\b|rate\b|rating|meinung|glaub|vertrau", "opinion"),
)
"""The first rule whose words are asked decides."""
_TROUBLE, _SATISFACTION, _MOTIVATION, _GOAL, _NEED, _FACT, _OPINION = RULES
LEARNED = {
    "trouble": _TROUBLE,
    "satisfaction": _SATISFACTION,
    "motivation": _MOTIVATION,
    "goal": _GOAL,
    "need": _NEED,
    "fact_about_self": _FACT,
    "opinion": _OPINION,
}
"""What the model of closed questions says, as a rule; it is asked where no rule knows the words."""
WORDS_LEARNED = 3
"""Headings of fewer words tell it too little."""
_AGAINST = re.compile(
    r"\b(?:too \w+|(?:very |somewhat |extremely )?(?:dissatisfied|unsatisfied|unhappy|poor|bad|terrible)"
    r"|unzufrieden)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:not|neither|nor|n[’']t|hardly|less|nicht|weder|kaum|pas|peu|ni|no|não|nem|poco|pouco)\b", re.IGNORECASE
)
"""Before a word of praise or blame it takes it back: "not very satisfied"."""
_FOR = re.compile(
    r"\b(?:very satisfied|extremely satisfied|satisfied|excellent|great|love|sehr zufrieden|zufrieden)\b", re.IGNORECASE
)


_EVALUATES = re.compile(
    r"satisf|zufrieden|tevreden|tilfreds|soddisf|zadowol|\b(?:poor|bad|good|excellent|terrible|schlecht|ausgezeichnet"
    r"|mauvaise?|malo|mala|ruim|péssimo|slecht|dårlig|pessimo|zły|dobry)\b|悪い|良い|不満|満足",
    re.IGNORECASE,
)
"""Ends of a scale that say how good something is."""


def kind_of(finding: Finding) -> StatementKind:
    """Where a counted statement stands on the page of a persona."""
    column, option = finding.column, finding.option
    if option is not None and option != AGREE and (said := _attitude(option)):
        return said
    if column.is_place and _TROUBLE.asked.search(column.question) is None:
        is_valued = finding.more > -EFFECT and (option is not None or _height(finding) >= HIGH)
        return "motivation" if is_valued else "opinion"  # what comes first is what they value
    if is_role(column.question) and (option is None or yes_or_no([option], YES, NO) is None):
        return "fact_about_self"
    if _is_recommending(finding):
        return _by_rule(RECOMMENDING, finding)
    rule = next((rule for rule in RULES if rule.asked.search(column.question)), None) or _learned(finding)
    if rule is not None:
        return _by_rule(rule, finding)
    if column.role is ColumnRole.RATING and _EVALUATES.search(" ".join(column.scale_ends or column.scale_words)):
        return _judged(finding)
    if column.role is ColumnRole.RATING and not _is_habit(finding):
        return "opinion"
    return "opinion" if _is_short_yes_or_no(finding) else "behaviour"


def _attitude(option: str) -> StatementKind | None:
    """What the words of an option say by themselves; None where they take no side."""
    found = _AGAINST.search(option) or _FOR.search(option)
    if found is None:
        return None
    taken_back = _NOT_SO.search(option, 0, found.start())
    if _AGAINST.search(option):
        return "opinion" if taken_back else "frustration"
    if taken_back:
        return "opinion" if taken_back[0].casefold() in ("neither", "weder", "ni", "nem") else "frustration"
    return "delight"


def _learned(finding: Finding) -> Rule | None:
    """The rule of what a wording asks for, as it was learned; None where it is unsure, or nothing is asked for.

    A sentence to agree with asks for nothing, nor does a total to share out.
    """
    column = finding.column
    if is_agreement(column) or _is_habit(finding) or finding.shared_out or word_count(column.question) < WORDS_LEARNED:
        return None
    return LEARNED.get(closed.asks_for(column.question))


def _by_rule(rule: Rule, finding: Finding) -> StatementKind:
    if rule.decides and _is_a_name(finding) and not rule.decides.search(finding.column.question):
        return rule.between
    height = _height(finding)
    if height >= rule.high_from and finding.more > -EFFECT:
        return rule.high
    return rule.low if height <= rule.low_to and (finding.more < 0 or finding.option is not None) else rule.between


def _is_recommending(finding: Finding) -> bool:
    """Whether people were asked, from 0 to 10, how likely they are to recommend something."""
    scale = finding.column.scale
    asked = finding.column.role is ColumnRole.RATING and recommending.asks_to_recommend(finding.column.question)
    return asked and scale == (recommending.LOW, recommending.HIGH)


def _judged(finding: Finding) -> StatementKind:
    """Of a scale from bad to good: a delight, a frustration, or neither."""
    height = _height(finding)
    if height >= HIGH and finding.more > -EFFECT:
        return "delight"
    return "frustration" if height <= LOW and finding.more < 0 else "opinion"


def _is_a_name(finding: Finding) -> bool:
    """Whether an option is neither yes or no nor a step of a scale."""
    option = finding.option
    if option is None or option == AGREE or option in finding.column.scale_words:
        return False
    return yes_or_no([option], YES, NO) is None


def _height(finding: Finding) -> float:
    """How far up an answer stands, 0 to 1; a chosen option is up, and so is "yes"."""
    scale, option = finding.column.scale, finding.option
    if finding.shared_out and scale:  # more than an equal share of the total
        return 1.0 if finding.value / scale[1] > 1 / finding.shared_out else 0.5
    if option is None:
        if scale is None or scale[0] >= scale[1]:
            return 1.0
        height = (finding.value - scale[0]) / (scale[1] - scale[0])
        return 1 - height if finding.column.higher_is == "less" else height
    words = finding.column.scale_words
    if option in words and len(words) > 1:
        return words.index(option) / (len(words) - 1)
    return 0.0 if yes_or_no([option], YES, NO) is False else 1.0


_OFTEN = re.compile(
    r"\b(?:how often|how frequently|do you use|frequen\w+|visit\w*|wie oft|wie häufig|à quelle fréquence"
    r"|con qué frec\w*|com que frequência)\b|frequency",
    re.IGNORECASE,
)


def _is_habit(finding: Finding) -> bool:
    """Whether a scale in words is one of how often, not of how much."""
    return not is_agreement(finding.column) and _OFTEN.search(finding.column.question) is not None


def _is_short_yes_or_no(finding: Finding) -> bool:
    """ "Tasty: yes" is a view of something; "Do you cook?" asks what people do."""
    answered = finding.option is not None and yes_or_no([finding.option], YES, NO) is not None
    return answered and len(finding.column.question.split()) <= 3
