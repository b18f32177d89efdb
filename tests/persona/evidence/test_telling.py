"""What decides where words cannot: languages that no model has learnt, and answers beside the options offered."""

from __future__ import annotations

import numpy as np
import pytest

from persona.evidence.telling import can_be_judged, told
from tests.persona.evidence.test_claims import OPEN, judged, judgement

ARABIC = ["وصل مكسور والعلبة مفتوحة", "غالي على الفاضي", "تأخر الشحن أسبوعين"]
KOREAN = ["커피를 네 잔이나 마셨다 그래서 피곤하다", "오늘은 비가 와서 운동을 못 갔다"]
TURKISH = ["Para çektim hesaba geçmedi, üç gündür bekliyorum", "Sürekli şifre istiyor bıktım artık"]
SWAHILI = ["Mbuzi wa maziwa kwa akina mama", "Trekta la kukodi kwa bei nafuu"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["The queue at the till was far too long", "Nobody told me how long it takes"], True),
        (["Das dauert mir jedes Mal zu lange", "Niemand hat mir etwas gesagt"], True),
        (["待ち時間が長すぎる", "店員が親切だった"], True),
        (["Parking", "Price"], True),
        (ARABIC, False),
        (KOREAN, False),
        (TURKISH, False),
        (SWAHILI, False),
        (["Ukusilapha inkonzo yabo kuyacotha kakhulu lapha", "Inkonzo yabo ayinambitheki kithi sonke manje"], False),
    ],
)
def test_what_can_be_judged_is_in_a_language_that_was_labelled_or_too_short_to_tell(
    texts: list[str], expected: bool
) -> None:
    assert can_be_judged(judged(texts, *[judgement()] * len(texts))) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [(OPEN, "opinion"), ("ما الذي لا يعجبك؟", "frustration"), ("What do you like most?", "delight")],
)
def test_praise_and_blame_in_other_languages_are_left_to_the_question(question: str, expected: str) -> None:
    made = judged(ARABIC, *[judgement(delight=0.9, sides=(0.9, 0))] * 3)

    assert told(made, np.arange(3), question) == (expected, "neutral")


@pytest.mark.parametrize("likeliest", ["need", "motivation", "delight", "frustration", "goal"])
def test_an_answer_beside_the_options_is_no_wish_and_no_praise(likeliest: str) -> None:
    made = judged(["Locum", "Pharmacist"], *[judgement(**{likeliest: 0.6, "fact_about_self": 0.2})] * 2)

    assert told(made, np.arange(2), "What best describes your role? - Other (please specify)") == (
        "fact_about_self",
        "neutral",
    )


def test_an_answer_beside_options_of_what_annoys_is_what_annoys() -> None:
    made = judged(["Parking", "Prices"], *[judgement(frustration=0.6, opinion=0.2)] * 2)

    assert told(made, np.arange(2), "What annoys you most? Other (please specify)")[0] == "frustration"
