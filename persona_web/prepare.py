"""Preparing a data folder: tables, static files; done once for each version of the code."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from persona_web.env import Env, read
from persona_web.layout import ROOT
from persona_web.supervisor import say

if TYPE_CHECKING:
    from pathlib import Path

# Packages that bring tables or static files of their own.
PACKAGES = ("django", "django-allauth", "django-htmx", "django-ninja", "whitenoise")


def ensure_prepared(env: Env) -> None:
    """Prepare in a process of its own, unless this very code has done so here before."""
    if is_prepared(env):
        return
    say(f"Preparing the database and the pages in {env.data_dir} …")
    if subprocess.run([sys.executable, "-m", "persona_web.prepare"], cwd=ROOT, check=False).returncode:
        raise SystemExit("The database could not be prepared. What went wrong is above.")


def is_prepared(env: Env) -> bool:
    """Only a database that lies beside its stamp can be trusted to be the one that was prepared."""
    stamp = _stamp(env.data_dir)
    own_database = env.database_url is None and (env.data_dir / "app.sqlite3").exists()
    return own_database and stamp.exists() and stamp.read_text() == fingerprint()


def fingerprint() -> str:
    """Changes with every migration, static file and package that preparation looks at."""
    files = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py"), *ROOT.glob("static/**/*")]
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
