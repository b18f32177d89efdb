"""Where the apps, templates and static files lie: in the checkout, or in `_site` of an installed package."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
SITE = HERE / "_site"
IS_INSTALLED = SITE.is_dir()
# Their names (core, accounts, templates …) are too common for the top of site-packages.
ROOT = SITE if IS_INSTALLED else HERE.parent


def put_on_path() -> None:
    """Let the apps be imported by their own names, in whichever process imports this package."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))


def folder_of(package: str) -> Path:
    """Where an installed package lies, found without importing it.

    Raises:
        ModuleNotFoundError: it is not installed.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package, name=package)
    return Path(spec.origin).parent


def default_data_dir() -> Path:
    """`var` of the checkout; the person's own data folder where the package is installed."""
    if not IS_INSTALLED:
        return ROOT / "var"
    from platformdirs import user_data_path

    return user_data_path("persona-web", appauthor=False)
