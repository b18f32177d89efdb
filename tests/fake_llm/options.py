"""What the server may be told to do."""

from __future__ import annotations

from dataclasses import dataclass

FAULTS = (
    "429", "500", "503", "malformed", "prose", "empty", "fewer", "truncated", "refusal", "hang", "disconnect", "slow",
)  # fmt: skip


@dataclass
class Options:
    """What the server does; every one may be changed while it runs."""

    latency: float = 0.0
    together: int = 0  # answers wait until so many requests have been at work at once
    quotes: str = "real"
    count: int = 0  # items of a list; 0: what the prompt asks for
    fault_plan: str = ""  # taken in order, then "ok"; with fault_loop again from the start
    fault_loop: bool = False
    fault_rate: float = 0.0  # share of requests that meet a fault drawn from `FAULTS`
    retry_after: float = 0.0
    hang: float = 600.0
    api_key: str = ""
    context_limit: int = 128_000  # tokens
    chars_per_token: float = 4.0
    output_scale: float = 1.0  # answers are told to be so many times as long
    no_credit: bool = False
    seed: int = 0
