"""What the web server runs: the WSGI application behind an intake that waits for slow senders and readers itself."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "persona_web.settings")
wsgi = get_wsgi_application()

from django.conf import settings  # noqa: E402 -- they are there once Django has been set up

from experiments import files, limits, uploads  # noqa: E402 -- as above
from persona_web.intake.server import Intake  # noqa: E402 -- as above

application = Intake(
    wsgi,
    folder=files.incoming(),
    limit=limits.max_bytes() + uploads.ENVELOPE,
    proxies=settings.ENV.trusted_proxies,
)
