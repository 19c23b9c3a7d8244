"""The model that the settings name, opened once."""

from functools import lru_cache
from pathlib import Path

from checker import nli
from checker.settings import Settings


def opened(settings: Settings) -> nli.Model:
    """The model, the same one as long as it is asked for by the same settings."""
    return _loaded(settings.model, cache_path(settings))


@lru_cache(maxsize=1)
def _loaded(name: str | None, cache: Path | None) -> nli.Model:
    return nli.load(name, cache=cache)


def cache_path(settings: Settings) -> Path | None:
    """Where segment encodings and verdicts are kept between runs; None where they are not."""
    if not settings.cache:
        return None
    from platformdirs import user_cache_path

    return user_cache_path("checker", appauthor=False)
