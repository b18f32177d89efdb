"""Shares: links of a result for readers without an account, what people say about personas, and who did what."""
