"""A disk that fills up while a file arrives: nothing stays, and the person is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import ApiToken
from experiments import files
from experiments.models import DataSource
from tests.api.conftest import ALL_SCOPES, Program

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from accounts.models import User
    from experiments.models import Experiment

pytestmark = pytest.mark.django_db
FULL = Path("/dev/full")
SENTENCE = "There is no room left on this server. Tell whoever runs it; nothing was changed."


@pytest.fixture(autouse=True)
def full_disk(monkeypatch: pytest.MonkeyPatch, data_dir: Path) -> None:
    """What is written into an upload goes to a device that is always full."""
    if not FULL.exists():
        pytest.skip("there is no /dev/full")

    really = Path.open

    def opened(path: Path, mode: str = "r", **options: Any) -> Any:
        if mode == "xb":
            path.touch()
            return really(FULL, "wb")
        return really(path, mode, **options)

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.parametrize("size", [10, 300_000], ids=["noticed at the end", "noticed on the way"])
def test_a_form_that_does_not_fit(client_of: Callable[[User], Client], experiment: Experiment, size: int) -> None:
    file = SimpleUploadedFile("a.csv", b"a,b\n" * size)
    page = reverse("experiments:upload", args=[experiment.pk])

    response = client_of(experiment.owner).post(page, {"file": file})

    assert (response.status_code, response.context["problem"].code) == (507, "disk_full")
    assert " ".join((response.context["problem"].message, response.context["problem"].hint)) == SENTENCE
    assert (list(files.incoming().iterdir()), DataSource.objects.count()) == ([], 0)


@pytest.mark.parametrize("size", [10, 300_000], ids=["noticed at the end", "noticed on the way"])
def test_a_raw_body_that_does_not_fit(experiment: Experiment, size: int) -> None:
    path = f"/experiments/{experiment.pk}/sources"

    _, token = ApiToken.objects.issue(experiment.owner, name="Tests", scopes=ALL_SCOPES)

    response = Program(token).post(path, b"a,b\n" * size, content_type="text/csv")

    assert (response.status_code, response.json()["code"]) == (507, "disk_full")
    assert (list(files.incoming().iterdir()), DataSource.objects.count()) == ([], 0)
