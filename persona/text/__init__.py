"""What people wrote, as a machine can compare it: languages, passages, meaning, kinds."""
