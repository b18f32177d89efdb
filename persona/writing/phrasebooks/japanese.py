"""Japanese: answers stay in the words of the questionnaire, for a verb stands behind them and changes its form."""

from __future__ import annotations

import re

from persona.writing.phrasebooks.book import Phrasebook, pattern, yes_or_no
from persona.writing.phrasebooks.figures import Figures


def _as_is(text: str) -> str:
    return text


def _uses(match: re.Match[str], names: list[str]) -> str:
    return f"{'、'.join(names)}を{_VERBS[match[1]]}"


def _yes_no(match: re.Match[str], names: list[str]) -> str | None:
    answer = yes_or_no(names, ("はい",), ("いいえ",))
    if answer is None:
        return None
    done, not_done = _DOES[match[2]]
    return f"{match[1]}{done if answer else not_done}"


_VERBS = {"使": "使う", "利用": "利用する", "選": "選ぶ", "買": "買う", "読": "読む"}
_DOES = {
    "を使っていますか": ("を使っている", "を使っていない"),
    "を利用していますか": ("を利用している", "を利用していない"),
    "をしますか": ("をする", "をしない"),
    "がありますか": ("がある", "がない"),
}
JAPANESE = Phrasebook(
    code="ja",
    conjunction="と",
    alternative="または",
    also="",
    patterns=(
        (pattern(r".*(?:どの|何の|どんな).+?を(使|利用|選|買|読).+?ますか.*$"), _uses),
        (pattern(rf"(.+?)({'|'.join(_DOES)})[？?。]?$"), _yes_no),
    ),
    yes="はい",
    no="いいえ",
    agrees="「{question}」に同意する",
    says="「{question}」と言う",
    says_yes="{things}に「はい」と答える",
    says_no="{things}に「いいえ」と答える",
    less_often="他の人より少ない：{label}。",
    small=_as_is,
    role=_as_is,
    a_role=_as_is,
    role_who="{role}。{pieces}。",
    role_often="他より多い：{role}（{share}）。{pieces}。",
    role_most_often="最も多い：{role}（{share}）。",
    mostly="主に{option}。",
    talks_more="他の人より{topics}についてよく話す。",
    talks_most="主に{topics}について話す。",
    everyone="回答した全員。",
    no_difference="全体とはっきりした違いはない。",
    like_everyone="ほぼ全体と同じ。{label}：{share}。",
    stands_for="{name} は{rows}人中{size}人（{share}）を表す{who}。",
    more_often="。平均より多い：{roles}",
    answers_higher="。「{question}」の評価が全体より高い{values}",
    answers_lower="。「{question}」の評価が全体より低い{values}",
    is_higher="。「{question}」の値が全体より高い{values}",
    is_lower="。「{question}」の値が全体より低い{values}",
    against="（{mean}、全体は{everyone}）",
    heads={
        "goal": "望むこと",
        "need": "必要なこと",
        "frustration": "妨げになること",
        "motivation": "大切にすること",
        "behaviour": "していること",
    },
    one_person="1人",
    people="{count}人",
    figures=Figures(
        mark=".",
        count_of="{base}人中{count}人",
        count_of_one="1人中{count}人",
        average="平均の{ratio}倍",
        points_more="全体より{points}ポイント高い",
        points_less="全体より{points}ポイント低い",
        half="{spread}（その半数）",
        typically="通常{value}",
        of_scale="（{top}点中）",
        of_scale_down="（{top}段階中、{low}が最高）",
        higher="全体より{points}高い",
        lower="全体より{points}低い",
        nearer="全体より{points}、{end}に近い",
        say="{base}人中{count}人が同じようなことを言う",
        one_said="1人がこう言った",
        mention="{base}人中{count}人が「{topic}」に触れる",
        also_say="{count}人が同じようなことを言う",
        opposite="{count}人は逆のことを言った",
        one_opposite="1人は逆のことを言った",
    ),
)
