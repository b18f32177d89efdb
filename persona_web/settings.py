"""Settings: one file for both ways to run; what differs comes from the environment (env.py)."""

from __future__ import annotations

import os
from typing import Any

from accounts.single_sign_on import provider
from core.mail import mail_settings
from core.queues import Queue
from persona_web.checks import start
from persona_web.databases import database
from persona_web.keys import secret_key
from persona_web.layout import ROOT, folder_of
from persona_web.logs import logging_settings
from persona_web.queues import celery_queues, celery_routes

os.umask(0o077)  # whatever is written here is respondents' or a secret: for its owner alone
ENV = start.read()
DATA_DIR = ENV.data_dir
STATIC_ROOT, QUEUE_DIR = DATA_DIR / "static", DATA_DIR / "queue"
for folder in (DATA_DIR, STATIC_ROOT, QUEUE_DIR, *(QUEUE_DIR / name for name in ("msg", "ctl", "done"))):
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)

DEBUG = ENV.debug
SECRET_KEY = ENV.secret_key or secret_key(DATA_DIR / "secret-key")
# For stored secrets that must be used again (sealing.py): another key than the one that signs.
ENCRYPTION_KEYS = ENV.sealing_keys or [secret_key(DATA_DIR / "encryption-key")]
ALLOWED_HOSTS = ENV.hosts
PUBLIC_URL = ENV.public_url
ROOT_URLCONF = "persona_web.urls"
WSGI_APPLICATION = "persona_web.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    *provider.apps(ENV),
    "accounts",
    "experiments",
    "generation",
    "persona_web",
]

MIDDLEWARE = [
    "core.pages.errors.references",
    "persona_web.metrics.measured",
    "django.middleware.security.SecurityMiddleware",
    "core.http.fast_path.api_door",  # what follows is for pages
    "csp.middleware.CSPMiddleware",
    "core.pages.middleware.permissions_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "core.pages.middleware.htmx_redirects",
    "core.http.refused_bodies.refused_bodies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.security.idle_sessions.idle_sessions",
    "core.pages.middleware.nothing_kept",
    "accounts.audit.where.asked_from",
    "core.security.login_wall.LoginWall",
    "accounts.teams.access.Roles",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.second_factor.operators.SecondStepForOperators",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.pages.theme.theme",
                "accounts.teams.access.membership",
                "core.pages.navigation.section",
                "core.pages.place.place",
                "core.mail.mail_is_sent",
                "generation.personas.tour.at_stop",
            ],
            "builtins": [
                "template_partials.templatetags.partials",
                "core.pages.icons",
                "core.pages.addresses",
                "core.pages.speech",
                "core.pages.undoing",
            ],
        },
    }
]

