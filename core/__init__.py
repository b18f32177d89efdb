"""What the Django apps share and that knows no app."""
