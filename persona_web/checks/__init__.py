"""Checks: what is unsafe or broken in an installation, asked by the start and by `persona-web doctor` alike."""
