"""German."""

from __future__ import annotations

from persona.writing.lexicon.language import Language

GERMAN = Language(
    code="de",
    stemmer="german",
    hints="der die und ich das ist nicht zu es mit ein auf für den wir sie eine auch von im",
    stop=(
        "aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass daß dein dem den der des die"
        " dies diese dieser doch dort du durch ein eine einem einen einer eines er es etwas euch für gegen habe"
        " haben hat hatte hier ich ihr im in ist ja jede jeder jetzt kann können man mehr mein meine mich mir mit"
        " muss nach noch nun nur ob oder ohne sehr sein seine sich sie sind so über um und uns unser unter viel vom"
        " von vor war waren was weil wenn wer werden wie wieder will wir wird wo zu zum zur"
    ),
    questions={
        "none": r"sonst noch|noch etwas|weitere anmerkungen|anmerkungen$",
        "need": r"fehlt|ver[aä]ndern|verbesser|w[uü]nsch|brauch|ben[oö]tig",
        "frustration": r"st[oö]r|[aä]rger|nerv|schwierig|schlecht|frust|sorge|problem|am wenigsten|herausforder",
        "goal": r"ziel|erreichen|m[oö]chten sie|vorhaben|erledigen|schaffen wollen",
        "motivation": r"gef[aä]llt|warum|wichtig|sch[aä]tz|am liebsten|m[oö]gen sie|freu",
        "behaviour": (
            r"letzte[sn]? mal|wie (?:planen|gehen|machen|oft|haben|nutzen)|erz[aä]hl|beschreib|[uü]blicherweise"
        ),
    },
    cues={
        "goal": r"\bich (?:will|m[oö]chte|versuche)\b|\bwir wollen\b|\bmein ziel\b",
        "need": (
            r"\bich brauche\b|\bwir brauchen\b|\bsollten?\b|\bw[aä]re (?:sch[oö]n|gut|hilfreich)\b|\bich w[uü]nsch"
            r"|\bh[aä]tte gern"
        ),
        "frustration": (
            r"\bkann nicht|\bgeht nicht|funktioniert nicht|nervt|umst[aä]ndlich|langsam|kompliziert|verwirr"
            r"|\bleider\b|\bzu (?:viel|lang|klein|gro(?:ss|ß)|teuer)|\bniemand\b|\bst[oö]rt\b|\b[aä]rger|\bfehlt\b"
            r"|\bfehler|m[uü]hsam"
        ),
        "behaviour": (
            r"\bich (?:nutze|benutze|mache|schreibe|plane|habe|gehe|schaue|notiere)\b|\bwir (?:nutzen|machen|planen"
            r"|haben)\b|\bjede[ns]? (?:tag|woche|morgen|montag|monat)|\b(?:t[aä]glich|w[oö]chentlich|meistens"
            r"|normalerweise)\b"
        ),
        "motivation": (
            r"\bich (?:mag|liebe|sch[aä]tze|finde .{0,20}gut)\b|\bsuper\b|\btoll\b|\bgef[aä]llt\b|\bspart\b"
        ),
    },
    negation=r"\b(?:nicht|kein\w*|nie|niemals|niemand|nichts|ohne)\b",
    wish=r"\bsollten?\b|\bw[aä]re (?:sch[oö]n|gut|hilfreich)|\bw[uü]nsch|\bbitte\b|\bh[aä]tte gern",
    past=r"(?:ich|wir) (?:habe|haben|hatte|hatten|war|waren|bin|sind)\b",
    needs=r"\bbrauch",
    openers=(
        r"ehrlich gesagt|also|naja|na ja|f[uü]r mich|meiner meinung nach|ich (?:denke|glaube|finde)(?: dass)?"
        r"|eigentlich|und|aber|au(?:ß|ss)erdem|zum beispiel|kurz gesagt|vor allem|meistens|momentan|zurzeit"
    ),
    bare_openers="und|aber",
    closers=r"das war['’]?s|denke ich|glaube ich|usw\.?",
    joints="und|aber",
    subjects="ich|wir|man|es|der|die|das|mein|niemand|alle",
    first_person=r"ich|mich|mir|mein\w*|wir|uns\w*",
    leaning=r"das|dies\w*|es|sie|er|dort|dann|beide|andere",
    subordinate="wenn|weil|dass|obwohl|da|als|falls|während",
    dangling="und|oder|der|die|das|von|den|dem|ein|eine|mein|ist|sind|weil|dass",
    chat=r"\bdanke|umfrage|siehe oben|fragebogen",
    non_answers=r"nichts|nein|keine(?: ahnung)?|wei(?:ß|ss) nicht|ja|k\.?a\.?|alles(?: gut)?",
    nothing=r"^(?:nichts|keine ahnung|wei(?:ß|ss) (?:ich )?nicht|mir f[aä]llt nichts)",
    askers="interviewerin|moderatorin|befrager\\w*|fragesteller\\w*",
    generic="gut toll super produkt ding sach mach brauch",
    unshown=(
        r"(?:dies\w*|solch\w*|so ein\w*) (?:\w+ )?(?:problem|sache|grund|situation|fall|punkt|fehler|frage|[aä]nderung"
        r"|aspekt|funktion)(?:s|e|en|n)?\b(?! (?:mit|dass|wenn|von|beim?|zu)\b|[:,])"
        r"|wie (?:auf dem (?:bild|foto)|abgebildet|beschrieben|oben|gesagt)\b"
    ),
    hedges=r"vielleicht|wom[oö]glich|wahrscheinlich",
    guesses=(
        r"(?:vielleicht|wom[oö]glich|m[oö]glicherweise|wahrscheinlich) (?:ist|war|liegt|lag|sind) (?:es|das|sie)\b"
        r"|(?:es|das) (?:liegt|lag) (?:\w+ )?(?:an|daran|nur)\b|(?:deshalb|deswegen|darum)\b"
    ),
    regrets=(
        r"(?:ich|wir) h[aä]tten? (?!.*\b(?:gern\w*|lieber|gew[uü]nscht|gebraucht)\b)(?!.*\bwenn (?!ich|wir))"
        r".*(?:\bge\w+(?:t|en)|\b\w{2,}ge\w+(?:t|en)|en (?:sollen|k[oö]nnen|m[uü]ssen))$"
    ),
    bare_verdicts=(
        r"(?:(?:ist|war|sind|waren) (?:leider |echt |ein |das |mein )*(?:gro[sß]+es |gr[oö][sß]+tes? )?(?:problem|manko"
        r"|nachteil)e?|(?:st[oö]r|nerv|[aä]rger|entt[aä]usch)\w* (?:mich|uns)"
        r"|ha(?:t|ben) (?:mich|uns) (?:ge)?(?:st[oö]rt|nervt|[aä]rgert|entt[aä]uscht))"
    ),
    named_only="der|die|das|mein\\w*|unser\\w*",
    opposites=(
        "einfach leicht|schwer schwierig kompliziert umständlich",
        "schnell|langsam",
        "günstig billig|teuer",
        "gut gute toll super|schlecht schlechte",
        "übersichtlich|unübersichtlich",
        "freundlich|unfreundlich",
    ),
    expecting=r"\b(?:erwartet|gehofft|sollte|würde)\w*",
)
