"""Asking: a question in plain words, answered from a finished run by passages and counts, each with its place."""

from persona.asking.answering import Study, answer, checked
from persona.asking.index import index_of

__all__ = ["Study", "answer", "checked", "index_of"]
