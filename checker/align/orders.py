"""Which languages say the parts of a sentence in one order, so that two amounts keep theirs in a translation."""

import tomllib
from functools import cache
from importlib.resources import files


def usual(language: str) -> bool:
    """Whether the order within a sentence may be compared with that of other such languages."""
    return language.partition("-")[0] not in _others()


@cache
def _others() -> frozenset[str]:
    text = (files("checker.align") / "orders.toml").read_text(encoding="utf-8")
    return frozenset(language for group in tomllib.loads(text).values() for language in group)
