"""What a page costs the processor once its process is warm, asked as a signed-in person by Django's test client.

    python -m benchmarks pages

Twenty experiments, one of them with 300 people, 29 questions and a finished run of four personas. A page is asked
`ROUNDS` times; the median of the processor's time (of this process, all threads) counts.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.report import section, verdict

if TYPE_CHECKING:
    from django.test import Client

EXPERIMENTS, ROWS, COLUMNS, PERSONAS = 20, 300, 29, 4
WARM_UP, ROUNDS = 5, 60
SMALL, LARGE = 15, 31  # milliseconds


class Page(NamedTuple):
    name: str
    address: str
    limit: int | None
    """Milliseconds; None: measured to compare with."""


def main() -> None:
    """Print a table; exit 1 when a limit is broken."""
    with tempfile.TemporaryDirectory(prefix="persona-pages-") as folder:
        prepare(folder)
        client, pages = _filled()
        with section("pages", save=True) as report:
            report.say(f"Median of {ROUNDS} requests after {WARM_UP}, and what nine in ten stay below.")
            found = {page: _milliseconds(client, page.address) for page in pages}
            bars = [
                (f"{page.name} ≤ {page.limit} ms", _both(times), median(times) <= page.limit)
                for page, times in found.items()
                if page.limit
            ]
            good = verdict(bars, report)
            others = (f"{page.name} {_both(times)}" for page, times in found.items() if not page.limit)
            report.say(f"Beside them: {', '.join(others)}.")
    sys.exit(not good)


def prepare(folder: str) -> None:
    """An installation of its own, with a database."""
    os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "persona_web.settings", "ALLOWED_HOSTS": "testserver"}
    for name in ("DATABASE_URL", "REDIS_URL", "DEBUG"):
        os.environ.pop(name, None)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def _filled() -> tuple[Client, list[Page]]:
    """A signed-in person with experiments, and the pages to ask for."""
    from django.test import Client
    from django.urls import reverse

    from experiments.models import DataSource
    from generation.runs import services, tasks
    from persona.models import PersonaConfig
    from tests.factories import DataSourceFactory, ExperimentFactory, UserFactory
    from tests.generation.values import finished_run

    owner = UserFactory()
    for _ in range(EXPERIMENTS - 1):
        experiment = ExperimentFactory(owner=owner)
        DataSource.objects.create(experiment=experiment, name="a.csv", status="ready", report={}, rows=ROWS)
        finished_run(experiment, personas=PERSONAS)
    experiment = DataSourceFactory(experiment=ExperimentFactory(owner=owner), content=_answers()).experiment
    run = services.start_run(experiment=experiment, config=PersonaConfig(count=PERSONAS))
    tasks.generate_run(str(run.pk))
    persona = run.personas.order_by("position").first()
    statement = persona.statements.filter(evidence__isnull=False).order_by("position").first()
    client = Client()
    client.force_login(owner)
    of_persona = reverse("generation:persona", args=[persona.pk])
    return client, [
        Page("list of experiments", reverse("experiments:list"), SMALL),
        Page("results", reverse("generation:results", args=[run.pk]), SMALL),
        Page("persona", of_persona, SMALL),
        Page("persona with the drawer open", f"{of_persona}?e={statement.pk}", SMALL),
        Page("data browser", reverse("experiments:data", args=[experiment.pk]), LARGE),
        Page("help", reverse("experiments:help"), None),
        Page("check", reverse("experiments:check", args=[experiment.pk]), None),
    ]


def _answers() -> str:
    """The sample survey's rows, widened to many columns."""
    import csv
    import io

    from tests.invented import invented_answers

    rows = list(csv.reader(io.StringIO(invented_answers(ROWS))))
    more = COLUMNS - len(rows[0])
    rows[0] += [f"How much do you agree, {number}?" for number in range(1, more + 1)]
    for at, row in enumerate(rows[1:]):
        row += [str((at * (number + 3) + number) % 5 + 1) for number in range(more)]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _milliseconds(client: Client, address: str) -> list[float]:
    found = []
    for number in range(WARM_UP + ROUNDS):
        began = time.process_time()
        answer = client.get(address)
        if number >= WARM_UP:
            found.append((time.process_time() - began) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{address} answered {answer.status_code}")
    return found


def _both(times: list[float]) -> str:
    return f"{median(times):.1f} ms ({quantiles(times, n=10)[-1]:.1f})"


if __name__ == "__main__":
    main()
