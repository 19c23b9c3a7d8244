"""Properties draw the same examples in every run of CI, so that it speaks of the change; elsewhere new ones.

Nothing that runs here may open a connection: whatever tries ends with an error.
"""

import gc
import os
import sys

from hypothesis import settings

from tests.offline import refuse

settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

sys.addaudithook(refuse)

gc.set_threshold(50_000)  # as the command does, in whose memory less is kept than in that of thousands of tests
