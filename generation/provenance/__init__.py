"""Provenance: where words come from."""
