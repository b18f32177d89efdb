"""What the built-in models have learnt: arrays that are part of the install."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import numpy as np


def stored(room: str, name: str) -> dict[str, Any]:
    """The arrays of `data/<name>.npz` in a room such as "persona.text", by their names; nothing in them can run."""
    with (
        files(room).joinpath(f"data/{name}.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        return {key: arrays[key] for key in arrays.files}
