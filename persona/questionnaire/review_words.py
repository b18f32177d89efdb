"""Words above columns of reviews and forms: who replied, by which program and in which language, full names.

Patterns for re.VERBOSE, as in headings.py: blanks inside a phrase are escaped.
"""

from __future__ import annotations

FULL_NAME = r"""
    ^((su|tu|votre|ton|il\ tuo|o\ seu|ihr|dein|uw|twoje|ваше)\ )?
      (nombre\ completo|nombres?\ y\ apellidos?|apellidos?\ y\ nombres?|nom\ complet|noms?\ et\ prénoms?|
      prénoms?\ et\ noms?|nome\ completo|nome\ e\ (cognome|sobrenome|apelido)|cognome\ e\ nome|
      vor-?\ ?(und|u\.|&)\ (nach|zu)name|name,?\ vorname|vollständiger\ name|
      voor-?\ en\ achternaam|volledige\ naam|imi[ęe]\ i\ nazwisko|nazwisko\ i\ imi[ęe]|
      fullständigt\ namn|för-?\ och\ efternamn|fuld[et]*\ navn|fullt\ navn|for-?\ og\ (efter|etter)navn|
      koko\ nimi|etunimi|sukunimi|etu-?\ ja\ sukunimi|ad[ıi]?\ (ve\ )?soyad[ıi]?|isim\ soyisim|
      jméno\ a\ příjmení|příjmení|celé\ jméno|ф\.?\ ?и\.?\ ?о|имя\ и\ фамилия|фамилия,?\ имя(,?\ отчество)?|
      ονοματεπώνυμο|teljes\ név|nume\ (complet|și\ prenume)|フルネーム|이름|성명|성함|真实姓名|الاسم(\ الكامل)?|
      ご?氏名(\s*[（(].{1,8}[)）])?|お名前(\s*[（(].{1,8}[)）])?)$
    """
"""Of people in any case: no product has a full name."""

NAMED_PERSON = r"""
    ^(buyer|customer|client|guest|student|patient|reviewer|shopper|member|visitor)'?s?'?\ names?$
    | ^names?\ of\ (the\ )?(buyer|customer|client|guest|student|patient|reviewer|member|visitor|participant)$
    | ^name\ (des|der)\ (käufer|kunde|patient|gaste?|schüler|teilnehmer)\w*$
    | ^(käufer|kunden|patienten|gäste|schüler|teilnehmer)-?name$
    | ^(pré)?nom\ (du|de\ la|de\ l['’])\ ?(client|acheteur|patient|élève|participant)\w*$
    | ^nombre\ (del|de\ la|de)\ (cliente|comprador|paciente|alumn|participante|huésped)\w*$
    | ^nome\ (do|da|del|della|dell['’])\ ?(client|comprador|pacient|alun|acquirente|pazient|student|hóspede|ospite)\w*$
    | ^naam\ (van\ (de\ )?)?(klant|koper|patiënt|gast|deelnemer)$
    | ^(klant|koper|patiënt|kunde?|køber|köpare)ns?(naam|s?navn|namn)$
    | ^(imię|nazwa|jméno|meno|ime|nume(le)?)\ (kupując|klient|pacjent|kupc|zákazník|zákazníč|cumpărător|client)\w*$
    | ^(имя|ім['’]?я|име)\ (покупател|клиент|клієнт|покупц|купувач|пациент|гост)\w*$
    | ^όνομα\ (πελάτη|αγοραστή|ασθενούς)$
    | ^(müşteri|alıcı|hasta|misafir)\ (ad|ism)[ıi]$
    | ^(asiakkaan|ostajan)\ nimi$
    | ^(vevő|vásárló|ügyfél)\ neve$
    | ^nama\ (lengkap|pembeli|pelanggan|pasien|tamu|responden|peserta|siswa|mahasiswa|warga|kepala\ keluarga)$
    | ^(respondents?|participants?|informants?|interviewees?)'?\ names?$ | ^names?\ of\ (the\ )?(respondent|informant)$
    | ^name\ (des|der)\ (befragten|interviewten)$ | ^(befragten|teilnehmer)-?name$
    | ^nom\ (du|de\ la|de\ l['’])\ ?(répondant|enquêté)\w*$
    | ^nombre\ (del|de\ la)\ (encuestad[oa]|entrevistad[oa]|informante)$
    | ^nome\ (do|da|del|della|dell['’])\ ?(respondente|entrevistad[oa]|intervistat[oa]|inquirid[oa])$
    | ^(imię|imię\ i\ nazwisko)\ (respondent|badan)\w*$ | ^(имя|фио|ф\.?и\.?о\.?)\ (респондент|опрошен|участник)\w*$
    | ^jina\ (la\ )?(mhojiwa|mteja|mgonjwa|mwanafunzi|mshiriki|mkulima)$ | ^jina\ kamili$
    | ^(katılımcı|öğrenci|görüşülen)(nın)?\ (ad|ism)[ıi]$ | ^tên\ (người\ (trả\ lời|được\ hỏi)|học\ sinh|sinh\ viên)$
    | ^اسم\ (المستجيب|المبحوث|المشارك)$ | ^(उत्तरदाता|मरीज|छात्र)\ का\ नाम$ | ^ชื่อผู้(ตอบ|ให้สัมภาษณ์)\w*$
    | ^tên\ (người\ mua|khách\ hàng|bệnh\ nhân)$
    | ^اسم\ (المشتري|العميل|الزبون|المريض|الضيف|الطالب)$
    | ^نام\ (خریدار|مشتری|بیمار)$
    | ^שם\ (ה?לקוחה?|ה?קונה|הרוכש|המטופלת?)$
    | ^(ग्राहक|खरीदार|मरीज़?)\ का\ नाम$ | ^ชื่อ(ลูกค้า|ผู้ซื้อ)$ | ^(購入者|お客様|顧客)の?(氏?名|お名前)$
    | ^(买家|客户|顾客|買家|客戶|顧客)(姓名|名字|名称)$ | ^(구매자|고객)\ ?(이름|성명|명)$
    """
