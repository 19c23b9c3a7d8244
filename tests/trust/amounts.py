"""How much of a promise is tried: a sample in every run, the whole by `pytest -m long`."""

from typing import Any

import pytest


def amounts(name: str, sample: Any, whole: Any) -> pytest.MarkDecorator:
    """The argument `name` of a test: `sample`, and where long tests are asked for, `whole`."""
    return pytest.mark.parametrize(
        name, [pytest.param(sample, id="sample"), pytest.param(whole, id="whole", marks=pytest.mark.long)]
    )
