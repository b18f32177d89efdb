"""What stands in a cell and was not said by its respondent: markup, signatures, disclaimers, quoted mails, handles."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKUP = re.compile(r"<(?:style|script)\b.*?</(?:style|script)\s*>|</?[a-zA-Z][^<>]{0,2000}>|<!--.*?-->", re.DOTALL)
_BLANK = re.compile(r"&(?:nbsp|#160|zwnj|#8203|lrm|rlm);|\{(?:noformat|quote|code|color)[^{}\n]{0,40}\}", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.])@[A-Za-z_]\w{1,30}\b:?")
_QUOTED = re.compile(r"^[ \t]*(?:>|&gt;).*$", re.MULTILINE)
_ORIGINAL = re.compile(
    r"^[ \t]*(?:-{2,}\s*(?:original|forwarded|ursprüngliche|weitergeleitete|mensaje|message|messaggio|mensagem)\b.*"
    r"|(?:on|am|le|el|il|em|op)\b[^\n]{6,120}(?:wrote|schrieb[^\n:]{0,60}|a écrit|escribió|ha scritto|escreveu|schreef)"
    r"\s*:"
    r"|(?:from|von|de|da|van)\s*:[^\n]+\n[ \t]*(?:sent|gesendet|date|datum|envoyé|enviado|inviato|to|an|à|para)\s*:.*"
    r"|##-?\s*(?:please|bitte)[^\n]*##)",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = re.compile(
    r"^[ \t]*(?:--[ \t]*$|_{5,}[ \t]*$|(?:sent|get outlook|gesendet|von meinem|envoyé|enviado|inviato|verzonden)\s"
    r"(?:from|for|von|mit|depuis|de|desde|do|da|vanaf)\b[^\n]{0,60}$|(?:best|kind|warm)?[ \t]*regards\b[^\n]{0,12}$"
    r"|(?:sincerely|cheers|yours)\b[^\n]{0,20}$"
    r"|(?:mit\s)?(?:freundlichen|besten|viele[n]?|liebe)\sgrü(?:ß|ss)en?\b[^\n]{0,12}$"
    r"|cordialement\b[^\n]{0,12}$|(?:un\s)?(?:cordial\s)?saludos?\b[^\n]{0,12}$|cordiali saluti\b[^\n]{0,12}$"
    r"|atenciosamente\b[^\n]{0,12}$|met vriendelijke groet(?:en)?\b[^\n]{0,12}$)",
    re.IGNORECASE | re.MULTILINE,
)
_DISCLAIMER = re.compile(
    r"^[^\n]{0,80}\b(?:this|diese|ce|este|questo|deze)\s(?:e-?mail|message|communication|nachricht|mail|courriel|correo"
    r"|mensaje|messaggio)\b[^\n]{0,200}\b(?:confidential|intended|privileged|vertraulich|confidentiel|confidencial"
    r"|riservat\w|vertrouwelijk)",
    re.IGNORECASE | re.MULTILINE,
)
_MAY_HOLD = re.compile("[<&{@>]")
SIGNATURE_LETTERS = 400
"""So long may what stands below "Best regards" be; more is what somebody still says."""


def own_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a part of a cell that its respondent wrote, as places in the cell."""
    end = _mail_end(text, start, end)
    patterns = _wanted(text) if _MAY_HOLD.search(text) else ()
    away = [match.span() for pattern in patterns for match in pattern.finditer(text, start, end)]
    for first, last in sorted(away):
        if text[start : max(start, first)].strip():
            yield start, first
        start = max(start, last)
    if text[start:end].strip():
        yield start, end


def _wanted(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns that can match at all, for most cells hold none of their signs."""
    if "<" in text:
        yield _MARKUP
    if "&" in text or "{" in text:
        yield _BLANK
    if "@" in text:
        yield _HANDLE
    if ">" in text or "&gt;" in text:
        yield _QUOTED


def _mail_end(text: str, start: int, end: int) -> int:
    """Where a mail's own words end: before what it answers, its disclaimer or its signature."""
    if "\n" not in text:
        return end
    for pattern in (_ORIGINAL, _DISCLAIMER):
        if (found := pattern.search(text, start, end)) and text[start : found.start()].strip():
            end = found.start()
    for found in _SIGNATURE.finditer(text, start, end):
        if end - found.start() <= SIGNATURE_LETTERS and text[start : found.start()].strip():
            return found.start()
    return end
