"""How people say in conversations what they want, need, dislike, do and value: English, in the first person.

Patterns of the main clause, matched without regard to case; they know words of no subject.
"""

from __future__ import annotations

_I = r"(?:i|we)(?:['’](?:m|ve|d|ll|re))?"
_WOULD = r"(?:(?:i|we)['’]d|(?:i|we)(?: also| really| still| definitely| personally| honestly| absolutely)? would)"
_ADVERBS = (
    r"(?:\s+(?:\w+ly|also|already|just|still|always|often|sometimes|never|now|then|rarely|even|do|am|are|have"
    r"|been|more"
    r"|than|much|mainly|kind of|sort of|a little|a bit|very|so|quite|pretty|too|both|first))*"
)
_FEAR = (
    r"worr(?:y|ied)|concerned|afraid|scared|fear|hate|dislike|struggle|hesitant|wary|reluctant|skeptical|sceptical"
    r"|nervous|anxious|uneasy|uncomfortable|unsure|doubt(?:ful)?|mistrust|distrust|dread|resent|miss|frustrated"
    r"|annoyed"
    r"|tired of|sick of|fed up"
)
_NOT = r"(?:don['’]?t|do not|can['’]?t|cannot|can not|never)"

LEAD_IN = (
    r"(?:when|whenever|if|once|while|after|before|as|since|because|for|in|at|on|with|by|from|during|depending|given"
    r"|to|sometimes|usually|often|generally|typically|ideally|ultimately|eventually|now|currently|right now|mostly"
    r"|mainly|lately|recently|most recently|personally|rarely|like|unlike|instead|otherwise|broadly|overall"
    r"|currently"
    r"|nowadays|these days|again|obviously|clearly|hopefully|fortunately|luckily|sadly"
    r"|unfortunately)\b[^,.;:]{0,100},\s+"
    r"|(?:ultimately|personally|honestly|hopefully|generally|sometimes|usually|eventually|often|mostly|now"
    r"|currently"
    r"|recently|lately)\s+(?=(?:i|we)\b)"
)
"""What may stand before the main clause."""

OPENERS = (
    r"obviously|of course|i mean|you know|like|right|clearly|certainly|essentially|ultimately|again|anyway|luckily"
    r"|sadly|fortunately|interestingly|in other words|at the end of the day|that being said|having said that"
    r"|broadly speaking|generally speaking|for the most part|as (?:i )?(?:mentioned|said)(?: \w+)?|to be clear"
    r"|to be (?:honest|fair|clear|frank)|like (?:i )?(?:mentioned|said)(?: \w+)?|if i['’]m honest"
    r"|to tell the truth|i must say|let['’]s see|let me see"
)
"""May be left out of the start of a spoken sentence when a comma follows."""

FRUSTRATION = (
    rf"{_I}{_ADVERBS}\s+(?:had\s+|get\s+|feel\s+|find\s+)?(?:{_FEAR})\b"
    rf"|{_WOULD}{_ADVERBS}\s+hate\b"
    rf"|{_I}{_ADVERBS}\s+{_NOT}{_ADVERBS}\s+(?:trust|believe in|feel (?:comfortable|safe|confident|heard)|get to)\b"
    rf"|{_I}{_ADVERBS}\s+have (?:\w+ ){{0,3}}(?:concerns?|worr(?:y|ies)|reservations?|fears?|doubts?|trouble"
    rf"|issues?"
    r"|problems?)\b(?! (?:with )?(?:that|this|it)\W*$)"
    r"|(?:my|our|the|one|another|a)\s+(?:\w+ )?(?:main |biggest |only |big |real |major |other )?(?:concern|worry"
    r"|fear|problem|issue|frustration|downside|drawback|challenge|difficulty|reservation|risk|danger|trouble"
    r"|complaint)s?\b"
    r"|what (?:\w+ ){0,3}(?:worries|concerns|annoys|frustrates|bothers|scares|upsets) (?:me|us)\b"
)
"""Opens a complaint or a worry."""

