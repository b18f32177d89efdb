"""The signing key of an embedded installation."""

import secrets
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from persona_web.keys import is_weak, secret_key


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    first = secret_key(tmp_path / "key")

    assert len(first) >= 50
    assert secret_key(tmp_path / "key") == first
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(secret_key, [tmp_path / "key"] * 8))

    assert (len(keys), [path.name for path in tmp_path.iterdir()]) == (1, ["key"])


def test_keys_as_they_are_made_are_strong() -> None:
    keys = [make(size) for make in (secrets.token_urlsafe, secrets.token_hex) for size in (32, 64) for _ in range(500)]

    assert [key for key in keys if is_weak(key)] == []
