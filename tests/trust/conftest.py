"""The figures that tests of the promises arrive at, told when all have run (in one process: `-n0`)."""

from collections.abc import Callable, Iterator

import pytest

_figures = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_figures] = []


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Iterator[Callable[[str], None]]:
    """Notes a figure of the test's promise."""
    yield lambda text: request.config.stash[_figures].append(f"{request.node.name}: {text}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for text in config.stash.get(_figures, []):
        terminalreporter.write_line(text)
