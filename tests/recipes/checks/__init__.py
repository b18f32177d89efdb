"""Checks that run inside a copy of the tree, once a recipe has been carried out there."""
