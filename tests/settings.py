"""Settings of the tests: the real ones over a data folder that goes away with the process."""

import atexit
import os
import shutil
import tempfile

DATA_FOLDER = tempfile.mkdtemp(prefix="persona-tests-")
atexit.register(shutil.rmtree, DATA_FOLDER, ignore_errors=True)
# The settings read the environment, and so does a worker that a test starts.
os.environ["DATA_DIR"] = DATA_FOLDER

from persona_web.settings import *  # noqa: E402, F403 -- the folder must be known first

# Counts of tries must not go over from one test to the next.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# Argon2 is slow on purpose; tests of accounts that care name it themselves.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A file, so that threads wait for each other as they do in production: in memory they would fail at once.
if not os.environ.get("DATABASE_URL"):
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(DATA_FOLDER, "tests.sqlite3")}  # noqa: F405, PTH118 -- as above
