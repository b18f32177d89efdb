"""Personas from what people said, every statement backed by their own words.

Example:
    >>> from persona import Experiment, PersonaGenerator
    >>> from persona.models import PersonaConfig
    >>> experiment = Experiment.create(name="my-exp", data_sources=["data.csv"])  # doctest: +SKIP
    >>> result = PersonaGenerator(experiment=experiment).generate(PersonaConfig(count=3))  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from persona import _deprecated
from persona.version import __version__

if TYPE_CHECKING:
    from persona.annotating import PairAnnotation, SentenceAnnotation, annotate
    from persona.codebooks import load_codebook
    from persona.comparing import WhatChanged, compare
    from persona.comparing.changed import what_changed
    from persona.edits import EditLog
    from persona.events import Event
    from persona.exceptions import (
        BudgetExceededError,
        Cancelled,
        ConfigurationError,
        DataError,
        EditConflict,
        EditError,
        GenerationError,
        PersonaError,
        ProviderError,
    )
    from persona.experiment import Experiment
    from persona.generator import AsyncPersonaGenerator, PersonaGenerator
    from persona.models import (
        Column,
        ColumnChoice,
        ColumnRole,
        Estimate,
        Evidence,
        Fact,
        GenerationResult,
        Merge,
        Persona,
        PersonaConfig,
        Quality,
        Rename,
        SourceReport,
        Split,
        Statement,
    )
    from persona.segments import SegmentationPreview
    from persona.source import Source
    from persona.store import RunFolder
    from persona.verifying import Verification, verify
    from persona.writing import BuiltinWriter, PersonaDraft, PersonaWriter, SegmentBrief

__all__ = [
    "AsyncPersonaGenerator",
    "BudgetExceededError",
    "BuiltinWriter",
    "Cancelled",
    "Column",
    "ColumnChoice",
    "ColumnRole",
    "ConfigurationError",
    "DataError",
    "EditConflict",
    "EditError",
    "EditLog",
    "Estimate",
    "Event",
    "Evidence",
    "Experiment",
    "Fact",
    "GenerationError",
    "GenerationResult",
    "Merge",
    "PairAnnotation",
    "Persona",
    "PersonaConfig",
    "PersonaDraft",
    "PersonaError",
    "PersonaGenerator",
    "PersonaWriter",
    "ProviderError",
    "Quality",
    "Rename",
    "RunFolder",
    "SegmentBrief",
    "SegmentationPreview",
    "SentenceAnnotation",
    "Source",
    "SourceReport",
    "Split",
    "Statement",
    "Verification",
    "WhatChanged",
    "__version__",
    "annotate",
    "compare",
    "load_codebook",
    "verify",
    "what_changed",
]

# Names load their module on first use (PEP 562): `import persona` costs nothing.
_HOMES = {
    "persona.annotating": ("PairAnnotation", "SentenceAnnotation", "annotate"),
    "persona.codebooks": ("load_codebook",),
    "persona.comparing": ("WhatChanged", "compare"),
    "persona.comparing.changed": ("what_changed",),
    "persona.edits": ("EditLog",),
    "persona.events": ("Event",),
    "persona.exceptions": (
        "BudgetExceededError",
        "Cancelled",
        "ConfigurationError",
        "DataError",
        "EditConflict",
        "EditError",
        "GenerationError",
        "PersonaError",
        "ProviderError",
    ),
    "persona.experiment": ("Experiment",),
    "persona.generator": ("AsyncPersonaGenerator", "PersonaGenerator"),
    "persona.models": (
        "Column",
        "ColumnChoice",
        "ColumnRole",
        "Estimate",
        "Evidence",
        "Fact",
        "GenerationResult",
        "Merge",
        "Persona",
        "PersonaConfig",
        "Quality",
        "Rename",
        "SourceReport",
        "Split",
        "Statement",
    ),
    "persona.segments": ("SegmentationPreview",),
    "persona.source": ("Source",),
    "persona.store": ("RunFolder",),
    "persona.verifying": ("Verification", "verify"),
    "persona.writing": ("BuiltinWriter", "PersonaDraft", "PersonaWriter", "SegmentBrief"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        return _deprecated.old_name(__name__, name)
    value: object = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


_deprecated.install()
