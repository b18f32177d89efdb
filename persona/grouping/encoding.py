"""All columns of a questionnaire together: which can be used, which are batteries, whose agreeing is taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.encoders import make_encoder, number_feature
from persona.models import ColumnRole as Role
from persona.profiling.basis import battery_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from persona.grouping.encoders import Encoder
    from persona.grouping.features import Feature
    from persona.models import Column

_BATTERY = 3  # ratings on one scale
_CENTRE_FROM = 5  # battery items in all
_MIN_FILLED = 0.02  # share of people who must have answered a column
_STEPS_OF_VOTES = 3  # agree / pass / disagree: the mean over statements is an opinion, not a style


@dataclass(frozen=True)
class Style:
    """Each person's own level over all battery items, shrunk by m/(m+1) for m answers: acquiescence.

    Baumgartner & Steenkamp 2001; taking it out is called ipsatising.
    """

    items: tuple[str, ...]
    spreads: Mapping[str, float]

    @classmethod
    def measure(cls, features: Sequence[Feature], items: Sequence[str]) -> Style:
        centred = _centred(features, items)
        return cls(tuple(items), {name: float(max(np.nanstd(x), 1e-9)) for name, x in centred.items()})

    def take_out(self, features: Sequence[Feature]) -> list[Feature]:
        centred = _centred(features, self.items)
        return [
            number_feature(f.name, f.block, centred[f.name] / self.spreads[f.name]) if f.name in centred else f
            for f in features
        ]


def _centred(features: Sequence[Feature], items: Sequence[str]) -> dict[str, NDArray[np.float64]]:
    chosen = [f for f in features if f.name in items]
    scores = np.hstack([f.values for f in chosen])
    answered = np.stack([f.answered for f in chosen], axis=1)
    count = answered.sum(1)
    level = scores.sum(1) / (count + 1.0)  # the mean times m/(m+1)
    return {f.name: np.where(answered[:, i], scores[:, i] - level, np.nan) for i, f in enumerate(chosen)}


class Encoding:
    """The encoders of all usable columns, fitted on a sample of people."""

    def __init__(self, columns: Sequence[Column], cells: Mapping[str, Sequence[str]]) -> None:
        self.encoders: list[Encoder] = []
        self.unusable: dict[str, str] = {}
        for column in columns:
            encoder = make_encoder(column, cells[column.name])
            if encoder is None:
                self.unusable[column.name] = "too few or too equal answers"
            elif encoder.encode(cells[column.name]).answered.mean() < _MIN_FILLED:
                self.unusable[column.name] = "too few people answered it"
            else:
                self.encoders.append(encoder)
        self.battery = self._name_blocks()
        self._style: Style | None = None
        if len(self.battery) >= _CENTRE_FROM:
            self._style = Style.measure(self._raw(cells), self.battery)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(encoder.column.name for encoder in self.encoders)

    def encode(self, cells: Mapping[str, Sequence[str]]) -> list[Feature]:
        """The features of further people, in the order of `names`."""
        features = self._raw(cells)
        return self._style.take_out(features) if self._style else features

    def _raw(self, cells: Mapping[str, Sequence[str]]) -> list[Feature]:
        return [encoder.encode(cells[encoder.column.name]) for encoder in self.encoders]

    def _name_blocks(self) -> tuple[str, ...]:
        """Put ratings on one scale, and yes/no questions, into blocks; the names of ratings in batteries."""
        by_scale: dict[object, list[Encoder]] = {}
        for encoder in self.encoders:
            by_scale.setdefault(battery_key(encoder.column), []).append(encoder)
        items: list[str] = []
        for key, encoders in by_scale.items():
            if key is None or len(encoders) < _BATTERY:
                continue
            ratings = encoders[0].column.role is Role.RATING
            votes = ratings and len(encoders[0].column.scale_words) == _STEPS_OF_VOTES
            for encoder in encoders:
                encoder.block = "ratings" if ratings else "yes/no"
            if ratings and not votes:
                items += [encoder.column.name for encoder in encoders]
        return tuple(items)