GOAL = (
    rf"{_I}{_ADVERBS}\s+(?:want|hope|hoping|aim|aiming|plan|planning|intend|intending|dream|strive|looking forward"
    r"|look forward|looking|excited|working) (?:to|for|of|on|towards?)\s+(?!be (?!an?\b|able\b)|make sure|ensure"
    r"|know|decide|stay"
    r"|remain|keep|feel|say|note|add|mention|see more|this|that|it\b)"
    rf"|{_WOULD}{_ADVERBS}\s+love (?:to|for|it if|nothing more|an?|more|some)\b"
    rf"|{_WOULD}{_ADVERBS}\s+like to (?!see|have|think|say|know|point|add|mention|note|believe|keep|stop|avoid"
    rf"|be\b)"
    rf"|{_WOULD}{_ADVERBS}\s+be (?:\w+ )?(?:happy|glad|delighted|excited) (?:to|for|if)\b"
    rf"|{_I}(?:\s+(?:can|could|definitely|also|really))*\s+(?:see|picture|imagine|envision) (?:myself"
    rf"|ourselves) \w+ing\b"
    rf"|{_I}{_ADVERBS}\s+(?:hope|wish for)\b"
    r"|(?:my|our|the)\s+(?:\w+ )?(?:goal|aim|hope|dream|ambition|wish|intention|vision)s?(?: here)? (?:is|are"
    r"|would be)\b"
    r"|(?:i|we)(?:['’]ll| will| am going to|['’]m going to)(?: \w+ly)? (?:continue|keep|start|begin|try|expand"
    r"|explore)\b"
)
"""Opens what somebody wants to reach."""

NEED = (
    rf"{_I}{_ADVERBS}\s+(?:need|require)\s+(?!to\b)"
    rf"|{_I}{_ADVERBS}\s+want (?!to\b)(?=\w+ )"
    rf"|{_I}{_ADVERBS}\s+want to (?:be|make sure|ensure|know|decide|stay|remain|keep|feel|own|retain|maintain"
    rf"|preserve)\b"
    rf"|{_I}{_ADVERBS}\s+(?:prefer|wish)\b"
    rf"|{_WOULD}{_ADVERBS}\s+(?:like|prefer|appreciate|want|rather|welcome|need)\b(?! to (?:think|say|believe"
    rf"|point|add|mention|note)\b)"
    r"|it would(?: \w+)? be (?:\w+ )?(?:nice|great|helpful|useful|good|better|ideal|amazing|wonderful|lovely"
    r"|cool) (?:to"
    r"|if|for)\b"
    r"|(?:it['’]s|it is) (?:\w+ )?(?:important|essential|crucial|vital|necessary|key) (?:to|for|that)\b"
    r"|what (?:i|we) (?:\w+ )?(?:need|want|would like)\b"
)
"""Opens what somebody asks for, or insists on."""

NEED_INSIDE = (
    r"\b(?!(?:i|you|we|it|they|that|this|he|she|there|which|who"
    r"|what)\b)\w+,? (?:\w+ly )?(?:should(?!(?:n['’]t)? (?:have"
    r"|be able)\b)|must (?!have\b)|needs? to \w+|ought to)\b"
    r"|\bis (?:\w+ )?(?:important|essential|crucial|vital) (?:to|for) (?:me|us)\b"
    r"|\b(?:but|and) (?:i|we)(?: still| also)? (?:prefer|need|want|would rather|wouldn['’]t want|would not want)\b"
    r"|\band wouldn['’]t want\b|\bthere (?:should|must|needs? to) be\b|\bit would(?: \w+)? help (?:if|to)\b"
)
"""Asks for something further on: what others ought to do, what one insists on."""

UNWANTED = rf"{_I}{_ADVERBS}\s+(?:don['’]?t|do not|wouldn['’]?t|would not|never){_ADVERBS}\s+want\b"
"""Opens a worry where worries were asked for, else a need."""

