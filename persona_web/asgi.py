"""What the web server runs: the WSGI application behind an intake that waits for slow senders and readers itself."""

import os

from persona_web.quick_start import uncollected

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "persona_web.settings")
with uncollected():
    from django.conf import settings

    from experiments import files, limits, uploads
    from persona_web.intake.server import Intake
    from persona_web.wsgi import application as wsgi

application = Intake(
    wsgi,
    folder=files.incoming(),
    limit=limits.max_bytes() + uploads.ENVELOPE,
    proxies=settings.ENV.trusted_proxies,
)
