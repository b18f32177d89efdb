"""Blocks: neighbouring columns that are one question, as tick boxes, a ranking or a battery of ratings."""
