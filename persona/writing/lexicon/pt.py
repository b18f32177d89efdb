"""Portuguese."""

from __future__ import annotations

from persona.writing.lexicon.language import Language

PORTUGUESE = Language(
    code="pt",
    stemmer="portuguese",
    hints="o a os as de que e em um é por com uma para não eu meu do da mais",
    stop=(
        "a ao aos as até com como da das de dela dele do dos e ela elas ele eles em entre era essa esse esta este"
        " eu foi há isso isto já lhe mais mas me mesmo meu minha muito na nas no nos o os ou para pela pelo por"
        " porque qual quando que se sem ser seu sua são só também te tem tenho ter tudo um uma você"
    ),
    questions={
        "none": r"mais alguma coisa|outros coment[aá]rios",
        "need": r"\bfalta|melhorar|mudar|precis|gostaria",
        "frustration": r"incomod|\bpior\b|\bchato|frustra|dificuldade|dif[ií]cil|menos",
        "goal": r"alcan[cç]ar|\bquer\b|pretende|objetivo",
        "motivation": r"por que|gosta|importante|valoriza",
        "behaviour": r"\bcomo\b|\bconte\b|descrev|[uú]ltima vez|costuma",
    },
    cues={
        "goal": r"\bquero\b|\btento\b|\bqueremos\b|\bmeu objetivo\b",
        "need": r"\bpreciso\b|\bprecisamos\b|\bdeveria(?:m)?\b|\bgostaria\b|\bfaz falta\b",
        "frustration": (
            r"\bn[aã]o (?:funciona|consigo|sei)|\bdif[ií]cil|\bdemora|\bchat[oa]\b|\bconfus|\bcomplicad"
            r"|\bningu[eé]m\b|\blent[oa]\b|\berros?\b"
        ),
        "behaviour": (
            r"\b(?:uso|fa[cç]o|fiz|escrevi|anotei|anoto|abri|verifico|tod[oa]s? (?:o |a |os |as )?(?:dias?|semanas?"
            r"|m[eê]s))\b"
        ),
        "motivation": r"\b(?:gosto|adoro)\b|\b[oó]tim[oa]\b|\bme ajuda\b|\bpr[aá]tic[oa]\b",
    },
    negation=r"\b(?:n[aã]o|nunca|nada|ningu[eé]m|nenhum\w*|sem)\b",
    wish=r"\bdeveria|\bgostaria\b|\bpor favor\b",
    past=r"(?:eu )?(?:fiz|fui|tive|comecei|\w+ei)\b",
    needs=r"\bprecis",
    openers=(
        r"sinceramente|bom|bem|na verdade|no meu caso|acho que|al[eé]m disso|e|mas|por exemplo|em geral|ultimamente"
        r"|para mim"
    ),
    bare_openers="acho que|mas",
    closers=r"eu acho|s[oó] isso|etc\.?",
    joints="e|mas",
    subjects="eu|n[oó]s|a gente|o|a|os|as|meu|ningu[eé]m|todos",
    first_person=r"eu|meu|minha|meus|minhas|n[oó]s|nosso|nossa",
    leaning="isso|isto|esse|ele|ela|aquilo|ambos",
    subordinate="quando|porque|se|embora|enquanto",
    dangling="e|ou|o|a|os|as|do|da|de|que|um|uma|meu|com|para",
    chat=r"\bobrigad|pesquisa|question[aá]rio",
    non_answers=r"n[aã]o sei|nenhum|sei l[aá]|nada|sim|tudo(?: bem)?",
    nothing=r"^(?:nada|n[aã]o sei|nenhuma ideia)",
    askers=r"entrevistador\w*",
    generic="bom boa coisa produt faz",
    unshown=(
        r"(?:este|esta|esse|essa|tal) (?:problema|coisa|raz[aã]o|motivo|situa[cç][aã]o|caso|ponto|aspecto|defeito|erro"
        r"|quest[aã]o|diferen[cç]a|mudan[cç]a|fun[cç][aã]o)\b(?! (?:de|d[oa]s?|com|quando|onde|que)\b|:)"
        r"|como (?:na (?:foto|imagem)|mostrado|descrito|eu disse)\b"
    ),
    hedges=r"talvez|provavelmente",
    guesses=(
        r"(?:talvez|provavelmente|quem sabe|pode ser que) (?:[eé]|seja|foi|era|isso|isto)\b"
        r"|(?:isso |isto )?(?:[eé]|foi) (?:porque|por isso|devido a)\b|por isso\b"
    ),
    regrets=(
        r"(?:eu )?(?:teria|ter[ií]amos|devia ter|deveria ter) "
        r"(?!gostado|querido|preferido|precisado|sido|estado)\w+(?:ado|ido)\b"
    ),
    bare_verdicts=(
        r"(?:(?:[eé]|s[aã]o|foi|era) (?:um|o|meu) (?:\w+ )?(?:problema|defeito|inconveniente)"
        r"|me (?:incomod|decepcion|irrit)\w*)"
    ),
    named_only="o|a|os|as|meus?|minhas?|noss\\w+",
    opposites=(
        "fácil simples|difícil complicado",
        "rápido rápida|lento lenta",
        "barato barata|caro cara",
        "bom boa ótimo ótima|ruim péssimo péssima",
        "claro clara|confuso confusa",
    ),
    expecting=r"\b(?:esperava|deveria|gostaria)\w*",
)
