"""Counted statements: what people answered to closed questions, said in sentences, with tests and bases."""
