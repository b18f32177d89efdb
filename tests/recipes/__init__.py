"""The recipes of CONTRIBUTING.md, each carried out on a copy of the tree."""
