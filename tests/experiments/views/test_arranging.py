from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.urls import reverse

from experiments import binning
from experiments.models import DataSource, Experiment, Template
from tests.experiments.pages import text_of
from tests.factories import ExperimentFactory

if TYPE_CHECKING:
    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
HOME, ARRANGE = "/", reverse("experiments:arrange")


def of(name: str, experiment: Experiment) -> str:
    return reverse(f"experiments:{name}", args=[experiment.pk])


def names(response: object) -> list[str]:
    return [card.name for card in response.context["cards"]]  # type: ignore[attr-defined]


def test_thrown_away_and_taken_back_by_undo(as_alice: Client, experiment: Experiment) -> None:
    page = as_alice.post(of("throw-away", experiment), {"back": "?show=all"}, follow=True)

    assert page.redirect_chain == [("/?show=all", 302)]
    assert f"“{experiment.name}” is in the bin for 30 days. Undo" in text_of(page)
    assert Experiment.objects.get().binned is not None
    undone = as_alice.post(ARRANGE, {"do": "put-back", "chosen": experiment.pk.hex}, follow=True)
    assert names(undone) == [experiment.name]


def test_several_at_once(as_alice: Client, alice: User, charlie: User) -> None:
    some = [ExperimentFactory(owner=alice, name=name) for name in ("A", "B", "C")]
    foreign = ExperimentFactory(owner=charlie)
    chosen = [str(each.pk) for each in (*some[:2], foreign)]

    page = as_alice.post(ARRANGE, {"do": "archive", "chosen": chosen}, follow=True)

    assert names(page) == ["C"]
    assert "2 experiments are in the archive now. Undo" in text_of(page)
    assert names(as_alice.get(HOME, {"show": "archive"})) == ["B", "A"]
    foreign.refresh_from_db()
    assert foreign.archived is None


@pytest.mark.parametrize("sent", [{}, {"do": "archive"}, {"do": "archive", "chosen": ["x"]}, {"do": "burn"}])
def test_nothing_chosen_is_said(as_alice: Client, experiment: Experiment, sent: dict[str, str]) -> None:
    page = as_alice.post(ARRANGE, sent, follow=True)

    assert "Choose experiments first" in text_of(page)


@pytest.mark.parametrize(
    "name", ["throw-away", "archive", "unarchive", "duplicate", "template-save", "put-back", "delete"]
)
def test_charlie_can_do_nothing(as_charlie: Client, experiment: Experiment, name: str) -> None:
    foreign = as_charlie.post(of(name, experiment))
    missing = as_charlie.post(reverse(f"experiments:{name}", args=[UUID(int=7)]))

    assert (foreign.status_code, text_of(foreign)) == (404, text_of(missing))
    assert list(Experiment.objects.values_list("binned", "archived")) == [(None, None)]


def test_only_a_path_of_the_list_is_gone_back_to(as_alice: Client, experiment: Experiment) -> None:
    answer = as_alice.post(of("archive", experiment), {"back": "https://evil.example"})

    assert answer.headers["Location"] == HOME


def test_a_duplicate_is_named_next(as_alice: Client, experiment: Experiment) -> None:
    answer = as_alice.post(of("duplicate", experiment))

    copy = Experiment.objects.exclude(pk=experiment.pk).get()
    assert answer.headers["Location"] == of("describe", copy)


def test_the_bin_says_what_waits_and_how_long(as_alice: Client, alice: User, source: DataSource) -> None:
    binning.move_to_bin(experiment=source.experiment, by=alice)

    words = text_of(as_alice.get(reverse("experiments:bin")))

    assert f"{source.experiment.name} 4 rows, draft You, today" in words
    assert "in 30 days Put back Delete now" in words


def test_an_empty_bin_says_so(as_alice: Client) -> None:
    assert "The bin is empty" in text_of(as_alice.get(reverse("experiments:bin")))
    assert "There is nothing in it." in text_of(as_alice.get(reverse("experiments:bin-empty")))


def test_put_back_and_deleted_for_good_after_a_question(as_alice: Client, alice: User) -> None:
    back, gone = (ExperimentFactory(owner=alice, name=name) for name in ("Back", "Gone"))
    for each in (back, gone):
        binning.move_to_bin(experiment=each, by=alice)

    as_alice.post(of("put-back", back))
    question = text_of(as_alice.get(of("delete", gone)))
    as_alice.post(of("delete", gone))

    assert "Delete “Gone”? Its data, all its runs and all its personas go with it. This cannot be undone." in question
    assert list(Experiment.objects.values_list("name", "binned")) == [("Back", None)]


def test_nothing_outside_the_bin_can_be_deleted_for_good(as_alice: Client, experiment: Experiment) -> None:
    assert as_alice.post(of("delete", experiment)).status_code == 404
    assert Experiment.objects.count() == 1


def test_the_bin_is_emptied_after_a_question(as_alice: Client, alice: User, charlie: User) -> None:
    for owner in (alice, charlie):
        binning.move_to_bin(experiment=ExperimentFactory(owner=owner), by=owner)

    assert "1 experiment with all data, runs and personas goes for good." in text_of(
        as_alice.get(reverse("experiments:bin-empty"))
    )
    as_alice.post(reverse("experiments:bin-empty"))
    assert [each.owner for each in Experiment.objects.all()] == [charlie]


def test_a_template_is_saved_listed_begun_from_and_removed(as_alice: Client, experiment: Experiment) -> None:
    empty = text_of(as_alice.get(reverse("experiments:templates")))
    refused = as_alice.post(of("template-save", experiment), {"name": ""})
    saved = as_alice.post(of("template-save", experiment), {"name": "Every spring"}, follow=True)
    template = Template.objects.get()
    begun = as_alice.post(reverse("experiments:template-begin", args=[template.pk]))
    as_alice.post(reverse("experiments:template-remove", args=[template.pk]))

    assert "There is no template yet" in empty
    assert refused.status_code == 422
    assert "“Every spring” is a template of" in text_of(saved)
    made = Experiment.objects.exclude(pk=experiment.pk).get()
    assert (made.name, begun.headers["Location"]) == ("Every spring", of("describe", made))
    assert Template.objects.count() == 0
