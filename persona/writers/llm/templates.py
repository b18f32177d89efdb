"""Prompts: versioned files of ours, or one of a person's own that takes the place of a template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from persona.kinds import named
from persona.messages import configuration_error
from persona.models import Frozen

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent / "prompts"
BASE = "base"
TEMPLATES = ("ux", "marketing", "product", "healthcare")
SUFFIX = ".jinja"
_VERSION = re.compile(r"\{#-?\s*version:\s*([\w.-]{1,30})")
LONGEST = 50_000  # characters of a person's own template


class PromptStamp(Frozen):
    """Which words a model was asked with."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Template:
    """What a model is told, and the frame of the data it is sent."""

    name: str
    system: str
    stamps: tuple[PromptStamp, ...]
    _environment: Environment
    _frame: str = "message"

    def message(self, **values: object) -> str:
        """The message that holds the data."""
        return self._environment.get_template(f"{self._frame}{SUFFIX}").render(values)


def template_for(name: str | None) -> Template:
    """The template of this name, or the file at this path.

    Raises:
        ConfigurationError: there is none, or it cannot be rendered.
    """
    from jinja2 import TemplateError

    own = _own_file(name)
    wanted = own.name.removesuffix(SUFFIX) if own else name or BASE
    if own is None and wanted not in (BASE, *TEMPLATES):
        raise configuration_error("template_missing", name=wanted, names=", ".join(TEMPLATES))
    try:
        environment = _environment(own)
        system = environment.get_template(_inside(own, wanted)).render(kinds=named())
    except (TemplateError, RecursionError, TypeError, UnicodeDecodeError) as exc:
        raise configuration_error("template_broken", name=wanted, reason=type(exc).__name__) from exc
    parts = [BASE, "message", *([] if wanted == BASE and own is None else [_inside(own, wanted)])]
    return Template(wanted, system.strip(), tuple(_stamp(environment, part) for part in parts), environment)


def look_template() -> Template:
    """What a model is told that looks at statements again."""
    environment = _environment(None)
    system = environment.get_template(f"look{SUFFIX}").render().strip()
    stamps = tuple(_stamp(environment, part) for part in ("look", "statements"))
    return Template("look", system, stamps, environment, "statements")


def ask_template() -> Template:
    """What a model is told that answers a question from passages."""
    environment = _environment(None)
    system = environment.get_template(f"ask{SUFFIX}").render().strip()
    return Template("ask", system, tuple(_stamp(environment, part) for part in ("ask", "asked")), environment, "asked")


def _own_file(name: str | None) -> Path | None:
    """A person's own file; nothing but templates may be read this way."""
    if name is None or not name.endswith(SUFFIX):
        return None
    path = Path(name)
    if not path.is_file() or path.stat().st_size > LONGEST:
        raise configuration_error("template_missing", name=path.name, names=", ".join(TEMPLATES))
    return path


def _environment(own: Path | None) -> Environment:
    from jinja2 import ChoiceLoader, DictLoader, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    files = {"own/" + own.name: own.read_text(encoding="utf-8")} if own else {}
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([DictLoader(files), FileSystemLoader(FOLDER)]), undefined=StrictUndefined
    )


def _inside(own: Path | None, name: str) -> str:
    return f"own/{own.name}" if own else f"{name}{SUFFIX}"


def _stamp(environment: Environment, name: str) -> PromptStamp:
    from jinja2.loaders import BaseLoader

    loader = environment.loader
    assert isinstance(loader, BaseLoader)  # noqa: S101 -- `_environment` sets one
    file = name if name.endswith(SUFFIX) else f"{name}{SUFFIX}"
    text = loader.get_source(environment, file)[0]
    found = _VERSION.match(text)
    stem = file.removeprefix("own/").removesuffix(SUFFIX)
    return PromptStamp(name=stem, version=found[1] if found else "own", sha256=sha256(text.encode()).hexdigest())
