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

# Argon2 is slow on purpose; tests of accounts that care name it themselves.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
