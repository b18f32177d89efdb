"""Spanish."""

from __future__ import annotations

from persona.writing.lexicon.language import Language

SPANISH = Language(
    code="es",
    stemmer="spanish",
    hints="el la los de que y en un es por con una para me no se las mi del más",
    stop=(
        "a al algo ante antes como con contra cual cuando de del desde donde durante e el ella ellas ellos en entre"
        " era es esa ese eso esta este esto están estar fue ha hace hacia han hasta hay la las le les lo los más me"
        " mi mis mucho muy nos o os otra otro para pero poco por porque que qué se ser si sí sobre son su sus"
        " también tan te tengo tiene todo todos tu un una uno y ya yo"
    ),
    questions={
        "none": r"algo m[aá]s|otros comentarios|comentarios adicionales",
        "need": r"falta|cambiar|mejorar|necesit|desea",
        "frustration": r"molest|problema|dif[ií]cil|peor|menos|preocup|frustra",
        "goal": r"objetiv|lograr|conseguir|\bmeta\b|quer[eé]s|quiere",
        "motivation": r"m[aá]s te gusta|gusta|por qu[eé]|importa|motiv|valora",
        "behaviour": r"[uú]ltima vez|c[oó]mo|cu[eé]nt|describ|normalmente",
    },
    cues={
        "goal": r"\bquiero\b|\bintento\b|\bqueremos\b|\bmi objetivo\b",
        "need": r"\bnecesit[oa]|\bdeber[ií]an?\b|\bme gustar[ií]a\b|\bojal[aá]\b|\bhace falta\b",
        "frustration": (
            r"\bno (?:funciona|puedo|s[eé])|\blent[oa]|\bconfus|\bcomplicad|\bdemasiad|\bmolest|\bnadie\b"
            r"|\berror(?:es)?\b|\bse pierde|\bdif[ií]cil"
        ),
        "behaviour": (
            r"\b(?:uso|hago|hice|escrib[ií]|anot[eé]|abr[ií]|apunto|apunt[eé]|reviso|revis[eé]|cada (?:d[ií]a"
            r"|semana|lunes|mes))\b|\bnormalmente\b"
        ),
        "motivation": r"\bme (?:gusta|encanta)\b|\bexcelente\b|\bme ayuda\b|\bc[oó]mod[oa]\b",
    },
    negation=r"\b(?:no|nunca|nada|nadie|ning[uú]n\w*|sin)\b",
    wish=r"\bdeber[ií]an?\b|\bojal[aá]\b|\bgustar[ií]a\b|\bpor favor\b",
    past=r"(?:yo )?(?:\w+(?:é|í)|hice|fui|tuve|empecé)\b",
    needs=r"\bnecesit",
    openers=(
        r"la verdad(?: es que)?|bueno|pues|para m[ií]|en mi caso|creo que|pienso que|sinceramente|adem[aá]s|y|pero"
        r"|por ejemplo|sobre todo|[uú]ltimamente|en general"
    ),
    bare_openers="creo que|pero",
    closers=r"creo(?: yo)?|nada m[aá]s|etc\.?",
    joints="y|pero",
    subjects="yo|nosotros|me|se|el|la|los|nadie|todos",
    first_person=r"yo|me|mi|mis|nosotr\w+|nuestr\w+",
    leaning="eso|esto|ese|esta|ella|[eé]l|aquello|ambos",
    subordinate="cuando|porque|aunque|si|mientras",
    dangling="y|o|el|la|los|las|de|del|que|un|una|mi|es|con|por|para",
    chat=r"\bgracias|encuesta|cuestionario",
    non_answers=r"nada|ning[uú]n[oa]?|no s[eé]|todo(?: bien)?|s[ií]|no aplica",
    nothing=r"^(?:nada|ninguna idea|no s[eé]|no se me ocurre)",
    askers=r"entrevistador\w*",
    generic="buen bueno bien cosa product hac",
    unshown=(
        r"(?:este|esta|ese|esa|tal) (?:problema|cosa|raz[oó]n|situaci[oó]n|caso|punto|aspecto|defecto|error|cuesti[oó]n"
        r"|diferencia|cambio|funci[oó]n)\b(?! (?:de|del|con|cuando|donde|que)\b|:)"
        r"|como (?:en la (?:foto|imagen)|se muestra|se describe|dije)\b"
    ),
    hedges=r"quiz[aá]s?|tal vez|probablemente",
    guesses=(
        r"(?:quiz[aá]s?|tal vez|a lo mejor|probablemente|puede que) (?:es|sea|fue|era|esto|eso)\b"
        r"|(?:es|fue|eso es|esto es) (?:porque|por eso|debido a)\b|por eso\b"
    ),
    regrets=(
        r"(?:yo )?(?:habr[ií]a(?:mos)?|hubiera|hubiese|deber[ií]a haber) "
        r"(?!gustado|querido|preferido|necesitado|sido|estado)\w+(?:ado|ido)\b"
    ),
    bare_verdicts=(
        r"(?:(?:es|son|fue|era) (?:un|el|mi) (?:\w+ )?(?:problema|defecto|inconveniente)"
        r"|(?:me|nos) (?:molest|decepcion|irrit)\w*)"
    ),
    named_only="el|la|los|las|mis?|nuestr\\w+",
    opposites=(
        "fácil sencillo|difícil complicado",
        "rápido rápida|lento lenta",
        "barato barata|caro cara",
        "bueno buena excelente|malo mala pésimo",
        "claro clara|confuso confusa",
    ),
    expecting=r"\b(?:esperaba|debería|quisiera)\w*",
)
