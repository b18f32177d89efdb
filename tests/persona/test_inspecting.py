"""How files are understood, and whether personas can be made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ConfigurationError, DataError
from persona.inspecting import InspectedSource, inspect
from persona.models import SkippedLine
from persona.readiness import Readiness, check_file
from persona.reading import DialectChoice

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Name;E-mail;What do you miss most?\n"
    "Ann;ann@example.com;Better maps for cycling in the old town\n"
    "Bob;bob@example.com;A quiet place to work; and coffee\n"
    "Cleo;cleo@example.com;Night trains that run on time every day\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_inspect_tells_rows_dialect_questions_and_lines_skipped(file: Path) -> None:
    found = inspect(file)
    source = found.sources[0]

    assert (found.version, found.rows, found.respondents, len(found.sources)) == (2, 2, 2, 1)
    assert source == InspectedSource(
        name="answers.csv",
        kind="csv",
        bytes=len(TEXT),
        sha256=source.sha256,
        rows=2,
        language="en",
        header_rows=1,
        header_line=1,
        encoding="utf-8",
        encoding_how="checked",
        delimiter=";",
        quote=source.quote,
        line_ends=source.line_ends,
        skipped_lines=(
            SkippedLine(
                line=3,
                code="long_row",
                message="Line 3: 4 cells, but the table has 3 columns.",
                text="Bob;bob@example.com;A quiet place to work; and coffee",
            ),
        ),
    )
    assert [(q.id, q.kind, q.columns, q.use) for q in found.questions] == [
        ("name", "personal_data", (0,), "none"),
        ("e-mail", "personal_data", (1,), "none"),
        ("what-do-you-miss-most", "open_answer", (2,), "basis"),
    ]
    assert (found.skipped, found.personal) == ({"long_row": 1}, (0, 1))


def test_inspect_keeps_nothing(file: Path) -> None:
    inspect(file)

    assert [path.name for path in file.parent.iterdir()] == ["answers.csv"]


def test_inspect_takes_a_persons_word_on_the_dialect(file: Path) -> None:
    assert inspect(file, dialect=DialectChoice(header=False)).sources[0].header_line is None


def test_inspect_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("")

    with pytest.raises(DataError) as caught:
        inspect(tmp_path / "empty.csv")

    assert caught.value.code == "empty"


def test_several_files_are_one_table_also_where_a_later_one_has_more_columns(tmp_path: Path) -> None:
    waves = {
        "one.csv": ["Town,Likes it", *(f"{town},Yes" for town in ("Porto", "Turku") * 6)],
        "two.csv": ["Likes it,Town,Comes by", *("No,Turku,Tram", "Yes,Porto,Bus") * 6],
    }
    for name, lines in waves.items():
        (tmp_path / name).write_text("\n".join(lines) + "\n")

    found = inspect([tmp_path / "one.csv", tmp_path / "two.csv"])

    assert [source.rows for source in found.sources] == [12, 12]
    assert [(q.names, [(o.label, o.count) for o in q.options], q.answered) for q in found.questions] == [
        (("Town",), [("Porto", 12), ("Turku", 12)], 24),
        (("Likes it",), [("Yes", 18), ("No", 6)], 24),
        (("Comes by",), [("Bus", 6), ("Tram", 6)], 12),
    ]


def test_a_folder_stands_for_the_files_in_it(tmp_path: Path) -> None:
    for name, talk in (("P10.txt", "I plan on Sundays."), ("P2.txt", "I never plan.")):
        (tmp_path / name).write_text(f"Interviewer: How do you plan?\n{name[:-4]}: {talk}\n" * 2)
    assert [source.name for source in inspect(tmp_path).sources] == ["P2.txt", "P10.txt"]


def test_an_answer_to_a_doubt_that_does_not_exist_is_refused(file: Path) -> None:
    with pytest.raises(ConfigurationError, match="There is no doubt “nonsense:q1”"):
        inspect(file, answers={"nonsense:q1": "yes"})


def test_check_file_says_what_to_look_at_first(file: Path) -> None:
    checked = check_file(file)

    assert checked.model_copy(update={"warnings": ()}) == Readiness(
        name="answers.csv", rows=2, respondents=2, questions=3, open_answers=1, forming=1
    )
    assert checked.warnings[:2] == (
        "Skipped: 1 line of the data, which could not be read as answers.",
        "Only 2 rows: groups will be small, and what they say may be chance.",
    )
    assert "“E-mail” holds personal data (2 cells): it will be masked." in checked.warnings


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("a.csv", "Nr,Warum?\n1,Weil es zu langsam ist und nicht geht\n2,Das ist mir zu teuer\n", "de"),
        ("a.csv", "Rol,¿Qué te falta?\nA,Me falta una guía que sea clara\nB,Nada de lo que hay me sirve\n", "es"),
        ("a.txt", "Int: なぜ紙で計画しますか？\n田中: 速いからです。\nInt: 他には？\n田中: 特にありません。\n", "ja"),
    ],
)
def test_language_of_a_source_is_that_of_its_answers(tmp_path: Path, name: str, text: str, language: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert [source.language for source in inspect(path).sources] == [language]


def test_garbled_letters_are_repaired_in_names_too_and_told(tmp_path: Path) -> None:
    sound = "Nº;Ville;Qu’est-ce qui vous a déplu ?\n1;Orléans;Le bruit a été très fort\n2;Nîmes;Rien du tout\n"
    (tmp_path / "sound.csv").write_text(sound, encoding="utf-8")
    (tmp_path / "garbled.csv").write_text(sound.encode().decode("cp1252"), encoding="utf-8")
    expected, found = inspect(tmp_path / "sound.csv"), inspect(tmp_path / "garbled.csv")
    assert [(q.id, q.text, q.names) for q in found.questions] == [(q.id, q.text, q.names) for q in expected.questions]
    assert [(note.code, note.rows) for note in expected.notes] == []
    assert [(note.code, note.rows) for note in found.notes] == [("repaired_letters", None), ("repaired_letters", 2)]
    assert "in 2 names of columns" in found.notes[0].sentence
