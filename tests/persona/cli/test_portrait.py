"""Personas on the terminal, letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.cli.portrait import print_personas
from tests.persona.exporting.results import BARE, PERSONA, RESULT

if TYPE_CHECKING:
    import pytest

    from persona.models import GenerationResult

INNER = 114  # letters between the frame's borders, when nothing says how wide the terminal is


def shown(result: GenerationResult, capsys: pytest.CaptureFixture[str]) -> list[str]:
    print_personas(result)
    return capsys.readouterr().out.splitlines()


def inside(lines: list[str]) -> list[str]:
    """What stands in the frames."""
    return [line[3:-3].rstrip() for line in lines if line.startswith("│")]


def test_a_result_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(RESULT, capsys)

    outside = [line for line in lines if not line.startswith("│")]
    assert outside == [
        "",
        "2 personas from 20 respondents. Two, as you asked.",
        "! Only 20 rows: groups will be small.",
        "",
        f"╭─  1. Paula *Planner*  {'─' * (INNER + 4 - 23)}╮",
        f"╰{'─' * (INNER + 4)}╯",
        "",
        f"╭─  2. Nora  {'─' * (INNER + 4 - 12)}╮",
        f"╰{'─' * (INNER + 4)}╯",
        "",
        "5 quotes, 100 % found word for word in the data. Names are invented.",
    ]
    assert inside(lines) == [
        "",
        "“One plan & done”",
        "████████████░░░░░░░░░░░░░░░░░░ 8 respondents, 40 %",
        "",
        "Plans on Sundays.",
        "! Only 8 stand behind this persona.",
        "",
        "Facts",
        "• Uses paper  62 %  1.8× average; everyone: 34 %",
        "• Age  34–46, half of them  everyone: 30–50",
        "",
        "Goals",
        "• Want <one> plan  3 of 8 say something like this",
        "",
        "Frustrations",
        "• =too_many lists  1 of 8 says this",
        "",
        "In their words",
        "“Sunday is my day.”  row 3",
        "",
        "",
        "Says little",
        "██████████████████░░░░░░░░░░░░ 12 respondents, 60 %",
        "",
        "Ticks boxes.",
        "",
    ]


def test_what_looks_like_markup_of_the_terminal_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    persona = BARE.model_copy(update={"tagline": "[bold]no[/bold]", "summary": "\x1b[2J gone"})

    lines = inside(shown(RESULT.model_copy(update={"personas": (persona,)}), capsys))

    assert (lines[1], lines[4]) == ("[bold]no[/bold]", "\ufffd[2J gone")


def test_the_bar_is_as_long_as_the_share(capsys: pytest.CaptureFixture[str]) -> None:
    for share, filled in ((0.0, 0), (0.01, 0), (0.5, 15), (1.0, 30)):
        persona = PERSONA.model_copy(update={"share": share})
        bar = inside(shown(RESULT.model_copy(update={"personas": (persona,)}), capsys))[2]
        assert (bar.count("█"), bar.count("░")) == (filled, 30 - filled)
