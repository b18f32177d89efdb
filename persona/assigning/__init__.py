"""Assigning: new people placed among the personas of a study, with how sure, and the few questions that tell it."""
