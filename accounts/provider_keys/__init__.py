"""Keys of people to providers of language models."""
