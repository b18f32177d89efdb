"""The API as one application: strict in what it takes, one shape of error, and a document that says all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import BaseRenderer
from pydantic_core import to_json

from accounts.api.authentication import needs
from core.http import etags, problems
from core.http.bodies import StrictParser
from core.http.problems import ProblemOut
from core.http.query_validation import only_known_queries

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from ninja.operation import Operation

Details = dict[str, Any]
REFERENCE = "#/components/schemas/"
# Why an operation may refuse; what each says stands in the answer itself.
ALWAYS = {400: "Bad request", 401: "No valid token", 429: "Too many requests", 500: "Our fault"}
IN_BODY = {
    408: "Sent too slowly",
    411: "Sent in pieces, without its length",
    413: "Too large",
    415: "Wrong media type",
    507: "No room left on the server",
}
KEY: Details = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "description": "The same key with the same body is the same request for 24 hours: it happens once.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}


class FastRenderer(BaseRenderer):
    """JSON by the same machine that validates."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:  # noqa: ARG002 -- as the base has it
        return to_json(data, inf_nan_mode="null")


class Application(NinjaAPI):
    """`NinjaAPI` with our parser, errors and document; nobody gets in without a token."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(parser=StrictParser(), renderer=FastRenderer(), auth=needs("admin"), docs_url=None, **settings)
        self.add_decorator(only_known_queries, mode="view")

    def set_default_exception_handlers(self) -> None:
        # Ninja's types say that a handler may get a class; it never does.
        self.add_exception_handler(Exception, problems.answer)  # type: ignore[arg-type]
        self.add_exception_handler(etags.NotModified, _not_modified)  # type: ignore[arg-type]

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Details | None = None) -> Document:
        return Document(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)


class Document(OpenAPISchema):
    """OpenAPI 3.1 with every answer that an operation can give, and the scope it asks for."""

    def get_components(self) -> Details:
        schema = ProblemOut.model_json_schema(ref_template=REFERENCE + "{model}", mode="serialization")
        self.add_schema_definitions({**schema.pop("$defs"), ProblemOut.__name__: schema})
        return super().get_components()

    def operation_details(self, operation: Operation) -> Details:
        details: Details = super().operation_details(operation)
        for parameter in details["parameters"]:
            parameter.pop("examples", None)  # a list belongs in the schema, where it stands too
        if scope := _scope(operation):
            details["security"] = [{name: [scope] for name in each} for each in details["security"]]
            details["description"] = f"{details.get('description') or ''}\n\nScope: `{scope}`.".strip()
        if getattr(operation, "takes_key", False):
            details["parameters"].append(KEY)
        answers = details["responses"]
        for status, answer in answers.items():
            if headers := _headers(status, 304 in answers):
                answer["headers"] = headers
        for status, description in _refusals(operation, details).items():
            answers.setdefault(status, _problem(description))
        return details


def _refusals(operation: Operation, details: Details) -> dict[int, str]:
    found = dict(ALWAYS)
    if _scope(operation):
        found[403] = "The token lacks the scope"
    if "requestBody" in details or _names_something(details["parameters"]):
        found[404] = "Not there, or not yours"
    if "requestBody" in details:
        found |= IN_BODY
    if operation.methods != ["GET"] or getattr(operation, "may_come_too_soon", False):
        found[409] = "Not possible as things stand"
    return {**found, 422: "Invalid input"}


def _names_something(parameters: list[Details]) -> bool:
    """Whether an id may be in path or query."""
    return any(parameter["in"] == "path" or "'uuid'" in str(parameter["schema"]) for parameter in parameters)


def _problem(description: str) -> Details:
    return {
        "description": description,
        "content": {problems.MEDIA_TYPE: {"schema": {"$ref": REFERENCE + ProblemOut.__name__}}},
    }


def _headers(status: int, has_etag: bool) -> Details:
    text = {"schema": {"type": "string"}}
    found: Details = {}
    if status in (201, 202):
        found["Location"] = {"description": "Where the thing is, or can be followed.", **text}
    if status in (200, 304) and has_etag:
        found["ETag"] = {"description": "Send it as If-None-Match to hear only of changes.", **text}
    return found


def _scope(operation: Operation) -> str | None:
    return next((each.scope for each in operation.auth_callbacks if hasattr(each, "scope")), None)


def _not_modified(_request: HttpRequest, error: etags.NotModified) -> HttpResponse:
    return etags.not_modified(error)
