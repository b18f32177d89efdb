"""Whether a text asks something, by the sign at its end, in any script."""

from __future__ import annotations

import re

# Latin and full-width marks, the Arabic and the Greek one; Greek is also written with a semicolon.
_ASKS = re.compile(r"(?:[?？؟\u037e]|[\u0370-\u03ff\u1f00-\u1fff];)\s*$")


def is_question(text: str) -> bool:
    """Whether a text ends with a question mark.

    >>> is_question("Why?"), is_question("どうして？"), is_question("لماذا؟"), is_question("Γιατί;"), is_question("a;")
    (True, True, True, True, False)
    """
    return bool(_ASKS.search(text[-8:]))
