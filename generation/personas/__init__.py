"""Personas: what a run has found, as rows, pages and API."""
