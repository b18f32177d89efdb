"""Each form of personal data, with its check digits, in many countries; and numbers and words that only look alike."""

from __future__ import annotations

import pytest

from persona.questionnaire.personal import find_personal, mask
from persona.questionnaire.personal_names import find_names

FOUND = """
email | Write to ana.berg@example.com today | ana.berg@example.com
email | ana+shop@mail.example.co.uk | ana+shop@mail.example.co.uk
email | it is ana (at) example (dot) com | ana (at) example (dot) com
email | ana [at] example.org, please | ana [at] example.org
email | ana at example dot com works | ana at example dot com
email | ana arroba ejemplo punto es | ana arroba ejemplo punto es
email | ana＠example.com です | ana＠example.com
phone | Call +49 30 1234567 after six | +49 30 1234567
phone | +1 (555) 123-4567 | +1 (555) 123-4567
phone | my number is 0170 765 43 21 | 0170 765 43 21
phone | 03-1234-5678 に電話 | 03-1234-5678
phone | tel 01 23 45 67 89 le soir | 01 23 45 67 89
phone | +44 20 7946 0958 | +44 20 7946 0958
card | card 4111 1111 1111 1111 was declined | 4111 1111 1111 1111
card | 5500-0000-0000-0004 | 5500-0000-0000-0004
card | 378282246310005 too | 378282246310005
iban | DE89 3704 0044 0532 0130 00 | DE89 3704 0044 0532 0130 00
iban | GB82WEST12345698765432 | GB82WEST12345698765432
iban | FR14 2004 1010 0505 0001 3M02 606 | FR14 2004 1010 0505 0001 3M02 606
id_number | SSN 078-05-1120 | 078-05-1120
id_number | NI number AB 12 34 56 C here | AB 12 34 56 C
id_number | DNI 12345678Z | 12345678Z
id_number | X1234567L es mi NIE | X1234567L
id_number | CPF 529.982.247-25 | 529.982.247-25
id_number | RSSMRA85T10A562S | RSSMRA85T10A562S
id_number | my passport is C01X00T47 now | C01X00T47
id_number | Reisepassnummer C01X00T47 | C01X00T47
birth_date | I was born on 5 March 1984 there | 5 March 1984
birth_date | geboren am 05.03.1984 | 05.03.1984
birth_date | née le 5 mars 1984 | 5 mars 1984
birth_date | nací el 5 de marzo de 1984 | 5 de marzo de 1984
birth_date | 1984年3月5日生まれです | 1984年3月5日
address | I live at 221 Baker Street now | 221 Baker Street
address | an der Hauptstraße 12 ist es laut | Hauptstraße 12
address | au 12 rue de la Paix, Paris | 12 rue de la Paix
address | Calle Mayor 5 | Calle Mayor 5
address | Via Roma 12 a Torino | Via Roma 12
handle | write to @ana_berg for more | ana_berg
"""


@pytest.mark.parametrize("line", FOUND.strip().splitlines())
def test_personal_data_is_found_and_hidden(line: str) -> None:
    kind, text, personal = (part.strip() for part in line.split(" | "))
    found = [(span.kind, text[span.start : span.end]) for span in find_personal(text)]

    assert (kind, personal) in found
    assert personal not in mask(text)
    assert len(mask(text)) == len(text)


NOT_PERSONAL = """
12345678A
000-12-3456
666-12-3456
078-00-1120
I paid 1,000,000 in 2024-03-04 10:15:00
between 2019 and 2024
12.05.2024 - 13.05.2024
order 12345678
R0000001
3.14159265358979
25.0000000000
from 12.6106823455 to 13.1000000000
@home and @work
5 of 10 were late
version 2.10.11.12345
from 9:00 to 17:30
10 Downing of the line
It costs 12 a street
In March 1984 the shop opened
the born leader of 12 people
"""


@pytest.mark.parametrize("text", NOT_PERSONAL.strip().splitlines())
def test_ordinary_numbers_and_words_stay(text: str) -> None:
    assert find_personal(text) == ()
    assert mask(text) == text


@pytest.mark.parametrize(
    "text",
    ["4111 1111 1111 1112", "1234 5678 9012 3456", "DE89 3704 0044 0532 0130 01", "529.982.247-26", "12345678A"],
)
def test_numbers_whose_check_digits_are_wrong_are_no_cards_accounts_or_ids(text: str) -> None:
    assert {span.kind for span in find_personal(text)} <= {"phone"}


NAMES = """
I spoke to Maria Lopez, then left | Maria Lopez
Then Mr Ames came back | Ames
My name is Karl Meyer and I work there | Karl Meyer
Ich heiße Karl Meyer | Karl Meyer
Frau Schulze war sehr nett | Schulze
Mein Kollege Bernd hat es gesagt | Bernd
Je m'appelle Camille Dubois | Camille Dubois
Madame Dubois m'a aidée | Dubois
Me llamo Ana García | Ana García
Mi jefe Pedro dijo que no | Pedro
Mi chiamo Giulia Rossi | Giulia Rossi
Meu nome é João Silva | João Silva
my manager Priya is great | Priya
the nurse called Beth was kind | Beth
Dr. Okafor explained it | Okafor
Prof. Li taught us | Li
田中さんが助けてくれた | 田中
私は山田太郎と申します | 山田太郎
"""


@pytest.mark.parametrize("line", NAMES.strip().splitlines())
def test_names_after_words_that_announce_them_and_first_names(line: str) -> None:
    text, name = line.split(" | ")

    assert name in {text[start:end] for start, end in find_names(text)}


NO_NAMES = """
The Shop is Open on Sunday
I use Slack and Teams every day
Excellent Service and Fast Delivery
Mr is short for mister
my manager is great
Berlin is far from Paris
The iPhone and the Galaxy are fine
Ich finde die Frau am Empfang nett
Es war gut, danke
Le Monde est un journal
April was cold, and May was not
Google Maps told me the way
NASA and the BBC said so
使いやすいです
"""


@pytest.mark.parametrize("text", NO_NAMES.strip().splitlines())
def test_capitals_that_name_nobody(text: str) -> None:
    assert sorted(find_names(text)) == []
