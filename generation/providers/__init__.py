"""Providers: who can write personas, and how they are reached."""
