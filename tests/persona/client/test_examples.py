"""What the documentation shows for a server runs against one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from standardwebhooks import Webhook as Verifier

from tests.generation.webhooks.receiver import Receiver
from tests.services import program

if TYPE_CHECKING:
    from tests.persona.client.conftest import Server

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_webhook_is_made_and_tried_from_a_shell(server: Server) -> None:
    for name in ("curl", "jq"):
        program(name, package=name)
    environment = {**os.environ, "PERSONA_URL": server.url, "PERSONA_TOKEN": server.token}
    with Receiver(port=server.receiver) as receiver:
        command = ["sh", str(DOCS / "examples" / "webhook.sh"), receiver.url]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert (done.stderr, done.returncode) == ("", 0)
    first, *tries, last = done.stdout.splitlines()
    assert (tries[-1], last) == ("try 1: 200 thank", "The test is delivered.")
    (message,) = receiver.messages
    secret = first.removeprefix("WEBHOOK_SECRET=")
    assert Verifier(secret).verify(message.body, message.headers)["type"] == "webhook.test"


def shell(name: str, server: Server, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    for needed in ("curl", "jq"):
        program(needed, package=needed)
    environment = {**os.environ, "PERSONA_URL": server.url, "PERSONA_TOKEN": server.token}
    command = ["sh", str(DOCS / "examples" / name), *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_shell_gets_from_a_token_to_personas(server: Server, answers: Path, tmp_path: Path) -> None:
    done = shell("personas.sh", server, tmp_path, str(answers))

    assert (done.stderr, done.returncode) == ("", 0)
    lines = done.stdout.splitlines()
    written = [line.removeprefix("written: ") for line in lines if line.startswith("written: ")]
    listed = [line for line in lines if line[:2] in ("1.", "2.", "3.")]
    assert [line[3:].partition(",")[0] for line in listed] == written
    assert (len(written), lines[0].partition("\t")[2], lines[-1]) == (3, "Respondent", "Everything is in personas.md")
    text = (tmp_path / "personas.md").read_text(encoding="utf-8")
    assert all(name in text for name in written)


def test_a_shell_generates_in_one_call(server: Server, answers: Path, tmp_path: Path) -> None:
    done = shell("generate.sh", server, tmp_path, str(answers))

    assert (done.stdout, done.stderr, done.returncode) == ("done\n", "", 0)


def build(folder: Path, file: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """The recipe as it is shown, in a folder of its own."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    command = ["sh", str(DOCS / "examples" / "gate.sh"), str(file)]
    environment = {**os.environ, "PATH": path, **settings}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_build_passes_the_gate_with_a_server(server: Server, answers: Path, tmp_path: Path) -> None:
    place = {"PERSONA_SERVER": server.url, "PERSONA_TOKEN": server.token}

    done = build(tmp_path, answers, **place, GATE="verbatim>=1 quoted>=0.9")

    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "✓ verbatim >= 1: 1"), done.stderr


def test_build_fails_when_quality_falls_under_the_gate(answers: Path, tmp_path: Path) -> None:
    done = build(tmp_path, answers, GATE="verbatim>=1 personas>=12")

    assert done.returncode == 1
    assert [line[0] for line in done.stdout.splitlines()] == ["✓", "✗"]
    assert done.stderr.splitlines()[-1] == "Error: this result is under the gate."


def test_build_fails_when_the_data_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()

    done = build(tmp_path, Path("empty.csv"))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[0] == "Error: The file is empty: there is nothing to read in it."
