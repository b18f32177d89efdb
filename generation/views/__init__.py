"""Views of runs and personas."""
