"""Narrative: the label, the story and the contrasts of a persona, told from its statements and facts alone."""
