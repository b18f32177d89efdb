"""What planted people answer to closed questions: their persona, chance, and a style of agreeing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.planted.book import book

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

NUMBERS = ("team", "years", "hours", "spend", "nps")
_FIRST_DAY = np.datetime64("2024-03-04T08:00:00")
_WAVE_DAYS = np.array([0, 190, 380])
# Channel, reward and country follow the wave and nothing else: an attractive false answer.
_CHANNELS = np.array([[6, 1, 1, 4, 1], [1, 8, 1, 1, 1], [1, 1, 6, 1, 3]], float)
_REWARDS = np.array([[8, 1, 1], [0.5, 9, 0.5], [2, 1, 7]], float)
_COUNTRIES = np.array([[5, 2, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 8, 1, 4], [1, 3, 5, 3, 1, 1, 3, 1]], float)


class Habits:
    """What each persona tends to answer; drawn once a survey."""

    def __init__(self, chosen: Sequence[dict[str, Any]], noise: float, rng: np.random.Generator) -> None:
        everybody = book()["personas"]
        self.roles = sorted({role for persona in everybody for role in persona["roles"]})
        self.tools = sorted({tool for persona in everybody for tool in persona["tools"]})
        self.features = sorted({feature for persona in everybody for feature in persona["features"]})
        self.role = _table(chosen, "roles", self.roles, 0.02)
        self.role /= self.role.sum(1, keepdims=True)
        self.tool, self.feature = (
            _table(chosen, "tools", self.tools, 0.06),
            _table(chosen, "features", self.features, 0.06),
        )
        self.often = np.array([share(np.array(p["often"], float) + 0.7) for p in chosen])
        self.plan = np.array([share(np.array(p["plan"], float) + 0.5) for p in chosen])
        self.like = np.array([p["like"] for p in chosen]) + rng.normal(0, 0.12, (len(chosen), 8))
        self.like -= self.like.mean(0)
        self.number = {name: np.array([p[name] for p in chosen], float) for name in NUMBERS}
        self.age = np.array([p["age"][0] for p in chosen], float) + rng.normal(0, 1.5, len(chosen))
        self.age_spread = np.array([p["age"][1] for p in chosen], float)
        self.noise = noise
        self.stray = 0.25 + 0.75 * noise  # the chance that a cell ignores the persona: never nought
        self.loudness = 1.25 * (1 - 0.75 * noise)


def share(values: Any) -> Floats:
    """The same, summing to one."""
    found = np.asarray(values, float)
    shares: Floats = found / found.sum()
    return shares


def _table(chosen: Sequence[dict[str, Any]], field: str, names: Sequence[str], base: float) -> Floats:
    table: Floats = np.array([[persona[field].get(name, base) for name in names] for persona in chosen], float)
    return table


def _pick(rng: np.random.Generator, odds: Floats) -> Ints:
    """One draw from each row."""
    edges = np.cumsum(odds, axis=1)
    edges /= edges[:, -1:]
    drawn: Ints = (rng.random((len(odds), 1)) > edges).sum(1).clip(0, odds.shape[1] - 1)
    return drawn


def draw(habits: Habits, member: Ints, shares: Floats, rng: np.random.Generator) -> dict[str, Any]:
    """The answers of these people, as numbers and places of options."""
    people, noise, stray = len(member), habits.noise, habits.stray

    def category(own: Floats, more: float = 0.0) -> Ints:
        mixed = min(1.0, stray + more)
        return _pick(rng, (1 - mixed) * own[member] + mixed * own.mean(0))

    def ticked(own: Floats) -> NDArray[np.bool_]:
        chosen: NDArray[np.bool_] = rng.random((people, own.shape[1])) < (1 - stray) * own[member] + stray * own.mean(0)
        return chosen

    made: dict[str, Any] = {"wave": (wave := rng.choice(3, people, p=[0.4, 0.35, 0.25]))}
    made["channel"], made["reward"] = _pick(rng, _CHANNELS[wave]), _pick(rng, _REWARDS[wave])
    made["country"] = _pick(rng, _COUNTRIES[wave])
    rng.random(people)  # the language, where there are several
    seconds = _WAVE_DAYS[wave] * 86400 + (rng.beta(1.2, 3, people) * 30 * 86400).astype(int)
    made["at"] = np.datetime_as_string(_FIRST_DAY + seconds.astype("timedelta64[s]"), unit="m").tolist()
    made |= _numbers(habits, member, shares, rng)
    made["role"] = category(habits.role, 0.05)
    made["often"], made["plan"] = category(habits.often), category(habits.plan, 0.05)
    made["tools"], made["features"] = ticked(habits.tool), ticked(habits.feature)
    style, width = rng.normal(0, 0.55, (people, 1)), np.exp(rng.normal(0, 0.25, (people, 1)))
    latent = habits.loudness * habits.like[member] * width + style
    latent = latent + rng.normal(0, 0.75 + 0.35 * noise, (people, 8))
    made["straight"] = straight = rng.random(people) < 0.03
    made["of five"] = np.clip(np.round(3.2 + latent[:, :5]), 1, 5).astype(int)
    made["of seven"] = np.clip(np.round(4.3 + 1.5 * latent[:, 5:]), 1, 7).astype(int)
    made["of five"][straight], made["of seven"][straight] = 4, 5
    liked = (1 - stray) * habits.number["nps"][member] + stray * 6.6 + style[:, 0]
    made["nps"] = np.clip(np.round(rng.normal(liked, 1.9)), 0, 10).astype(int)
    return made


def _numbers(habits: Habits, member: Ints, shares: Floats, rng: np.random.Generator) -> dict[str, Any]:
    people, noise, stray, own = len(member), habits.noise, habits.stray, habits.number
    strays = rng.random(people) < stray  # age, team and years stray together now and then
    other = np.where(strays, rng.choice(len(shares), people, p=shares), member)
    age = np.clip(rng.normal(habits.age[other], habits.age_spread[other] + 4 * noise), 17, 82).round().astype(int)
    team = np.clip(np.exp(rng.normal(own["team"][other], 0.8 + 0.3 * noise)), 1, 900).round().astype(int)
    years = np.clip(rng.normal(own["years"][other] + 0.35 * (age - habits.age[other]), 3.5), 0, 50)
    scale = own["hours"][member] * (1 - noise) / 2.2 + 4 * noise / 2.2
    hours = np.clip(rng.gamma(2.2, scale), 0.5, 40)
    spend = np.exp(rng.normal((1 - stray) * own["spend"][member] + stray * own["spend"].mean(), 0.9))
    return {"age": age, "team": team, "years": years.round().astype(int), "hours": hours, "spend": spend}
