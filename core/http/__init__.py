"""The HTTP API's common ground: problems, tokens, paging, ETags, keys that make a request happen once, limits."""
