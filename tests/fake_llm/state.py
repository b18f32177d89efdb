"""What was asked so far, and what comes next."""

from __future__ import annotations

import math
import random
import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.fake_llm.options import FAULTS, Options

LONGEST_WAIT = 30.0


@dataclass
class Record:
    """One request that was made."""

    prompt: str
    fault: str
    status: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0


@dataclass
class State:
    options: Options = field(default_factory=Options)
    records: list[Record] = field(default_factory=list)
    embedded: list[list[str]] = field(default_factory=list)
    active: int = 0
    peak: int = 0
    lock: threading.Condition = field(default_factory=threading.Condition)

    def begin(self, prompt: str) -> Record:
        """A request has come."""
        with self.lock:
            record = Record(prompt, self.draw(len(self.records)))
            self.records.append(record)
            self.active += 1
            self.peak = max(self.peak, self.active)
            self.lock.notify_all()
        return record

    def wait_for_others(self) -> None:
        """Until `together` requests are at work; those who come too late find it long over."""
        with self.lock:
            self.lock.wait_for(lambda: self.peak >= self.options.together, LONGEST_WAIT)

    def tokens(self, text: str) -> int:
        return math.ceil(len(text) / self.options.chars_per_token)

    def draw(self, number: int) -> str:
        """The fault of the request with this number."""
        o = self.options
        plan = [one.strip() for one in o.fault_plan.split(",") if one.strip()]
        if plan and (number < len(plan) or o.fault_loop):
            return plan[number % len(plan)].replace("ok", "")
        rng = random.Random(f"{o.seed}-{number}")
        return rng.choice(FAULTS) if rng.random() < o.fault_rate else ""

    def stats(self) -> dict[str, Any]:
        return {
            "requests": len(self.records),
            "prompt_tokens": sum(record.prompt_tokens for record in self.records),
            "completion_tokens": sum(record.completion_tokens for record in self.records),
            "statuses": Counter(str(record.status) for record in self.records),
            "faults": Counter(record.fault for record in self.records if record.fault),
            "peak_concurrent": self.peak,
            "embedding_requests": len(self.embedded),
        }
