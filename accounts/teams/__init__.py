"""Teams: who works together, and as what."""
