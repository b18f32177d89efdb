"""French."""

from __future__ import annotations

from persona.writing.lexicon.language import Language

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
    questions={
        "none": r"autre chose|autres commentaires|quelque chose [aà] ajouter",
        "need": r"manque|am[eé]lior|changer|besoin|souhait",
        "frustration": r"g[eê]n(?:e|ant)|agac|probl[eè]me|difficile|pire|inqui|frustr|le moins",
        "goal": r"objectif|atteindre|voulez|but principal|cherchez [aà]",
        "motivation": r"pr[eé]f[eé]r|pourquoi|aim(?:ez|es)|important|pla[iî]t",
        "behaviour": (
            r"derni[eè]re fois|\bcomment (?:vous|faites|utilis|avez|est|se|s.|organis|planifi|g[eé]r|proc[eé]d)"
            r"|racont|d[eé]cri|habitude|d.habitude"
        ),
    },
    cues={
        "goal": r"\bje (?:veux|voudrais|cherche [aà]|souhaite)\b|\bnous voulons\b|\bmon objectif\b",
        "need": (
            r"\bj.ai besoin\b|\bil (?:me |nous )?faut\b|\bil faudrait\b|\bdevrai\w*\b|\bj.aimerais\b|\bil manque\b"
        ),
        "frustration": (
            r"\bne (?:marche|fonctionne|trouve|sais|peux) pas|\bje ne (?:peux|sais)|\btrop\b|\bp[eé]nible"
            r"|\bcompliqu|\blent(?:e|s|es)?\b|\bpersonne ne\b|\bdifficile|\berreurs?\b|\bperd(?:s|u)?\b"
        ),
        "behaviour": (
            r"\b(?:j.utilise|je (?:fais|note|regarde|planifie|v[eé]rifie)|j.ai (?:fait|[eé]crit|not[eé]|ouvert"
            r"|utilis[eé]|regard[eé])|chaque (?:jour|semaine|lundi|mois)|tous les (?:jours|lundis|mois)"
            r"|d.habitude)\b"
        ),
        "motivation": r"\bj.(?:aime|adore|appr[eé]cie)\b|\bm.aide\b|\bagr[eé]able\b|\bpratique\b",
    },
    negation=r"\b(?:ne|pas|jamais|rien|personne|sans|aucun\w*)\b|\bn['’]",
    wish=r"\bdevrai|j.aimerais|\bil faudrait\b|\bs.il vous pla[iî]t\b",
    past=r"(?:j.ai|nous avons|je suis|j.[eé]tais)\b",
    needs=r"\bbesoin\b|\bil (?:me|nous) faut\b",
    openers=(
        r"honn[eê]tement|franchement|pour moi|dans mon cas|je (?:pense|crois|dirais)(?: que)?|bon|ben|alors|et|mais"
        r"|en plus|de plus|par exemple|surtout|en g[eé]n[eé]ral|ces derniers temps|en bref"
    ),
    bare_openers="je pense que|mais|et",
    closers=r"je (?:pense|crois)|voil[aà]|etc\.?",
    joints="et|mais",
    subjects="je|j['’]|nous|on|il|le|les|personne|tout",
    first_person=r"je|j['’]\w*|moi|mon|ma|mes|nous|notre|nos",
    leaning="ça|cela|c['’]est|il|elle|ils|elles|celui|celle|ceux",
    subordinate="quand|parce|si|lorsque|comme|puisque",
    dangling="et|ou|le|les|du|des|de|la|un|une|mon|est|que|avec|pour",
    chat=r"\bmerci|questionnaire|sondage",
    non_answers=r"rien|aucune?(?: id[eé]e)?|non|sais pas|je ne sais pas|tout(?: va bien)?|oui",
    nothing=r"^(?:rien|aucune id[eé]e|je ne sais pas)",
    askers=r"enqu[eê]t\w+|chercheu\w+",
    generic="bon bien produit chos",
    unshown=(
        r"(?:ce|cet|cette|ces|un tel|une telle) (?:probl[eè]me|chose|raison|situation|cas|point|aspect|d[eé]faut|erreur"
        r"|question|diff[eé]rence|changement|fonction\w*)s?\b(?! (?:de|du|des|avec|quand|o[uù]|que|qui)\b|:)"
        r"|comme (?:sur (?:la photo|l['’]image)|d[eé]crit|indiqu[eé]|ci-dessus)"
    ),
    hedges=r"peut-[eê]tre|probablement",
    guesses=(
        r"(?:peut-[eê]tre|probablement|sans doute)(?: que)? (?:c['’]est|c['’][eé]tait|cela|[cç]a|il|elle)\b"
        r"|(?:c['’]est|c['’][eé]tait) (?:\w+ )?(?:parce|pourquoi|d[uû] [aà])"
    ),
    regrets=(
        r"(?:j['’]aurais|nous aurions) (?!aim|voulu|pr[eé]f|souhait|besoin|appr[eé]ci|eu besoin)(?:d[uû] )?\w+"
        r"(?!.* si (?!j|nous))"
    ),
    bare_verdicts=(
        r"(?:(?:est|sont|[eé]tait|[eé]taient) (?:vraiment )?(?:un|le|mon) (?:\w+ )?(?:probl[eè]me|d[eé]faut"
        r"|inconv[eé]nient)"
        r"|(?:me|nous|m['’]a|m['’]) ?(?:d[eé]range|[eé]nerve|g[eê]ne|d[eé][cç]oi)\w*)"
    ),
    named_only="le|la|les|mon|ma|mes|notre|nos",
    opposites=(
        "facile simple|difficile compliqué",
        "rapide|lent lente",
        "pratique utile|inutile",
        "bon bonne excellent excellente|mauvais mauvaise",
        "clair claire|confus confuse",
    ),
    expecting=r"\b(?:espér|attend|devrait|voudrais)\w*",
)
