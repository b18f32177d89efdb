"""Static files: named by their content once collected, by their own name before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

if TYPE_CHECKING:
    from collections.abc import Iterator

JOINED = "css/app.css"
PART = re.compile(r'@import url\("(?P<name>[\w.-]+)"\) layer\((?P<layer>\w+)\);')


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Names with a hash, so that browsers may keep them for ever; needs no collecting to work at all.

    Where files are collected, the stylesheet and its parts become one file; in development the parts are served.
    """

    def stored_name(self, name: str) -> str:
        return super().stored_name(name) if self.hashed_files else name

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if JOINED in paths and not dry_run:
            storage, path = paths[JOINED]
            joined = join(storage.open(path).read().decode(), lambda name: storage.open(f"css/{name}").read().decode())
            self.delete(JOINED)
            self.save(JOINED, ContentFile(joined.encode()))
            paths[JOINED] = (self, JOINED)
        yield from super().post_process(paths, dry_run, **options)


def join(text: str, read: Any) -> str:
    """The stylesheet with each part in place of its import, in the layer that the import names."""
    return PART.sub(lambda part: f"@layer {part['layer']} {{\n{read(part['name'])}}}\n", text)
