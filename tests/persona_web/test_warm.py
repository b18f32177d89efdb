"""Warming up a worker: the first run finds everything imported that it can need."""

from __future__ import annotations

import subprocess
import sys
from ast import literal_eval
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from accounts.models import ProviderKey
from persona_web.warm import has_models

if TYPE_CHECKING:
    from pytest_django import Settings

    from accounts.models import User

CODE = """
import sys
import persona_web.wsgi
from persona_web.warm import warm
heavy = {"duckdb", "httpcore", "numpy", "persona.grouping", "persona.writing.lexicon", "pydantic_ai", "scipy.sparse"}
print(sorted(heavy & sys.modules.keys()))
for with_models in (False, True):
    warm(with_models=with_models)
    print(sorted(heavy & sys.modules.keys()))
"""


def test_a_worker_does_without_what_only_answers_people_and_pages() -> None:
    code = "import sys; from persona_web.celery import app; app.loader.import_default_modules()\n"
    code += "print(sorted({'ninja', 'django.test', 'experiments.tasks'} & sys.modules.keys()))\n"
    code += "from persona_web.warm import warm; warm(with_models=False)\n"
    code += "late = {f'persona.{room}' for room in ('asking', 'comparing', 'exporting', 'inspecting')}\n"
    code += "print(sorted(late & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "['experiments.tasks']\n[]\n"


def test_the_web_server_starts_without_what_only_reads_data_or_answers_questions() -> None:
    code = "import sys; import persona_web.wsgi\n"
    code += "print(sorted(name for name in sys.modules if name.startswith(('persona.', 'experiments.'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    late = ("persona.codebooks", "persona.models.asking", "persona.questionnaire.values", "persona.reading.survey")
    late += ("experiments.questions", "experiments.services", "experiments.templates")

    assert [name for name in literal_eval(done.stdout) if name.startswith(late)] == []


def test_a_worker_imports_what_the_web_server_does_without() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    web, worker, with_models = map(literal_eval, done.stdout.splitlines())

    assert done.stderr == ""
    assert (web, worker) == ([], ["duckdb", "numpy", "persona.grouping", "persona.writing.lexicon", "scipy.sparse"])
    assert set(with_models) - set(worker) - {"httpcore"} == {"pydantic_ai"}


@pytest.mark.django_db
def test_models_are_there_once_somebody_has_a_key(alice: User, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"openai_api_key": None, "ollama_base_url": None})
    before = has_models()
    ProviderKey.objects.create(owner=alice, provider="openai", checked=timezone.now())

    assert (before, has_models()) == (False, True)
