"""Asking: a question about an experiment, answered from its newest run; saved questions; one person's answers."""