MOTIVATION = (
    rf"{_I}{_ADVERBS}\s+(?:love|enjoy|like|liked|loved|enjoyed|appreciate|value)\s+(?!to\b)"
    rf"|{_I}{_ADVERBS}\s+(?:save|gain)s? (?:\w+ ){{0,3}}(?:time|money|energy|hours)\b"
    rf"|{_I}{_ADVERBS}\s+(?:spend|waste|need) (?:\w+ )?less (?:time|money|energy)\b"
    rf"|{_I}{_ADVERBS}\s+(?:can|able to|get to)\s+(?!(?:\w+ )?(?:see|imagine|think|say)\b).*\b(?:more|better"
    rf"|faster|quicker|easier|quickly|easily|less"
    r"|without|instead)\b"
    r"|(?:(?!i\b|we\b)[\w'’-]+\s+){1,6}?(?:can |has |have |will |also |often |really "
    r"|has been )*(?<!to )(?:helps?|helped"
    r"|lets?|allow(?:s|ed)?|enabl(?:es|ed)|sav(?:es|ed)|giv(?:es|en)|makes?|made|keeps?|kept|inspires?|frees?) "
    r"(?:\w+ )?(?:me|us|my|our)\b"
)
"""Opens what somebody values."""

MOTIVATION_INSIDE = (
    r"\b(?<!to )(?:helps?|helped|lets?|allow(?:s|ed)?|enabl(?:es|ed)|sav(?:es|ed|ing)|inspires?|frees?|giv(?:es"
    r"|en)) (?:\w+ )?"
    r"(?:me|us)\b|\bmakes? (?:me feel|us feel|my|our|life|it (?:\w+ )?(?:easier|faster|quicker|simpler|better))\b"
    r"|\bsav(?:es|ed|e|ing) (?:\w+ ){0,3}(?:time|money|energy|effort|hours)\b"
    r"|\b(?:easier|faster|quicker|more efficient(?:ly)?|streamlined|time[- ]saver|game[- ]changer|less time)\b"
    r"|\b(?:great|useful|helpful|invaluable|handy|valuable|perfect|wonderful|excellent|fantastic) (?:for|in|at"
    r"|when|as"
    r"|tool|way|partner|resource)\b"
)

STATES = (
    "think feel believe know like love hope want need wish see find enjoy worry fear hate guess agree understand"
    " am is"
    " are was were be been being have has had can can't could couldn't might may should would must shall mean"
    " suppose"
    " say said imagine notice noticed realize realise remember forget doubt suspect anticipate expect appreciate"
    " value prefer miss seem seen heard learned learnt noticed had set"
    " sound look wonder assume consider respect care came come became become got get happen live grew own belong"
    " look"
    " lack deserve admit struggle thought felt knew saw found went to sure not able lot don't didn't won't wouldn't"
    " haven't isn't wasn't cannot never used d ll ve re m do did"
)
"""Behind "I" these tell how somebody is, not what somebody does."""

DEED = (
    rf"{_I}(?P<adverbs>{_ADVERBS}(?:\s+(?:tend to|like to|try to|make sure to|have to|need to|used to|can|will"
    r"|would|usually|might|may|don['’]t|do not|won['’]t|wouldn['’]t|will not|never|only))*)\s+(?P<verb>[a-z'’-]+)"
)
"""Somebody and a verb: a deed, unless the verb is one of states."""

PAST = (
    r"(?:i|we)(?:\s+(?:also|then|just|first|even|actually|really|recently|once|\w+ly))*\s+(?:was|were|did|had"
    r"|felt|\w+ed|went|came|took|got|made|wrote|found|gave|began|thought|knew|saw|ran|sent|tried)\b"
)
"""Somebody tells of one time."""

