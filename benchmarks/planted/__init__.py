"""Surveys with planted personas: who belongs to which is known, and what each answer is about."""

from benchmarks.planted.survey import Truth, make_survey

__all__ = ["Truth", "make_survey"]
