"""Runs: start, follow, stop, go on."""
