"""Yes and no in the languages of the product, as cells hold them; each reader folds them in its own way."""

from __future__ import annotations

_YES_WORDS = "yes y ja j oui sí si sì sim s da tak evet kyllä はい 是 ano igen نعم да 네 예"
_NO_WORDS = "no n nein non não nao nee nej nei nie hayır hayir ei いいえ 否 ne nem لا нет 아니요 아니오"
YES, NO = frozenset(_YES_WORDS.split()), frozenset(_NO_WORDS.split())
