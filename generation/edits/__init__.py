"""Edits: what people do to the result of a run, in a log that only grows; the library's edits, kept as rows."""
