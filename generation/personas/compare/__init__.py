"""Comparing: personas side by side, and what changed between two runs."""
