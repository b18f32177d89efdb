"""Leases: what one worker holds at a time, and how it says that it lives."""
