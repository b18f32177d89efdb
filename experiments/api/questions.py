"""Questions over HTTP: what a file is understood as, what is unsure about it, and a person's word on both."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Status

from accounts.api.authentication import Call, needs
from core.http.readiness import when_ready
from experiments import files, questions
from experiments.api.finding import ready, source_of
from experiments.api.schemas import DataSourceOut, QuestionsIn, QuestionsOut
from experiments.models import DataSource
from experiments.questionnaires import questionnaire_of
from persona.inspecting import inspection_of, language_in
from persona.models import SourceReport

router = Router()


@router.get(
    "/sources/{uuid:source_id}/questions",
    response=QuestionsOut,
    auth=needs("read"),
    operation_id="list_questions",
    summary="List questions and doubts",
)
@when_ready
def list_questions(request: Call, source_id: UUID) -> object:
    """What people were asked, what is unsure about it, and which rows are people, as it stands now."""
    return _told(ready(source_of(request, source_id)))


@router.patch(
    "/sources/{uuid:source_id}/questions",
    response={200: QuestionsOut, 202: DataSourceOut},
    auth=needs("write"),
    operation_id="change_questions",
    summary="Settle doubts and say what questions mean",
)
def change_questions(request: Call, source_id: UUID, wanted: QuestionsIn, response: HttpResponse) -> object:
    """Answers and choices together, as one change.

    An answer about how the file is read (`header_rows`, `transposed`, `long_form`, `sheets`) has it read anew: then the
    answer is 202 with the new data source, to be followed at `Location`.
    """
    source = ready(source_of(request, source_id))
    questions.check_answers(wanted.answers, questionnaire_of(source).doubts)
    told = questions.of_codebook(source, wanted.codebook).questions if wanted.codebook else {}
    changed = questions.change(source=source, answers=wanted.answers, questions={**told, **wanted.questions})
    if changed.pk != source.pk:
        response["Location"] = f"/api/v1/sources/{changed.pk}"
        return Status(202, changed)
    return Status(200, _told(changed))


def _told(source: DataSource) -> dict[str, object]:
    read = questionnaire_of(source)
    languages = [language_in(files.source(source.experiment_id, source.pk), read)]
    found = inspection_of(read, [SourceReport.model_validate(source.report)], languages)
    said = questions.said_of(source)
    return {
        **{name: getattr(found, name) for name in type(found).model_fields},
        "answers": said.answers,
        "choices": said.questions,
        "changed": source.version,
    }
