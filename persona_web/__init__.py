"""The Django project: settings, URLs, and what holds the apps together."""

from persona_web.layout import put_on_path

put_on_path()  # before anything that finds the apps
