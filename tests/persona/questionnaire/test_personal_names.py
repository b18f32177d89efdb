"""Names of people in what others wrote, and words that only look like them."""

from __future__ import annotations

import pytest

from persona.questionnaire.personal_names import find_names
from tests.questionnaires import table_of

# Text ~ the names in it.
NAMED = """
I spoke to Maria Lopez, then to Mr Ames. ~ Maria Lopez; Ames
my boss Kenny was rude ~ Kenny
Our old neighbour Zarah helped us. ~ Zarah
Dear Anna, thanks ~ Anna
I am called Bo Li ~ Bo Li
My name's Ottoline ~ Ottoline
signed, Tom Ford ~ Tom Ford
a nurse named Winnifred sat with me ~ Winnifred
Thanks to Jean-Pierre Martin ~ Jean-Pierre Martin
Mrs. O'Brien was kind ~ O'Brien
Frau Müller half mir ~ Müller
Herr von der Tann kam zu spät ~
mein Kollege Jens sagt es auch ~ Jens
unsere Chefin Adelgunde ~ Adelgunde
Ich heiße Grimbert ~ Grimbert
ein Mitarbeiter namens Zacharias ~ Zacharias
Merci à Mme Dupont ~ Dupont
je m'appelle Solène ~ Solène
mon frère Aurélien ~ Aurélien
une dame nommée Huguette ~ Huguette
la señora Ruiz ~ Ruiz
me llamo Iker ~ Iker
mi amiga Itziar ~ Itziar
Saludos, Amparo ~ Amparo
minha irmã Jussara ~ Jussara
chamo-me Tomé ~ Tomé
mi chiamo Fiammetta ~ Fiammetta
田中さんが親切 ~ 田中
私は山田です ~ 山田
鈴木先生に感謝 ~ 鈴木
Herr Dr. Bergmoser hat mich beraten ~ Bergmoser
Le docteur Marchand était pressé ~ Marchand
El doctor Echeverría fue amable ~ Echeverría
Il dottor Marchetti mi ha visitato ~ Marchetti
O doutor Sampaio me atendeu ~ Sampaio
our team lead is called Shaneeqa ~ Shaneeqa
la mia collega si chiama Ermenegilda ~ Ermenegilda
I talked to Dave about it ~ Dave
Hablé con Pilar Montero ~ Pilar Montero
"""


@pytest.mark.parametrize(("text", "names"), table_of(NAMED))
def test_names(text: str, names: str) -> None:
    assert [text[a:b] for a, b in sorted(set(find_names(text)))] == [name for name in names.split("; ") if name]


@pytest.mark.parametrize(
    "text",
    [
        "", "no names here", "maria was nice", "MARIA WAS NICE", "Berlin is nice", "who is Grace?", "Mr. I do not know",
        "my sister I love", "We went in April", "Will you come?", "the manager. She left", "my boss is rude",
        "先生は親切でした", "とても良い", "São Paulo is large", "We live in Saint-Pierre", "a doctor and a nurse",
    ],
)  # fmt: skip
def test_no_names(text: str) -> None:
    assert list(find_names(text)) == []
