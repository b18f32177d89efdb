"""Where apps and files lie: this checkout here; the installed package is tested in tests/wheel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from persona_web import layout
from persona_web.env import Env

ROOT = Path(__file__).resolve().parent.parent.parent


def test_in_a_checkout_apps_lie_beside_the_project() -> None:
    assert (layout.ROOT, layout.IS_INSTALLED, layout.default_data_dir()) == (ROOT, False, ROOT / "var")


def test_installed_what_is_made_is_kept_with_the_person(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(layout, "IS_INSTALLED", True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")

    assert layout.default_data_dir() == tmp_path / "persona-web"


def test_a_package_is_found_without_being_imported() -> None:
    code = (
        "import sys; from persona_web.layout import folder_of; print(folder_of('ninja')); print('ninja' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    folder, is_imported = done.stdout.splitlines()

    assert (sorted(path.name for path in (Path(folder) / "static").iterdir()), is_imported) == (["ninja"], "False")
    with pytest.raises(ModuleNotFoundError, match="no_such_package"):
        layout.folder_of("no_such_package")


def test_the_supervisor_starts_without_django_and_celery() -> None:
    code = (
        "import sys, persona_web.__main__; print(sorted({'django', 'celery', 'kombu', 'ninja'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_a_folder_is_meant_from_where_it_was_typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", "study")

    assert Env().data_dir == tmp_path / "study"


def test_apps_are_found_from_any_folder(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import persona_web, experiments; print(experiments.__name__)"
    )
    link = tmp_path / "site"
    link.mkdir()
    (link / "persona_web").symlink_to(ROOT / "persona_web")
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import site; site.main = None; {program}", str(link)],
        cwd=tmp_path,
        env={"PYTHONPATH": ":".join(path for path in sys.path if "site-packages" in path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "experiments\n"), done.stderr
