"""Asking a run: its index is made once, by a task where that takes long; questions are kept for the next run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.core.cache import cache

from core.pages.kept import Kept
from generation.personas.assigning import finished
from generation.personas.models import Persona
from generation.provenance.asking.models import SavedQuestion
from generation.provenance.asking.tasks import index_run

if TYPE_CHECKING:
    from accounts.models import User
    from generation.runs.models import Run
    from persona.asking import Study
    from persona.models.asking import AskedAnswer, QuoteFilter

AT_ONCE = 400
"""Rows of a run whose answers are read while somebody waits; more are read by a task."""
WAIT = 300
"""Seconds until the task is sent again, should it be lost."""
SIZE = 4
"""Runs that stay in memory; their passages are mapped, not read."""
_studies: Kept[Study] = Kept(size=SIZE)


def study(run: Run) -> Study:
    """The run, ready to be asked, with its personas called what they are called now.

    Raises:
        ConfigurationError: its folder has gone.
    """

    def made() -> Study:
        found = finished(run).study()
        called = {persona.position: persona.called for persona in Persona.everything.filter(run=run)}
        return replace(found, labels={**found.labels, **called})

    return _studies.get((run.pk, run.finished, run.edited), made)


def is_ready(run: Run) -> bool:
    """Whether the run can be asked at once; where not, a task has been sent to read its answers.

    Raises:
        ConfigurationError: its folder has gone.
    """
    from persona.asking.index import FOLDER

    if run.rows <= AT_ONCE or (finished(run).run.path / FOLDER).is_dir():
        return True
    if cache.add(f"asking:{run.pk}", 1, WAIT):
        index_run.delay(str(run.pk))
    return False


def ask(run: Run, question: str, wanted: QuoteFilter | None = None, *, limit: int) -> AskedAnswer:
    """What the data of a run says to a question.

    Raises:
        ConfigurationError: as `persona.asking.answer`, or the run's folder has gone.
    """
    from persona.asking import answer, checked

    return answer(study(run), checked(question), wanted=wanted, limit=limit)


def save(run: Run, question: str, user: User) -> SavedQuestion:
    """Keep a question of the run's experiment, with what this run says to it; saved again, with what a newer one says.

    Raises:
        ConfigurationError: it cannot be asked.
    """
    from persona.asking import checked

    question = checked(question)
    found = ask(run, question, limit=1)
    told = {"run_number": run.number, "people": found.people, "base": found.base}
    kept, is_new = SavedQuestion.objects.get_or_create(
        experiment=run.experiment, text=question, defaults={"saved_by": user, **told}
    )
    if not is_new:
        SavedQuestion.objects.filter(pk=kept.pk, run_number__lt=run.number).update(**told)
        kept.refresh_from_db()
    return kept


def forget(run: Run, question: str) -> None:
    """Keep a question of the run's experiment no longer; what is not there is left alone."""
    SavedQuestion.objects.filter(experiment=run.experiment, text=" ".join(question.split())).delete()
