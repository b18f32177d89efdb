"""Preparing a data folder once for each version of the code."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import psycopg
import pytest

from persona_web import migrations_applied, prepare
from persona_web.env import Env


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Env:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "persona_web.settings")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return Env()


def test_a_new_folder_gets_tables_and_static_files(env: Env, prepared: Path) -> None:
    assert not prepare.is_prepared(env)

    with sqlite3.connect(prepared / "app.sqlite3") as database:
        names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"accounts_user", "experiments_experiment", "generation_run"} <= names
    assert (prepared / "static" / "staticfiles.json").exists()
    assert prepare.is_prepared(env.model_copy(update={"data_dir": prepared}))


def test_the_second_time_nothing_is_done(
    env: Env, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (env.data_dir / "app.sqlite3").touch()
    (env.data_dir / "prepared").write_text(prepare.fingerprint())
    monkeypatch.setattr(prepare.sys, "executable", "/no/such/python")

    began = time.process_time()  # the machine may be busy with other things
    prepare.ensure_prepared(env)

    assert (capsys.readouterr().out, time.process_time() - began < 1) == ("", True)


@pytest.mark.parametrize("missing", ["app.sqlite3", "prepared"])
def test_without_database_or_stamp_it_is_done_again(env: Env, missing: str) -> None:
    (env.data_dir / "app.sqlite3").touch()
    (env.data_dir / "prepared").write_text(prepare.fingerprint())

    (env.data_dir / missing).unlink()

    assert not prepare.is_prepared(env)


@pytest.mark.integration
def test_a_database_elsewhere_is_asked_for_its_migrations(
    env: Env, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgres_url)
    elsewhere = Env()
    (elsewhere.data_dir / "prepared").write_text(prepare.fingerprint())
    without_tables = prepare.is_prepared(elsewhere)

    with psycopg.connect(postgres_url, autocommit=True) as database:
        database.execute("CREATE TABLE django_migrations (app text, name text)")
        database.cursor().executemany("INSERT INTO django_migrations VALUES (%s, %s)", migrations_applied.wanted())
        with_all = prepare.is_prepared(elsewhere)
        database.execute("DELETE FROM django_migrations WHERE app = 'generation' AND name LIKE '0009%'")

    assert (without_tables, with_all, prepare.is_prepared(elsewhere)) == (False, True, False)


def test_a_database_that_cannot_be_reached_is_not_prepared(env: Env) -> None:
    (env.data_dir / "prepared").write_text(prepare.fingerprint())

    assert not prepare.is_prepared(env.model_copy(update={"database_url": "postgresql://127.0.0.1:1/persona"}))


def test_a_changed_file_changes_the_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    style = tmp_path / "static" / "app.css"
    style.parent.mkdir()
    style.write_text("a {}")
    before = prepare.fingerprint()

    os.utime(style, (1, 1))

    assert prepare.fingerprint() != before


def test_a_failure_is_one_sentence(
    env: Env, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "none")

    with pytest.raises(SystemExit, match="The database could not be prepared"):
        prepare.ensure_prepared(env)

    assert capfd.readouterr().out == f"Preparing the database and the pages in {env.data_dir} …\n"
