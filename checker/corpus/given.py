"""What a corpus is read from."""

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from checker import rows
from checker.errors import InputError
from checker.rows import Columns, Reading
from checker.rows import dataset as datasets

STREAM = "-"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Given:
    """A file of rows, `-` for standard input, or a data set; what is named can be opened again, by any process."""

    name: str
    dataset: bool = False
    split: str | None = None
    columns: Columns = field(default_factory=Columns)

    @property
    def stream(self) -> bool:
        """Whether it can be read once only."""
        return self.name == STREAM and not self.dataset

    def opened(self) -> Reading:
        """The rows; raises `InputError` where there are none to read."""
        if self.dataset:
            return datasets.opened(self.name, self.split, self.columns)
        if self.stream:
            return rows.streamed(sys.stdin.buffer, STREAM, self.columns)
        return rows.opened(Path(self.name), self.columns)

    def digest(self, reading: Reading) -> str:
        """Names the content: equal digests give equal rows."""
        state = hashlib.sha256()
        path = Path(self.name)
        try:
            for file in _files(path) if path.exists() else ():
                state.update(f"{file.relative_to(path).as_posix()}\0".encode())
                with file.open("rb") as stream:
                    while chunk := stream.read(_CHUNK):
                        state.update(chunk)
        except OSError as error:
            raise InputError(f"{self.name}: cannot read: {error.strerror}") from None
        state.update(reading.mark.encode())
        return state.hexdigest()[:32]

    def choice(self) -> str:
        """What was chosen of it."""
        columns = [f"{language}={column}" for language, column in self.columns.texts.items()]
        return " ".join(filter(None, [self.split, self.columns.id, *columns])) or "all"


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    else:
        yield from sorted(each for each in path.rglob("*") if each.is_file())
