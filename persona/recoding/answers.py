"""What later rooms need of a table, whether it is read as it stands in the file or recoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from persona.models import SourceReport
    from persona.table import Row


class Answers(Protocol):
    """Rows with numbers from 1, and their cells by the name of a column."""

    @property
    def rows(self) -> int: ...

    def values(self, name: str) -> list[str]: ...

    def batches(self, names: Sequence[str], size: int = ...) -> Iterator[tuple[int, dict[str, list[str]]]]: ...

    def rows_at(self, rows: Sequence[int]) -> list[Row]: ...


class PlacedAnswers(Answers, Protocol):
    """The same, with the place of each row in the file that it came from."""

    @property
    def weights(self) -> NDArray[np.float64] | None:
        """How much each row counts in shares and means, from 0; None: each the same."""
        ...

    @property
    def reports(self) -> tuple[SourceReport, ...]: ...

    def lines(self, rows: Sequence[int]) -> list[int]: ...

    def source_of(self, row: int) -> str: ...
