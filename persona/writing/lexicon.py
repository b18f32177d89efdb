"""The words of five languages by which a question's language is told and a model's sentences are compared with quotes.

To add a language: write its `Language` beside the others and list it in `LANGUAGES`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Language:
    """Short original word lists, no grammar."""

    code: str
    stemmer: str
    hints: str
    """Twenty very frequent words: enough to tell the five languages apart."""
    stop: str
    """Function words only: verbs such as find, make and change carry meaning in answers."""
    negation: str
    """Alternatives of a regular expression, matched without regard to case."""
    generic: str = ""
    """Stems that say nothing by themselves."""
    topicless: str = ""
    """More stems that name no topic, though they may tell two sentences apart."""


ENGLISH = Language(
    code="en",
    stemmer="english",
    hints="the and to of is that i it for you with was are not have this but my on be",
    stop=(
        "a about above after again all also am an and any are aren't as at be because been before being below"
        " between both but by can can't could did didn't do does doesn't doing don't down during each etc even few"
        " for from further get gets getting got had has have haven't having he he's her here hers him his how i"
        " i'd i'll i'm i've if in into is isn't it it's its itself just let's like lot lots many may me might more"
        " most much must my myself nor of off on once only or other our ours out over own quite rather really same"
        " she should so some still such than that that's the their theirs them then there there's these they"
        " they're this those though through thing things to too under until up us very was wasn't way we we'd"
        " we're we've were what what's when where which while who whom why will with won't would you you'd you're"
        " your yours"
    ),
    negation=r"\b(?:not|n.t|no|never|none|nothing|nobody|without|cannot|hardly|lack\w*)\b|n['’]t\b|\b(?:did|do|does|is|was|wo|ca|could|would|should)nt\b",
    generic=(
        "love like great good nice best bought buy order purchas product thing work use user better day feel abil"
        " think make need data want lot sometim often alway usual everyth someth anyth look seem tri ask problem"
        " easi easier differ help tell pleas know explain question answer lack issu hard difficult time way kind"
        " part peopl start keep take give come go one two three mani bit sure hope wish happen reason possibl"
        " realli actual definit monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow"
        " check fix resolv soon assist glad happi sad thought believ guess mean suppos unfortun fortun obvious"
        " honest frank surpris appar luckili particular absolut total complet extrem incred simpli basic general"
        " disappoint specif certain compar yet"
    ),
    topicless=(
        "find found put got made see saw said told test big small long short new old much well back even still"
        " quit year week month day hour minut right left abov thing stuff littl look recent alreadi less anoth"
        " around away forth forward general rare primarili throughout provid direct whole full final eventu especi"
        " alon ever took taken went gone came gave given felt kept chanc becom person impact piec aspect point"
        " case sort level fact area matter pair coupl"
    ),
)
GERMAN = Language(
    code="de",
    stemmer="german",
    hints="der die und ich das ist nicht zu es mit ein auf für den wir sie eine auch von im",
    stop=(
        "aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass daß dein dem den der des"
        " die dies diese dieser doch dort du durch ein eine einem einen einer eines er es etwas euch für gegen"
        " habe haben hat hatte hier ich ihr im in ist ja jede jeder jetzt kann können man mehr mein meine mich mir"
        " mit muss nach noch nun nur ob oder ohne sehr sein seine sich sie sind so über um und uns unser unter"
        " viel vom von vor war waren was weil wenn wer werden wie wieder will wir wird wo zu zum zur"
    ),
    negation=r"\b(?:nicht|kein\w*|nie|niemals|niemand|nichts|ohne)\b",
    generic="gut toll super produkt ding sach mach brauch",
)
SPANISH = Language(
    code="es",
    stemmer="spanish",
    hints="el la los de que y en un es por con una para me no se las mi del más",
    stop=(
        "a al algo ante antes como con contra cual cuando de del desde donde durante e el ella ellas ellos en"
        " entre era es esa ese eso esta este esto están estar fue ha hace hacia han hasta hay la las le les lo los"
        " más me mi mis mucho muy nos o os otra otro para pero poco por porque que qué se ser si sí sobre son su"
        " sus también tan te tengo tiene todo todos tu un una uno y ya yo"
    ),
    negation=r"\b(?:no|nunca|nada|nadie|ning[uú]n\w*|sin)\b",
    generic="buen bueno bien cosa product hac",
)
FRENCH = Language(
    code="fr",
    stemmer="french",
    hints="le la les de et je des un une est que pour pas dans ne en qui mon sur du",
    stop=(
        "à ai aie au aussi aux avec avoir c'est ce ces cet cette comme d'un d'une dans de des du elle elles en es"
        " est et être été eu fait il ils j'ai je la le les leur lui ma mais me même mes moi mon ne nos notre nous"
        " on ont ou où par plus pour qu que qui s'il sa se ses si son sont sur ta te tes toi ton tout tous très tu"
        " un une vos votre vous y"
    ),
    negation=r"\b(?:ne|pas|jamais|rien|personne|sans|aucun\w*)\b|\bn['’]",
    generic="bon bien produit chos",
)
PORTUGUESE = Language(
    code="pt",
    stemmer="portuguese",
    hints="o a os as de que e em um é por com uma para não eu meu do da mais",
    stop=(
        "a ao aos as até com como da das de dela dele do dos e ela elas ele eles em entre era essa esse esta este"
        " eu foi há isso isto já lhe mais mas me mesmo meu minha muito na nas no nos o os ou para pela pelo por"
        " porque qual quando que se sem ser seu sua são só também te tem tenho ter tudo um uma você"
    ),
    negation=r"\b(?:n[aã]o|nunca|nada|ningu[eé]m|nenhum\w*|sem)\b",
    generic="bom boa coisa produt faz",
)

LANGUAGES: tuple[Language, ...] = (ENGLISH, GERMAN, SPANISH, FRENCH, PORTUGUESE)
BY_CODE = {language.code: language for language in LANGUAGES}
STOP = {language.code: frozenset(language.stop.split()) for language in LANGUAGES}
STOP_ANYWHERE = frozenset[str]().union(*STOP.values())
HINTS = {language.code: frozenset(language.hints.split()) for language in LANGUAGES}
GENERIC = frozenset(stem for language in LANGUAGES for stem in language.generic.split())
TOPICLESS = GENERIC | frozenset(stem for language in LANGUAGES for stem in language.topicless.split())
NEGATIONS = frozenset(["no", "not", "never", "nobody", "nothing", "without"])
"""Function words that are kept: they turn a sentence around."""
NEGATION = re.compile("|".join(language.negation for language in LANGUAGES), re.IGNORECASE)
