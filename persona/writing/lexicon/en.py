"""English."""

from __future__ import annotations

from persona.writing.lexicon.en_verbs import VERBS
from persona.writing.lexicon.language import Language

ENGLISH = Language(
    code="en",
    stemmer="english",
    hints="the and to of is that i it for you with was are not have this but my on be",
    stop=(
        "a about above after again all also am an and any are aren't as at be because been before being below"
        " between both but by can can't could did didn't do does doesn't doing don't down during each etc even few"
        " for from further get gets getting got had has have haven't having he he's her here hers him his how i i'd"
        " i'll i'm i've if in into is isn't it it's its itself just let's like lot lots many may me might more most"
        " much must my myself nor of off on once only or other our ours out over own quite rather really same she"
        " should so some still such than that that's the their theirs them then there there's these they they're"
        " this those though through thing things to too under until up us very was wasn't way we we'd we're we've"
        " were what what's when where which while who whom why will with won't would you you'd you're your yours"
    ),
    questions={
        "none": r"anything else|additional comments?|other comments?|feedback on (?:this )?survey",
        "need": (
            r"missing|change one thing|could change|would you (?:like|change|improve|add)|wish|improv|need\b"
            r"|needs\b|suggest|what would help|make .{0,30} (?:better|easier)"
        ),
        "frustration": (
            r"frustrat|annoy|least|dislike|worst|bother|problem|difficult|pain|challeng|struggl|obstacle|barrier"
            r"|concern|worr|hate|hard(?:est)?\b|stress|don.?t you like|disadvantage|weak"
        ),
        "goal": (
            r"trying to|get done|goal|achiev|accomplish|hope to|want to|\baims?\b|objective|purpose|looking for"
            r"|plan to|in the future|next few years"
        ),
        "motivation": (
            r"like (?:best|most|about)|enjoy|why (?:do|did|are)|what matters|important to you|love|value|motivat"
            r"|appeal|best thing|favou?rite|benefit|advantage|attract|excit"
        ),
        "behaviour": (
            r"last time|how (?:do|did|does|have|are|would you describe) |how often|tell us about"
            r"|tell me (?:a bit )?(?:more )?about|walk (?:me|us) through|describe|what (?:do|did) you (?:do|use)"
            r"|typical|usually|day.to.day|habit|routine|process|workflow|step"
        ),
    },
    cues={
        "goal": (
            r"\b(?:i|we)(?:['’]m|['’]d|['’]re)? (?:really |also |just |still )?(?:want|hope|aim|plan|intend"
            r"|am trying|trying|try|would (?:also )?love|love) to\b|\bi['’]d (?:also )?love to\b|\b(?:my"
            r"|our) (?:main )?(?:goal|aim|plan) is\b|\bso (?:that )?(?:i|we) can\b"
        ),
        "need": (
            r"\b(?:i|we|it|they|people|users?|there) (?:really |also |still )?(?:need|needs|must"
            r"|should(?! (?:mention|note|say|add|warn|have|point)\b)|could use|would need)\b|\byou (?:must|should)\b"
            r"|\bi(?:.d| would) (?:also |really )?(?:like|prefer|appreciate)\b"
            r"(?! to (?:think|say|point|believe|add)\b| to\W*$)|\bwould (?:be|have been) (?:nice|great|helpful|good"
            r"|better|useful)\b|\bi wish\b(?! i (?:had|have|would have|could have)\b)|\bif only\b"
            r"|\bhow (?:do|can|could|would) (?:i|we|you)\b|\b(?:can|could|may) (?:i|we|you)\b"
            r"|\bis (?:it|there) (?:possible|a way|any way)\b|^(?:please|make|add|allow|let(?!['’]s| me)|give"
            r"|improve|fix|provide|include)\b"
        ),
        "named need": (
            r"^(?:better|more|clearer|easier|easy|simpler|less|fewer|an? (?:easy|easier|better|simple|good|official"
            r"|way)|having(?! said)|being able|support for)\b"
        ),
        "frustration": (
            r"\b(?:can.?t|cannot|couldn.?t|unable to) see\b|\b(?:can.?t|cannot|couldn.?t|unable|doesn.?t|don.?t"
            r"|didn.?t|won.?t|isn.?t|wasn.?t|hasn.?t|not) (?:work|fit|open|load|find|know|understand|get\b|afford"
            r"|enough|clear|intuitive|easy|great|good|worth|as\b|flattering|true\b|go through|arrive|show"
            r"|recogni[sz]e|accept|let\b|allow|keep up|very|sure (?:how|why|what|if|which))|\b(?:frustrat|annoy"
            r"|confus|tedious|painful|pain\b|clunky|slow(?:er|ly)?\b|terribl|awful|horribl|useless|unhelpful"
            r"|cryptic|steep|hard(?:er)? to|(?:is|are|was|were|seems?|feels?|gets?)"
            r" (?:\w+ly |so |very |too |quite |pretty )*(?:hard|tough|tricky|challenging)\b|difficult"
            r"|problem|issues?\b|bugs?\b|buggy|crash|fail|broken|broke\b"
            r"|breaks?\b|breaking|lost\b|missing|lack(?:s|ing)?\b|inconsisten|incompatib|too (?:many|much|long"
            r"|small|big|large|tight|short|slow|complicated|expensive|hard|low|wide|thin|sheer|often|few|little)"
            r"|takes? (?:too|so|way|forever|hours|days|ages)|waste|disappoint|unflattering"
            r"|cheap(?:ly)?\b|poor(?:ly)?\b|weird|odd(?:ly)?\b|itchy|shapeless"
            r"|baggy|stress|overwhelm|guilt|ashamed|anxious|uneasy"
            r"|uncomfortable|worr(?:y|ied|ies)|concern(?:s|ed|ing)?\b|hate\b|fear|afraid|struggl"
            r"|unfriendly|insufficient|opaque|unclear|uninformative|incomprehensible|mess\b|messy|limited"
            r"|limitation|sparse|ridiculous|never (?:works|know|seems|arrived)|nobody|no way|errors?\b"
            r"|wrong(?:ly)?\b|declin|reject|refused|stolen|stuck|blocked\b|charged (?:twice|extra|a)|(?:extra"
            r"|hidden) (?:charge|fee|cost)s?|still (?:not|waiting|pending|hasn)|keeps? (?:\w+ing))"
        ),
        "behaviour": (
            r"\b(?:i|we) (?:usually|always|often|mostly|typically|generally|normally|sometimes|regularly|rarely"
            r"|never)\b|\b(?:i|we) (?:also |just |then |first |still |mostly |really )?(?:use"
            r"|do(?! (?:not|think|believe|feel|like|love|hope|worry|fear|want|need|wish|agree|have|see|know|find|enjoy"
            r")\b)|make|write|check"
            r"|keep|start|open|put|plan|work|wear|buy|order|ask|go|send|copy|print|look|read|take|create|edit|draw"
            r"|paint|design|post|share|combine|generate|used|did|made|wrote|checked|kept|started|opened|planned"
            r"|worked|wore|bought|ordered|asked|went|sent|copied|printed|looked|took|walked|parked|filled|spent"
            r"|created|recorded|ended up|purchased|tried|ran|swapped|generated)s?\b|\bevery (?:day|week|month"
            r"|morning|evening|monday|friday|sprint|year)\b|\b(?:daily|weekly|on a weekly basis)\b"
        ),
        "motivation": (
            r"\b(?:i|we) (?:really |absolutely |just |also )?(?:loved?|liked?|enjoy(?:ed)?|adored?|appreciated?"
            r"|prefer(?:red)?|valued?|care about)\b(?! to\b)|\bmatters? (?:most )?to (?:me|us)\b|\bhelps (?:me"
            r"|us)\b|\bsaves? (?:me|us)\b|\b(?:great|perfect(?:ly)?|beautiful(?:ly)?|gorgeous|comfortable|comfy"
            r"|soft|flattering|wonderful|excellent|fantastic|amazing|awesome|lovely|adorable|versatile|easy to"
            r"|powerful|flexible|flexibility|vibrant|cute|well made|high quality|true to size|worth|fun"
            r"|compliments?)\b|\bpretty\b(?= (?:and|but)\b|[.,!]|$)|\b(?:so|very|super|really) pretty\b"
        ),
    },
    negation=(
        r"\b(?:not|n.t|no|never|none|nothing|nobody|without|cannot|hardly|lack\w*)\b|n['’]t\b|\b(?:did|do|does|is"
        r"|was|wo|ca|could|would|should)nt\b"
    ),
    # "reports that should agree" and "hours that should go into writing" are complaints, no wishes.
    wish=(
        r"\b(?:i wish|(?<!that )(?<!which )should|would (?:like|be (?:nice|great|good|better|helpful))|.d like|hope"
        r"|please)\b"
    ),
    past=(
        r"(?:i|we) (?:also |first |have |had |just |really )?(?:\w+ed|was|were|had|did|got|began|took|found|learnt"
        r"|came|went|tried|have)\b"
    ),
    needs=r"^(?:i|we) (?:really )?need|\bneeds? (?:to|it|a|an|more|better)\b",
    openers=(
        r"to me|in general|generally|i(?:['’]d| would) say|i (?:guess|think|feel|believe|suppose|mean)(?: that)?"
        r"|i have to say|to be (?:fair|honest)|in my (?:case|opinion|experience)|for me|honestly|frankly|personally"
        r"|basically|actually|well|hmm+|oh|ah|ok(?:ay)?|yes|yeah|yep|no|sure|so|and|but|also|plus|then|or|because"
        r"|mostly|mainly|lately|right now|main thing|short version|long story short|on top of that|in addition"
        r"|additionally|furthermore|moreover|however|overall|first(?:ly)?|second(?:ly)?|finally|for example"
        r"|for instance|e\.g\.|probably|maybe|perhaps|definitely|absolutely|unfortunately|sadly|needless to say"
        r"|like i said|as i said|that said|having said that|that being said|(?:first|second|third) of all|lastly"
        r"|last of all|all in all|in short|in fact|by the way|btw|fyi|for reference"
        r"|on the (?:other hand|plus side|downside)"
    ),
    bare_openers=(
        r"i (?:guess|think|believe|suppose|would say)(?: that)?|i(?:['’]d) say(?: that)?|i have to say(?: that)?"
        r"|however(?= (?:the|it|i|my|this|they|we|there)\b)|and|but|so|also|plus|hmm+|well|oh|unfortunately|sadly"
        r"|needless to say"
    ),
    closers=r"that['’]?s (?:all|it|about it)|i (?:guess|think|suppose)|you know|to be honest|if possible|etc\.?",
    joints="and|but|plus|also",
    subjects=(
        r"i|i['’](?:m|d|ve|ll)|we|we['’](?:re|d|ve|ll)|you|they|it|it['’]s|he|she|there|nobody|everyone|people|the"
        r"|my|our|this|that|some|most|all"
    ),
    first_person=r"i|me|my|mine|myself|we|us|our|ours|i['’]\w+|we['’]\w+",
    leaning=(
        r"this|that|these|those|it|its|it['’]s|they|them|their|he|she|his|her|him|which|such|both|either|neither"
        r"|same|another|others?|there|here|that['’]s|this['’]s|they['’]re|he['’]s|she['’]s|then|than|who|whom|whose"
    ),
    subordinate="as|if|where|when|while|because|although|though|whereas|unless|since",
    dangling=(
        "and|or|but|the|a|an|of|from|because|than|my|your|which|is|are|was|etc|e\\.g|makes?|gives?|provides?|requires?"
        "|allows?|into|very|more|some|every|if|when|while|as|though|although|too many"
    ),
    chat=(
        r"sounds (?:good|great|fine)|go ahead\b|let.s (?:begin|start)|\b(?:this|the|your) (?:survey|questionnaire"
        r"|form|question)\b|\bquestion \d|progress bar|gift card|prize draw|\b(?:thanks?|thank you|thx)\b|^sorry\b"
        r"|sorry for|typos?\b|\blol\b|\bhaha|see (?:my )?(?:answer )?above|same as (?:above|before)|as (?:above"
        r"|before)|(?:don.?t|do not) e?mail me|happy to (?:talk|help|chat)|not sure (?:this|what you)"
        r"|\byou(?:['’]re| are| were) right\b|^(?:not really|exactly|correct|agreed)\b"
        r"|(?:good|interesting|tough) question|first time i (?:fill|do)|on my phone|good luck|hello from"
        r"|answered on behalf|i.d like to see the results"
        r"|^(?:hi|hello|hey)\b|great (?:question|job)"
    ),
    non_answers=(
        r"n\.?/?\s?a\.?|none\.?|nothing(?: really| much| special| else| comes to mind| i can think of| so far)?"
        r"|no(?:pe)?|not? (?:sure|idea|much|really|applicable|opinion|comment)s?|nil|null|idk|dunno|i? ?(?:do ?n.?t"
        r"|do not) (?:really )?(?:know|have (?:any|one))(?: yet)?|don.t know|unsure|(?:i am "
        r"|i.m )?not sure(?: yet)?|can.?t think of (?:any|one|anything).{0,20}|it depends|see above"
        r"|same(?: as above)?|all good|fine|everything|all|yes|ok"
    ),
    nothing=(
        r"^(?:there is |there.s )?(?:nothing|none|not much|no complaints?|i like it the way|i have what i need"
        r"|everything (?:i|is)|still learning|so far so good|i can.?t think|hmm+,? not sure|not sure|i.?m not sure"
        r"|i don.?t (?:really )?(?:know(?: yet| really)?\W*$|think so|have (?:any|one|an? (?:idea|opinion|issue"
        r"|problem)))|don.?t know\W*$|unsure|no idea|never had)|\bnot sure\b.{0,12}$|comes to mind$"
        r"|\bnothing special\b"
    ),
    askers="ai|bot|assistant|interviewer|moderator|researcher|facilitator|host|i|q|m|int|mod",
    topicless=(
        "find found put got made see saw said told test big small long short new old much well back even still quit"
        " year week month day hour minut right left abov thing stuff littl look recent alreadi less anoth around"
        " away forth forward general rare primarili throughout provid direct whole full final eventu especi alon"
        " ever took taken went gone came gave given felt kept chanc becom person impact piec aspect point case"
        " sort level fact area matter pair coupl"
    ),
    generic=(
        "love like great good nice best bought buy order purchas product thing work use user better day feel abil"
        " think make need data want lot sometim often alway usual everyth someth anyth look seem tri ask problem"
        " easi easier differ help tell pleas know explain question answer lack issu hard difficult time way kind"
        " part peopl start keep take give come go one two three mani bit sure hope wish happen reason possibl"
        " realli actual definit monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow"
        " check fix resolv soon assist glad happi sad thought believ guess mean suppos"
        " unfortun fortun obvious honest frank surpris appar luckili particular absolut"
        " total complet extrem incred simpli basic general disappoint specif certain compar yet"
    ),
    verbs=VERBS,
    finite=(
        "is are was were am be been has have had does do did can could will would should must may might cannot can't"
        " won't don't isn't aren't gets got goes took went came said wrote became gave kept felt thought fell broke"
        " grew knew seems feels looks makes takes needs helps works lets fits let's it's that's i'm i've i'd i'll"
    ),
    actors="i we you they he she everyone everybody nobody somebody someone people it",
    before_verbs="to can could will would should must cannot can't don't didn't doesn't please",
    after_nouns=(
        "of for in with and or between from is are was were on as by than at vs over has have can will would which"
        " that's to"
    ),
    before_objects=(
        "the a an my our your their his her its this that these those every each all it me us them him you two three"
        " four five half something anything everything"
    ),
    before_nouns=(
        "of for with in on by from into more less some many few several other no different and or new old good better"
        " easy big small most very so too"
    ),
    # "This issue with the zip" and "this problem: the zip breaks" tell what it is.
    unshown=(
        r"(?:this|such an?) (?:\w+ )?(?:issue|problem|thing|reason|situation|matter|case|point|aspect|feature|flaw"
        r"|defect|error|concern|question|difference|change|approach|respect|experience)s?\b"
        r"(?! (?:that|of|with|when|where|in|to|on|about|for|is)\b|:)"
        r"|the (?:issue|problem)s? (?:\w+ ){1,3}(?:solved|fixed|resolved|corrected|gone)\b"
        r"|that (?:issue|problem|reason|situation|matter|case|point|aspect|flaw|defect|concern)s?\b"
        r"(?! (?:that|of|with|when|where|in|to|on|about|for|i|we|you)\b|:)"
        r"|(?:just|exactly|not|nothing|looks?|much) (?:like|as) (?:in |on )?(?:the |this |that )?"
        r"(?:picture|photo|image|video|screenshot|description|other|previous|last|first|rest)(?:s|ed)?\b"
        r"|ditto|same here|what (?:the )?(?:others?|\w+ \w+er) (?:said|wrote)"
        r"|as (?:pictured|shown|described|mentioned|stated)\b"
    ),
    hedges=r"maybe|perhaps|possibly|probably",
    guesses=(
        r"(?:maybe|perhaps|possibly|probably|not sure (?:if|whether)|(?:it )?(?:could|might|may) be(?: that)?),? "
        r"(?:it|this|that|they|these|those)\b"
        r"|(?:it|this|that)(?:['’]s| is| was) (?:\w+ )?(?:because|due to|why|just me\b)"
        r"|(?:it|this|that)(?:['’]s| is| was)? (?:just|only|maybe|perhaps|probably|possibly|(?:could|might|may|must) be"
        r"(?: just)?) my (?!favou?rite|best|first|new)"
    ),
    regrets=(
        r"(?:i|we)(?:['’]d| would| should| could|['’]d)(?: \w+)?(?:['’]ve| have| of) "
        r"(?!(?:liked|loved|wanted|preferred)(?! to have\b)|appreciated|needed|wished|benefit\w*|been)\w+"
        r"(?!.* if (?!i\b|we\b))"
        r"|i wish (?:that )?(?:i|we)(?: had|['’]d| would have| could have) (?:\w+ly |just |only |never )?"
        r"(?:known|begun|gotten|taken|been|done|seen|read|understood|chosen|come|gone|spent|kept|\w+ed(?! \w+s\b))\b"
        r"|.*\b(?:wish\b.*|would(?: have|['’]ve) \w+) (?:when|while|before) (?:i|we) (?:was|were|first|began|started"
        r"|had|learn\w*)\b"
    ),
    bare_verdicts=(
        r"(?:just |really |totally |completely )?(?:(?:kill(?:s|ed)?|ruin(?:s|ed)?|spoil(?:s|ed|t)?) (?:it|this"
        r"|everything|the (?:look|deal|whole thing|experience))"
        r"|(?:is|was|are|were) (?:just |really |also )?(?:the|an?|my|such a) "
        r"(?:\w+ )?(?:problem|issue|downside|drawback|con|deal.?breaker|turn.?off|complaint|disappointment|let.?down)s?"
        r"|lets? (?:me|us) down|(?:bother|annoy|disappoint|frustrat|irritat)(?:e?s|e?d) (?:me|us)"
        r"|(?:did not|didn['’]?t|does not|doesn['’]?t) (?:quite |really )?work(?= for (?:me|us)))"
        r"(?: (?:for|to) (?:me|us)| though| however| overall| too)*"
    ),
    named_only=r"(?:the|my|our|its|their|\w+['’]s)",
    opposites=(
        "easy easier simple intuitive straightforward|hard harder difficult complicated complex confusing unintuitive",
        "fast quick|slow",
        "cheap inexpensive free affordable|expensive pricey overpriced",
        "good great excellent amazing fantastic wonderful beautiful nice|bad terrible awful horrible poor poorly",
        "comfortable comfy|uncomfortable",
        "soft|scratchy itchy stiff",
        "clear|unclear confusing",
        "reliable|unreliable",
        "consistent|inconsistent inconsistency inconsistencies",
        "flattering|unflattering",
        "helpful useful|unhelpful useless",
        "flexible flexibility|inflexible limited",
        "friendly polite|unfriendly rude",
    ),
    verdicts=(
        "beauti gorgeous love nice pretti cute ador amaz awesom fantast wonder excel perfect super great good bad aw"
        " terribl horribl fun cool well favorit favourit comfort flatter"
    ),
    synonyms=(
        "flexibl versatil adapt",
        "close delet termin deactiv",
        "cancel revert undo revers",
        "buy purchas",
        "fast quick speed",
        "big larg",
        "break broke broken",
        "job employ",
        "gone lost lose",
        "send sent",
        "begin start",
    ),
    failing=(
        r"\b(?:fail\w*|declin\w*|reject\w*|refus\w*|den(?:y|ied)|unsuccessful\w*)\b"
        r"|(?:\bnot|n['’]t) (?:work|go(?:ing)? through|went through|succeed|successful|complet|accept)"
    ),
    failing_stems="fail failur declin reject refus deni unsuccess success succeed accept complet attempt",
    expecting=r"\b(?:expect\w*|hop(?:ed?|ing)|wish\w*|thought|should|would)\b",
)