ONCE = (
    r"^(?:before|previously|back then|in the past|at first|initially|early on|last (?:year|month|week)|years ago)\b"
    r"|\b(?:most recent|latest|last) (?:\w+ )?(?:project|time|job|piece|one|example|case|event|day|shift|visit)\b"
    r"|(?<!being )(?<!be )(?<!is )(?<!are )(?<!was )(?<!were )(?<!get )(?<!got )\bused to\b|\b(?:yesterday"
    r"|last (?:week|month|year|night))\b"
)
"""What was so once: it is no complaint of today."""

FRUSTRATION_INSIDE = (
    r"\b(?:i['’]m|i am|i get|i feel|makes? me)(?: \w+)? (?:scared|afraid|nervous|angry|worried|anxious|frustrated"
    r"|annoyed)\b"
    r"|\b(?:don['’]t|do not|never) feel (?:safe|comfortable|heard|respected|confident)\b|\bfrighten\w*\b"
    r"|\bfar too\b"
    r"|\b(?:freezes|fails|forgets|loses|ignores?)\b|\b(?:prevents?|stops?|keeps?|puts?|discourages?) (?:me"
    r"|us) (?:from|off)\b|\boften (?:not|wrong)\b"
    r"|(?:\bnot|n['’]t) (?:\w+ly )?(?:aligned|accurate|reliable|useful|helpful|usable|useable|available|up to"
    r"|what i"
    r"|what we)\b|\b(?:is|are|being|get|gets) (?:\w+ )?(?:stolen|ignored|wasted|copied|abused|exploited)\b"
)
"""Complains further on, in words that are no complaint elsewhere."""

RELIEF = (
    r"\b(?:easier|no longer|less (?:of an? |\w+)|reduc\w+|reliev\w+|help(?:s|ed|ful)?|sav(?:es|ed)|solv\w+"
    r"|overc[oa]m\w+"
    r"|without having|better now|improv\w+|grateful)\b"
)
"""Trouble that something takes away is no complaint."""

PRAISE_AFTER_BUT = (
    r"\b(?:but|though|although|however)\b.*\b(?:helps?|makes?|saves?|easier|great|good|useful|lets|allows)\b"
)

ABOUT_THE_TALK = (
    r"\b(?:this|the|our|your) (?:conversation|interview|questions?|chat|discussion|survey|study)\b|\bas i (?:said"
    r"|wrote)\b"
    r"|\b(?:already|earlier) (?:mentioned|said|covered|discussed)\b|\bready (?:to (?:begin|start)|for|when)\b"
    r"|\b(?:i can|let me) (?:think|tell you|explain|share|give you)\b|\b(?:talk|speak|chat)(?:ed|ing)? (?:to"
    r"|with) you\b"
)

LEANS = (
    r"\b(?:this|these|those|above|earlier|previous(?:ly)?|(?:as|i['’]ve|i) mentioned|the same|aforementioned|so far"
    r"|that (?:part|regard|sense|way|area|point|process|stage|case|stuff|kind|sort|type|as)|the other (?:one|thing)s?"
    r"|(?:in|for|of|on|with|by|about|like|than) (?:that|there)(?! \w))\b|\[|\]"
    r"|^(?:just|even|perhaps|maybe|probably|not|or|especially|same|another|both|additionally)\b"
    r"|\bi (?:said|mentioned|discussed|described)\b|\betc\b|\b(?:he|she|his|her)\b|^.{0,25}\bits\b"
    r"|\bit(?:['’]s| is) (?:\w+ ){0,3}(?:problem|issue|concern|worry|shame|pain|challenge|bonus|plus|benefit)\W*$"
    r"|^(?:my|our|the|one) (?:\w+ )?(?:concern|worry|fear|problem|issue|goal|wish)s? (?:how|what|whether)\b"
)
"""Points to what was said before: not to be read by itself."""

OUTCOME = (
    r"\b(?:because|since|so that|so i|so we|which(?! (?:is|was|are|were)\b)|instead of|rather than|without|until"
    r"|unless|when|if|will|could|might|would|as well as|by|before|after|to (?!me\b|us\b)\w+|for (?:my )?\w+ing)\b"
)
"""Says more than a name: what for, why, or what comes of it."""

