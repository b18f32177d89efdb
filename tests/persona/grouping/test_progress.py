from __future__ import annotations

import pytest

from persona.exceptions import Cancelled
from persona.grouping.progress import GroupingProgress


def told(*, automatic: bool, steps: int, more: int = 0) -> list[tuple[int, int, str]]:
    heard: list[tuple[int, int, str]] = []
    progress = GroupingProgress(lambda *step: heard.append(step), automatic=automatic)
    progress.expect(more)
    for number in range(steps):
        progress(f"step {number}")
    progress.finish()
    return heard


def test_each_step_is_told_before_it_is_done() -> None:
    assert told(automatic=False, steps=2) == [(0, 6, "step 0"), (1, 6, "step 1"), (6, 6, "Groups are ready")]


@pytest.mark.parametrize("automatic", [True, False])
@pytest.mark.parametrize("more", [0, 5])
def test_it_never_goes_back_nor_passes_its_end(automatic: bool, more: int) -> None:
    heard = told(automatic=automatic, steps=40, more=more)

    assert [done for done, _, _ in heard] == sorted(done for done, _, _ in heard)
    assert {total for _, total, _ in heard} == {(17 if automatic else 6) + more}
    assert all(done < total for done, total, _ in heard[:-1])
    assert heard[-1][0] == heard[-1][1]


def test_a_step_that_goes_on_is_told_again_and_may_be_stopped() -> None:
    heard: list[tuple[int, int, str]] = []

    def tell(*step: object) -> None:
        heard.append(step)  # type: ignore[arg-type]
        if len(heard) == 3:
            raise Cancelled("Stopped.")

    progress = GroupingProgress(tell, automatic=False)
    progress("reading")
    progress.again()
    with pytest.raises(Cancelled):
        progress.again()

    assert heard == [(0, 6, "reading")] * 3


def test_who_does_not_listen_is_told_nothing() -> None:
    progress = GroupingProgress(None, automatic=True)

    progress("reading")
    progress.again()
    progress.finish()
