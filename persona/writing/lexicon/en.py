"""English."""

from __future__ import annotations

from persona.writing.lexicon.language import Language

ENGLISH = Language(
    code="en",
    stemmer="english",
    hints="the and to of is that i it for you with was are not have this but my on be",
    stop=(
        "a about above after again all also am an and any are aren't as at be because been before being below between"
        " both but by can can't could did didn't do does doesn't doing don't down during each etc even few for from"
        " further get gets getting got had has have haven't having he he's her here hers him his how i i'd"
        " i'll i'm i've"
        " if in into is isn't it it's its itself just let's like lot lots many may me might more most much"
        " must my myself"
        " nor of off on once only or other our ours out over own quite rather really same she should so some"
        " still such"
        " than that that's the their theirs them then there there's these they they're this those though"
        " through thing"
        " things to too under until up us very was wasn't way we we'd we're we've were what what's when where which"
        " while who whom why will with won't would you you'd you're your yours"
    ),
    questions={
        "none": r"anything else|additional comments?|other comments?|feedback on (?:this )?survey",
        "need": (
            r"missing|change one thing|could change|would you (?:like|change|improve|add)|wish|improv|need\b|needs\b"
            r"|suggest|what would help|make .{0,30} (?:better|easier)"
        ),
        "frustration": (
            r"frustrat|annoy|least|dislike|worst|bother|problem|difficult|pain|challeng|struggl|obstacle"
            r"|barrier|concern"
            r"|worr|hate|hard(?:est)?\b|stress|don.?t you like|disadvantage|weak"
        ),
        "goal": (
            r"trying to|get done|goal|achiev|accomplish|hope to|want to|\baims?\b|objective|purpose|looking for|plan to"
            r"|in the future|next few years"
        ),
        "motivation": (
            r"like (?:best|most|about)|enjoy|why (?:do|did|are)|what matters|important to you|love|value"
            r"|motivat|appeal"
            r"|best thing|favou?rite|benefit|advantage|attract|excit"
        ),
        "behaviour": (
            r"last time|how (?:do|did|does|have|are|would you describe) |how often|tell us about"
            r"|tell me (?:a bit )?(?:more )?about|walk (?:me|us) through|describe|what (?:do|did) you (?:do"
            r"|use)|typical"
            r"|usually|day.to.day|habit|routine|process|workflow|step"
        ),
    },
    cues={
        "goal": (
            r"\b(?:i|we) (?:want|hope|aim|plan|intend|am trying|'m trying|try|would love|'d love) to\b"
            r"|\b(?:my|our) (?:main )?(?:goal|aim|plan) is\b|\bso (?:that )?(?:i|we) can\b"
        ),
        "need": (
            r"\b(?:i|we|you|it|they|people|users?|there) (?:really |also )?(?:need|needs|must|should|could use"
            r"|would need)\b"
            r"|\bi(?:.d| would) (?:like|prefer|appreciate)\b"
            r"|\bwould (?:be|have been) (?:nice|great|helpful|good|better|useful)\b|\bi wish\b|\bif only\b"
            r"|\bhow (?:do|can|could|would) (?:i|we|you)\b|\b(?:can|could|may) (?:i|we|you)\b"
            r"|\bis (?:it|there) (?:possible|a way|any way)\b"
            r"|^(?:please|make|add|allow|let|give|improve|fix|provide|include|better|more|clearer|easier|easy"
            r"|simpler|less"
            r"|fewer|an? (?:easy|easier|better|simple|good|official|way)|having|being able|support for)\b"
        ),
        "frustration": (
            r"\b(?:can.?t|cannot|couldn.?t|unable|doesn.?t|don.?t|didn.?t|won.?t|isn.?t|wasn.?t|hasn.?t"
            r"|not) (?:work|fit"
            r"|open|load|find|know|understand|get|afford|see|enough|clear|intuitive|easy|great|good|worth|as"
            r"|flattering"
            r"|true|go through|arrive|show|recogni[sz]e|accept|let|allow|keep up|very|sure (?:how|why|what|if|which))"
            r"|\b(?:frustrat|annoy|confus|tedious|painful|pain\b|clunky|slow(?:er|ly)?\b|terribl|awful|horribl"
            r"|useless"
            r"|unhelpful|cryptic|steep|hard(?:er)? to|difficult|problem|issues?\b|bugs?\b|buggy|crash|fail"
            r"|broken|broke\b"
            r"|breaks?\b|breaking|lost\b|missing|lack(?:s|ing)?\b|inconsisten|incompatib|too (?:many|much|long"
            r"|small|big"
            r"|large|tight|short|slow|complicated|expensive|hard|low|wide|thin|sheer|often|few|little)"
            r"|takes? (?:too|so"
            r"|way|forever|hours|days|ages)|waste|disappoint|returned|return(?:ing)? (?:it|this|them)|unfortunately"
            r"|unflattering|cheap(?:ly)?\b|poor(?:ly)?\b|weird|odd(?:ly)?\b|itchy|shapeless|baggy|stress|overwhelm"
            r"|worr(?:y|ied|ies)|hate\b|fear|afraid|struggl|unfriendly|insufficient|opaque|unclear|uninformative"
            r"|incomprehensible|mess\b|messy|limited|limitation|sparse|ridiculous|never (?:works|know|seems|arrived)"
            r"|nobody|no way|errors?\b|wrong(?:ly)?\b|declin|reject|refused|stolen|stuck|blocked\b"
            r"|charged (?:twice|extra|a)"
            r"|(?:extra|hidden) (?:charge|fee|cost)s?|still (?:not|waiting|pending|hasn)|keeps? (?:\w+ing))"
        ),
        "behaviour": (
            r"\b(?:i|we) (?:usually|always|often|mostly|typically|generally|normally|sometimes|regularly|never"
            r"|still|just"
            r"|then|also|first)\b"
            r"|\b(?:i|we) (?:use|do|make|write|check|keep|start|open|put|plan|work|wear|buy|order|ask|go|send"
            r"|copy|print"
            r"|look|read|take|create|edit|draw|paint|design|post|share|combine|generate)s?\b"
            r"|\b(?:i|we) (?:used|did|made|wrote|checked|kept|started|opened|put|planned|worked|wore|bought"
            r"|ordered|asked"
            r"|went|sent|copied|printed|looked|read|took|walked|parked|filled|spent|created|recorded|ended up"
            r"|purchased"
            r"|tried|ran|swapped|generated)\b"
            r"|\bevery (?:day|week|month|morning|evening|monday|friday|sprint|year)\b|\b(?:daily|weekly"
            r"|on a weekly basis)\b"
        ),
        "motivation": (
            r"\b(?:i|we) (?:really |absolutely |just )?(?:love|like|enjoy|adore|appreciate|prefer|value|care about)\b"
            r"|\bmatters? (?:most )?to (?:me|us)\b|\bbecause\b|\bhelps? (?:me|us)\b|\bsaves? (?:me|us)\b"
            r"|\b(?:great|perfect|beautiful|gorgeous|comfortable|comfy|soft|flattering|wonderful|excellent|fantastic"
            r"|amazing|awesome|lovely|adorable|versatile|easy to|powerful|flexib|vibrant|cute|well made|high quality"
            r"|true to size|worth|fun|pretty|compliments?)\b"
        ),
    },
    negation=(
        r"\b(?:not|n.t|no|never|none|nothing|nobody|without|cannot|hardly|lack\w*)\b|n['’]t\b"
        r"|\b(?:did|do|does|is|was|wo|ca|could|would|should)nt\b"
    ),
    # "reports that should agree" and "hours that should go into writing" are complaints, no wishes.
    wish=(
        r"\b(?:i wish|(?<!that )(?<!which )should|would (?:like|be (?:nice|great|good|better|helpful))|.d like"
        r"|hope|please)\b"
    ),
    past=(
        r"(?:i|we) (?:also |first |have |had |just |really )?"
        r"(?:\w+ed|was|were|had|did|got|began|took|found|learnt|came|went|tried|have)\b"
    ),
    needs=r"^(?:i|we) (?:really )?need|\bneeds? (?:to|it|a|an|more|better)\b",
    openers=(
        r"to me|in general|generally|i(?:['’]d| would) say|i (?:guess|think|feel|believe|suppose|mean)(?: that)?"
        r"|i have to say|to be (?:fair|honest)|in my (?:case|opinion|experience)|for me|honestly|frankly|personally"
        r"|basically|actually|well|hmm+|oh|ah|ok(?:ay)?|yes|yeah|yep|no|sure|so|and|but|also|plus|then|or"
        r"|because|mostly"
        r"|mainly|lately|right now|main thing|short version|long story short|on top of that|in addition|additionally"
        r"|furthermore|moreover|however|overall|first(?:ly)?|second(?:ly)?|finally|for example|for instance|e\.g\."
        r"|probably|maybe|perhaps|definitely|absolutely|unfortunately|like i said|as i said|that said"
    ),
    bare_openers=(
        r"i (?:guess|think|believe|suppose|would say)(?: that)?|i(?:['’]d) say(?: that)?|i have to say(?: that)?"
        r"|and|but|so|also|plus|hmm+|well|oh"
    ),
    closers=r"that['’]?s (?:all|it|about it)|i (?:guess|think|suppose)|you know|to be honest|if possible|etc\.?",
    joints="and|but|plus|also",
    subjects=(
        r"i|i['’](?:m|d|ve|ll)|we|we['’](?:re|d|ve|ll)|you|they|it|it['’]s|he|she|there|nobody|everyone|people"
        r"|the|my|our"
        r"|this|that|some|most|all"
    ),
    first_person=r"i|me|my|mine|myself|we|us|our|ours|i['’]\w+|we['’]\w+",
    leaning=(
        r"this|that|these|those|it|its|it['’]s|they|them|their|he|she|his|her|him|which|such|both|either|neither|same"
        r"|another|others?|there|here|that['’]s|this['’]s|they['’]re|he['’]s|she['’]s|then|than|who|whom|whose"
    ),
    subordinate="as|if|where|when|while|because|although|though|whereas|unless|since",
    dangling="and|or|but|the|a|an|of|from|because|than|my|your|which|is|are|was|etc|e\\.g",
    chat=(
        r"sounds (?:good|great|fine)|go ahead\b|let.s (?:begin|start)|\b(?:this|the|your) (?:survey"
        r"|questionnaire|form"
        r"|question)\b|\bquestion \d|progress bar|gift card|prize draw|\b(?:thanks?|thank you|thx)\b|^sorry\b"
        r"|sorry for"
        r"|typos?\b|\blol\b|\bhaha|see (?:my )?(?:answer )?above|same as (?:above|before)|as (?:above|before)"
        r"|(?:don.?t|do not) e?mail me|happy to (?:talk|help|chat)|not sure (?:this|what you)"
        r"|first time i (?:fill|do)"
        r"|on my phone|good luck|hello from|answered on behalf|i.d like to see the results|^(?:hi|hello|hey)\b"
        r"|great (?:question|job)"
    ),
    non_answers=(
        r"n\.?/?\s?a\.?|none\.?|nothing(?: really| much| special| else| comes to mind| i can think of"
        r"| so far)?|no(?:pe)?"
        r"|not? (?:sure|idea|much|really|applicable|opinion|comment)s?|nil|null|idk|dunno"
        r"|i? ?(?:do ?n.?t|do not) (?:really )?(?:know|have (?:any|one))(?: yet)?|don.t know|unsure"
        r"|(?:i am |i.m )?not sure(?: yet)?|can.?t think of (?:any|one|anything).{0,20}|it depends|see above"
        r"|same(?: as above)?|all good|fine|everything|all|yes|ok"
    ),
    nothing=(
        r"^(?:there is |there.s )?(?:nothing|none|not much|no complaints?|i like it the way|i have what i need"
        r"|everything (?:i|is)|still learning|so far so good|i can.?t think|hmm+,? not sure|not sure|i.?m not sure"
        r"|i don.?t (?:really )?(?:know(?: yet| really)?\W*$|think so|have (?:any|one|an? (?:idea|opinion"
        r"|issue|problem)))"
        r"|don.?t know\W*$|unsure|no idea|never had)"
        r"|\bnot sure\b.{0,12}$|comes to mind$|\bnothing special\b"
    ),
    askers="ai|assistant|interviewer|moderator|researcher|facilitator|host|i|q|int|mod",
    generic=(
        "love like great good nice best bought buy order purchas product thing work use user better day feel"
        " abil think"
        " make need data want lot sometim often alway usual everyth someth anyth look seem tri ask problem"
        " easi easier"
        " differ help tell pleas know explain question answer lack issu hard difficult time way kind part peopl start"
        " keep take give come go one two three mani bit sure hope wish happen reason possibl realli actual definit"
        " monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow"
    ),
)
