"""Webhooks: tell the programs of people what happened, signed, again and again until they heard it.

An event and its deliveries are written in one transaction (outbox); a task takes the turn of one webhook and sends
what is due (sending), through a guard that reaches public addresses only (guard, posting); a sweep finds the rest.
"""
