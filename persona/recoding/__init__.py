"""Recoding: a table as its questionnaire reads it, one clean variable for each thing that people were asked."""
