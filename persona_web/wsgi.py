"""The WSGI door."""

import os

from persona_web.quick_start import uncollected

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "persona_web.settings")
with uncollected():
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
