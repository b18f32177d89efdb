"""Print what is installed beside this very Python as a CycloneDX document: names, versions, licences."""

from __future__ import annotations

import json
import sys
from importlib.metadata import Distribution, distributions
from urllib.parse import quote


def main() -> None:
    """Write the document to standard output; the same environment gives the same bytes."""
    found = {each.metadata["Name"].lower(): each for each in distributions()}
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "components": [component(found[name]) for name in sorted(found)],
    }
    json.dump(document, sys.stdout, indent=1)
    sys.stdout.write("\n")


def component(package: Distribution) -> dict[str, object]:
    """One library as CycloneDX tells it."""
    name, version = package.metadata["Name"], package.version
    told: dict[str, object] = {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{quote(name.lower().replace('_', '-'))}@{quote(version)}",
    }
    if licence := licence_of(package):
        told["licenses"] = [licence]
    return told


def licence_of(package: Distribution) -> dict[str, object] | None:
    """By expression where the package gives one, else by its classifier; a text that is no name is left out."""
    if expression := package.metadata.get("License-Expression"):
        return {"expression": expression}
    classifiers = package.metadata.get_all("Classifier") or []
    names = [text.rsplit(" :: ", 1)[1] for text in classifiers if text.startswith("License :: ")]
    if name := (names or [package.metadata.get("License", "")])[0]:
        return {"license": {"name": name}} if "\n" not in name else None
    return None


if __name__ == "__main__":
    main()
