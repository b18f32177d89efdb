"""Segments before their personas are written."""
