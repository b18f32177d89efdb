"""Quality gate: whether a result is as good as somebody asks for, so that a build can fail where it is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from persona.messages import configuration_error
from persona.models import Frozen, GenerationResult
from persona.verdict import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MEASURES: dict[str, Callable[[GenerationResult], float]] = {
    "verdict": lambda result: LEVELS.index(result.verdict.level) if result.verdict else 0,
    "personas": lambda result: len(result.personas),
    "statements": lambda result: result.quality.statements,
    "quoted": lambda result: _share(
        result.quality.with_quotes, result.quality.statements - result.quality.counted, otherwise=1.0
    ),
    "counted": lambda result: _share(result.quality.counted, result.quality.statements),
    "weak": lambda result: _share(result.quality.weak, result.quality.statements),
    "verbatim": lambda result: result.quality.verbatim,
    "fit_well": lambda result: result.quality.fit_well,
    "distinctiveness": lambda result: result.quality.distinctiveness,
}
_WISH = re.compile(r"\s*(\w+)\s*(>=|<=)\s*(\d+(?:\.\d+)?|" + "|".join(LEVELS) + r")\s*")


class Wish(Frozen):
    """One bound and what the result has: "quoted>=0.95"."""

    measure: str
    sign: str
    bound: float
    value: float

    @property
    def is_met(self) -> bool:
        """Whether the value keeps the bound."""
        return self.value >= self.bound if self.sign == ">=" else self.value <= self.bound

    @property
    def shown(self) -> str:
        """Bound and value for people: "0.95: 0.972"; levels of the verdict by their names."""
        if self.measure != "verdict":
            return f"{self.bound:g}: {self.value:.4g}"
        names: dict[float, str] = dict(enumerate(LEVELS))
        return f"{names.get(self.bound, f'{self.bound:g}')}: {names[self.value]}"


class Judgement(Frozen):
    """What came of all wishes."""

    wishes: tuple[Wish, ...]

    @property
    def is_good(self) -> bool:
        """Whether all bounds are kept."""
        return all(wish.is_met for wish in self.wishes)


def gate(result: GenerationResult, wishes: Sequence[str]) -> Judgement:
    """Hold a result against bounds such as "verdict>=with_care", "quoted>=0.95" or "weak<=0.3".

    Raises:
        ConfigurationError: a wish cannot be understood, or names what is not measured.

    Example:
        >>> gate(result, ["verbatim>=1", "quoted>=0.95"]).is_good         # doctest: +SKIP
        True
    """
    return Judgement(wishes=tuple(_hold(result, wish) for wish in wishes))


def open_result(path: Path) -> GenerationResult:
    """The result in `result.json`, or in the folder that holds it.

    Raises:
        ConfigurationError: there is none.
    """
    file = path / "result.json" if path.is_dir() else path
    try:
        return GenerationResult.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        raise configuration_error("not_a_result", name=path.name) from None


def _hold(result: GenerationResult, wish: str) -> Wish:
    match = _WISH.fullmatch(wish)
    if match is None or match[1] not in MEASURES:
        raise configuration_error("unknown_wish", wish=wish, names=", ".join(MEASURES))
    name, sign, said = match.groups()
    if said in LEVELS and name != "verdict":
        raise configuration_error("unknown_wish", wish=wish, names=", ".join(MEASURES))
    bound = LEVELS.index(said) if said in LEVELS else float(said)
    return Wish(measure=name, sign=sign, bound=bound, value=MEASURES[name](result))


def _share(count: int, base: int, otherwise: float = 0.0) -> float:
    return count / base if base else otherwise
