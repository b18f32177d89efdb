"""Words that are spelled with joiners are shown with them, and compared without."""

from __future__ import annotations

import pytest

from persona.questionnaire.names.titles import fold, title
from persona.questionnaire.values.cells import shown, spelling_key
from tests.questionnaires import cells, columns, counts, filled, notes, read

WANT, WANT_NOT = "می\u200cخواهم", "نمی\u200cخواهم"


@pytest.mark.parametrize("word", [WANT, "क्\u200dष", "ശ്രീ\u200cമതി"])
def test_joiners_within_a_word_are_shown(word: str) -> None:
    bare = word.replace("\u200c", "").replace("\u200d", "")
    assert (shown(word), title(word)) == (word, word)
    assert (spelling_key(word), fold(word)) == (spelling_key(bare), fold(bare))


@pytest.mark.parametrize("text", ["a\u200cb", "\u200cab", "ab\u200d", "a\u200bb", "\ufeffab"])
def test_other_letters_that_nobody_sees_go(text: str) -> None:
    assert (shown(text), title(text)) == ("ab", "ab")


def test_answers_with_and_without_joiners_are_one() -> None:
    bare = WANT.replace("\u200c", "")
    found = read(columns(**{"می\u200cخواهید؟": cells(WANT, WANT, bare, WANT_NOT), "چرا؟": notes()})).questions[0]
    assert (found.text, counts(found)) == ("می\u200cخواهید؟", {WANT: 45, WANT_NOT: 15})


@pytest.mark.parametrize("mark", ["،", "؛", "۔", "。", "、", "।", "."])
def test_a_mark_at_the_end_makes_no_other_option(mark: str) -> None:
    given = cells("کم", "زیاد", f"کم{mark}", "کم")
    assert counts(read(columns(**{"چقدر؟": given, "چرا؟": notes()})).questions[0]) == {"کم": 45, "زیاد": 15}


@pytest.mark.parametrize(
    "steps",
    [
        "خیلی کم; کم; متوسط; زیاد; خیلی زیاد",
        "کاملا مخالفم; مخالفم; بی\u200cنظر; موافقم; کاملا موافقم",
        "هرگز; به ندرت; گاهی; اغلب; همیشه",
    ],
)
def test_scales_in_persian(steps: str) -> None:
    found = read(columns(**{"نظر شما؟": filled(steps), "چرا؟": notes()})).questions[0]
    assert found.scale is not None
    assert (found.scale.words, found.scale.higher_is) == (tuple(steps.split("; ")), "more")
