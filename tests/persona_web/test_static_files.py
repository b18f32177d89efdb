"""Static files: collected names carry a hash, down to what a stylesheet imports; uncollected ones work too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import storage
from django.core.management import call_command
from django.template import Context, Template
from django.test import Client, override_settings
from pytest_django import Settings

from core.pages.icons import icon

IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\)')
ICON = Template("{% icon 'quote' %}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything collected, as the first start leaves it; do not change it."""
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=folder):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture
def collected(settings: Settings, folder: Path) -> Path:
    """The same folder, while files are taken from it."""
    settings.STATIC_ROOT = folder
    icon.cache_clear()
    return folder


def test_uncollected_files_go_by_their_own_names(client: Client) -> None:
    icon.cache_clear()

    assert ICON.render(Context()) == ('<svg class="i" aria-hidden="true"><use href="/static/icons.svg#quote"/></svg>')
    assert client.get("/static/icons.svg").status_code == 200


@pytest.mark.usefixtures("collected")
def test_an_icon_in_the_hashed_sprite() -> None:
    assert re.fullmatch(
        r'<svg class="i" aria-hidden="true"><use href="/static/icons\.[0-9a-f]{12}\.svg#quote"/></svg>',
        ICON.render(Context()),
    )


def test_the_collected_stylesheet_is_one_file_with_every_part_in_its_layer(collected: Path, settings: Settings) -> None:
    source = Path(settings.ROOT) / "static/css"
    parts = IMPORT.findall((source / "app.css").read_text())
    joined = (collected / storage.staticfiles_storage.stored_name("css/app.css")).read_text()

    assert IMPORT.findall(joined) == []
    assert len(parts) == (source / "app.css").read_text().count("@import")
    assert [name for name, layer in parts if f"@layer {layer} {{\n{(source / name).read_text()}}}" not in joined] == []


def test_every_file_of_ours_is_named_by_a_template_or_a_stylesheet(settings: Settings) -> None:
    root = Path(settings.ROOT)
    texts = [file.read_text() for file in (*root.glob("templates/**/*.html"), *root.glob("static/css/*.css"))]

    files = [file.relative_to(root / "static") for file in root.glob("static/**/*") if file.is_file()]
    assert [str(file) for file in files if not any(file.name in text for text in texts)] == []
