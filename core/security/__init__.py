"""Security: who gets in, what is encrypted, which addresses may be called."""
