"""Yes and no in the languages of the product, as cells hold them; each reader folds them in its own way."""

from __future__ import annotations

_YES_WORDS = (
    "yes y ja j oui sí si sì sim s da tak evet kyllä はい 是 ano igen نعم да 네 예 ναι כן так áno jah jā taip ya có ใช่"
    " हाँ हां হ্যাঁ ஆம் بله بلی ہاں այո დიახ иә ndiyo ndio já"
)
_NO_WORDS = (
    "no n nein non não nao nee nej nei nie hayır hayir ei いいえ 否 ne nem لا нет 아니요 아니오 όχι οχι לא не ні nu nē"
    " không tidak ไม่ ไม่ใช่ नहीं না இல்லை خیر نه نہیں ոչ არა жоқ yoʻq hapana"
)
YES, NO = frozenset(_YES_WORDS.split()), frozenset(_NO_WORDS.split())
