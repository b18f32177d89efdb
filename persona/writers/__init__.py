"""Writers: the interface that every writer implements, and the writers that ask a language model."""
