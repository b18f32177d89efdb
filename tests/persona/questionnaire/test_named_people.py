"""Names that many people share, and accounts: told by the columns beside them and by their headings."""

from __future__ import annotations

import pytest

from persona.questionnaire.headings import names
from persona.questionnaire.kinds import QuestionKind as Kind
from tests.questionnaires import cells, columns, notes, read

MAILS = [f"p{at}@example.org" for at in range(60)]
SHARED = cells("Anna", "Luca", "Giulia", "Marco", "Sara")
AGREED = cells("Yes", "No", "Yes")


def kinds(**given: list[str]) -> dict[str, Kind]:
    found = read(columns(**given, agreed=AGREED, note=notes()))
    return {question.text: question.kind for question in found.questions if question.text in given}


@pytest.mark.parametrize(("name", "mail"), [("Nome", "E-mail"), ("Vorname", "E-Mail"), ("Nombre", "Correo")])
def test_a_first_name_beside_an_address_is_personal(name: str, mail: str) -> None:
    assert kinds(**{name: SHARED, mail: MAILS}) == {name: Kind.PERSONAL, mail: Kind.PERSONAL}


def test_a_name_that_stands_beside_nothing_personal_may_be_one_of_goods() -> None:
    goods = cells("Kiste", "Lampe", "Regal", "Stuhl")
    assert kinds(Name=goods, Farbe=cells("rot", "blau", "grau")) == {"Name": Kind.SINGLE, "Farbe": Kind.SINGLE}


def test_what_stands_beside_an_address_and_names_no_people_stays() -> None:
    towns = cells("Hof", "Ulm", "Kiel")
    assert kinds(**{"E-Mail": MAILS, "Standort": towns}) == {"E-Mail": Kind.PERSONAL, "Standort": Kind.SINGLE}


def test_accounts_of_authors_some_of_whom_wrote_twice_are_personal() -> None:
    accounts = [f"user_{at % 50}" for at in range(60)]
    shown = [f"Usuario {at % 50}" for at in range(60)]
    given = {"author.username": accounts, "author.name": shown}
    assert kinds(**given) == dict.fromkeys(given, Kind.PERSONAL)


@pytest.mark.parametrize(
    "heading",
    [
        "اسم المشتري",
        "Customer name",
        "Name of the buyer",
        "Nombre del cliente",
        "Nome do comprador",
        "Nom du client",
        "Kundenname",
        "Imię kupującego",
        "Имя покупателя",
        "Müşteri adı",
        "שם הלקוח",
        "Όνομα πελάτη",
        "Tên khách hàng",
        "Nama pembeli",
        "購入者名",
        "客户姓名",
        "고객명",
    ],
)
def test_headings_that_say_whose_name_it_is(heading: str) -> None:
    assert names("own_name", heading)


@pytest.mark.parametrize(
    "heading", ["اسم المنتج", "Product name", "Nom du produit", "Name der Filiale", "商品名", "상품명"]
)
def test_names_of_things_are_none_of_people(heading: str) -> None:
    assert not names("own_name", heading)
