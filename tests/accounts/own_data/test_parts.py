"""What goes into the archive: everything of one person, nothing of anybody else, under names that unpack anywhere."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest

from accounts.models import ApiToken, Membership, Team, User
from accounts.own_data import parts, services, tasks
from accounts.own_data.parts import Piece, as_json
from accounts.second_factor.sessions import end_all
from accounts.teams.models import Role
from experiments import binning, files
from experiments.models import DataSource, Experiment
from generation.models import Comment
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory, UserFactory

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


def archive_of(user: User) -> dict[str, bytes]:
    """What a worker packs for them, by name; no name stands twice."""
    made = services.ask_for_data(user)
    tasks.make_takeout(str(made.pk))
    with zipfile.ZipFile(made.path) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        assert len(names) == len(set(names))
        return {name: packed.read(name) for name in names}


def as_text(held: dict[str, bytes]) -> str:
    return "\n".join(f"{name}\n{content.decode()}" for name, content in held.items())


def work_of(user: User, mark: str, team: Team | None = None) -> Experiment:
    """One of everything that somebody makes, with a word of theirs in each."""
    experiment = ExperimentFactory(owner=user, name=f"Study {mark}", description=f"About {mark}", team=team)
    DataSourceFactory(experiment=experiment, content=f"id,What annoys you?\n1,Nothing but {mark} at all.\n2,Much.\n")
    run = RunFactory(experiment=experiment)
    folder = files.run(experiment.pk, run.pk)
    folder.mkdir(parents=True)
    (folder / "result.json").write_text(json.dumps({"name": f"Persona {mark}"}))
    (folder / "edits.jsonl").write_text(json.dumps({"to": f"Edit {mark}"}))
    (folder / "state.sqlite3").write_text(f"Inner {mark}")
    Comment.objects.create(run=run, persona=1, author=user, text=f"Comment {mark}")
    ApiToken.objects.issue(user, name=f"Token {mark}", scopes=["read"])
    return experiment


def test_everything_of_one_person_and_nothing_of_another(alice: User, bob: User, data_dir: Path) -> None:
    work_of(alice, "apricot")
    work_of(bob, "blueberry")

    mine, theirs = as_text(archive_of(alice)), as_text(archive_of(bob))

    kinds = ("Study", "About", "Nothing but", "Persona", "Edit", "Comment", "Token")
    assert [kind for kind in kinds if f"{kind} apricot" not in mine] == []
    assert [kind for kind in kinds if f"{kind} blueberry" not in theirs] == []
    assert [word for word in ("blueberry", bob.email, str(bob.pk), "Inner") if word in mine] == []
    assert [word for word in ("apricot", alice.email, str(alice.pk), "Inner") if word in theirs] == []


def test_in_a_shared_team_each_takes_what_they_made(alice: User, bob: User, data_dir: Path) -> None:
    team = alice.membership.team
    Membership.objects.create(team=team, user=bob, role=Role.EDITOR)
    work_of(alice, "apricot", team)
    made = work_of(bob, "blueberry", team)
    Comment.objects.create(run=made.runs.get(), persona=1, author=alice, text="Comment cherry")

    mine, theirs = as_text(archive_of(alice)), as_text(archive_of(bob))

    assert ("blueberry" in mine, "Comment cherry" in mine, "Study apricot" in mine) == (False, True, True)
    assert ("apricot" in theirs, "Comment cherry" in theirs, "Study blueberry" in theirs) == (False, False, True)
    Membership.objects.filter(team=team, user=bob).delete()
    gone = archive_of(bob)
    assert [name for name in gone if name.startswith("experiments/")] == []
    assert [said["text"] for said in json.loads(gone["comments.json"])] == ["Comment blueberry"]


def test_what_an_account_says_of_itself(alice: User, bob: User, data_dir: Path) -> None:
    User.objects.filter(pk=alice.pk).update(mail_when_done=True, browser_when_done=False)
    Membership.objects.create(team=bob.membership.team, user=alice, role=Role.VIEWER)
    token, text = ApiToken.objects.issue(alice, name="Weekly", scopes=["read", "run"])
    alice.refresh_from_db()

    held = archive_of(alice)

    assert json.loads(held["account.json"]) == {
        "email": "alice@example.com",
        "name": "Alice Arden",
        "joined": str(alice.date_joined),
        "last_sign_in": None,
        "mail_when_done": True,
        "browser_when_done": False,
    }
    teams = [(team["team"], team["role"]) for team in json.loads(held["teams.json"])]
    assert sorted(teams) == [("Alice Arden’s team", "owner"), ("Bob Brook’s team", "viewer")]
    assert json.loads(held["api-tokens.json"]) == [
        {
            "name": "Weekly",
            "scopes": ["read", "run"],
            "created": str(token.created),
            "expires": str(token.expires),
            "revoked": None,
            "last_used": None,
        }
    ]
    assert [secret for secret in (text, token.hash, alice.password) if secret in as_text(held)] == []


def test_the_activity_is_ones_own_in_the_order_of_the_log(alice: User, bob: User, data_dir: Path) -> None:
    ApiToken.objects.issue(alice, name="Weekly", scopes=["read"])
    ApiToken.objects.issue(bob, name="Nightly", scopes=["read"])
    end_all(bob.pk)

    lines = list(csv.DictReader(io.StringIO(archive_of(alice)["activity.csv"].decode())))

    assert [(line["who"], line["what"]) for line in lines] == [
        ("alice@example.com", "data_exported"),
        ("alice@example.com", "token_made"),
    ]


def test_an_experiment_is_told_as_it_is_also_from_the_bin(alice: User, data_dir: Path) -> None:
    source = DataSourceFactory(experiment=ExperimentFactory(owner=alice, name="Plans", description="Why they break"))
    experiment = source.experiment
    binning.move_to_bin(experiment=experiment, by=alice)
    experiment.refresh_from_db()

    held = archive_of(alice)

    folder = f"experiments/Plans {str(experiment.pk)[-6:]}"
    assert json.loads(held[f"{folder}/experiment.json"]) == {
        "name": "Plans",
        "description": "Why they break",
        "created": str(experiment.created),
        "updated": str(experiment.updated),
        "archived": None if experiment.archived is None else str(experiment.archived),
        "binned": str(experiment.binned),
    }
    assert json.loads(held[f"{folder}/data/{source.pk}.json"]) == {
        "name": "answers.csv",
        "answers": {},
        "questions": {},
    }


@pytest.mark.parametrize("status", ["waiting", "failed"])
def test_a_file_that_was_never_read_is_there_as_it_came(alice: User, data_dir: Path, status: str) -> None:
    experiment = ExperimentFactory(owner=alice)
    error = {"code": "x", "message": "No table.", "hint": ""} if status == "failed" else None
    source = DataSource.objects.create(experiment=experiment, name="odd.bin", status=status, error=error)
    files.upload(source.pk).write_bytes(b"\x00as it came")

    held = archive_of(alice)

    assert [content for name, content in held.items() if name.endswith("/data/odd.bin")] == [b"\x00as it came"]


def test_a_file_that_lies_nowhere_any_more_stops_nothing(alice: User, data_dir: Path) -> None:
    source = DataSourceFactory(experiment=ExperimentFactory(owner=alice))
    files.original(source.experiment_id, source.pk).unlink()

    held = archive_of(alice)

    assert [name.rpartition("/")[2] for name in held if "/data/" in name] == [f"{source.pk}.json"]


NAMES = ("../../etc/passwd", "a/b\\c:d*?", "\x00\x1b[31m", "…", "CON", "x" * 200, "größe 東京", " . ")


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_no_name_of_an_experiment_leads_out_of_the_archive(alice: User, data_dir: Path, name: str) -> None:
    DataSourceFactory(experiment=ExperimentFactory(owner=alice, name=name[:120]), name="a b.csv")

    paths = [PurePosixPath(each) for each in archive_of(alice)]

    assert [path for path in paths if path.is_absolute() or ".." in path.parts or len(path.parts) > 4] == []
    assert [path for path in paths if set('\\:*?"<>|\x00\x1b') & set(str(path)) or len(str(path)) > 120] == []
    assert len({path.parts[1] for path in paths if path.parts[0] == "experiments"}) == 1


def test_two_experiments_of_one_name_stand_side_by_side(alice: User, data_dir: Path) -> None:
    for _ in range(3):
        DataSourceFactory(experiment=ExperimentFactory(owner=alice, name="Plans"))

    folders = {name.split("/")[1] for name in archive_of(alice) if name.startswith("experiments/")}

    assert sorted(folders) == sorted(f"Plans {str(pk)[-6:]}" for pk in Experiment.objects.values_list("pk", flat=True))


def test_rooms_above_add_their_parts_in_order(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PARTS", [])
    parts.add_part(lambda user: [Piece("a.txt", user.email.encode())])
    parts.add_part(lambda _: iter([Piece("b.txt", b""), Piece("c.txt", b"c")]))

    assert list(parts.pieces(alice)) == [
        Piece("a.txt", b"alice@example.com"),
        Piece("b.txt", b""),
        Piece("c.txt", b"c"),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [({"größe": None}, '{\n  "größe": null\n}'), ([], "[]"), ({"at": files.MAX_NAME}, '{\n  "at": 120\n}')],
)
def test_json_is_for_people_to_read(value: Any, text: str) -> None:
    assert as_json(value).decode() == text


def test_somebody_with_nothing_has_an_archive_as_well(data_dir: Path) -> None:
    held = archive_of(UserFactory())

    assert sorted(held) == [
        "account.json",
        "activity.csv",
        "api-tokens.json",
        "comments.json",
        "single-sign-on.json",
        "teams.json",
    ]
    assert (held["api-tokens.json"], held["comments.json"]) == (b"[]", b"[]")
