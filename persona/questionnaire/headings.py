"""What the words above a column tell: administration, demography, personal data, counts, weights, occupations."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from persona.questionnaire.names.titles import code_and_text
from persona.questionnaire.review_words import FULL_NAME, LANGUAGE, NAMED_PERSON, PROGRAM, REPLY
from persona.questionnaire.who_words import DEMOGRAPHY, HEARD_OF

LONGEST_LABEL = 9
"""Words; a longer name is a statement or a question, and a word in it tells little of its kind."""

# Written with re.VERBOSE: blanks inside a phrase are escaped.
_WORDS = {
    "identifier": r"""
        ^(respondent|response|participant|record|case|row|session|transcript|ticket|order|submission|interview|user|
          customer|person|member|patient|client|subject|antwort|antwort|enquête|token|unique|internal|external|
          collector|reference|ref|case|network|device|question(naire)?|complaint|report)
          ([\s-]*(id|nr|number|code|key|token|uuid|index|no))?$
        | ^(id|uuid|guid|key|index|nr|no|\#|rowid|row\ index|serial|seq(uence)?(\ (\#|no|nr|number))?|lfd\ nr|
          laufende\ nummer|n°|№|
        name\ or\ id)$
        | (?<!전화)(?<!우편)(?<!휴대폰)번호$ | (?<!電話)(?<!郵便)(?<!携帯)番号$ | [編编序单單]([號号])$ | 订单号$
        | ^номер(\ (заказа|заявки|анкеты|обращения|респондента|договора))?$ | ^رقم\ (الطلب|الاستبيان|العميل|التذكرة)$
        | ^מספר\ (הזמנה|פנייה|לקוח|סידורי)$ | ^αριθμός\ (παραγγελίας|αίτησης)$ | ^หมายเลขคำสั่งซื้อ$
        | ^(numer|číslo|nummer|numéro|número|numero)\ (zamówienia|objednávky|de\ commande|de\ pedido|d'ordine)$
        | ^(bestell|auftrags|kunden|vorgangs|rechnungs|order|ordre)nummer$
        | [\s-]id$ | ^id[\s-] | \buuid\b | \bresponse\s?id\b | ^x?\ ?id$ | \bparticipant\ number\b | ^p\ ?id$
        """,
    "person_id": r"""
        ^(respondent|participant|user|customer|person|member|patient|client|subject|employee|author|reviewer)\b
        """,
    "administration": r"""
        ^collector(\ (id|name|nm|notes))?$ |
        ^(response|collector|record|survey|completion|submission)\ (status|type|language|version|link)$
        | ^(status|progress|finished|complete(d)?|partial|last\ ?page|seed|start\ ?language|user\ ?language|
        language|locale|
            disp\ ?code|distribution\ ?channel|recipient\ (last\ name|first\ name|email)|external\ (data\ )?reference|
            location\ ?(latitude|longitude)|custom\ data(\ \d+)?|percentage\ complete|is\ (test|preview)|sprache|
            statut|
            interview\ (number|started|completed|status)|miss\ ?rel|max\ ?page|questnnr|q\ total\ ?duration|rds|gc|
            attention(\ check)?|(re)?captcha(\ score)?|fraud\ score|duplicate\ score|panel\ id|prolific(\ id)?|
            worker\ id|
            assignment\ id|instance\ ?id|xform\ id\ string|validation\ status|network\ id|sample\ source|
            start|end|today|device\ ?id|subscriber\ ?id|sim\ ?serial|geopoint.*|
            (\w+\ )?(latitude|longitude|altitude|precision)|
            last\ ?data|mail\ ?sent|missing|time\ sum|time\ rsi|time\ ?\d{1,3}|started|duration|interview\ zeit|
            verweildauer(\ (gesamt|auf\ seite\ \d+))?|gesamtzeit|bearbeitungszeit|start(datum|zeitpunkt)|
            end(datum|zeitpunkt)|abgabe(datum|zeitpunkt)|seite|letzte\ seite|startsprache|zuletzt\ gesehene\ seite|
            dernière\ page|langue\ (de\ départ|initiale)|última\ página|idioma\ inicial|idioma|langue|
            fecha\ de\ (envío|inicio|término|fin)|
            data\ de\ (envio|início|término)|開始時刻|完了時刻|(sys\ )?resp\ ?status|
            url\ de\ r[ée]f[ée]rence|adresse\ ip|dirección\ ip|endereço\ ip|ip\ adresse|user\ ?id|
            carimbo\ de\ data[\s/]hora|回答日時|回答開始日時|回答終了日時|所要時間|응답\ 시간|타임스탬프)$
        | ^(interviewer|moderator|enumerator|interviewed\ by|surveyor)(\ (id|num(ber)?|name|code))?$
        | ^(?!.*\?)(\w+\ ){0,3}(interviewerin|enqu[êe]t(eur|euse|rice)|encuestadora?|entrevistadora?|enumeradora?
            |intervistatore|rilevatore|ankieter\w*|tazatel\w*|интервьюер\w*|анкетёр\w*|mdodosaji|mhojaji|pewawancara
            |intervjuare|haastattelija|anketör)$ | ^(調査員|調查員|访问员|訪問員|면접원|조사원)
        | \bdisplay\ order$ | ^[a-z]{1,3}\ ?\d{1,4}(\ \d{1,3})*\ do$
        | ^(interview|group|question)\ ?time\ ?\d*$ | ^q\ (re\ ?captcha|relevant\ ?id)\w*(\ \w+)?$
        | ^(responded|answered|submitted|sent|collected)\ (via|through)$
        | ^(?!.*\?)(.{0,24}\b)?(submitted|created|updated|started|completed|finished|recorded|received|timestamp|
        datetime|
             time\ ?stamp|duration|time\ taken|start\ ?(date|time)|end\ ?(date|time)|completion\ ?time|
             submission\ time|
             submit\ ?date|date\ ?stamp|stage\ date|last\ modified|user\ ?agent|
             click\ count|page\ submit|first\ click|last\ click|
             date\ submitted|time\ started|date\ of\ (interview|submission|response|survey)|date\ assessment)
             (\ (at|on|date|time|utc|gmt|seconds|in\ seconds|min|minutes|ms|\(.{1,12}\)))*$
        | ^(date|datum|fecha|horodateur|horodatage|zeitstempel|marca\ temporal|hora|uhrzeit|date\ (and|&)\ time|
            (bearbeitungs|interview|ausfüll|antwort)?dauer(\ \(?(in\ )?(s|sek|sekunden|min|minuten)\.?\ ?\)?)?|
            (durée|duración|duração|durata|duur|tempo|czas|tid|aika|длительность)(\ de\ (réponse|respuesta|resposta))?
            \ \(?((en|em|in|w|i)\ )?(s|sec|sek|seg|secondes|segundos|secondi|seconden|sekund\w*|сек)\.?\ ?\)?|
            startzeit|endzeit|abschlusszeit|datum\ (abgeschickt|gestartet|letzte\ aktivität)|fin|début|durée|
            inicio|
            duración|hora\ de\ \w+|heure\ de\ \w+|
            date\ de\ (soumission|réponse|début|fin|création|enregistrement|envoi|saisie)|
            タイムスタンプ|开始时间|提交时间|所用时间|提交答卷时间)$
        | ^(utm\ \w+|referr?er(\ url)?|user\ agent|browser|operating\ system|consent|einwilligung|campaign|batch|
        quota|panel)$
        | ^(x\ )?submitted\ (by|via\ web)$
        | ^x?\ (id|uuid|submission\ time|notes|submitted\ (by|via\ web)|tags|version|index|parent\ \w+|
        validation\ status)$
        """,
    "process": r"""
        \b(wave|batch|cohort|quota|panel|interviewer|moderator|time\ ?zone|tz|device|browser|operating\ system|
           channel|utm\ \w+|referr?er|recruit\w*|campaign|reward|incentive|voucher|consent)\b
        | ^(source|traffic\ source|quelle|fuente|canal)$
        | \b(anything\ else|any\ other\ comments?|(further|other|additional)\ comments?)\b
        | \b(sonst\ noch\ etwas|autre\ chose|algo\ más)\b | \b(welle|befragung|vague)\b | ^(test\ )?condition$
        | ^version$ | ^treatment$
        """,
    "reply": REPLY,
    "demography": DEMOGRAPHY,
    "age": r"""
        \b(age|how\ old|alter|âge|edad|idade|età|leeftijd|alder|ålder|ikä|wiek|yaş)\b | ^wie\ alt | quel\ âge
        | 年齢 | 年龄 | 나이 | العمر
        """,
    "subject": r"""
        ^(product|item|sku|brand|model|store|shop|branch|filiale|laden|magasin|tienda|outlet|site|department|
        division|class|
          bereich|abteilung|standort|niederlassung|fachbereich|kostenstelle|département|service|sede|sucursal|área|
          departamento|reparto|ufficio|afdeling|vestiging|avdelning|osasto|dział|oddział|şube|departman|отдел|филиал|
          店舗|部署|部門|支店|门店|部门|매장|부서|lokation|location|business\ unit|unit|
          category|sub\ ?product|sub\ ?issue|topics?|intent|labels?|tags?|themes?|codes|
          note\ title|segment|cluster|team|queue|session|event|
          course|
          workshop|venue|hotel|trust|organi[sz]ation|company|vendor|supplier|project|account|group)
          (\ (name|type|category|title|label|code|id))?$
        | ^((positive|negative)\ feedback|helpful(ness)?|up\ ?votes?|down\ ?votes?|likes?|reactions?|views?|clicks?
            |re-?tweets?|re-?posts?|quotes?|shares?|repl(y|ies)|comments?(?=\ count)|followers?|following|impressions?
            |bookmarks?|curtidas|seguidores|gefällt\ mir|beğeni\w*|いいね数?|点赞数?|转发数?|좋아요(\ ?수)?
            |عدد\ الإعجابات)
          (\ ?(count|votes|score))?$ | ^(number|no|num|count)\ of\ (likes|re-?tweets|replies|comments|shares|views
            |followers|upvotes|reactions)$
        | ^n[\s-](comments?|votes?|agree|disagree|pass|likes)$
        """,
    "owner": r"""
        ^(requester|requestor|owner|assignee|assigned\ to|account(\ (name|owner|manager))?|agent|reporter|author|
        created\ by|
          closed\ by|submitted\ by|handled\ by|sales\ rep\w*|manager|supervisor|teacher|instructor|trainer|doctor|
          host|
          user\ ?name|screen\ ?name|handle|nick(name)?|login|twitter|github|instagram|linkedin|skype|discord|
          reviewer|customer|client|contact|employee|company\ name|bearbeiter|kunde|besitzer|betreuer)
          (\ ?(name|id|handle|username|account|user))?$
        | \b(twitter|git\ ?hub|instagram|linked\ ?in|discord|telegram)\ (handle|user\ ?name|id|account|profile)\b
        """,
    "writer": r"""
        ^(requester|requestor|requested\ by|from|sender|author|reporter|reviewer|contact|customer|submitted\ by
          |created\ by|written\ by|posted\ by|user|absender|verfasser|autor|melder|kunde|ansprechpartner
          |expéditeur|auteur|demandeur|remitente|solicitante|mittente|autore|richiedente|remetente|afzender
          |aanvrager|nadawca|автор|отправитель|заявитель|差出人|投稿者|发件人|寄件人|작성자|보낸\ 사람
          |المرسل|שולח)(\ ?name)?$
        """,
    "place": r"""
        \b(post\ ?code|zip(\ ?code)?|postal(\ code)?|plz|postleitzahl|code\ postal|código\ postal|cap|cep|address|
           latitude|longitude|gps|geo\w*)\b | 地理位置 | 所在(省|市|城市|地区|地)
        """,
    "nickname": r"""
        ^(?:your\ |user\ )?(?:nick(?:\ ?name)?s?|screen\ ?name|display\ ?name|handle|alias|pseudo(?:nym\w*)?
          |spitzname\w*|surnom|apodo|sobrenombre|apelido|alcunha|soprannome|bijnaam|smeknamn|kælenavn|kallenavn|przezwisko|přezdívka
          |prezývka|nadimak|becenév|poreclă|никнейм|ник|псевдоним|прізвисько|ψευδώνυμο|takma\ ad|rumuz|biệt\ danh
          |nama\ panggilan|ชื่อเล่น|لقب|الاسم\ المستعار|כינוי)(?:\ \(.{1,30}\))?$
        | ニックネーム|ハンドルネーム|投稿者名?$|昵称|暱稱|网名|닉네임|별명
        """,
    "email": r"\be-?mails?(\ address)?\b | \bmail\ address\b | \bcorreo\b | \bcourriel\b | メール | 邮箱",
    "phone": r"""
        \b(phone|telephone|mobile(\ number)?|cell(\ number)?|tel|telefon(nummer)?|handy(nummer)?|téléphone|
        teléfono|whats\ ?app)\b
        """,
    "own_name": r"""
        ^((your|respondent's|customer|contact|participant)\ )?
          (first|last|given|family|middle|sur|maiden|full)[\s-]?names?$
        | ^(vorname|nachname|familienname|prénom|nom\ de\ famille|apellidos?|cognome|voornaam|achternaam|förnamn
          |efternamn|fornavn|etternavn|imię|nazwisko|sobrenome|имя|фамилия|氏名|お名前|姓名)$
        """,
    "person_name": r"""
        ^((your|respondent|respondent's|person|customer|user|contact|participant|employee|patient|recipient)\ )?
          ((full|first|last|given|family|middle|sur|maiden)\ ?)?names?$
        | \bwhat('s|\ is)\ your\ (full\ |first\ |last\ )?name\b | \b(first|last|full|given|family)[\s-]?name\b
        | ^(vorname|nachname|familienname|nom|prénom|nombre|apellidos?|cognome|nome|naam|voornaam|achternaam)$
        | ^(name|vor-?\ und\ nachname|nom\ et\ prénom|氏名|姓名|お名前)$
        """,
    "address": r"""
        \b(street|(home|postal|mailing|shipping|billing|your)\ address|address(\ line)?(\ \d)?)\b
        | \b(stra(ss|ß)e|adresse|anschrift|dirección|indirizzo)\b
        """,
    "ip": r"\bip(\ ?addr(ess)?)?\b",
    "weight": r"""
        ^(survey\ |sample\ |sampling\ |final\ |design\ |person\ |pop(ulation)?\ |post\ ?strat(ification)?\ |
        cal(ibration)?\ )?
         (weights?|wt|wgt|wght|gewicht\w*|gewichtung|poids|pondération|ponderation|ponderación|ponderacion|
         factor\ de\ expansión|
          factor\ de\ expansion|peso|pesos|raking\ weight|weightvar|pweight|wtssall|wtssps|expan\w*|
          hochrechnungsfaktor|
          redressement|coefficient\ de\ redressement)(\ ?\d+)?$
        | ^(wt|wgt|wght|weights?|gew|gewicht|pond|poids|peso)\ \w+$ | ^\w+\ (wt|wgt|wght|weights?|gew|pond)$ | ^gew$
        | ^(weights?|gewicht\w*|poids|peso|pondération|ponderación)\s?[:–—-]\s
        | \b(weighting\ factor|survey\ weight|sampling\ weight|design\ weight|gewichtungsfaktor)\b
        """,
    "body": r"\b(body|your|kg|lbs?|pounds?|kilos?|height|bmi)\b",
    "count": r"""
        \b(how\ many|number\ of|count|hours?|minutes?|days?|years?|months?|weeks?|people|users|employees|age|how\ old|
           children|kids|times|amount|price|cost|spend\w*|salary|income|anzahl|jahre|stunden|cuántos|combien)\b
        """,
    "occupation": r"\b(role|job|position|profession|occupation|beruf|tätigkeit|métier|profesión|ocupación)\b",
    "rating": r"""
        \b(rate|rating|score|stars?|satisf\w+|likely|likelihood|recommend|agree|nps|scale|bewert\w+|puntuación)\b
        | \(\d+\s*[-–]\s*\d+\)
        """,
    "open": r"""
        \b(why|describe|tell\ us|explain|comment\w*|feedback|reason|what\ do\ you|what\ would|in\ your\ own\ words|
           review|suggestion\w*|improve\w*|thoughts|opinion|other\ remarks|answer|text|transcript|elaborate|
           anything\ else)\b
        | \b(warum|beschreib\w*|pourquoi|por\ qué|anmerkung\w*|kommentar\w*|bemerkung\w*|erklär\w*|commentaires?|
             comentarios?|sugerencias?|weitere\w*|sonstige\ anmerkungen)\b
        """,
    "language": LANGUAGE,
    "wave": r"^(wave|round|phase|period|quarter|year|welle|vague|ola|survey\ (wave|year|round))$",
    "closing": r"""
        \b(anything\ else|any\ other\ comments?|(further|other|additional)\ comments?)\b
        | \b(sonst\ noch\ etwas|autre\ chose|algo\ más)\b
        """,
}
_WORDS["own_name"] += f"|{FULL_NAME}|{NAMED_PERSON}"
_WORDS["person_name"] += f"|{_WORDS['own_name']}"
_WORDS["process"] += f"|{HEARD_OF}|{PROGRAM}"


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Compiled when it is first asked for: all of them take long, and one survey needs few."""
    return re.compile(_WORDS[kind], re.IGNORECASE | re.VERBOSE)


@lru_cache(maxsize=20_000)
def spoken(name: str) -> str:
    """A column name as words: "submitted_at" and "SubmittedAt" both become "submitted at"."""
    name = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", name)
    return " ".join(name.replace("_", " ").replace(".", " ").split())


@lru_cache(maxsize=50_000)
def names(kind: str, name: str) -> bool:
    """Whether a column's name speaks of `kind`: administration, demography, email, phone, person_name, count …"""
    code, text = code_and_text(name)
    last = name.rpartition("/")[2] if "/" in name and " " not in name else ""  # of a path: `group/name_of_respondent`
    return any(_pattern(kind).search(spoken(part).strip(" :?*.")) for part in {name, code, text, last} if part)


_OTHER = (
    r"(?:others?|andere\w*|sonstige\w*|autres?|otr[oa]s?|outr[oa]s?|altr[oiae]|anders|overig|その他|其他|annat"
    r"|muu|inne|diğer|другое|другой|иное|أخرى|기타|jin[éý]|andet|egyéb|altul|інше|інша|lainnya|lain-lain|khác"
    r"|อื่น|อื่นๆ|nyingine|nyinginezo|mengine|mengineyo|अन्य|άλλο|ostatní|ostalo|друго|друга|muud|cits|cita|سایر|אחר|annen)"
)
_SPECIFY = (
    r"(?:specify|write[\s-]?in|please (?:explain|describe|name|list)|bitte (?:angeben|nennen)|précisez|preciser"
    r"|especifi\w+|specificare|welche[sr]?\W*$)"
)
_ASKS_FOR_OTHER = re.compile(
    rf"^\W*{_OTHER}\W*$|^\W*{_OTHER}\s*[,:(（\[–-][^?]{{0,30}}$|[-–—:\[(/|,;>?.]\s*{_OTHER}\b[^?]{{0,60}}$"
    rf"|\b{_SPECIFY}\b|^if (?:yes|no|other|so)\b|\d_text$",
    re.IGNORECASE,
)
_OTHER_CODE = re.compile(rf"(?:[_.\-/ ]|(?<=[a-z\d]))(?:{_OTHER}|specify)$", re.IGNORECASE)
_WORDS_OF_THEIR_OWN = re.compile(r"(?:\b|_)(?:\w*m|br|an)other$", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def asks_for_other(name: str) -> bool:
    """Whether a column takes what no option offers: "Other, please specify", `tools_other`, `Q5_7_TEXT`."""
    name = name.strip()
    coded = " " not in name and _OTHER_CODE.search(name) and not _WORDS_OF_THEIR_OWN.search(name)
    return bool(coded or _ASKS_FOR_OTHER.search(name))
