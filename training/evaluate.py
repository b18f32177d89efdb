"""Train all small models without each labelled set in turn, and print how often they are right on it.

python -m training.evaluate LABELS CORPUS
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training import judges, likeness
from training.labelled import pairs, sentences


def main() -> None:
    """Print both tables; nothing is stored."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("corpus", type=Path)
    options = parser.parse_args()
    print("Kinds, readability, attitude")
    judges.measure(sentences(options.labels, options.corpus))
    print("\nWho counts under a statement")
    likeness.measure(pairs(options.labels))


if __name__ == "__main__":
    main()
