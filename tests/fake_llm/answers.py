"""Answers: the data of a prompt is read, and a JSON schema filled with it."""

from __future__ import annotations

import hashlib
import random
import re
from typing import Any

from tests.fake_llm.options import Options


class Evidence:
    """Sentences of the data, each with the id of its line; they are given out in turn."""

    BRACKET = re.compile(r"^\W{0,4}\[([^\]\s]{1,48})\]")
    KEYED = re.compile(r"\b\w*id\b\W{1,6}([\w:.-]{1,48})", re.IGNORECASE)
    CELL = re.compile(r'[|\t]|","|,"|",|": ?"')
    SENTENCE = re.compile(r"[A-Z][^.!?\"|]{25,220}[.!?]")

    def __init__(self, text: str, rng: random.Random) -> None:
        self.items: list[tuple[str, str]] = []
        current = ""
        for line in text.splitlines():
            if found := self.BRACKET.search(line[:60]) or self.KEYED.search(line[:60]):
                current = found[1]
            if len(line) >= 30:
                self.items += [(current, said) for said in self._sentences(line)]
        told = [item for item in self.items if item[0] and not re.search(r"[<>`]|\bpersonas?\b|\bJSON\b", item[1])]
        self.items = told or self.items
        self._at = rng.randrange(len(self.items)) if self.items else 0

    def _sentences(self, line: str) -> list[str]:
        out: list[str] = []
        for piece in self.CELL.split(line):
            cell = piece.strip(' "{}[]')
            found = self.SENTENCE.findall(cell)
            out += found or ([cell[:120].rsplit(" ", 1)[0]] if len(cell) > 40 else [])
        return [said.strip() for said in out]

    def next(self) -> tuple[str, str]:
        if not self.items:
            return "", ""
        self._at = (self._at + 7) % len(self.items)
        return self.items[self._at]


def wanted(prompt: str) -> int:
    """How many items the prompt asks for."""
    found = re.search(r"\b(?:write|give|exactly)\s+(?:exactly |up to |at least )?(\d{1,3})\b", prompt, re.IGNORECASE)
    return int(found[1]) if found else 3


VERBS = ("reduce", "automate", "understand", "share", "compare", "track", "plan")
NOUNS = ("weekly reports", "team hand-overs", "billing", "exports", "reminders", "onboarding", "mobile access")


class Filler:
    """Values for a JSON schema."""

    def __init__(self, prompt: str, options: Options, *, fewer: bool) -> None:
        seed = hashlib.sha1(f"{options.seed}{prompt[:2000]}{len(prompt)}".encode()).digest()
        self.rng = random.Random(seed)
        self.evidence = Evidence(prompt, self.rng)
        self.count = max(0, (options.count or wanted(prompt)) - fewer)
        self.mode = options.quotes
        self.made = 0
        self.pair: tuple[str, str] | None = None

    def fill(self, schema: dict[str, Any]) -> Any:
        self.root = schema
        return self._value(schema, "", 0)

    def _value(self, schema: dict[str, Any], key: str, depth: int) -> Any:
        schema = self._resolved(schema)
        self.made += 1
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][self.made % len(schema["enum"])]
        kind = schema.get("type") or ("object" if "properties" in schema else "string")
        match kind:
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._array(schema, key, depth)
            case "boolean":
                return True
            case "integer" | "number":
                return schema.get("minimum", 0) + 1
        return self._string(schema, key.lower())

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in schema or "anyOf" in schema:
            if "anyOf" in schema:
                schema = next(one for one in schema["anyOf"] if one.get("type") != "null")
                continue
            node: Any = self.root
            for part in schema["$ref"].lstrip("#/").split("/"):
                node = node[part]
            schema = node
        return schema

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        before, properties = self.pair, schema.get("properties", {})
        self.pair = self._quote() if any("quote" in key.lower() for key in properties) else None
        made = {key: self._value(sub, key, depth + 1) for key, sub in properties.items()}
        self.pair = before
        return made

    def _array(self, schema: dict[str, Any], key: str, depth: int) -> list[Any]:
        item = self._resolved(schema.get("items", {}))
        count = self.count if depth <= 1 and "properties" in item else 2
        told = re.search(r"minItems: (\d+)", schema.get("description", ""))  # as Anthropic's client writes it
        count = min(max(count, schema.get("minItems", 0), int(told[1]) if told else 0), schema.get("maxItems", 99))
        return [self._value(item, key, depth + 1) for _ in range(count)]

    def _string(self, schema: dict[str, Any], key: str) -> str:
        if "quote" in key:
            value = self.pair[1] if self.pair else self._quote()[1]
        elif "evidence_id" in key or "citation" in key:
            value = (self.pair[0] if self.pair else self.evidence.next()[0]) or f"S{self.made}"
        else:
            value = f"Wants to {self._phrase()}"
        return value[: schema.get("maxLength", len(value))]

    def _quote(self) -> tuple[str, str]:
        self.made += 1
        ident, real = self.evidence.next()
        if self.mode == "invented" or not real:
            tag = f"{self.rng.getrandbits(24):06x}"
            return (
                ident,
                f"Honestly the zeppelin dashboard {tag} made me want to {self._phrase()} every single morning.",
            )
        if self.mode == "near":
            words = real.split()
            words[len(words) // 2] = "never"
            real = " ".join(words)
        return ident, real

    def _phrase(self) -> str:
        self.made += 1
        return f"{VERBS[self.made % len(VERBS)]} {NOUNS[self.made * 3 % len(NOUNS)]}"
