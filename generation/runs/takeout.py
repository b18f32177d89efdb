"""What somebody takes along of results: those of the experiments that they made, and their own comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accounts.own_data.parts import Piece, as_json
from experiments import files
from experiments.takeout import folder_of, made_by
from generation.models import Comment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accounts.models import User

KEPT = ("result.json", "edits.jsonl")


def pieces(user: User) -> Iterator[Piece]:
    """The result of each run with its edits; comments with the run they are about."""
    for experiment in made_by(user).prefetch_related("runs"):
        for run in experiment.runs.all():
            for name in KEPT:
                path = files.run(experiment.pk, run.pk) / name
                yield Piece(f"{folder_of(experiment)}/runs/{run.number}/{name}", path)
    said = Comment.objects.filter(author=user).values("run", "persona", "statement", "text", "created", "resolved")
    yield Piece("comments.json", as_json(list(said)))
