"""Results that outlive the run that makes them: a file beside the output, and how far it holds.

Until a run is whole, its lines stand in `OUTPUT.partial`, and `OUTPUT.partial.state` says which rows they are of.
The state is replaced as a whole, and only when the lines it tells of are on the disk; what stands behind them is cut
off when the run goes on. So a run that is ended from outside loses nothing and doubles nothing.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from checker.errors import UsageError
from checker.output import encoded

PARTIAL, STATE = ".partial", ".partial.state"
_LAYOUT = 1


class RefusedError(UsageError):
    """There is a run to go on with, or one that is under way, and it is not this one."""


class Journal:
    """The lines of a run and how far they go; use it in a `with`, and `finish` it when it is whole.

    `known` is what the run is of (input, settings, model), by the name that people know it by; `resume` says whether to
    go on with a run that was broken off. Raises `RefusedError` where one is there and is not to be gone on with, or was
    a run of something else, and `UsageError` where the file can't be written.
    """

    def __init__(self, target: Path, known: Mapping[str, str], *, resume: bool) -> None:
        self.target = target
        self._place = Path(os.path.realpath(target))
        self.partial, self.state = _beside(target)
        self._known = dict(known)
        self.items = 0
        """Items of the input that the lines are of."""
        self.counts: Mapping[str, object] | None = None
        """What these came to."""
        with self._named():
            if target.is_dir():
                raise IsADirectoryError(None, "a folder is there")
            # a state without lines is of a run that was ended when it was whole
            held = self._held() if self.state.exists() and self.partial.exists() else None
        if held is not None and not resume:
            raise RefusedError(
                f"{target}: a run that was broken off after {held['items']:,} rows is there ({self.partial.name}); "
                f"go on with --resume, or remove {self.partial.name}*"
            )
        with self._named():
            self.partial.touch()
            self._file: BinaryIO = self.partial.open("r+b")
        with ExitStack() as undone:
            undone.callback(self._file.close)
            with self._named():
                self._locked()
                if held is None:
                    self._file.truncate(0)
                    self.state.unlink(missing_ok=True)
            if held is not None:
                self._go_on(held)
            undone.pop_all()

    def write(self, text: str) -> None:
        """Adds lines."""
        with self._named():
            self._file.write(encoded(text))

    def checkpoint(self, items: int, counts: Mapping[str, object]) -> None:
        """Says that the lines written are those of the first `items`, and what these came to."""
        with self._named():
            self._file.flush()
            os.fsync(self._file.fileno())
            state = {"layout": _LAYOUT, "items": items, "bytes": self._file.tell(), "of": self._known, "counts": counts}
            fresh = self.state.with_name(self.state.name + ".tmp")
            with fresh.open("w", encoding="utf-8") as file:
                json.dump(state, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.state)
            _sync(self.state.parent)
        self.items = items

    def finish(self, render: Callable[[Path, Path], None] | None = None) -> None:
        """Puts the output in its place, whole: the lines, or what `render(lines, file)` makes of them."""
        with self._named():
            self._file.flush()
            os.fsync(self._file.fileno())
            if render is None:
                self._file.close()
                self._put(self.partial)
            else:
                made = self._place.with_name(self._place.name + ".made")
                try:
                    render(self.partial, made)
                    self._put(made)
                finally:
                    made.unlink(missing_ok=True)
                self._file.close()
                self.partial.unlink()
            self.state.unlink(missing_ok=True)
            _sync(self._place.parent)

    def _put(self, file: Path) -> None:
        """Puts a file in the place of the output, with the rights of what was there."""
        if self._place.exists():
            file.chmod(self._place.stat().st_mode & 0o777)
        file.replace(self._place)

    def close(self) -> None:
        """Gives the file back; one that holds nothing to go on with is removed."""
        with suppress(OSError):  # a full disk: what was flushed before is what counts
            self._file.close()
        if not self.state.exists():
            self.partial.unlink(missing_ok=True)

    def _held(self) -> dict[str, object]:
        try:
            held = json.loads(self.state.read_text("utf-8"))
            return {"items": int(held["items"]), **{key: held[key] for key in ("layout", "bytes", "of", "counts")}}
        except (ValueError, KeyError, TypeError):
            raise RefusedError(f"{self.state}: cannot be read; remove {self.partial.name}* to begin anew") from None

    def _go_on(self, held: Mapping[str, object]) -> None:
        """Cuts the lines back to those that the state tells of."""
        of = cast("Mapping[str, str]", held["of"])
        for name in dict.fromkeys([*of, *self._known]):
            if of.get(name) != self._known.get(name):
                now, then = self._known.get(name, "none"), of.get(name, "none")
                raise RefusedError(
                    f"{self.state}: cannot go on: {name} is another than before ({then}, now {now}); "
                    f"give the same, or remove {self.partial.name}* to begin anew"
                )
        size = int(cast("int", held["bytes"]))
        if held["layout"] != _LAYOUT or os.fstat(self._file.fileno()).st_size < size:
            raise RefusedError(f"{self.partial}: not whole; remove {self.partial.name}* to begin anew")
        with self._named():
            self._file.truncate(size)
            self._file.seek(size)
        self.items = int(cast("int", held["items"]))
        self.counts = cast("Mapping[str, object]", held["counts"])

    def _locked(self) -> None:
        """Takes the file for this process alone, until it ends."""
        try:
            import fcntl
        except ImportError:
            return
        try:
            fcntl.flock(self._file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError(f"{self.partial}: another run is writing it; name another --output") from None

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            what = error.strerror or error
            raise UsageError(f"{self.target}: cannot write: {what}; make room or name another --output") from None


def _beside(target: Path) -> tuple[Path, Path]:
    """Where the lines of an unfinished run stand, and how far they hold: beside what the output is in the end."""
    place = Path(os.path.realpath(target))
    return place.with_name(place.name + PARTIAL), place.with_name(place.name + STATE)


def lasting(path: Path) -> bool:
    """Whether results in a file can outlive a run: a pipe or a device keeps nothing."""
    return not path.exists() or path.is_file() or path.is_dir()


def _sync(folder: Path) -> None:
    """Makes a rename outlive a power cut, where the system lets folders be opened."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def left(target: Path | None) -> Iterator[str]:
    """A line on what a run that was broken off left to go on with, if it did."""
    state = None if target is None else _beside(target)[1]
    if state is not None and state.exists():
        with suppress(OSError, ValueError, KeyError):
            done = json.loads(state.read_text("utf-8"))["items"]
            yield f"{done:,} rows are done; the same command with --resume goes on"
