"""The API's callers: tokens, limits, requests that happen once."""
