"""Invented samples of personal data in six languages, each with what must be hidden, and sentences without any.

All is made up: people, streets and numbers, the latter with right checksums where a kind has one.
"""

from __future__ import annotations

from typing import NamedTuple


class Invented(NamedTuple):
    """A sentence, and the part of it that is personal; "" where none is."""

    text: str
    personal: str


def _each(sentences: str, *personal: str) -> list[Invented]:
    """Each sentence with each piece in it, where "{}" stands."""
    lines = [line.strip() for line in sentences.strip().splitlines()]
    return [Invented(line.replace("{}", piece), piece) for line in lines for piece in personal]


MAIL = _each(
    """
    You can reach me at {} if you need more.
    Schreiben Sie mir an {}, dann erkläre ich es.
    Mon adresse est {}, merci de répondre.
    Escríbanme a {} por favor.
    Meu contato é {} para qualquer dúvida.
    """,
    "kim.hollis@example.org",
    "r.tanner (at) example.org",
    "nele[at]beispiel[dot]de",
)
HANDLES = _each(
    """
    Tag {} when it is fixed.
    Folgt mir gern, ich bin {} dort.
    Suivez {} pour la suite.
    Soy {} en las redes.
    Me marquem, sou {} lá.
    """,
    "@mira_draws",
    "@jonte.k88",
)
PHONES = [
    Invented("Call me on (555) 010-7788 after six.", "(555) 010-7788"),
    Invented("My mobile is +44 7700 900123, any time.", "+44 7700 900123"),
    Invented("Meine Nummer ist 030 1234 5678, bitte abends.", "030 1234 5678"),
    Invented("Rückruf bitte unter +49 151 23456789.", "+49 151 23456789"),
    Invented("Vous pouvez me joindre au 06 12 34 56 78 demain.", "06 12 34 56 78"),
    Invented("Mi teléfono es +34 612 345 678, gracias.", "+34 612 345 678"),
    Invented("Me ligue no (11) 98765-4321 depois das seis.", "(11) 98765-4321"),
    Invented("電話は090-1234-5678です。", "090-1234-5678"),
]
NUMBERS = [
    Invented("My social security number is 219-09-9999 and they still asked.", "219-09-9999"),
    Invented("They wanted my passport, number 533380006, twice.", "533380006"),
    Invented("I gave my NHS number 943 476 5919 at the desk.", "943 476 5919"),
    Invented("My national insurance number is QQ 12 34 56 C, it was refused.", "12 34 56 C"),
    Invented("My driving licence number MORGA753116SM9IJ was copied.", "MORGA753116SM9IJ"),
    Invented("Mein Reisepass C01X00T47 wurde kopiert.", "C01X00T47"),
    Invented("Meine Sozialversicherungsnummer lautet 65 170839 J 003.", "65 170839 J 003"),
    Invented("Steuer-ID 86095742719 musste ich dreimal angeben.", "86095742719"),
    Invented("Meine Ausweisnummer L01X00T471 steht im Formular.", "L01X00T471"),
    Invented("Überweist es auf DE89 3704 0044 0532 0130 00, bitte.", "DE89 3704 0044 0532 0130 00"),
    Invented("Mon numéro de sécurité sociale est 2 55 08 14 168 025 38, je crois.", "2 55 08 14 168 025 38"),
    Invented("Mon passeport 14AA12345 a été refusé.", "14AA12345"),
    Invented("Ma carte d'identité 880692310285 est périmée.", "880692310285"),
    Invented("Mi DNI es 12345678Z y no lo aceptan.", "12345678Z"),
    Invented("Tengo NIE X1234567L desde hace años.", "X1234567L"),
    Invented("El pasaporte AAB123456 no se lee bien.", "AAB123456"),
    Invented("Meu CPF é 529.982.247-25 e não funciona.", "529.982.247-25"),
    Invented("O passaporte CS265436 ficou retido.", "CS265436"),
    Invented("Meu RG 24.678.131-4 foi pedido de novo.", "24.678.131-4"),
    Invented("マイナンバーは123456789018です。", "123456789018"),
    Invented("パスポート番号はTR1234567です。", "TR1234567"),
    Invented("運転免許証の番号は123456789012でした。", "123456789012"),
    Invented("The card 4111 1111 1111 1111 was charged twice.", "4111 1111 1111 1111"),
]
BIRTHS = [
    Invented("I was born on 12 May 1984, so I know the old system.", "12 May 1984"),
    Invented("My date of birth is 04/07/1991 and it shows another.", "04/07/1991"),
    Invented("DOB: March 3, 1979.", "March 3, 1979"),
    Invented("My birthday is 1988-11-23, they got it wrong.", "1988-11-23"),
    Invented("Ich bin am 03.04.1985 geboren, geb. 03.04.1985.", "03.04.1985"),
    Invented("Geboren am 7. Juli 1962 in einer kleinen Stadt.", "7. Juli 1962"),
    Invented("Mein Geburtsdatum: 21.12.1999.", "21.12.1999"),
    Invented("Je suis née le 12 mars 1990 à Lyon.", "12 mars 1990"),
    Invented("Ma date de naissance est le 05/06/1971.", "05/06/1971"),
    Invented("Nací el 8 de agosto de 1993 y llevo aquí años.", "8 de agosto de 1993"),
    Invented("Mi fecha de nacimiento es 14/02/1980.", "14/02/1980"),
    Invented("Nasci em 30/09/1967 e uso desde sempre.", "30/09/1967"),
    Invented("Data de nascimento: 2 de março de 1995.", "2 de março de 1995"),
    Invented("1985年4月3日生まれです。", "1985年4月3日"),
    Invented("生年月日は1990年12月1日です。", "1990年12月1日"),
]
ADDRESSES = [
    Invented("Please send it to 14 Harrow Lane, as always.", "14 Harrow Lane"),
    Invented("I live at 2207 North Maple Street near the park.", "2207 North Maple Street"),
    Invented("Our shop is at 9 Old Mill Road.", "9 Old Mill Road"),
    Invented("Ich wohne in der Lindenstraße 12.", "Lindenstraße 12"),
    Invented("Das Paket ging an den Birkenweg 7a statt zu mir.", "Birkenweg 7a"),
    Invented("Unser Büro ist am Goetheplatz 3.", "Goetheplatz 3"),
    Invented("J'habite 12 rue de la Fontaine depuis peu.", "12 rue de la Fontaine"),
    Invented("Livrez au 8 bis avenue Victor Hugo.", "8 bis avenue Victor Hugo"),
    Invented("Vivo en la calle Mayor 15, segundo piso.", "calle Mayor 15"),
    Invented("El local está en Avenida de la Paz 220.", "Avenida de la Paz 220"),
    Invented("Moro na Rua das Acácias, 123, perto da praça.", "Rua das Acácias, 123"),
    Invented("Entreguem na Avenida Brasil, 4500.", "Avenida Brasil, 4500"),
    Invented("東京都新宿区西新宿2丁目8-1に住んでいます。", "東京都新宿区西新宿2丁目8-1"),
    Invented("住所は大阪府吹田市山田丘1-1です。", "大阪府吹田市山田丘1-1"),
]
NAMES = [
    *_each("My name is {} and I run a small shop.\nKind regards, {}", "Maren Holt", "Tobias Quist", "Leah Osei"),
    *_each("Mr {} at the desk was rude.\nDr. {} took the time to explain.", "Pembrook", "Adeyemi", "O'Hara"),
    *_each("My colleague {} does it by hand.\nOur manager {} decides alone.", "Priya", "Esmond"),
    *_each("{} from support called me back.\nI was told by {} to wait.", "Jennifer Walsh", "Kevin", "Fatima Noor"),
    *_each("Ich heiße {} und arbeite allein.\nMit freundlichen Grüßen {}", "Jorid Brandt", "Falk Ney"),
    *_each("Frau {} am Empfang ist toll.\nHerr {} hat nie zurückgerufen.", "Petersen", "Kowalczyk"),
    *_each("Meine Kollegin {} macht das.\nDas hat mir {} gezeigt.", "Sabine", "Katharina Loos"),
    *_each("Je m'appelle {} et je suis libraire.\nMme {} m'a aidée.", "Odile Garnier", "Lucie Besson"),
    *_each("Ma collègue {} s'en occupe.\nMerci à {} pour son aide.", "Sandrine", "Thierry Vasseur"),
    *_each("Me llamo {} y trabajo de noche.\nLa señora {} me atendió bien.", "Rocío Vidal", "Carmen Ochoa"),
    *_each("Mi jefe {} no lo sabe.\nHablé con {} ayer.", "Joaquín", "Beatriz Luna"),
    *_each("Meu nome é {} e moro longe.\nMinha colega {} faz isso.", "Thiago Braga", "Larissa"),
    *_each("A senhora {} foi gentil.\nFalei com {} ontem.", "Helena Prado", "Rogério Pinto"),
    *_each("私の名前は{}です。\n{}と申します。", "田中花子", "鈴木一郎"),
    *_each("{}さんが助けてくれました。\n{}様に伝えてください。", "佐藤", "長谷川"),
]
SAMPLES = [*MAIL, *HANDLES, *PHONES, *NUMBERS, *BIRTHS, *ADDRESSES, *NAMES]

