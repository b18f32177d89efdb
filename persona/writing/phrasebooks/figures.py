"""Numbers in words: shares, comparisons and counts with their base, in the language of the questionnaire."""

from __future__ import annotations

from dataclasses import dataclass

from persona.writing import numbers

SMALL_BASE = 20
SMALL_COUNT = 5


@dataclass(frozen=True, kw_only=True)
class Figures:
    """One language's words around numbers; `{…}` is filled, nothing else of it is language."""

    mark: str
    """The decimal mark."""
    count_of: str
    count_of_one: str
    average: str
    points_more: str
    points_less: str
    half: str
    typically: str
    of_scale: str
    of_scale_down: str
    """The same of a scale whose lowest value is the best, as grades are in some schools."""
    higher: str
    lower: str
    nearer: str
    """Beside a scale on which more is not known to be better, or is worse."""
    say: str
    one_said: str
    mention: str
    also_say: str
    opposite: str
    one_opposite: str

    def decimal(self, value: float) -> str:
        """One place: "4.7", "4,7"."""
        return numbers.decimal(value).replace(".", self.mark)

    def rounded(self, value: float) -> str:
        """Whole from 10 on, one place below."""
        return (
            numbers.rounded(value).replace(".", self.mark) if abs(value) < numbers.THOUSANDS else numbers.rounded(value)
        )

    def share_of(self, count: int, base: int, share: float | None = None) -> str:
        """A share, if given the weighted one; below five people or a base of twenty, the count: "3 of 9 people"."""
        if count < SMALL_COUNT or base < SMALL_BASE:
            return (self.count_of_one if base == 1 else self.count_of).format(count=f"{count:,}", base=f"{base:,}")
        return numbers.percent(count / base if share is None else share)

    def compared(self, share: float, everyone: float) -> str:
        """ "1.8× average"; where half of everyone does it, "16 points more than everyone"."""
        points = round(100 * share) - round(100 * everyone)  # as whoever reads both shares will subtract them
        if everyone >= 0.5 and points:
            return (self.points_more if points > 0 else self.points_less).format(points=abs(points))
        return self.average.format(ratio=self.decimal(share / everyone)) if everyone else ""

    def rated(self, difference: float) -> str:
        """ "0.8 higher than everyone"; '' where nothing is seen of it."""
        points = self.decimal(abs(difference))
        if points == f"0{self.mark}0":
            return ""
        return (self.higher if difference > 0 else self.lower).format(points=points)

    def leaning(self, difference: float, ends: tuple[str, str]) -> str:
        """ "0.8 nearer to “not at all” than everyone"; '' where nothing is seen of it."""
        points = self.decimal(abs(difference))
        if points == f"0{self.mark}0":
            return ""
        return self.nearer.format(points=points, end=ends[difference > 0])

    def note(self, support: int, base: int, mentions: int | None, topic: str | None, opposed: int = 0) -> str:
        """ "22 of 152 say something like this; 2 said the opposite", "13 of 78 speak of “app”, 3 say …"."""
        touched = (
            self.mention.format(count=f"{mentions:,}", base=f"{base:,}", topic=topic) if mentions and topic else ""
        )
        if support == 1:
            said = f"{self.one_said}; {touched}" if touched else self.one_said
        elif touched:
            said = f"{touched}, {self.also_say.format(count=f'{support:,}')}"
        else:
            said = self.say.format(count=f"{support:,}", base=f"{base:,}")
        if not opposed:
            return said
        return f"{said}; {self.one_opposite if opposed == 1 else self.opposite.format(count=f'{opposed:,}')}"
