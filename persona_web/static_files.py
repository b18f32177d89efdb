"""Static files: named by their content once collected, by their own name before."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Names with a hash, so that browsers may keep them for ever; needs no collecting to work at all."""

    def stored_name(self, name: str) -> str:
        return super().stored_name(name) if self.hashed_files else name
