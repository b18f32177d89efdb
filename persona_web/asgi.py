"""What the web server runs: the WSGI application behind an intake that waits for slow senders and readers itself."""

import os
from importlib import import_module

from persona_web.quick_start import uncollected

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "persona_web.settings")
with uncollected():
    from django.conf import settings

    from experiments import files, limits, uploads
    from persona_web.intake.server import Intake
    from persona_web.wsgi import application as wsgi

    import_module(settings.ROOT_URLCONF)  # else the first request imports every page, and collects while it does

application = Intake(
    wsgi,
    folder=files.incoming(),
    limit=limits.max_bytes() + uploads.ENVELOPE,
    proxies=settings.ENV.trusted_proxies,
)
