"""Untrusted files are read in a process of their own: whatever kills it kills nothing else."""
