"""What became of planted drifts, and where it is kept so that a run that was stopped goes on."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from checker.errors import UsageError
from checker.model import Rule

SCHEMA = "checker-selftest-state/1"


class Outcome(StrEnum):
    """What the check said of a planted drift, best first."""

    CAUGHT = "caught"
    """A warning or an error at its place."""
    ELSEWHERE = "elsewhere"
    """A warning or an error on the same claim, placed on another version only."""
    NOTED = "noted"
    """No more than a note."""
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Trial:
    """One planted drift: where (line and column of the changed document), what stood and stands there, what was said.

    `context` are the words before and behind the change; `named` is the rule of what was found, None where nothing was.
    """

    document: str
    rule: Rule
    language: str
    how: str
    path: str
    line: int
    column: int
    before: str
    after: str
    context: tuple[str, str]
    outcome: Outcome
    named: Rule | None
    repeated: bool = False
    """Whether the version says the claim again elsewhere, where it stayed right."""

    @property
    def caught(self) -> bool:
        """Whether the build would fail by it."""
        return self.outcome is Outcome.CAUGHT


class State:
    """The trials of each document set that are done, in a file where one is named.

    A line is added for each trial; `key` names what was tried, and a file with another key is refused.
    """

    def __init__(self, path: Path | None, key: str) -> None:
        self._path, self._key = path, key
        self._trials: dict[str, list[Trial]] = {}
        self._over: set[str] = set()
        self._file: IO[str] | None = None

    def trials(self, document: str) -> list[Trial]:
        """What is known of a document set, in the order of the trials."""
        return self._trials.setdefault(document, [])

    def over(self, document: str) -> bool:
        """Whether a document set is through."""
        return document in self._over

    def add(self, trial: Trial) -> None:
        """Keeps a trial."""
        self.trials(trial.document).append(trial)
        self._write(asdict(trial))

    def finish(self, document: str) -> None:
        """Says that a document set is through."""
        self._over.add(document)
        self._write({"over": document})

    @contextlib.contextmanager
    def opened(self) -> Iterator["State"]:
        """Reads what is there and keeps the file open; raises UsageError where it can't be used."""
        if self._path is None:
            yield self
            return
        try:
            whole = self._read(self._path) if self._path.exists() else 0
            with self._path.open("a", encoding="utf-8") as self._file:
                self._file.truncate(whole)  # a line that was being written when the run was stopped
                if not whole:
                    self._write({"schema": SCHEMA, "key": self._key})
                yield self
        except OSError as error:
            raise UsageError(f"{self._path}: cannot keep the state: {error.strerror}; name another file") from None
        finally:
            self._file = None

    def _write(self, line: dict[str, Any]) -> None:
        if self._file is not None:
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._file.flush()

    def _read(self, path: Path) -> int:
        """Takes up the whole lines of a file and gives their bytes."""
        data = path.read_bytes()
        whole = data[: data.rfind(b"\n") + 1]
        try:
            lines = [json.loads(line) for line in whole.splitlines()]
            key = lines[0]["key"] if lines and lines[0]["schema"] == SCHEMA else None
            for line in lines[1:]:
                self._take(line)
        except (ValueError, KeyError, TypeError):
            key = None
        if data and (not whole or key is None):
            raise UsageError(f"{path}: not a state of a selftest; name another file")
        if whole and key != self._key:
            raise UsageError(f"{path}: the state of another run (documents, settings, seed, limit); name another file")
        return len(whole)

    def _take(self, line: dict[str, Any]) -> None:
        if "over" in line:
            self._over.add(line["over"])
            return
        named = Rule(line["named"]) if line["named"] else None
        told = {"rule": Rule(line["rule"]), "outcome": Outcome(line["outcome"]), "named": named}
        trial = Trial(**{**line, **told, "context": tuple(line["context"])})
        self.trials(trial.document).append(trial)
