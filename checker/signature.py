"""What produced a report, so that its numbers can be had again."""

import hashlib
from functools import cache
from importlib.metadata import version as installed
from importlib.resources import files

from checker.nli import Model
from checker.settings import Settings

DISTRIBUTION = "claim-consistency-checker"


def signature(settings: Settings, model: Model | None) -> str:
    """One line: version, digest of the data, model, settings."""
    model_name = model.digest[:12] if model else "none"
    return f"checker:{installed(DISTRIBUTION)}|data:{_data_digest()}|model:{model_name}|settings:{settings.signature}"


@cache
def _data_digest() -> str:
    """A digest of the language data and the rules, which decide what is found."""
    digest = hashlib.sha256()
    for package in ("checker.languages", "checker.rules", "checker.trust"):
        for entry in sorted(files(package).iterdir(), key=lambda item: item.name):
            if entry.name.endswith(".toml"):
                digest.update(entry.name.encode() + entry.read_bytes())
    return digest.hexdigest()[:12]
