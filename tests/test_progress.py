"""Progress is shown on standard error, and only when there is something to wait for."""

import io
import time

import pytest

from checker import progress
from checker.progress import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal as standard error; not a fixture, because pytest puts its own there when a test starts."""
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    with Bar() as bar:
        bar("reading", 1, 2)
    assert stream.getvalue() == ""


def test_what_takes_long_shows_its_stage_and_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    with Bar() as bar:
        bar("[bold]reading", 1, 2)
        deadline = time.monotonic() + 20
        while "[bold]reading" not in stream.getvalue() and time.monotonic() < deadline:
            time.sleep(0.05)
            bar("[bold]reading", 2, 4)
    assert "[bold]reading" in stream.getvalue()
    assert "2/4" in stream.getvalue()
