"""Questions whether people would recommend something: asked from 0 to 10 the world over, whoever chose no 0."""

from __future__ import annotations

import re

LOW, HIGH = 0.0, 10.0
_RECOMMENDS = re.compile(
    r"(?<![^\W_])nps(?![^\W_])|recomm?[ea]nd|recommand|recomiend|raccomand|consiglier|aanbevel|aanraden|empfehl|empfiehl"
    r"|rekommender|anbefal|suosit|poleci|polec[aę]|doporuč|odporúč|preporuč|препоръч|рекоменд|порад|посовет|ajánl"
    r"|tavsiye|öner(?:ir|me)|συστήσ|συνιστ|giới\s?thiệu|rekomendasi|merekomendasi|แนะนำ"
    r"|薦め|勧め|すすめ|推薦|推荐|추천|권유|توصي|تنصح|להמליץ|תמליץ|सिफ़ारिश|सिफारिश",
    re.IGNORECASE,
)


def asks_to_recommend(question: str) -> bool:
    """Whether a question asks how likely people are to recommend something."""
    return bool(_RECOMMENDS.search(question))
