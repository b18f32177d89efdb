"""The environment, read once and checked: a bad value stops the start with its name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from accounts.single_sign_on.rules import Grant, grants_of
from persona_web.layout import default_data_dir

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 -- recognised here, not chosen
SIGN_UP = ("open", "invited", "closed")
DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
LOG_DAYS = 366  # triggers of the activity log let nothing younger go


class Env(BaseSettings):
    """Settings an operator may give; the defaults are the embedded mode of `make run`."""

    model_config = SettingsConfigDict(env_file=None, extra="ignore", env_ignore_empty=True)

    production: bool = Field(default=False, description="Refuse to start with what is unsafe on a public address.")
    single_host: bool = Field(default=False, description="PRODUCTION on one machine: SQLite and a queue of files.")
    debug: bool = False
    secret_key: str | None = Field(default=None, description="Made and kept in DATA_DIR when missing (embedded).")
    encryption_keys: str | None = Field(default=None, description="Seal stored secrets; the newest first, with commas.")
    data_dir: Path = Field(default_factory=default_data_dir)
    database_url: str | None = Field(default=None, description="postgresql://…; without it SQLite in DATA_DIR.")
    redis_url: str | None = Field(default=None, description="redis://…; without it the queue is a folder in DATA_DIR.")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    allowed_hosts: str = Field(default="localhost,127.0.0.1,[::1]", description="Names people may type, with commas.")
    public_url: str | None = Field(default=None, description="Where people reach it: https://persona.example.com")
    trusted_proxies: int = Field(default=0, ge=0, description="Proxies in front, each adding to X-Forwarded-For.")
    email_url: str | None = Field(default=None, description="smtp[s]://user:password@host:port; else DATA_DIR/mail.")
    email_from: str = "Persona <persona@localhost>"
    email_verification: Literal["none", "optional", "mandatory"] | None = Field(
        default=None, description="Mandatory where mail is sent, else optional."
    )
    sign_up: str = Field(default="open", description="open, invited, closed, or domains with commas: who may sign up.")
    oidc_url: str | None = Field(
        default=None, description="The company’s own sign-in (OpenID Connect), as in https://login.example.com."
    )
    oidc_client_id: str = Field(default="", description="What the company’s sign-in calls this installation.")
    oidc_client_secret: SecretStr | None = None
    saml_metadata_url: str | None = Field(
        default=None, description="The company’s own sign-in, by SAML: where it describes itself, https://… or file://…"
    )
    saml_entity_id: str | None = Field(default=None, description="Which one, where many are described there.")
    sso_name: str = Field(default="your company", description="“Sign in with …” says the button.")
    sso_domains: str = Field(
        default="", description="Domains whose addresses count without being called verified there, with commas."
    )
    sso_groups: str = Field(default="groups", description="The claim that holds the groups of a person.")
    sso_teams: str = Field(
        default="", description="group=role@id of a team, with semicolons: who is in it, and as what."
    )
    sso_only: bool = Field(default=False, description="Passwords and passkeys let in operators alone.")
    sso_sign_out: bool = Field(default=False, description="Signing out here signs out at the company (OpenID Connect).")
    session_idle_hours: float = Field(default=72, gt=0, le=14 * 24, description="Then a person signs in again.")
    session_max_days: float = Field(default=30, gt=0, le=366, description="Then too, however busy they were.")
    operator_second_step: bool | None = Field(
        default=None, description="Whether the administration asks for a second step; with PRODUCTION or https it does."
    )
    model_hosts: str = Field(
        default="", description="Inner servers of models that people may name: host:port, with commas."
    )
    monthly_limit_usd: float = Field(
        default=20, ge=0, description="What a team, and a person, may spend on shared keys."
    )
    openai_api_key: SecretStr | None = None
    openai_base_url: str | None = None
    anthropic_api_key: SecretStr | None = None
    google_api_key: SecretStr | None = None
    ollama_base_url: str | None = None
    log_format: Literal["plain", "json"] = Field(default="plain", description="json: one object a line.")
    sentry_dsn: SecretStr | None = Field(default=None, description="Where faults are reported to, without words.")
    metrics_token: SecretStr | None = Field(default=None, description="What opens /metrics; without it there is none.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "WARNING"
    web_workers: int = Field(default=2, ge=1)
    worker_threads: int = Field(default=4, ge=1)
    lease_seconds: int = Field(default=30, ge=1, description="A run whose worker is silent this long is taken over.")
    sweep_seconds: float = Field(default=10, gt=0)
    webhook_hosts: str = Field(
        default="", description="Inner receivers that webhooks may reach: host:port, with commas."
    )
    webhook_seconds: float = Field(default=15, gt=0, le=60, description="The longest that a receiver may take.")
    api_reads_per_minute: int = Field(default=1200, ge=1)
    api_writes_per_minute: int = Field(default=120, ge=1)
    breached_passwords: Path | None = Field(
        default=None, description="A file of stolen passwords, or of their SHA-1 in order, that nobody may choose."
    )
    retention_days: int = Field(default=0, ge=0, description="Experiments unused so long go to the bin; 0: never.")
    audit_days: int = Field(default=0, ge=0, description="Older entries of the activity log go; 366 at least, 0: none.")
    privacy_contact: str = Field(default="", description="Whom people may ask about their data, on /privacy/.")
    max_files: int = Field(default=100, ge=1, description="That one team, or one person over all theirs, may keep.")
    max_storage_mb: int = Field(default=5_000, ge=1, description="The same, of all files together.")
    max_active_runs: int = Field(default=2, ge=1, description="Runs of one team at work or waiting.")
    max_upload_mb: int = Field(default=200, ge=1)
    max_rows: int = Field(default=1_000_000, ge=1)
    max_columns: int = Field(default=1_000, ge=1)

    @field_validator("data_dir")
    @classmethod
    def _is_absolute(cls, folder: Path) -> Path:
        """As the person who typed it means it: processes that are started elsewhere read it again."""
        return folder.expanduser().resolve()

    @field_validator("webhook_hosts", "model_hosts")
    @classmethod
    def _are_exact(cls, hosts: str) -> str:
        for entry in filter(None, map(str.strip, hosts.split(","))):
            host, _, port = entry.rpartition(":")
            if not host or not port.isdecimal() or "*" in host:
                raise ValueError("must be exact, as in hooks.internal:8080")
        return hosts

    @field_validator("sign_up")
    @classmethod
    def _is_a_rule(cls, rule: str) -> str:
        if rule in SIGN_UP:
            return rule
        domains = [domain.strip().lower().removeprefix("@") for domain in rule.split(",") if domain.strip()]
        if not domains or not all(DOMAIN.fullmatch(domain) for domain in domains):
            raise ValueError("must be open, invited, closed, or domains such as example.com,example.org")
        return ",".join(domains)

    @field_validator("sso_domains")
    @classmethod
    def _are_domains(cls, text: str) -> str:
        domains = [domain.strip().lower().removeprefix("@") for domain in text.split(",") if domain.strip()]
        if not all(DOMAIN.fullmatch(domain) for domain in domains):
            raise ValueError("must be domains such as example.com,example.org")
        return ",".join(domains)

    @field_validator("sso_teams")
    @classmethod
    def _are_grants(cls, text: str) -> str:
        grants_of(text)
        return text

    @field_validator("public_url", "oidc_url")
    @classmethod
    def _is_an_address(cls, url: str | None) -> str | None:
        if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname):
            raise ValueError("must look like https://persona.example.com")
        return url.rstrip("/") if url else None

    @field_validator("saml_metadata_url")
    @classmethod
    def _is_a_description(cls, url: str | None) -> str | None:
        parts = urlsplit(url or "")
        if (
            url
            and not (parts.scheme in ("http", "https") and parts.hostname)
            and not (parts.scheme == "file" and parts.path)
        ):
            raise ValueError("must look like https://login.example.com/metadata or file:///etc/persona/company.xml")
        return url

    @property
    def has_sso(self) -> bool:
        """Whether people sign in by their company here."""
        return bool(self.oidc_url or self.saml_metadata_url)

    @property
    def verification(self) -> str:
        """Whether people must confirm their address before they get in."""
        return self.email_verification or ("mandatory" if self.production or self.email_url else "optional")

    @property
    def sign_up_domains(self) -> tuple[str, ...]:
        """Domains whose people may sign up; none where another rule holds."""
        return () if self.sign_up in SIGN_UP else tuple(self.sign_up.split(","))

    @property
    def log_days(self) -> int:
        """How long entries of the activity log are kept; 0: as long as the server runs."""
        return self.audit_days and max(self.audit_days, LOG_DAYS)

    @property
    def vouched_domains(self) -> list[str]:
        """Domains whose addresses the company's sign-in vouches for, whether or not it says so of each."""
        return self.sso_domains.split(",") if self.sso_domains else []

    @property
    def sso_grants(self) -> tuple[Grant, ...]:
        """What groups of the company give people here."""
        return grants_of(self.sso_teams)

    @property
    def demands_second_step(self) -> bool:
        """Whether operators need more than a password for the administration."""
        chosen = self.operator_second_step
        return (self.production or self.is_https) if chosen is None else chosen

    @property
    def sealing_keys(self) -> list[str]:
        """What seals stored secrets: the first one seals, all of them open."""
        return [key.strip() for key in (self.encryption_keys or "").split(",") if key.strip()]

    @property
    def inner_receivers(self) -> frozenset[str]:
        """Receivers that webhooks may reach although they are not public, as host:port."""
        return frozenset(entry.strip().lower() for entry in self.webhook_hosts.split(",") if entry.strip())

    @property
    def inner_models(self) -> frozenset[str]:
        """Servers of models that people may name although they are not public, as host:port."""
        return frozenset(entry.strip().lower() for entry in self.model_hosts.split(",") if entry.strip())

    @property
    def is_https(self) -> bool:
        return bool(self.public_url and self.public_url.startswith("https://"))

    @property
    def address(self) -> str:
        """Where people reach this installation."""
        return self.public_url or f"http://{self.local_host}:{self.port}"

    @property
    def local_host(self) -> str:
        """How this machine reaches itself; listening on all addresses includes the loopback."""
        return "127.0.0.1" if self.host in EVERYWHERE else f"[{self.host}]" if ":" in self.host else self.host

    @property
    def hosts(self) -> list[str]:
        """Names this installation answers to: those listed, and that of PUBLIC_URL."""
        listed = [host.strip() for host in self.allowed_hosts.split(",") if host.strip()]
        public = urlsplit(self.public_url).hostname if self.public_url else None
        return listed if public is None or public in listed else [*listed, public]


def given() -> tuple[Env, list[str]]:
    """The environment, and a sentence for each value that cannot be; in place of such a value stands its default."""
    try:
        return Env(), []
    except ValidationError as error:
        problems = error.errors()
        broken = {str(problem["loc"][0]) for problem in problems}
        instead = {name: Env.model_fields[name].get_default(call_default_factory=True) for name in broken}
        return Env(**instead), [_sentence(dict(problem)) for problem in problems]


def _sentence(problem: dict[str, object]) -> str:
    names = "".join(str(part).upper() for part in problem["loc"] if part)  # type: ignore[attr-defined]
    return f"{names}={problem['input']}: {str(problem['msg']).removeprefix('Value error, ')}"
