"""Mail: the server's settings from its address, and files where there is none."""

from __future__ import annotations

import email
import re
import stat
from email import policy
from pathlib import Path

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from pytest_django import Settings

from core.mail import mail_is_sent, mail_settings, send_text

SMTP = {
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "EMAIL_HOST": "mail.example",
    "EMAIL_TIMEOUT": 10,
}


@pytest.mark.parametrize(
    ("url", "port", "user", "password", "ssl", "tls"),
    [
        ("smtp://mail.example", 25, "", "", False, False),
        ("smtp://an%40a:s%2Fe@mail.example", 587, "an@a", "s/e", False, True),
        ("smtps://ana:secret@mail.example", 465, "ana", "secret", True, False),
        ("smtp://mail.example:2525", 2525, "", "", False, False),
    ],
)
def test_the_address_of_a_mail_server(url: str, port: int, user: str, password: str, ssl: bool, tls: bool) -> None:
    assert mail_settings(url) == {
        **SMTP,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": user,
        "EMAIL_HOST_PASSWORD": password,
        "EMAIL_USE_SSL": ssl,
        "EMAIL_USE_TLS": tls,
    }


@pytest.mark.parametrize("url", ["mail.example", "imap://mail.example", "smtp://"])
def test_another_address_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL must look like smtp://"):
        mail_settings(url)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.MAIL_DIR = tmp_path / "mail"
    settings.EMAIL_BACKEND = mail_settings(None)["EMAIL_BACKEND"]
    return settings.MAIL_DIR


def test_without_a_server_messages_are_files_of_their_owner(folder: Path) -> None:
    mail.send_mail("Grüße", "Öffnen Sie den Link.", "persona@localhost", ["ana@example.com"])

    [file] = folder.iterdir()
    message = email.message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (message["To"], message["Subject"]) == ("ana@example.com", "Grüße")
    assert message.get_content() == "Öffnen Sie den Link."
    assert [stat.S_IMODE(path.stat().st_mode) for path in (file, folder)] == [0o600, 0o700]


def test_the_log_says_where_the_message_is(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    mail.send_mail("Hello", "Text", None, ["ana@example.com"])

    [file] = folder.iterdir()
    assert caplog.messages == [f"No mail server is set (EMAIL_URL). “Hello” is kept in {file}"]


def test_pages_know_whether_mail_leaves(folder: Path, settings: Settings, rf: RequestFactory) -> None:
    kept = mail_is_sent(rf.get("/"))
    settings.EMAIL_BACKEND = SMTP["EMAIL_BACKEND"]

    assert (kept, mail_is_sent(rf.get("/"))) == ({"mail_is_sent": False}, {"mail_is_sent": True})


TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"
OURS = sorted(TEMPLATES.glob("*/mail/*.txt"))


@pytest.mark.parametrize("template", OURS, ids=[path.stem for path in OURS])
def test_no_name_with_an_empty_line_ends_a_subject(template: Path) -> None:
    first = template.read_text(encoding="utf-8").partition("\n")[0]
    names = re.findall(r"{{ (.*?) }}", first)

    assert [name for name in names if not name.endswith(('.split|join:" "', "_display|lower"))] == []


def test_a_text_is_sent_with_its_first_line_as_the_subject(mailoutbox: list[mail.EmailMessage]) -> None:
    class Team:
        name = "Lab\n\nBcc: x@example.com & <b>"

    send_text("teams/mail/removed.txt", {"team": Team(), "address": "https://persona.example/"}, "ana@example.com")

    (sent,) = mailoutbox
    assert (sent.to, sent.bcc) == (["ana@example.com"], [])
    assert sent.subject == "You are no longer in “Lab Bcc: x@example.com & <b>”"
    assert sent.body.endswith("\n")
    assert not sent.body.startswith("\n")
