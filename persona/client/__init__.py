"""The library's names, with a server doing the work: a script moves there by one line.

Example:
    >>> from persona.client import Client
    >>> persona = Client("https://persona.example.com", token)                                # doctest: +SKIP
    >>> experiment = persona.Experiment.create(name="my-exp", data_sources=["data.csv"])      # doctest: +SKIP
    >>> result = persona.PersonaGenerator(experiment=experiment).generate()                   # doctest: +SKIP

Everything that is said over HTTP stands once, in `steps`; `Client` and `AsyncClient` only carry it.
"""

from __future__ import annotations

from persona.client.asynchronous import AsyncClient, AsyncRemoteExperiment, AsyncRemoteGenerator
from persona.client.faults import ServerError
from persona.client.replies import ExperimentInfo, RunInfo, SourceInfo
from persona.client.synchronous import Client, RemoteExperiment, RemoteGenerator

__all__ = [
    "AsyncClient",
    "AsyncRemoteExperiment",
    "AsyncRemoteGenerator",
    "Client",
    "ExperimentInfo",
    "RemoteExperiment",
    "RemoteGenerator",
    "RunInfo",
    "ServerError",
    "SourceInfo",
]
