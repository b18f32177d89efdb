"""What providers really send, without a server: a client whose every question gets one answer."""

from __future__ import annotations

from typing import Any

import httpx2

from persona.writers.llm import Access, Patience

HASTY = Patience(connect=1, read=1, total=3, tries=2, wait=0)
KEY = "sk-of-somebody"
KEYED = Access.model_validate({"api_key": KEY, "patience": HASTY})
TRUNCATED = '{"choices": [{"message": {"content": "'


class Answers:
    """A handler that keeps what was asked; gives these answers in turn, the last one for ever."""

    def __init__(self, *answers: httpx2.Response | Exception) -> None:
        self.asked: list[httpx2.Request] = []
        self._answers = answers

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        answer = self._answers[min(len(self.asked), len(self._answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return httpx2.Response(answer.status_code, headers=answer.headers, content=answer.content)

    def client(self, patience: Patience) -> httpx2.AsyncClient:
        """In place of `transport.http_client`."""
        timeout = httpx2.Timeout(patience.read, connect=patience.connect)
        return httpx2.AsyncClient(transport=httpx2.MockTransport(self), follow_redirects=False, timeout=timeout)


def json(body: Any, status: int = 200, **headers: str) -> httpx2.Response:
    return httpx2.Response(
        status, json=body, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def text(body: str, status: int = 200, kind: str = "application/json") -> httpx2.Response:
    return httpx2.Response(status, text=body, headers={"content-type": kind})


HTML = text("<html><h1>Sign in to the guest network</h1></html>", kind="text/html")
NO_ANSWERS = {
    "a page": HTML,
    "truncated": text(TRUNCATED),
    "nothing": text(""),
    "a list": json([]),
    "a word": json("ok"),
    "an empty object": json({}),
    "null for everything": json({"choices": None, "content": None, "data": None, "embeddings": None}),
    "no choices": json({"choices": [], "content": [], "data": [], "id": "1", "model": "m"}),
    "an error with status 200": json({"error": {"message": f"the key {KEY} is not known", "type": "auth"}}),
    "a redirect": httpx2.Response(302, headers={"location": "http://elsewhere.test/"}),
}
