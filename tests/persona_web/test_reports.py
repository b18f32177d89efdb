"""Reports of faults: they arrive, say where it happened and for which request, and hold nobody's words."""

from __future__ import annotations

import gzip
import http.server
import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.context import bound
from persona_web.reports import without_words

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
WORDS = "the soup of Mrs. Winter"
BROKEN = """
import logging, django
django.setup()
from django.conf import settings
from django.test import Client
from django.urls import path

def broken(request):
    words = request.POST["words"]
    logging.getLogger("experiments.files").error("%s cannot be read", words)
    logging.getLogger("elsewhere").error("read: " + words)
    raise ValueError(words)

handler500 = "core.pages.errors.server_error"
urlpatterns = [path("healthz", broken, name="healthz")]
settings.ROOT_URLCONF = "broken"
settings.ALLOWED_HOSTS = ["testserver"]
client = Client(raise_request_exception=False, headers={"X-Words": WORDS})
response = client.post("/healthz?q=" + WORDS, {"words": WORDS})
import sentry_sdk
sentry_sdk.flush()
print(response.status_code)
"""


@contextmanager
def collected() -> Iterator[tuple[str, list[dict[str, object]]]]:
    """A server that takes reports: what to set, and the events that came."""
    events: list[dict[str, object]] = []

    class Take(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            events.append(json.loads(body.splitlines()[2]))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: object) -> None:
            """Nothing: tests have an output of their own."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Take)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://key@127.0.0.1:{server.server_port}/1", events
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_fault_is_reported_without_words(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text(f"WORDS = {WORDS!r}\n{BROKEN}")
    with collected() as (dsn, events):
        done = subprocess.run(
            [sys.executable, "-c", "import broken"],
            check=True,
            cwd=ROOT,
            capture_output=True,
            text=True,
            env={
                **{name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
                "DJANGO_SETTINGS_MODULE": "persona_web.settings",
                "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT), os.environ.get("PYTHONPATH", "")]),
                "SENTRY_DSN": dsn,
                "DATA_DIR": str(tmp_path / "data"),
            },
        )

    faults = [event["exception"]["values"][0] for event in events if "exception" in event]  # type: ignore[index]
    assert done.stdout == "500\n"
    assert [fault["type"] for fault in faults] == ["ValueError"]
    assert faults[0]["stacktrace"]["frames"][-1]["function"] == "broken"
    assert sorted(str(event["message"]) for event in events if "message" in event) == [
        "%s cannot be read",
        "Logged by elsewhere",
    ]
    assert [len(event["tags"]["request"]) for event in events] == [9] * 3  # type: ignore[index]
    assert "Winter" not in json.dumps(events)


def test_what_is_not_on_the_list_is_left_out() -> None:
    event = {
        "event_id": "1",
        "level": "error",
        "request": {"url": WORDS},
        "user": {"email": WORDS},
        "extra": {"argv": [WORDS]},
        "breadcrumbs": {"values": [{"message": WORDS}]},
        "contexts": {"trace": {}, "words": WORDS},
        "server_name": "host",
        "exception": {
            "values": [
                {
                    "type": "KeyError",
                    "module": None,
                    "value": WORDS,
                    "stacktrace": {"frames": [{"function": "read", "lineno": 3, "vars": {"cell": WORDS}}]},
                }
            ]
        },
    }

    with bound(request="ABCD-2345", run=7):
        sent = without_words(event)

    assert sent == {
        "event_id": "1",
        "level": "error",
        "tags": {"request": "ABCD-2345", "run": "7"},
        "exception": {
            "values": [
                {"type": "KeyError", "module": None, "stacktrace": {"frames": [{"function": "read", "lineno": 3}]}}
            ]
        },
    }


def test_an_event_of_nothing_is_nothing() -> None:
    assert without_words({"exception": None, "logentry": None}) == {"tags": {}}
