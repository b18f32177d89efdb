"""What the models have learnt is read whole, and only what is part of the install."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from persona.weights import stored

KEPT = [("persona.text", name) for name in ("asking", "closed", "encoder", "everyday", "judges", "likeness", "words")]
KEPT.append(("persona.questionnaire", "headings"))


@pytest.mark.parametrize(("room", "name"), KEPT)
def test_every_array_of_a_model_is_read_and_stays_when_its_file_is_closed(room: str, name: str) -> None:
    found = stored(room, name)

    with np.load(str(files(room).joinpath(f"data/{name}.npz")), allow_pickle=False) as arrays:
        assert set(found) == set(arrays.files) != set()
        assert all(np.array_equal(found[key], arrays[key]) for key in arrays.files)


def test_these_are_all_that_there_are() -> None:
    rooms = {room for room, _ in KEPT}
    there = [(room, file.name) for room in rooms for file in files(room).joinpath("data").iterdir()]

    assert {(room, name.removesuffix(".npz")) for room, name in there if name.endswith(".npz")} == set(KEPT)
