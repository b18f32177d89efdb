"""What the words above a column tell, in the languages in which people and tools write them; and near misses."""

from __future__ import annotations

import pytest

from persona.questionnaire.headings import asks_for_other, names, spoken

SPEAKS_OF = """
identifier: ID|id|Respondent ID|respondent_id|RespondentID|participant number|case no|uuid|GUID|Token|record id|Nr
identifier: lfd Nr|Laufende Nummer|N°|№|P ID|PID|Session ID|Ticket number|order_id|row index|_id|serial|Reference
administration: Status|Progress|Finished|Duration (in seconds)|RecordedDate|StartDate|EndDate|Start time|End time
administration: Completion time|Submission time|submitted_at|created_at|Timestamp|Time stamp|User Agent|UserLanguage
administration: Distribution Channel|LocationLatitude|Q_TotalDuration|Seed|startlanguage|lastpage|last page
administration: Zeitstempel|Startdatum|Enddatum|Verweildauer|Bearbeitungszeit|Datum abgeschickt|Letzte Seite|Sprache
administration: Horodateur|Date de soumission|Durée|Dernière page|Langue de départ|Fecha de envío|Última página
administration: Marca temporal|Fecha de inicio|Duración|Carimbo de data/hora|Data de envio|タイムスタンプ|開始時刻
administration: 回答日時|开始时间|提交时间|타임스탬프|utm_source|Referrer|Browser|consent|interviewer|enumerator_id
administration: Collector ID|collectorNm|deviceid|_submission_time|_submitted_by|_validation_status
email: Email|E-mail|email address|Your e-mail|E-Mail-Adresse|correo|courriel|メール|邮箱|work_email
phone: Phone|Telephone|Mobile number|Handynummer|Telefonnummer|téléphone|teléfono|WhatsApp|cell number|Tel
person_name: Name|First name|Last Name|Full name|Surname|Vorname|Nachname|Prénom|Nom|Apellidos|Nombre|Cognome
person_name: Voornaam|Achternaam|Förnamn|Imię|Nazwisko|Sobrenome|Имя|Фамилия|氏名|姓名|Your name|respondent_name
person_name: What is your name?|Nom et prénom|Vor- und Nachname|family_name
address: Street|Home address|Postal address|Your address|Address line 1|Straße|Strasse|Adresse|Anschrift|Dirección
address: Indirizzo|billing address
ip: IP|IP address|IPAddress|ip_addr|Adresse IP|IP-Adresse
place: Postcode|ZIP|Zip code|PLZ|Postleitzahl|Code postal|Código postal|CEP|CAP|Latitude|GPS|geolocation
occupation: Role|Job title|Position|Occupation|Beruf|Tätigkeit|Métier|Profesión
wave: Wave|Round|Phase|Welle|Vague|Ola|Year|survey wave
owner: Owner|Assignee|Account manager|Requester|username|user_name|Kunde|Bearbeiter|Twitter handle|LinkedIn profile
owner: agent name|created by|reviewer
subject: Product|Store|Shop|Department|Abteilung|Filiale|Magasin|Tienda|店舗|部署|Team|Project|Company|Category|SKU
subject: business_unit|product_name|store id
open: Why?|Please describe|Comments|Tell us about your visit|Feedback|Warum|Anmerkungen|Kommentar|Pourquoi
open: Commentaires|Por qué|Sugerencias|Anything else?|In your own words|What would you change?
weight: Weight|wt|wgt|weights|Gewicht|Poids|Peso|final weight|survey weight|design weight|Gewichtungsfaktor|WEIGHT_2
demography: Age|Gender|Sex|Country|City|Income|Education|Marital status|Ethnicity|Religion|Year of birth|Household size
demography: Alter|Geschlecht|Bundesland|Wohnort|Bildungsabschluss|Haushaltseinkommen|Familienstand|Beruf|PLZ
demography: Âge|Sexe|Pays|Tranche d'âge|Niveau d'études|Situation familiale|CSP|Lieu de résidence
demography: Edad|Género|País|Ciudad|Estado civil|Nivel de estudios|Ingresos|¿Dónde vive?|¿Cuántos años tiene?
demography: Idade|Gênero|Cidade|Escolaridade|Renda familiar|Faixa etária|Bairro|UF
demography: Età|Genere|Città|Titolo di studio|Reddito|Stato civile|Fascia d'età|Residenza
demography: Leeftijd|Geslacht|Woonplaats|Opleiding|Inkomen|Hoe oud bent u?|Beroep
demography: Ålder|Kön|Bostadsort|Utbildning|Alder|Køn|Kjønn|Bosted|Uddannelse|Ikä|Sukupuoli|Koulutus|Ammatti
demography: Wiek|Płeć|Województwo|Wykształcenie|Věk|Pohlaví|Vzdělání|Életkor|Yaş|Cinsiyet|Eğitim durumu|Meslek
demography: Возраст|Пол|Город|Образование|Доход|Вік|Ηλικία|Φύλο|العمر|الجنس|年齢|性別|職業|年龄|性别|学历|나이|성별|직업
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    lines = (line.split(": ", 1) for line in table.strip().splitlines())
    return [(kind, name) for kind, said in lines for name in said.split("|")]


@pytest.mark.parametrize(("kind", "name"), _pairs(SPEAKS_OF))
def test_a_heading_speaks_of(kind: str, name: str) -> None:
    assert names(kind, name)


SILENT_OF = """
identifier: Identity|I did it|Idea|Ideal price|Side effects|Paid|Number of children|Key reasons|Orders per month
administration: How long have you used it?|Satisfaction|Starting salary|Date night ideas|Is the end near?|Progressive
administration: Which browser do you like most?|Status in society|Do you consent to higher taxes?|Recorded music
email: Emily|Mailbox colour|Female
phone: Phonetics|Telling stories
person_name: Brand name|Product name|Name of the shop|What name would you give the app?|Rename|Username|Filename
address: Addressed|Addressable|Streetwear
ip: Tip|Zip|Trip|Equipment|Ship
place: Cape Town|Zipper|Capital|Workplace culture
occupation: Rollercoaster|Jobless rate|Composition
wave: Brainwave|Yearly income|Roundabout|Microwave
owner: Homeownership|Ownership of a car|Agenda
subject: Productivity|Storey|Teamwork matters to me|Companionship
open: Whydah|Opinionated
weight: Weightlifting|How important is weight to you?|Overweight|Body weight in kg?
demography: Page|Language skills|Manage|Essex|Capacity|Racecourse|Sexton|Statement|Landing page|Polska kuchnia
demography: Countryside walks|Regional trains|Incoming calls|Villeneuve|Genrebild
"""


@pytest.mark.parametrize(("kind", "name"), _pairs(SILENT_OF))
def test_a_heading_that_only_holds_the_letters(kind: str, name: str) -> None:
    assert not names(kind, name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("submitted_at", "submitted at"),
        ("SubmittedAt", "Submitted At"),
        ("home.postcode", "home postcode"),
        ("Q5_How_often", "Q5 How often"),
        ("HTTPServer", "HTTPServer"),
        ("größeDerFirma", "größe Der Firma"),
        ("  two   blanks ", "two blanks"),
        ("", ""),
    ],
)
def test_names_of_columns_as_words(name: str, words: str) -> None:
    assert spoken(name) == words


OTHER = """
Other|other|Others|Other:|Other (please specify)|Other, please specify|Which tools? - Other|Which tools? [Other]
Andere|Anderes|Sonstiges|Sonstige|Anderes, bitte angeben|Andere (bitte nennen)|Autre|Autre (précisez)|Autres
Otro|Otra|Otro (especifique)|Outro|Outros|Altro|Altro (specificare)|Anders|Overig|その他|其他|Annat|Muu|Inne|Diğer
Anders, namelijk:|Annat, ange vad|Inne, jakie|Muu, mikä|Diğer (lütfen belirtin)|Другое (укажите)|أخرى (يرجى التحديد)
기타 (직접 입력)|その他（具体的に）|其他（请注明）|Sonstiges, und zwar:|Egyéb|Jiné|Andet
tools_other|toolsOther|q5other|Q5_7_TEXT|q5_other|Q12_TEXT
If yes, which?|If other, please describe|Please specify|Tools: Other
"""


@pytest.mark.parametrize("name", OTHER.strip().replace("\n", "|").split("|"))
def test_what_asks_for_an_answer_beside_the_list(name: str) -> None:
    assert asks_for_other(name)


NOT_OTHER = """
Other people like me|How do you see others?|Mother|Brother|grandmother|full_text|review_text
comment_text|pretext|Another idea|Tools|In other words, why?|Sonstwo|Textile
Otherwise|Which other tools do you use?|context|Do you trust other people?|Autrefois|Outrora|その他の人をどう思いますか
Specific needs|Text|If I could change one thing
"""


@pytest.mark.parametrize("name", NOT_OTHER.strip().replace("\n", "|").split("|"))
def test_what_only_speaks_of_others(name: str) -> None:
    assert not asks_for_other(name)
