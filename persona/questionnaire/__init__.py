"""Questionnaire: columns become questions; what is unsure becomes a doubt with a default."""
