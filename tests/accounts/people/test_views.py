"""Signing up, in and out, and each page on the way: our look, and nothing that gives people away."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from accounts.models import User
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

ENTRANCES = {
    "account_login": "Welcome back",
    "account_signup": "Create your account",
    "account_reset_password": "Set a new password",
    "account_reset_password_done": "Look at your mail",
    "account_reset_password_from_key_done": "Your password is changed",
    "account_inactive": "This account is switched off",
    "account_email_verification_sent": "Confirm your address",
}
OWN = {
    "account": "Profile",
    "account_email": "E-mail",
    "account_change_password": "Password",
    "account_reauthenticate": "Is it you?",
    "account_logout": "Sign out?",
}


def headings(html: str) -> list[str]:
    return re.findall(r"<h[12][^>]*>(.*?)</h[12]>", html)


def assert_ours(html: str) -> None:
    """Our layout, and nothing that the content policy would block."""
    assert re.search(r'<link rel="stylesheet" href="/static/css/app\.', html)
    assert re.findall(r"<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=", html) == []


@pytest.mark.parametrize(("name", "heading"), ENTRANCES.items())
def test_pages_before_signing_in(client: Client, name: str, heading: str) -> None:
    html = client.get(reverse(name)).content.decode()

    assert_ours(html)
    assert headings(html) == [heading]


@pytest.mark.parametrize(("name", "heading"), OWN.items())
def test_pages_of_ones_own_account(client: Client, alice: User, name: str, heading: str) -> None:
    client.login(email=alice.email, password=PASSWORD)
    html = client.get(reverse(name)).content.decode()

    assert_ours(html)
    assert heading in headings(html)


def test_setting_a_password_where_there_is_none(client: Client) -> None:
    client.force_login(UserFactory(password=None))
    html = client.get("/account/password/set/").content.decode()

    assert_ours(html)
    assert headings(html) == ["Account", "Password"]


@pytest.mark.parametrize("url", ["/account/confirm-email/not-a-key/", "/account/password/reset/key/1-not-a-key/"])
def test_links_that_do_not_work_any_more(client: Client, url: str) -> None:
    html = client.get(url).content.decode()

    assert_ours(html)
    assert headings(html) == ["This link does not work any more"]


def sign_up(client: Client, **fields: str) -> str:
    data = {"email": "Ana@Example.com", "password1": "we eat at seven", "name": " Ana Berg ", **fields}
    response = client.post("/account/signup/", data)
    return response.headers.get("Location", response.content.decode())


def test_sign_up_keeps_the_name_and_signs_in(client: Client) -> None:
    assert sign_up(client) == "/"

    user = User.objects.get()
    assert (user.email, user.name, user.check_password("we eat at seven")) == ("ana@example.com", "Ana Berg", True)
    assert client.get("/account/").status_code == 200


def test_sign_up_needs_no_name(client: Client) -> None:
    assert sign_up(client, name="") == "/"


def test_sign_up_with_a_short_password_keeps_what_was_typed(client: Client) -> None:
    html = sign_up(client, password1="sunday")

    assert "Use 12 characters or more. Yours has 6." in html
    assert 'value="Ana@Example.com"' in html
    assert not User.objects.exists()


def test_where_mail_is_needed_signing_up_does_not_tell_who_has_an_account(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    UserFactory(email="ana@example.com")

    assert sign_up(client) == sign_up(Client(), email="new@example.com") == "/account/confirm-email/"
    assert [(message.to, message.subject) for message in mail.outbox] == [
        (["ana@example.com"], "You have an account already"),
        (["new@example.com"], "Confirm your address"),
    ]


def sign_in(client: Client, email: str, password: str = PASSWORD, url: str = "/account/login/") -> str:
    response = client.post(url, {"login": email, "password": password})
    return response.headers.get("Location", response.content.decode())


def test_sign_in_leads_back_to_the_page_but_never_to_another_site(client: Client, alice: User) -> None:
    assert sign_in(client, alice.email, url="/account/login/?next=/help/") == "/help/"
    assert sign_in(Client(), alice.email, url="/account/login/?next=https://evil.example/") == "/"
    assert sign_in(Client(), alice.email, url="/account/login/?next=http://[::1") == "/"


def test_sign_in_says_the_same_for_a_wrong_password_and_an_unknown_address(client: Client, alice: User) -> None:
    wrong, unknown = sign_in(client, alice.email, "wrong"), sign_in(client, "nobody@example.com", "wrong")

    sentence = "This e-mail and password do not go together. Check both, or set a new password."
    assert (sentence in wrong, sentence in unknown) == (True, True)


def test_five_wrong_passwords_close_the_door_for_a_while(client: Client, alice: User) -> None:
    for _ in range(5):
        sign_in(client, alice.email, "wrong")

    assert "Too many tries. Wait a while, or set a new password by e-mail." in sign_in(client, alice.email)


def test_a_switched_off_account_cannot_sign_in(client: Client, alice: User) -> None:
    User.objects.update(is_active=False)

    assert sign_in(client, alice.email) == "/account/inactive/"


def test_sign_out_is_a_post(client: Client, alice: User) -> None:
    client.force_login(alice)

    assert client.get("/account/logout/").status_code == 200
    assert client.get("/account/").status_code == 200
    assert client.post("/account/logout/").headers["Location"] == "/account/login/"
    assert client.get("/account/").status_code == 302


def test_a_new_session_at_sign_in_and_out(client: Client, alice: User) -> None:
    keys = [client.session.session_key]
    sign_in(client, alice.email)
    keys.append(client.session.session_key)
    client.post("/account/logout/")
    keys.append(client.session.session_key)

    assert len(set(keys)) == 3


def ask_for_reset(client: Client, email: str) -> str:
    return client.post("/account/password/reset/", {"email": email}).headers["Location"]


def test_password_reset_by_mail(client: Client, alice: User) -> None:
    elsewhere = Client()
    elsewhere.force_login(alice)
    assert ask_for_reset(client, alice.email) == "/account/password/reset/done/"
    [message] = mail.outbox
    [link] = re.findall(r"http://127\.0\.0\.1:8000(/account/password/reset/key/\S+)", message.body)

    form = client.get(link, follow=True)
    assert_ours(form.content.decode())
    changed = client.post(form.redirect_chain[-1][0], {"password1": "another long phrase"})

    assert changed.headers["Location"] == "/account/password/reset/key/done/"
    assert sign_in(client, alice.email, "another long phrase") == "/"
    assert elsewhere.get("/account/").status_code == 302  # signed out everywhere
    assert client.get(link, follow=True).status_code == 200
    assert headings(Client().get(link, follow=True).content.decode()) == ["This link does not work any more"]


def test_password_reset_answers_the_same_for_an_unknown_address(client: Client, alice: User) -> None:
    assert ask_for_reset(client, "nobody@example.com") == ask_for_reset(client, alice.email)
    assert [(message.to, message.subject) for message in mail.outbox] == [
        (["nobody@example.com"], "No account with this address"),
        ([alice.email], "Set a new password"),
    ]


def test_links_in_mails_do_not_follow_a_forged_host(client: Client, alice: User, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"public_url": "https://persona.example"})
    client.post("/account/password/reset/", {"email": alice.email}, headers={"Host": "localhost"})

    assert re.findall(r"(http\S+?)/account/", mail.outbox[0].body) == ["https://persona.example"]
    assert mail.outbox[0].body.endswith("Persona\nhttps://persona.example/")


def test_changing_the_password_signs_out_elsewhere_and_says_so_by_mail(client: Client, alice: User) -> None:
    elsewhere = Client()
    elsewhere.force_login(alice)
    sign_in(client, alice.email)

    data = {"oldpassword": PASSWORD, "password1": "another long phrase"}
    response = client.post("/account/password/change/", data, follow=True)

    assert "Your password is changed." in response.content.decode()
    assert (client.get("/account/").status_code, elsewhere.get("/account/").status_code) == (200, 302)
    assert [message.subject for message in mail.outbox] == ["Your password was changed"]


def change_address(client: Client, email: str) -> str:
    """The page of the address after the change was asked for and the password typed once more."""
    asked = client.post("/account/email/", {"email": email, "action_add": ""})
    client.post(asked.headers["Location"], {"password": PASSWORD})
    return client.get("/account/email/").content.decode()


@pytest.mark.parametrize("confirmed", [True, False])
def test_a_new_address_counts_when_it_is_confirmed(client: Client, alice: User, confirmed: bool) -> None:
    EmailAddress.objects.filter(user=alice).update(verified=confirmed)
    sign_in(client, alice.email)
    page = change_address(client, "new@example.com")
    assert_ours(page)
    assert "new@example.com waits for you to confirm it" in page
    alice.refresh_from_db()
    assert alice.email == "alice@example.com"

    [link] = re.findall(r"http://127\.0\.0\.1:8000(/account/confirm-email/\S+)", mail.outbox[-1].body)
    assert headings(client.get(link).content.decode()) == ["Confirm your address"]
    client.post(link)

    alice.refresh_from_db()
    assert alice.email == "new@example.com"
    assert list(EmailAddress.objects.values_list("email", "verified")) == [("new@example.com", True)]


def test_a_change_can_be_taken_back(client: Client, alice: User) -> None:
    sign_in(client, alice.email)
    change_address(client, "new@example.com")

    client.post("/account/email/", {"email": "new@example.com", "action_remove": ""})

    assert "waits for you" not in client.get("/account/email/").content.decode()
    assert sign_in(Client(), alice.email) == "/"


def test_the_address_of_somebody_else_cannot_be_taken(client: Client, alice: User, bob: User) -> None:
    sign_in(client, alice.email)
    change_address(client, bob.email)

    [link] = re.findall(r"http://127\.0\.0\.1:8000(/account/confirm-email/\S+)", mail.outbox[-1].body)
    html = client.post(link, follow=True).content.decode()

    assert "bob@example.com belongs to another account." in html
    assert set(User.objects.values_list("name", "email")) == {(alice.name, alice.email), (bob.name, bob.email)}


def test_a_change_of_address_asks_for_the_password_again(client: Client, alice: User) -> None:
    client.force_login(alice)  # a session that never typed one

    response = client.post("/account/email/", {"email": "new@example.com", "action_add": ""})

    assert response.headers["Location"].partition("?")[0] == "/account/reauthenticate/"


def test_the_profile_keeps_a_name(client: Client, alice: User) -> None:
    client.force_login(alice)
    response = client.post("/account/", {"name": "Alice A. Arden"}, follow=True)

    alice.refresh_from_db()
    assert alice.name == "Alice A. Arden"
    assert "Saved." in response.content.decode()


def test_the_profile_refuses_a_name_that_is_too_long(client: Client, alice: User) -> None:
    client.force_login(alice)
    response = client.post("/account/", {"name": "A" * 121})

    alice.refresh_from_db()
    assert (response.status_code, alice.name) == (422, "Alice Arden")