VAGUE = (
    r"\b(?:the|overall|general|an?) (?:\w+ )?(?:use|nature|side|aspects?) (?:of|on|in|it|that)\b"
    r"|\b(?:some|certain|many|more|other|different) (?:\w+ )?(?:aspects?|ways|areas|reasons|purposes)\b"
    r"|\bhow [^,.;]{2,50}? (?:will |might |may |could |would |can )?(?:affect|impact|influence|chang)(?:e|s|es)?\b"
)
"""Leaves open what is meant."""

OPEN = (
    r"\b(?:things|something|stuff|whatever|some of the|ways of|and so on|various|in general)\b"
    r"|\b(?:the|an?|its|their) (?:\w+ )?(?:idea|impact|effect|influence|presence|role|state|future) (?:of|on|in)\b"
)
"""Leaves so much open that nothing is said."""

SENSES = (
    "job employ livelihood career incom profession",
    "error mistak inaccur incorrect",
    "imag pictur photo",
    "edit proofread revis correct",
    "book novel fiction",
    "origin uniqu authent",
    "steal stolen theft plagiar copyright",
    "lazi depend reli relianc",
    "flood satur crowd",
    "fast faster quick quicker speed effici time save",
    "money cost price expens pay paid wage salari",
    "kid child children son daughter",
    "colleagu cowork teammat team",
    "boss manag supervisor",
    "holiday vacat",
    "schedul roster plan rota",
    "human person peopl",
    "privat privaci secret confidenti",
    "ill sick diseas",
    "idea inspir brainstorm",
    "replac substitut supplant displac",
    "rapid instant",
    "begin start",
    "custom client",
    "summari overview recap",
    "draft version iter variant",
    "illustr artwork drawn drew sketch",
)
"""Stems that make two statements read like one."""

LIGHT = (
    "process stage step approach role abl now say first main let continu current typic end involv mention someon"
    " somebodi anyon"
    " everyon els"
    " amount enough sinc base set type form run bring play move instead"
    " various past futur term note goal instanc result sens matter notic becam made done get"
    " worri concern fear afraid problem issu frustrat hate struggl overwhelm stress still soon later twice"
    " though"
    " although despit within among across along everi other noth everyth most least abil enabl offer"
    " spare hand head interest excit okay fine cool amaz awesom larg huge entir multipl singl next potenti myself"
    " certain like truli exact effect follow rather versus opinion view perspect imagin anticip suspect assum"
    " consid pick seen heard hear talk speak spoke call meant admit agre seek left pull push hold"
    " held carri"
    " tend individu life live world today place number everyday anyway complet necessarili essenti import crucial"
    " ultim primari initi overal often frequent constant rarest remain rest side top bottom middl wors worst true"
    " fals"
    " fair sound seri bunch list rang varieti extent degre work use user utilis util appli"
    " implement deal treat thought mind pretti super quit bad wrong whatev whenev howev similar main howev"
    " bit lot wide broad close near far long short high low half doe don didn wasn isn aren won can couldn would"
    " should although anyth everybodi nobodi usual normal come sometim maybe perhap moment situat actual"
)
"""Stems of words that stand in talk about anything: they make no two sentences alike."""

NO_NAMES = (
    "chang creat add suggest begin begun finish stop stay expect requir allow includ exampl turn reach leav return"
    " time save lose lost gain miss improv increas decreas reduc grow grew lead led spend spent focus quick slow"
    " fast faster"
    " quicker easier effici expand decid choos chosen chose help flow feel emot idea develop respons assist support"
    " manag handl block stuck think read depend block main consist close open drive driven drove steal stolen"
    " replac"
    " learn teach taught receiv remov explor inspir understand streamlin speed free pay paid cost hope enjoy topic"
    " real fulli deep person share chanc"
)
"""Stems that tell something, but are no name for what a sentence is about."""

ENDS_LIKE_ADVERBS = (
    "family reply supply assembly apply rely comply multiply bully july italy anomaly monopoly butterfly"
)
