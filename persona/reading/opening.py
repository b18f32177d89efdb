"""Text in any encoding, opened as blocks of UTF-8."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.messages import data_error
from persona.reading.encoding import find_encoding
from persona.reading.ledger import Silence
from persona.reading.survey import CONTROLS_LOOKED_AT, Survey
from persona.reading.transcoding import utf8_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from persona.reading.encoding import Encoding
    from persona.reading.job import Job
    from persona.reading.streams import ByteSource

CONTROL_SHARE, NUL_SHARE = 0.01, 0.05  # above these, the bytes are no text
FEW_CONTROLS, FEW_NULS = 8, 16


@dataclass(frozen=True)
class Text:
    """A text file that was looked through once and can now be read."""

    sha256: str
    encoding: Encoding
    _source: ByteSource
    _job: Job

    def blocks(self) -> Iterator[bytes]:
        """The text as UTF-8; what had to be changed for that goes into the ledger."""
        return utf8_blocks(self._source.blocks(self._job.progress.read), self.encoding, self._job.ledger)

    def blocks_before(self) -> Iterator[bytes]:
        """The same, for readers that must see all of it once before they begin."""
        return utf8_blocks(self._source.blocks(self._job.progress.surveyed), self.encoding, Silence())


def open_text(job: Job, *, packed: bool = False) -> Text:
    """Look through a text file.

    Raises:
        DataError: it is empty, no text at all, or not in the chosen encoding.
        ConfigurationError: the chosen encoding is not known.
    """
    source = job.source(packed=packed)
    survey, digest = Survey(), hashlib.sha256()
    for block in source.blocks(job.progress.surveyed, digest.update):
        survey.add(block)
    survey.finish()
    _check_is_text(survey)
    encoding = find_encoding(survey, lambda: source.blocks(job.progress.surveyed), job.choice.encoding)
    return Text(digest.hexdigest(), encoding, source, job)


def _check_is_text(survey: Survey) -> None:
    if not survey.size:
        raise data_error("empty")
    if survey.wide:
        return
    controls = CONTROL_SHARE * min(survey.size, CONTROLS_LOOKED_AT)
    if survey.controls > max(FEW_CONTROLS, controls) or survey.nuls > max(FEW_NULS, NUL_SHARE * survey.size):
        raise data_error("not_a_table", kind="a file of another kind")
