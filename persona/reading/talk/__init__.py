"""Talk: who speaks in which line of a transcript, and who of them asks."""
