"""How people say what the world should be like, rather than what they or their tools should do: English.

Who acts decides, and what verb: words of no subject stand here, only those for everybody, for the world, and for being.
"""

from __future__ import annotations

EVERYBODY = (
    r"(?:one|you|everyone|everybody|others|all of us|we all|(?:(?:all|most|many|more|some|other|a lot of|lots of|our"
    r"|future) )*(?:people|humans|human beings?|humankind|humanity|mankind|society|societies|generations)"
    r"|the (?:public|world|planet|earth|human race))(?![\w'’-])"
)
"""Nobody in particular."""
SOMEBODY = r"(?:some|any)(?:one|body)"

OPENS_WITH_EVERYBODY = (
    rf"\W*(?:(?:that|for|about|when|how|if|whether|of|with|to see)\s+)*{EVERYBODY}(?! like (?:me|us|myself)\b)"
    r"(?! (?:not )?\w+ing\b)"
)
"""What is hoped or feared begins with everybody: "that people will still read"."""
EVERYBODY_DOING = rf"\b(?:about|of|with) {EVERYBODY} (?:not )?\w+ing\b"

BROAD = (
    r"\b(?:humanity|humankind|mankind|society|societies|civili[sz]ations?|(?:the|our|an?|an? \w+|whole) world"
    r"|planet|(?:the|our) earth|(?:the|our) climate(?! control)|(?:moral|human|our) values|peace(?! of)"
    r"|(?:be|stay|remain|something|still) human|human (?:race|beings?|touch|contact|soul|spirit|heart|nature|life"
    r"|\w+(?:ity|ion|ness|ship|ism|ence))|an? (?:\w+ )?(?:era|age|time) (?:where|when|in which))\b"
)
"""What is larger than anybody's work."""

ENDS = (
    r"\b(?:be|being|been|is|are|gets?|getting)(?: \w+)? (?:lost|forgotten|replaced|destroyed|ruined|erased|left behind"
    r"|wiped out|gone)\b|\b(?:disappear|vanish|collaps|ceas|destroy|ruin|replac|devalu)\w*"
    r"|\b(?:fade|fades|fading|die|dies|dying|extinct)\b|\b(?:lose|loses|losing) (?:the|their|its|all|touch)\b"
    r"|\btak(?:e|es|ing) over\b|\bnot exist\b|\bnot be any (?:more )?\w+|\bno more \w+"
)
"""That something comes to its end."""

OWN = r"\b(?:i|me|my|mine|myself)\b"
FIRST = r"\b(?:i|me|my|mine)\b"
"""The same, but for "like myself", which only counts somebody among others."""
SO_I = r"\bso (?:that )?(?:i|we)\b"
"""What one does about it makes no fear of the world one's own."""
OURS = r"\b(?:us|our|ours|ourselves)\b"
CIRCUMSTANCE = r"\b(?:when|while|after|before|because|unless|until|during|(?:every|each) time)\b"
"""Says when, or why: no fear in general."""

MAY_BE = r"\b(?:will|would|might|may|could|going to|(?:one|some) ?day|eventually)\b"
"""Tells what is not so yet."""
IRREAL = rf"{MAY_BE}|\bto be\b"

OUGHT = r"\b(?:should|must|ought to|needs? to|ha(?:s|ve) to)\s+"
CLAUSE = (
    r"\b(?:that|and|but|so|think|believe|feel|say|find|because|as|like|where|which|if|when|idea|opinion)\b|[,;:–—()]"
)
"""Where a clause may begin: what follows the last of these is who ought to do something."""

DEFINITE = r"(?:the|my|our|their|its|your|this|these|those|every|each|both)\b"
OWED = r"\b(?:me|my|us|our|mine|myself)\b"
"""What one asks of everybody for oneself is no opinion."""

