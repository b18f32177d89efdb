"""The server as a program: python -m tests.fake_llm --port 8099 --latency 2"""

from __future__ import annotations

import argparse
import threading
from dataclasses import fields
from typing import Any

from tests.fake_llm import FakeLLM, Options


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8099)
    for option in fields(Options):
        kind = type(option.default)
        how: dict[str, Any] = {"action": "store_true"} if kind is bool else {"type": kind, "default": option.default}
        parser.add_argument(f"--{option.name.replace('_', '-')}", **how)
    asked = vars(parser.parse_args())
    with FakeLLM(**asked) as fake:
        print(fake.base_url, flush=True)  # noqa: T201 -- a script of its own
        threading.Event().wait()


if __name__ == "__main__":
    main()