DATABASES = {"default": database(ENV.database_url, DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Sign-in limits count here, so the cache must be one for all processes.
CACHES = {
    "default": (
        {
            "BACKEND": "core.security.fallback_cache.FallbackCache",
            "LOCATION": ENV.redis_url,
            "KEY_PREFIX": "persona",
            "OPTIONS": {
                "serializer": "core.security.json_cache.JsonSerializer",
                "socket_connect_timeout": 1,
                "socket_timeout": 2,
            },
        }
        if ENV.redis_url
        else {"BACKEND": "core.security.json_cache.JsonFileCache", "LOCATION": DATA_DIR / "cache"}
    )
}
LOGGING = logging_settings(ENV.log_level, ENV.log_format)
MAIL_DIR = DATA_DIR / "mail"
vars().update(mail_settings(ENV.email_url))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.email_from
USE_TZ = True
USE_I18N = False  # one language; looking for the person's at each number costs a page milliseconds
TIME_ZONE = "UTC"

# Browser: what may be loaded, what is kept, and that it came by https where people reach us so.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}
X_FRAME_OPTIONS = "DENY"
HTTPS = ENV.is_https
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "persona-session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "persona-csrf"
CSRF_COOKIE_HTTPONLY = True  # htmx takes the token from the page
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_ENGINE = "core.security.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
CSRF_FAILURE_VIEW = "core.pages.errors.forbidden_by_csrf"
SECURE_REDIRECT_EXEMPT = [r"^(healthz|livez|readyz|metrics)$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
if HTTPS and ENV.trusted_proxies:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The operator's other subdomains are not ours to bind.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# Static files and uploads
STATIC_URL = "static/"
# Of django-ninja only Swagger UI: as an app it would be imported by workers, too, who answer nobody.
STATICFILES_DIRS = [ROOT / "static", ("ninja", folder_of("ninja") / "static" / "ninja")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "persona_web.static_files.HashedFiles"},
}
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
WHITENOISE_USE_FINDERS = True  # plain names work before anything was collected
# No page writes files by itself; the one that takes uploads brings its own handler.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024**2
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5 * ENV.max_columns  # the form of the data check has a few fields a column

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.people.passwords.LengthValidator"},
    {"NAME": "accounts.people.passwords.CommonValidator"},
]
LOGIN_URL = LOGOUT_REDIRECT_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ALLAUTH_TRUSTED_PROXY_COUNT = ENV.trusted_proxies
ACCOUNT_ADAPTER = "accounts.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "login": "accounts.people.forms.SignInForm",
    "signup": "accounts.people.forms.SignUpForm",
    "change_password": "accounts.people.forms.PasswordChangeForm",
    "reset_password_from_key": "accounts.people.forms.PasswordFromKeyForm",
    "reset_password": "accounts.people.forms.PasswordResetForm",
    "set_password": "accounts.people.forms.PasswordSetForm",
    "add_email": "accounts.people.forms.EmailChangeForm",
    "reauthenticate": "accounts.people.forms.ReauthenticateForm",
}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = ENV.verification
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
MFA_ADAPTER = "accounts.second_factor.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "accounts.second_factor.forms.CodeForm",
    "reauthenticate": "accounts.second_factor.forms.CodeAgainForm",
    "activate_totp": "accounts.second_factor.forms.AppForm",
    "add_webauthn": "accounts.second_factor.passkey_forms.AddPasskeyForm",
    "authenticate_webauthn": "accounts.second_factor.passkey_forms.PasskeyForm",
    "login_webauthn": "accounts.second_factor.passkey_forms.PasskeySignInForm",
    "reauthenticate_webauthn": "accounts.second_factor.passkey_forms.PasskeyAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = ENV.email_url is None  # where no mail is sent, nobody can confirm an address
MFA_TOTP_TOLERANCE = 1  # a phone whose clock is up to half a minute wrong
vars().update(provider.settings(ENV))

# Work: rows in the database are the truth, messages carry ids and may get lost or come twice.
REDIS_URL = ENV.redis_url
CELERY_TASK_DEFAULT_QUEUE = Queue.SERVICE.value
CELERY_TASK_QUEUES, CELERY_TASK_ROUTES = celery_queues(), celery_routes()
CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = CELERY_RESULT_ACCEPT_CONTENT = ["json"]
# Whoever reaches the broker could stop workers or change their limits by it; nobody here needs it.
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_TASK_TIME_LIMIT = 2 * 3600
CELERY_TASK_SOFT_TIME_LIMIT = CELERY_TASK_TIME_LIMIT - 60
# A page waits for the broker no longer than this; what was not sent, the sweep sends.
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_max": 0.2}
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"  # in memory: the schedule is only "every few seconds"
CELERY_BEAT_SCHEDULE = {
    name: {"task": name, "schedule": ENV.sweep_seconds, "options": {"expires": ENV.sweep_seconds}}
    for name in (
        "accounts.sweep_key_tests",
        "accounts.sweep_own_data",
        "experiments.sweep",
        "generation.sweep",
        "generation.sweep_segments",
        "generation.sweep_webhooks",
    )
}
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any]
if ENV.redis_url:
    CELERY_BROKER_URL = ENV.redis_url
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "visibility_timeout": 6 * 3600,  # longer than any task, or it runs twice
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": 2,
    }
    CELERY_WORKER_CONCURRENCY = ENV.worker_threads
    CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 10
    CELERY_WORKER_ENABLE_SOFT_SHUTDOWN_ON_IDLE = True
else:
    CELERY_BROKER_URL = "filesystem://localhost/"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(QUEUE_DIR / "msg"),
        "data_folder_out": str(QUEUE_DIR / "msg"),
        "control_folder": str(QUEUE_DIR / "ctl"),
        "processed_folder": str(QUEUE_DIR / "done"),
        "polling_interval": 0.1,
    }
    CELERY_WORKER_POOL = "threads"
    CELERY_WORKER_CONCURRENCY = ENV.worker_threads