ORDINARY = """
I paid 1,000,000 in 2024-03-04 10:15:00
It takes between 2019 and 2024 steps
@home I use it 5 of 10 days
Order 12345678 never arrived
The passport took 12 weeks and 300 dollars
I read Word files in Excel and Google Docs
On Monday I write to Support
The Team said It Works
Thanks for the Great Product
My boss wants reports by Friday
Our manager decides alone
My friend and I share one account
I work at some point by phone
Version 3.14159265358979 is slow
Between 9 and 5 I call 3 people
The street is noisy and long
We have 12 rooms on 4 floors
It was born out of need in 2015
My birthday gift came late
Read the Terms of Service and the Privacy Policy
Ich fahre am Montag nach Hamburg
Der Chef entscheidet allein
Meine Kollegin hilft mir oft
Die Straße ist lang und laut
Mein Ausweis ist seit 2019 abgelaufen
Wir haben 12 Zimmer auf 4 Etagen
Frauen und Herren warten gleich lang
Das Formular hat 14 Seiten und 3 Anhänge
Im Jahr 2021 war alles besser
Ich habe 250 Euro bezahlt
Je travaille le lundi et le mardi
Ma collègue est partie en 2019
La rue est bruyante
Il est né d'un besoin réel
J'ai payé 1 200 euros en 12 fois
Le passeport est trop cher
Bonjour et merci pour tout
Trabajo los lunes en Madrid
Mi jefa no lo sabe
La calle es ruidosa
Pagué 1.200 euros en 12 meses
El pasaporte tarda 8 semanas
Hola y gracias por todo
Trabalho em Lisboa às segundas
Minha colega ajuda sempre
A rua é barulhenta
Paguei 1.200 reais em 12 vezes
O passaporte demora 8 semanas
お客様を大切にしてほしい
店員さんが親切でした
2019年から使っています
東京に住んでいます
毎日3時間かかります
山田町の店が好きです
""".strip().splitlines()
