"""The document of the API: committed, complete, and true."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from pydantic import BaseModel

from persona_web.api import api
from persona_web.openapi import document

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENT: dict[str, Any] = json.loads(document())
READS_BY_POST = {"ask_run"}
"""What only reads, and is sent more than an address holds."""
OPERATIONS = {
    each["operationId"]: (method, path, each)
    for path, methods in DOCUMENT["paths"].items()
    for method, each in methods.items()
}


def test_the_committed_document_is_the_code_s() -> None:
    committed = (ROOT / "docs" / "openapi.json").read_text(encoding="utf-8")

    assert committed == document(), "the contract has changed: look at what, then run scripts/openapi"


def test_it_is_valid_as_others_read_it() -> None:
    """By the schema of OpenAPI 3.1, and every default by the schema of its field."""
    faults = [(list(each.absolute_path), each.message) for each in OpenAPIV31SpecValidator(DOCUMENT).iter_errors()]

    assert faults == []


def test_a_change_has_no_defaults_that_a_program_might_send() -> None:
    changes = {name: schema for name, schema in DOCUMENT["components"]["schemas"].items() if name.endswith("Change")}

    assert set(changes) >= {"ExperimentChange", "WebhookChange"}
    assert [name for name, schema in changes.items() if '"default"' in json.dumps(schema)] == []


def test_every_operation_is_in_it() -> None:
    made = sum(
        len(operation.methods)
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
    )

    assert (len(OPERATIONS), DOCUMENT["openapi"]) == (made, "3.1.0")


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The model and all that its fields hold, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        yield from (model for part in get_args(annotation) for model in models_in(part))


def test_no_two_models_share_a_name_in_it() -> None:
    """The later would take the place of the earlier, in silence."""
    waiting = [
        model
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
        for answered in (*operation.response_models.values(), *operation.models)
        if isinstance(answered, type)
        for model in models_in(answered)
    ]
    known: set[type[BaseModel]] = set()
    while waiting:
        if (model := waiting.pop()) not in known:
            known.add(model)
            waiting.extend(inner for field in model.model_fields.values() for inner in models_in(field.annotation))
    named = Counter(model.__name__ for model in known if model.__name__ in DOCUMENT["components"]["schemas"])

    assert len(named) > 100
    assert [name for name, times in named.items() if times > 1] == []


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_says_what_it_needs_and_answers(name: str) -> None:
    method, path, told = OPERATIONS[name]

    assert told["summary"][0].isupper()
    (security,) = told["security"]
    (scope,) = security["Bearer"]
    reads = method == "get" or name in READS_BY_POST
    assert (scope == "read") == reads, "reading needs read, and nothing else does"
    answers = set(told["responses"])
    assert {"400", "401", "403", "422", "429", "500"} <= answers
    assert ("404" in answers) >= ("{" in path)
    assert ({"411", "413", "415"} <= answers) == ("415" in answers) == ("requestBody" in told)
    assert [
        status
        for status in answers
        if status[0] in "45" and list(told["responses"][status]["content"]) != ["application/problem+json"]
    ] == []
    if method == "post" and answers & {"201"}:
        assert [each for each in told["parameters"] if each["name"] == "Idempotency-Key"]


def test_readings_of_what_may_not_be_ready_say_so() -> None:
    assert [
        name for name, (method, _, each) in OPERATIONS.items() if method == "get" and "409" in each["responses"]
    ] == [
        "list_left_out",
        "list_skipped",
        "list_questions",
        "list_columns",
        "list_rows",
        "export_run",
        "compare_personas",
        "compare_runs",
        "what_changed",
        "get_short_form",
    ]


def test_inputs_refuse_what_they_do_not_know() -> None:
    """Wherever a body is taken, on every level."""
    taken = [
        media["schema"]
        for _, _, each in OPERATIONS.values()
        for kind, media in each.get("requestBody", {}).get("content", {}).items()
        if kind == "application/json"
    ]
    open_ones = {name for schema in taken for name in _open(schema, set())}

    assert (len(taken) > 5, open_ones) == (True, set())


def _open(schema: Any, seen: set[str]) -> set[str]:
    """Names of the objects below `schema` that take any field."""
    found: set[str] = set()
    if isinstance(schema, list):
        return {name for each in schema for name in _open(each, seen)}
    if not isinstance(schema, dict):
        return found
    if (reference := schema.get("$ref", "").rpartition("/")[2]) and reference not in seen:
        found |= _open(DOCUMENT["components"]["schemas"][reference], seen | {reference})
    if "properties" in schema and schema.get("additionalProperties") is not False:
        found.add(schema.get("title", "?"))
    return found | {name for value in schema.values() for name in _open(value, seen)}
