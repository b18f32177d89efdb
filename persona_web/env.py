"""The environment, read once and checked: a bad value stops the start with its name."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Env(BaseSettings):
    """Settings an operator may give; the defaults are the embedded mode of `make run`."""

    model_config = SettingsConfigDict(env_file=None, extra="ignore")

    debug: bool = False
    secret_key: str | None = Field(default=None, description="Made and kept in DATA_DIR when missing (embedded).")
    data_dir: Path = ROOT / "var"
    database_url: str | None = None
    redis_url: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    allowed_hosts: str = "localhost,127.0.0.1,[::1]"
    public_url: str | None = None
    email_url: str | None = None
    lease_seconds: int = Field(default=30, ge=1, description="A run whose worker is silent this long is taken over.")
    sweep_seconds: float = Field(default=10, gt=0)
    worker_threads: int = Field(default=2, ge=1)
    max_upload_mb: int = Field(default=200, ge=1)
    max_rows: int = Field(default=1_000_000, ge=1)
    max_columns: int = Field(default=1_000, ge=1)