_HOW = r"(?:\w+ly |always |never |only |still |also |just |not )*"
IS_TO_BE = (
    rf"{_HOW}(?:be (?!able\b|\w+ed\b|(?!human)\w+n\b|more\b|less\b|\w+er\b|\w+ing\b|(?:set|put|made|kept|told|held"
    r"|sent|left|paid|built|there)\b)"
    r"|(?:stay|remain|belong|originate|exist|matter|mean|stem|arise)s?\b|come (?:from|first|before)\b)"
)
"""A verb of being: no deed is asked for."""
IS_A = rf"{_HOW}(?:be|remain|stay|act as|serve as)(?: \w+ly)? (?:an?|just|only|for)\b"
"""Says what kind of thing something should be."""
BY_EVERYBODY = rf"\bby (?:an? |real |actual )?{EVERYBODY}"
BELIEF = (
    r"\b(?:i|we)(?:['’](?:m|re|ve))?(?: am| are| have)?(?: \w+ly)? (?:believe|convinced|set on"
    r"|of the (?:opinion|view))\b|\b(?:my|our) (?:\w+ )?(?:belief|opinion|view|stance|conviction|philosophy)\b"
)

MAKES_WORSE = (
    r"\b(?:makes?|made|making|keeps?|leaves?|gets?) (?:me|us) (?:\w+ly |so |very |feel |really )*(?:late|wait|waiting"
    r"|angry|nervous|anxious|sad|sick|tired|bad|worse|uneasy|uncomfortable|insecure|unsafe|worried|afraid|scared"
    r"|stressed|guilty|awake|lose|miss|repeat|doubt|start (?:over|again))\b"
)
"""What does somebody harm is a complaint."""
COMPLAINS = (
    r"\b(?:far|much|way) too\b|\btoo (?:long|slow|late)\b"
    r"|\btakes? (?:\w+ ){0,3}(?:too long|forever|ages|hours|days|weeks)\b"
)

AFRAID = r"\b(?:worr(?:y|ies|ied)|concern(?:s|ed)|fears?|afraid|scared|reluctan\w+|anxi\w+|s[ck]eptic\w*)\b"
REFUSES = (
    r"\b(?:i|we)(?:['’]d| would)?(?: \w+ly)? (?:never|don['’]?t|do not|won['’]t|will not|wouldn['’]t"
    r"|would (?:\w+ )?not|avoid|refuse|prefer not)\b|\bwouldn['’]t want\b"
    r"|\b(?:i|we) (?:\w+ )?prefer to \w+ .*\b(?:myself|my own|ourselves|our own)\b"
)

FOR_ANOTHER = r"\b(?:love|happy|glad|delighted|excited) (?:for|it if|if|an?|more|some)\s*$"
HOPES = r"(?:\bhop(?:e|ing)|\bwish for|\b(?:hope|wish|dream|vision)s?(?: here)? (?:is|are|would be))\s*$"
ONES_OWN = r"\W*(?:that\s+)?(?:to\b(?! see\b)|i\b|we\b|my\b|our\b|(?:\w+ly )?\w+ing\b)"
"""What is hoped for is one's own deed."""
SUPPOSES = rf"\W*(?:if|when) (?:{EVERYBODY}|{SOMEBODY}\b).*\bwould\b"
DONE_TO = r"\W*to (?:be|get) (?:\w+ly )?\w+(?:ed|en|wn|lt|ught|ost|id|de)\b"
"""What nobody wants to be done to them is a worry: "to be accused of theft"."""
GOES_ON = r"\b(?:continu\w+|keep|remain|stay|as (?:i|we) (?:do|have|am|are)\b)"
"""Wants nothing but what is."""
HELPED = (
    r"\bso (?:that )?(?!i\b|we\b)[^,;]*\b(?:(?:i|we) can(?! ?not|['’]t)|can (?!not)|helps?|saves?|gives?|is useful"
    r"|(?:nice|good|great|a relief) to|makes? it easier)\b"
)
"""What follows from a trouble is a help."""
IS_ABLE = r"(?:now,? |\w+ly,? )?(?:i|we)(?:['’]m| am|['’]re| are)?(?: \w+ly| also| now| just)* (?:able to|can|get to)\b"
