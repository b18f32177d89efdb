"""Factories: each makes the smallest valid thing."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import Any

import factory
from allauth.account.models import EmailAddress

from accounts.models import User
from core.security.encryption import encrypt
from experiments import ingest
from experiments.models import DataSource, Experiment
from generation.models import Run, Webhook
from generation.webhooks.catalogue import EVENTS
from persona.models import PersonaConfig
from persona.source import Source

KEPT = Path(tempfile.mkdtemp(prefix="persona-read-"))
atexit.register(shutil.rmtree, KEPT, ignore_errors=True)
READ: dict[tuple[str, bytes], Path] = {}
"""Folders of sources that the library has read, by name and content of their file."""
SECRET = "whsec_YSByZWNlaXZlcidzIHNlY3JldCBvZiB0aGlydHktdHdvIQ=="
PASSWORD = "a-long-enough-pass-phrase"


class UserFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.com")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        is_confirmed = kwargs.pop("is_confirmed", True)
        user = model_class.objects.create_user(*args, password=kwargs.pop("password", PASSWORD), **kwargs)
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=is_confirmed)
        return user


class ExperimentFactory(factory.django.DjangoModelFactory[Experiment]):
    class Meta:
        model = Experiment

    owner = factory.SubFactory(UserFactory)
    name = factory.Sequence(lambda n: f"Study {n}")


ANSWERS = """id,city,What annoys you?
1,Porto,"The list ignores what is at home, and the plan breaks."
2,Porto,If one dinner slips everything after it slips too.
3,Lyon,Recipes that take longer than they say.
4,Lyon,I never know what things cost before I pay.
"""


# Nobody can tell whether the second row holds questions or a first person.
TWO_HEADS = "id,v1,v2\nNumber,How old are you?,Home\n1,34,Porto\n2,51,Oslo\n"


class DataSourceFactory(factory.django.DjangoModelFactory[DataSource]):
    """A source that the library has really read, from the text of a CSV file."""

    class Meta:
        model = DataSource

    experiment = factory.SubFactory(ExperimentFactory)
    name = "answers.csv"

    @classmethod
    def _create(cls, model_class: type[DataSource], *args: Any, **kwargs: Any) -> DataSource:
        content: str | bytes = kwargs.pop("content", ANSWERS)
        source = model_class(*args, **kwargs)
        read = _read(source, content.encode() if isinstance(content, str) else content)
        source.bytes, source.sha256 = read.report.bytes, read.report.sha256
        source.report = read.report.model_dump(mode="json")
        source.columns = [column.model_dump(mode="json") for column in read.columns]
        source.questionnaire = read.questionnaire.model_dump(mode="json")
        source.rows, source.skipped_total = read.report.rows, read.report.skipped_total
        source.status = DataSource.Status.READY
        source.save(force_insert=True)
        return source


def _read(source: DataSource, content: bytes) -> Source:
    """The content as the library reads it; what was read once is copied after that."""
    experiment = ingest.library(source.experiment)
    folder = experiment.path / "sources" / str(source.pk)
    before = READ.get((source.name, content))
    if before is None or experiment.sources:
        with tempfile.TemporaryDirectory() as upload:
            file = Path(upload, source.name)
            file.write_bytes(content)
            read = experiment.add_source(file, id=source.pk)
        if read.questionnaire and len(experiment.sources) == 1:  # understood, as an upload is
            READ[source.name, content] = KEPT / str(len(READ))
            shutil.copytree(folder, READ[source.name, content])
        return read
    shutil.copytree(before, folder)
    return Source(folder)


class RunFactory(factory.django.DjangoModelFactory[Run]):
    class Meta:
        model = Run

    experiment = factory.SubFactory(ExperimentFactory)
    started_by = factory.LazyAttribute(lambda run: run.experiment and run.experiment.owner)
    number = factory.Sequence(lambda n: n + 1)
    request_key = factory.Sequence(lambda n: f"key {n}")
    config = factory.LazyFunction(lambda: PersonaConfig().model_dump(mode="json"))


class WebhookFactory(factory.django.DjangoModelFactory[Webhook]):
    class Meta:
        model = Webhook

    owner = factory.SubFactory(UserFactory)
    url = "https://hooks.example.com/persona"
    events = factory.LazyFunction(lambda: list(EVENTS))
    secret = factory.LazyFunction(lambda: encrypt(SECRET))
    hint = "cret"
