"""Make persona/text/data/words.npz: what the encoder says of each word piece alone, in its 64 strongest directions.

    python -m training.words

Running the encoder on every word of a study costs seconds; these rows are looked up. Directions are those of the rows'
own products, without taking out their mean, so that cosines stay what they were; each row is stored in eight bits.
"""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from persona.text import encoder
from persona.text.pieces import BEGIN, END
from persona.weights import stored

OUT = Path(encoder.__file__).parent / "data" / "words.npz"
AT_ONCE = 128


def alone() -> np.ndarray:
    """A row a piece of the vocabulary, each between the marks of a text's beginning and end."""
    model = encoder.SentenceEncoder(
        stored("persona.text", "encoder"), {"codes": np.zeros((0, 1)), "scale": np.zeros(0)}
    )
    pieces = range(len(model._codes))
    blocks = [pieces[first : first + AT_ONCE] for first in range(0, len(pieces), AT_ONCE)]
    with threadpool_limits(1, "blas"):
        return np.concatenate([model._forward([[BEGIN, piece, END] for piece in block]) for block in blocks])


def shortened(rows: np.ndarray, size: int) -> dict[str, np.ndarray]:
    """Rows in `size` directions and eight bits, with the scale of each row."""
    directions = np.linalg.eigh((rows.T @ rows).astype(np.float64))[1][:, ::-1][:, :size].astype(np.float32)
    short = rows @ directions
    scale = np.abs(short).max(1) / 127
    return {"codes": np.round(short / scale[:, None]).astype(np.int8), "scale": scale.astype(np.float16)}


def main() -> None:
    """Write the file of the install."""
    stored = io.BytesIO()
    np.savez_compressed(stored, allow_pickle=False, **shortened(alone(), encoder.SentenceEncoder.word_size))
    OUT.write_bytes(stored.getvalue())
    print(f"{OUT}: {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
