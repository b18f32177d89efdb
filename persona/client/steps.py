"""The conversations with a server, each once: which requests follow each other, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from persona.client import faults, replies
from persona.client.protocol import Answer, Call, Pause, Step, ask, seconds
from persona.client.replies import ExperimentInfo, RunInfo, SourceInfo
from persona.events import Completed, Failed, PersonaCreated
from persona.messages import configuration_error, data_error
from persona.models import Column, GenerationResult, Persona, PersonaConfig
from persona.questionnaire.models import Questionnaire

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from persona.exporting.formats import FormatId
    from persona.models import ColumnChoice, QuestionChoice

PAGE = 100
EVENTS = 500
ASK_AGAIN = 1.0  # seconds, where the server does not say
SETTINGS = ("count", "model", "detail", "budget_usd", "seed", "redact", "verify", "template")
NOT_SENT = ("embeddings", "edits")


class Steps:
    """All of them, for the server at `url`; a client carries them out."""

    def __init__(self, url: str) -> None:
        self.url = url

    # -- experiments ------------------------------------------------------------------------------
    def create(self, name: str, description: str, files: Sequence[Path]) -> Step[ExperimentInfo]:
        """A new experiment with its files, which are read together."""
        if missing := next((file for file in files if not file.is_file()), None):
            raise data_error("missing_file", name=missing.name)
        made = yield from self._get(Call("POST", "/experiments", body={"name": name, "description": description}))
        info = replies.read(ExperimentInfo, made.json(), self.url)
        for file in files:
            yield from self.upload(info.id, file, file.name, add=file != files[0])
        return info

    def find(self, name_or_id: str) -> Step[ExperimentInfo]:
        """By id, or by name: the newest that has it."""
        if _is_id(name_or_id):
            answer = yield from self._get(Call("GET", f"/experiments/{name_or_id}"))
            return replies.read(ExperimentInfo, answer.json(), self.url)
        for info in (yield from self.experiments(name_or_id)):
            if info.name == name_or_id:
                return info
        raise configuration_error("experiment_elsewhere", name=name_or_id, url=self.url)

    def experiments(self, words: str = "") -> Step[tuple[ExperimentInfo, ...]]:
        query = {"q": words[:200]} if words else {}
        found = yield from self._all("/experiments", query)
        return tuple(replies.read(ExperimentInfo, each, self.url) for each in found)

    def delete(self, experiment: str) -> Step[None]:
        yield from self._get(Call("DELETE", f"/experiments/{experiment}"))

    # -- data -------------------------------------------------------------------------------------
    def upload(self, experiment: str, file: Path, name: str, *, add: bool = False) -> Step[SourceInfo]:
        """Send the file as it is, and wait until the server has read it; `add`: beside the answers that are there.

        Raises:
            DataError: it cannot be used; `problems` says where.
        """
        headers = {"content-type": "application/octet-stream"}
        query = {"name": name} | ({"add": "true"} if add else {})
        call = Call("POST", f"/experiments/{experiment}/sources", query=query, file=file, headers=headers)
        return (yield from self._until_read((yield from self._get(call))))

    def _until_read(self, answer: Answer) -> Step[SourceInfo]:
        """Follow a data source until it has been read."""
        while True:
            told = answer.json()
            info = replies.read(SourceInfo, told, self.url)
            if info.status == "failed":
                raise faults.told(told["error"])
            if info.status == "ready":
                return info
            yield Pause(seconds(answer, ASK_AGAIN))
            answer = yield from self._get(Call("GET", f"/sources/{info.id}"))

    def source(self, experiment: str) -> Step[SourceInfo]:
        """The data of an experiment.

        Raises:
            DataError: it has none.
        """
        answer = yield from self._get(Call("GET", f"/experiments/{experiment}/sources"))
        if not (items := answer.json()["items"]):
            raise data_error("no_data", name=experiment)
        return replies.read(SourceInfo, items[0], self.url)

    def questionnaire(
        self,
        experiment: str,
        answers: Mapping[str, str] | None = None,
        questions: Mapping[str, QuestionChoice] | None = None,
    ) -> Step[Questionnaire]:
        """The questions as they stand, after what is said of them now. A file that is read anew is waited for."""
        source = yield from self.source(experiment)
        if answers or questions:
            said = {
                key: choice.model_dump(mode="json", exclude_unset=True) for key, choice in (questions or {}).items()
            }
            body = {"answers": dict(answers or {}), "questions": said}
            changed = yield from self._get(Call("PATCH", f"/sources/{source.id}/questions", body=body))
            if changed.status == 202:
                source = yield from self._until_read(changed)
        told = yield from self._get(Call("GET", f"/sources/{source.id}/questions"))
        known = {name: value for name, value in told.json().items() if name in Questionnaire.model_fields}
        return replies.read(Questionnaire, known, self.url)

    def columns(self, experiment: str) -> Step[tuple[Column, ...]]:
        source = yield from self.source(experiment)
        answer = yield from self._get(Call("GET", f"/sources/{source.id}/columns"))
        return tuple(replies.read(Column, each, self.url) for each in answer.json()["items"])

    def choose(self, experiment: str, wanted: Mapping[str, ColumnChoice]) -> Step[None]:
        source = yield from self.source(experiment)
        body = {"columns": {name: choice.model_dump(mode="json") for name, choice in wanted.items()}}
        yield from self._get(Call("PATCH", f"/sources/{source.id}/columns", body=body))

    # -- runs -------------------------------------------------------------------------------------
    def generate(self, experiment: str, config: PersonaConfig, resume: str | None) -> Step[GenerationResult]:
        """A run from its start, or from where it ended early, to its result; with its events on the way.

        Raises:
            PersonaError: what the library would raise, and `ServerError`.
        """
        if resume is None:
            run = yield from self.start(experiment, config)
        else:
            run = yield from self.go_on(resume)
        return (yield from self.follow(run.id, run.events))

    def go_on(self, run: str) -> Step[RunInfo]:
        """A run that ended early is taken up where it was; any other stays as it is."""
        info = yield from self.run(run)
        if info.status in ("failed", "cancelled"):
            return (yield from self._run("POST", f"/runs/{run}/resume"))
        return info

    def start(self, experiment: str, config: PersonaConfig) -> Step[RunInfo]:
        """A run with these settings, which the server carries out."""
        if unknown := next((name for name in NOT_SENT if getattr(config, name)), None):
            raise configuration_error("not_on_server", name=unknown)
        if config.answers or config.questions:
            yield from self.questionnaire(experiment, config.answers, config.questions)
        if config.columns:
            yield from self.choose(experiment, config.columns)
        body = config.model_dump(mode="json", include=set(SETTINGS))
        return (yield from self._run("POST", f"/experiments/{experiment}/runs", body))

    def follow(self, run: str, after: int = 0) -> Step[GenerationResult]:
        """The events of a run as they come, and its result."""
        tag = ""
        while True:
            headers = {"if-none-match": tag} if tag else {}
            query = {"after": after, "limit": EVENTS}
            answer = yield from self._get(Call("GET", f"/runs/{run}/events", query=query, headers=headers))
            tag = answer.headers.get("etag", "")
            nothing: dict[str, Any] = {"items": (), "next": after, "is_finished": False}
            page = answer.json() if answer.status == 200 else nothing
            for item in page["items"]:
                yield from self._tell(run, item)
            if page["is_finished"]:
                return (yield from self._end(run))
            if page["next"] != after:
                after, tag = page["next"], ""
            if len(page["items"]) < EVENTS:
                yield Pause(seconds(answer, ASK_AGAIN))

    def run(self, run: str) -> Step[RunInfo]:
        return (yield from self._run("GET", f"/runs/{run}"))

    def runs(self, experiment: str) -> Step[tuple[RunInfo, ...]]:
        found = yield from self._all("/runs", {"experiment": experiment})
        return tuple(replies.read(RunInfo, each, self.url) for each in found)

    def cancel(self, run: str) -> Step[RunInfo]:
        return (yield from self._run("POST", f"/runs/{run}/cancel"))

    # -- what was found ---------------------------------------------------------------------------
    def result(self, run: str) -> Step[GenerationResult]:
        return replies.result((yield from self.export(run, "json")), self.url)

    def export(self, run: str, kind: FormatId) -> Step[bytes]:
        """The run in one of `persona.exporting.formats.FORMATS`."""
        return (yield from self._get(Call("GET", f"/runs/{run}/exports/{kind}"))).content

    def personas(self, run: str) -> Step[tuple[Persona, ...]]:
        """Those that are written, with their evidence; while the run works, some."""
        answer = yield from self._get(Call("GET", f"/runs/{run}/personas"))
        found = []
        for brief in answer.json()["items"]:
            found.append((yield from self._persona(brief["id"])))  # noqa: PERF401 -- a comprehension cannot yield
        return tuple(found)

    # -- pieces -----------------------------------------------------------------------------------
    def _get(self, call: Call) -> Step[Answer]:
        return (yield from ask(call, self.url))

    def _run(self, method: str, path: str, body: Any = None) -> Step[RunInfo]:
        answer = yield from self._get(Call(method, path, body=body))
        return replies.read(RunInfo, answer.json(), self.url)

    def _all(self, path: str, query: Mapping[str, str | int]) -> Step[list[Any]]:
        """Every item of a list, page by page."""
        found: list[Any] = []
        cursor: dict[str, str] = {}
        while True:
            answer = yield from self._get(Call("GET", path, query={**query, "limit": PAGE, **cursor}))
            page = answer.json()
            found += page["items"]
            if page["next"] is None:
                return found
            cursor = {"cursor": page["next"]}

    def _tell(self, run: str, item: Mapping[str, Any]) -> Step[None]:
        """An event of the list as the library tells it; the last one of a run is told by `_end`."""
        payload = item["payload"]
        if item["type"] != "persona.created":
            if event := replies.event(item["type"], payload, self.url):
                yield event
            return
        answer = yield from self._get(Call("GET", f"/runs/{run}/personas"))
        for brief in answer.json()["items"]:
            if brief["position"] == payload["position"]:
                found = yield from self._persona(brief["id"])
                yield PersonaCreated(persona=found, resumed=payload.get("resumed", False))

    def _persona(self, persona: str) -> Step[Persona]:
        answer = yield from self._get(Call("GET", f"/personas/{persona}"))
        return replies.persona(answer.json(), self.url)

    def _end(self, run: str) -> Step[GenerationResult]:
        answer = yield from self._get(Call("GET", f"/runs/{run}"))
        told = answer.json()
        if told["status"] == "done":
            found = yield from self.result(run)
            yield Completed(result=found)
            return found
        error = told["error"] or (yield from self._last_words(run, told["events"]))
        yield Failed(
            code=error["code"],
            message=error["message"],
            hint=error.get("hint", ""),
            retryable=error.get("retryable", False),
        )
        raise faults.of_run(error)

    def _last_words(self, run: str, events: int) -> Step[dict[str, Any]]:
        """Why a run was stopped: that is no error of the run, but its last event says it."""
        query = {"after": max(events - 1, 0), "limit": 1}
        answer = yield from self._get(Call("GET", f"/runs/{run}/events", query=query))
        last: dict[str, Any] = answer.json()["items"][0]["payload"]
        return last


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
