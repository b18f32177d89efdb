"""`python -m persona_web.openapi`: the OpenAPI document as it is committed in docs/openapi.json."""

from __future__ import annotations

import json
import os
import sys


def document() -> str:
    """The document of the API as the code has it; Django must be set up."""
    from persona_web.api import api

    return json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "persona_web.settings")
    import django

    django.setup()
    sys.stdout.write(document())