"""Whom a name belongs to is said: a buyer, a patient. Goods and places have names, too."""

REPLY = r"""
    ^(developer|owner|vendor|host|merchant|compan(y|ies)|hotel|business|seller|shop|store|management|provider)
      ('?s'?)?\ (reply|response|answer)(\ (text|body|content|message))?$
    | ^repl(y|ies)\ (content|text|body|message|comment)s?$ | ^repl(y|ied)\ (date|at|on|by|author)$
    | ^(developer|owner|vendor|host|merchant|company|business|seller|shop|store|management|provider)
      \ (reply|response|answer)\ (date|time|at|author)$
    | ^(回复|回覆|返信|답글)(的)?(内容|內容|本文|내용|时间|時間|日時|日付|일시|날짜)$
    | ^(reply|response|answer)\ (from|by|of)\ (the\ )?(developer|owner|vendor|host|merchant|company|hotel|business|
      seller|shop|store|management|provider)$
    | ^(entwickler|inhaber|anbieter|händler|verkäufer|hotel|unternehmens)-?antwort$
    | ^(antwort|stellungnahme)\ (des|der|vom|von\ der)\ (entwickler|inhaber|anbieter|händler|verkäufer|hotel|
      unternehmen|eigentümer|gastgeber|geschäftsführung|betreiber)\w*$
    | ^réponse\ (du|de\ la|de\ l['’]|des)\ ?(développeur|propriétaire|établissement|vendeur|hôte|direction|
      commerçant|gérant|restaurateur|hôtelier|magasin|boutique|
      entreprise|marchand|hôtel)\w*$
    | ^respuesta\ (del?|de\ la|de\ el)\ (desarrollador|propietari[oa]|empresa|anfitri[oó]n|vendedor|hotel|
      comercio|comerciante|negocio|gerente|
      dirección|tienda)$
    | ^resposta\ (do|da|de)\ (desenvolvedor|proprietári[oa]|empresa|anfitri[aã]o?|vendedor|hotel|
      loja|lojista|gerente|estabelecimento)\w*$
    | ^risposta\ (del|dello|della|dell['’])\ ?(sviluppatore|proprietario|azienda|venditore|hotel|struttura|
      esercente|negozio|gestore|
      titolare)$
    | ^(reactie|antwoord)\ van\ (de\ |het\ )?(ontwikkelaar|eigenaar|verkoper|bedrijf|winkel|hotel|ondernemer)$
    | ^odpowiedź\ (dewelopera|programisty|właściciela|sprzedawcy|firmy|hotelu)$
    | ^ответ\ (разработчика|владельца|продавца|компании|представителя|отеля)\w*$
    | ^svar\ (från|fra)\ (utvecklaren|ägaren|företaget|udvikleren|ejeren|butikken|eieren|bedriften)$
    | ^(開発者|デベロッパー|オーナー|店舗|ホテル|販売者)(から)?(の)?(返信|回答|返答)$
    | ^(开发者|商家|卖家|酒店|店主)(的)?(回复|回应)$ | ^(개발자|사장님?|판매자)\ ?(답변|댓글|답글)$
    """
"""What a developer or an owner wrote under a review."""

PROGRAM = r"""
    ^((app|software|client|os|android|ios|firmware|build|plugin)[\ -])?version([\ -](name|code|number))?$
    | \b(app|anwendungs?|software)[\ -]?version\b
    | ^vers(ión|ione|ie|ão|ion)\ (de\ la|de\ l'|dell'|da|van\ de|de)\ ?(app|aplicación|application|applicazione|
      aplicação)\w*$
    | ^(review(er)?|respondent|interview|device|ui|display|response|answer|feedback)s?\ (language|locale)$
    | ^((bewertungs|interview|fragebogen|antwort)sprache|sprache\ (der|des)\ \w+|
      langue\ (de\ l['’]|du\ |de\ la\ )?\ ?(avis|répondant|réponse|questionnaire|interface)|
      idioma\ (de\ la|del|da|do)\ \w+|lingua\ (della|del|dell['’])\ ?\w+|taal\ van\ de\ \w+|
      język\ (opinii|recenzji|ankiety)|язык\ (отзыва|анкеты|опроса))$
    """
"""The version of a program and the language of a questionnaire or a review."""

LANGUAGE = r"""
    languages?\b | \blang\b | \blocale\b | sprachen?\b | \blangues?\b | \bidiomas?\b | \bl[ií]nguas?\b
    | \btaal\b | \bjęzyk\w*\b | \bязык\w*\b | språk | \bsprog\b | \bjazyk\b | \bkieli\b | \bdil\b
    | 言語 | 语言 | 언어 | اللغة
    """
