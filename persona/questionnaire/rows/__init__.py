"""Rows that are no respondents: previews, tests, spam, unfinished and repeated ones, by evidence in whole columns."""
