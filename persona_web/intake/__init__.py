"""Intake: requests are taken in whole, with deadlines, before they get one of the few threads of the application."""
