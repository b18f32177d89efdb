"""The activity log: who did what, when and from where; written by services, changed by nobody."""
