"""Personas for operators: to look at, never to change."""

from __future__ import annotations

from django.contrib import admin

from core.admin import ReadOnly
from generation.personas.models import Evidence, Persona, Statement


@admin.register(Persona)
class PersonaAdmin(ReadOnly):
    list_display = ("name", "tagline", "position", "size", "run_id")
    list_filter = ("position", "run__status")
    search_fields = ("name", "tagline", "run__id", "run__experiment__name")


@admin.register(Statement)
class StatementAdmin(ReadOnly):
    list_display = ("text", "kind", "persona", "strength", "support", "base")
    list_filter = ("kind", "strength", "origin")
    list_select_related = ("persona",)
    search_fields = ("text", "persona__name", "persona__run__id")


@admin.register(Evidence)
class EvidenceAdmin(ReadOnly):
    list_display = ("quote", "source", "row", "column", "strength", "counted")
    list_filter = ("strength", "counted")
    search_fields = ("quote", "column", "statement__text", "statement__persona__run__id")
