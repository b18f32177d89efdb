"""Pages: what every page of every app has."""
