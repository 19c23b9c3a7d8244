"""`python -m checker.settings` prints the page of all settings."""

import sys

from checker.settings.pages import reference

sys.stdout.write(reference())
