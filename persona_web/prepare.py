"""Preparing a data folder: tables, static files; done once for each version of the code."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from persona_web import migrations_applied
from persona_web.checks.start import read
from persona_web.layout import ROOT
from persona_web.supervisor import say

if TYPE_CHECKING:
    from pathlib import Path

    from persona_web.env import Env

# Packages that bring tables or static files of their own.
PACKAGES = ("django", "django-allauth", "django-htmx", "django-ninja", "whitenoise")


def ensure_prepared(env: Env) -> None:
    """Prepare in a process of its own, unless this very code has done so here before."""
    if not is_prepared(env):
        make_ready(env)


def make_ready(env: Env) -> None:
    """Prepare in a process of its own: it shall not be the one that serves."""
    say(f"Preparing the database and the pages in {env.data_dir} …")
    if subprocess.run([sys.executable, "-m", "persona_web.prepare"], cwd=ROOT, check=False).returncode:
        raise SystemExit("The database could not be prepared. What went wrong is above.")


def is_prepared(env: Env) -> bool:
    """Whether this very code has prepared this folder, and the database that is used now."""
    stamp = _stamp(env.data_dir)
    return stamp.exists() and stamp.read_text() == fingerprint() and _has_every_table(env)


def _has_every_table(env: Env) -> bool:
    """A database beside its stamp is the one that was prepared; one elsewhere is asked for its list of migrations."""
    if env.database_url is None:
        return (env.data_dir / "app.sqlite3").exists()
    try:
        return migrations_applied.wanted() <= migrations_applied.applied(env)
    except LookupError:
        return False  # preparing says what is wrong with it


def fingerprint() -> str:
    """Changes with every migration, static file and package that preparation looks at."""
    files = [*migrations_applied.files(ROOT), *ROOT.glob("static/**/*")]
    told = [f"{package} {version(package)}" for package in PACKAGES]
    for file in sorted(files):
        about = file.stat()
        told.append(f"{file.relative_to(ROOT)} {about.st_size} {about.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def prepare(env: Env) -> None:
    """Bring tables and static files up to date; may run again at any time."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("clearsessions")
    _stamp(env.data_dir).write_text(fingerprint())


def _stamp(data_dir: Path) -> Path:
    return data_dir / "prepared"


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "persona_web.settings")
    prepare(read())
