"""What git knows: which lines a change touched, and which commit a line is from.

`changes(folder, ref)` runs git a few times for a whole repository, whatever its size; `blame(file, lines)` once for
each file that is asked for. git is called without a shell, never asks for anything, writes nothing, and is given up
after a while. Paths are absolute and resolved (`Path.resolve()`), lines count from 1.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from checker.errors import UsageError

_PATIENCE = 60  # seconds for a command on a whole repository
_PATIENCE_FILE = 10  # the same for one file
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_PLAIN = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "color.ui=false")
_DIFF = ("--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules")
_PATCH = ("--unified=0", "--src-prefix=a/", "--dst-prefix=b/")
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
_HEADER = re.compile(rb"([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?")
_SHORT = 10


class Lines(NamedTuple):
    """A stretch of lines, `first` to `last`, both of it."""

    first: int
    last: int


WHOLE = Lines(1, 1 << 60)
"""All lines of a file, however many: what a new file has changed."""


@dataclass(frozen=True, slots=True)
class Commit:
    """Where a line is from: the first digits of a commit's id, its day by the clock of who made it, and its time.

    `time` is in seconds since 1970. Of a line that is not committed yet, `id` and `date` are empty and the time is
    later than any.
    """

    id: str
    date: str
    time: int


NOT_COMMITTED = Commit("", "", 1 << 60)


def root(path: Path) -> Path | None:
    """The top folder of the repository that a file or folder lies in; None where it is in none. Calls no git."""
    place = path.resolve()
    return next((folder for folder in (place, *place.parents) if (folder / ".git").exists()), None)


def changes(folder: Path, ref: str) -> Mapping[Path, tuple[Lines, ...]]:
    """The files changed since a commit, and the lines of each that are new or stand where lines were deleted.

    Compared are the working tree, with its uncommitted and untracked files, and the commit where `ref` (a branch, a
    tag, a commit) and HEAD parted. A new file has changed as a whole (`WHOLE`); a file that was deleted, or renamed and
    nothing else, is there with no lines. Where lines were deleted, those on both sides count.

    Raises `UsageError` where there is no git, no repository, or no such commit.
    """
    top, base = _parted(folder, ref)
    names = {name: kind for kind, _, name in _names(top, ref, base)}
    found: dict[bytes, list[Lines]] = {name: [WHOLE] if kind == b"A" else [] for name, kind in names.items()}
    for name, lines in _hunks(_asked(top, ref, "diff", *_DIFF, *_PATCH, base, "--")):
        if names.get(name, b"A") not in (b"A", b"D"):
            found[name].append(lines)
    untracked = _asked(top, ref, "ls-files", "--others", "--exclude-standard", "-z", "--")
    found |= {name: [WHOLE] for name in untracked.split(b"\0") if name}
    return {top / os.fsdecode(name): tuple(lines) for name, lines in sorted(found.items())}


def before(folder: Path, ref: str, files: Iterable[Path]) -> Mapping[Path, bytes]:
    """What the files held at the commit where `ref` and HEAD parted, a renamed one under its old name.

    `files` are absolute, as `changes` gives them; those that were not there are left out. Raises as `changes` does.
    """
    top, base = _parted(folder, ref)
    renamed = {name: old for kind, old, name in _names(top, ref, base) if kind == b"R"}
    asked: dict[Path, bytes] = {}
    for file in files:
        name = os.fsencode(file.relative_to(top).as_posix())
        asked[file] = renamed.get(name, name)
    asked = {file: name for file, name in asked.items() if b"\n" not in name}
    wanted = b"".join(base.encode() + b":" + name + b"\n" for name in asked.values())
    held = _contents(_asked(top, ref, "cat-file", "--batch", given=wanted))
    return {file: content for file, content in zip(asked, held, strict=False) if content is not None}


def blame(file: Path, lines: Iterable[Lines]) -> Mapping[int, Commit]:
    """The commit of each of these lines of a file as it stands on disk; no line where git can't tell."""
    place = file.parent.resolve() / file.name
    asked = [f"-L{first},{last}" for first, last in sorted(set(lines))]
    top = root(place.parent)
    if not asked or top is None:
        return {}
    name = place.relative_to(top).as_posix()
    done = _run(top, ("blame", "--porcelain", *asked, "--", name), _PATIENCE_FILE)
    return {} if done is None or done.returncode else _blamed(done.stdout)


def ignored(folder: Path) -> tuple[Path, ...]:
    """The folders below one that git has been told to ignore, relative to it; none where git can't tell."""
    if root(folder) is None:
        return ()
    asked = ("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z", "--", ".")
    done = _run(folder, asked, _PATIENCE)
    names = b"" if done is None or done.returncode else done.stdout
    return tuple(Path(os.fsdecode(name)) for name in sorted(names.split(b"\0")) if name.endswith(b"/"))


def touches(lines: Iterable[Lines], first: int, last: int) -> bool:
    """Whether any of the stretches reaches into the lines `first` to `last`."""
    return any(one.first <= last and first <= one.last for one in lines)


def _parted(folder: Path, ref: str) -> tuple[Path, str]:
    """The top folder of the repository, and the commit where `ref` and HEAD parted."""
    top = root(folder)
    if top is None:
        raise UsageError(f"since {ref}: not in a git repository; run it where .git is, or leave --since out")
    if not ref.strip() or ref.startswith("-"):
        raise UsageError(f"since {ref!r}: no commit; give a branch, a tag or a commit such as origin/main")
    commit = _asked(top, ref, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").decode().strip()
    done = _run(top, ("merge-base", commit, "HEAD"), _PATIENCE)
    return top, commit if done is None or done.returncode else done.stdout.decode().strip()


def _asked(top: Path, ref: str, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers; raises `UsageError` with git's own reason where it refuses."""
    done = _run(top, arguments, _PATIENCE, given)
    if done is None:
        raise UsageError(f"since {ref}: git can't be run here; install git, or leave --since out")
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().splitlines()
        why = said[0] if said else "no such commit here; fetch it first (in CI: with the whole history)"
        raise UsageError(f"since {ref}: {why}")
    return done.stdout


def _run(
    folder: Path, arguments: Sequence[str], patience: int, given: bytes = b""
) -> subprocess.CompletedProcess[bytes] | None:
    """What git says; None where there is no git, or it takes too long."""
    command = ["git", "--no-pager", *_PLAIN, *arguments]
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **_QUIET},
            input=given,
            capture_output=True,
            timeout=patience,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def _names(top: Path, ref: str, base: str) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Kind (A, M, D, R …), old and new name of each file that is not as it was at a commit."""
    parts = iter(_asked(top, ref, "diff", *_DIFF, "--name-status", "-z", base, "--").split(b"\0"))
    for kind in parts:
        if old := next(parts, b""):
            yield kind[:1], old, next(parts, b"") if kind[:1] in b"RC" else old


def _contents(batch: bytes) -> Iterator[bytes | None]:
    """The objects that `git cat-file --batch` answers with, in their order; None for what is no file."""
    at = 0
    while (end := batch.find(b"\n", at)) != -1:
        *_, kind, size = (b" " + batch[at:end]).rsplit(b" ", 2)
        at = end + 1
        if not size.isdigit():
            yield None
            continue
        yield batch[at : at + int(size)] if kind == b"blob" else None
        at += int(size) + 1


def _hunks(patch: bytes) -> Iterator[tuple[bytes, Lines]]:
    """The file and the new lines of each hunk of a patch without context; deleted ones as the lines on both sides."""
    name = b""
    left = 0
    for line in patch.split(b"\n"):
        if left and line[:1] in (b"+", b"-"):  # what a hunk says may look like a header
            left -= 1
        elif line.startswith(b"+++ "):
            name = _unquoted(line[4:].rstrip(b"\t")).removeprefix(b"b/")
        elif match := _HUNK.match(line):
            removed, first, added = int(match[1] or 1), int(match[2]), int(match[3] or 1)
            left = removed + added
            yield name, Lines(first, first + added - 1) if added else Lines(max(1, first), first + 1)


def _unquoted(name: bytes) -> bytes:
    """A name as it is, where git has put it in quotes for its unusual characters."""
    if not name.startswith(b'"'):
        return name
    return _ESCAPE.sub(lambda found: _escaped(found[1]), name[1:-1])


def _escaped(code: bytes) -> bytes:
    return bytes([int(code, 8) & 0xFF]) if len(code) == 3 else _ESCAPED.get(code, code)


def _blamed(porcelain: bytes) -> dict[int, Commit]:
    """Lines and their commits, from `git blame --porcelain`, which tells of each commit once."""
    commits: dict[bytes, dict[bytes, bytes]] = {}
    lines: dict[int, bytes] = {}
    commit = b""
    for line in porcelain.split(b"\n"):
        if line.startswith(b"\t"):
            continue
        if match := _HEADER.fullmatch(line):
            commit = match[1]
            lines[int(match[2])] = commit
        else:
            key, _, value = line.partition(b" ")
            commits.setdefault(commit, {})[key] = value
    known = {name: _commit(name, said) for name, said in commits.items()}
    return {number: known[name] for number, name in lines.items() if name in known}


def _commit(name: bytes, said: Mapping[bytes, bytes]) -> Commit:
    if not name.strip(b"0"):
        return NOT_COMMITTED
    seconds, zone = int(said.get(b"committer-time", b"0")), int(said.get(b"committer-tz", b"0"))
    minutes = abs(zone) // 100 * 60 + abs(zone) % 100
    here = timezone(timedelta(minutes=minutes if zone >= 0 else -minutes))
    try:
        day = datetime.fromtimestamp(seconds, here).date().isoformat()
    except (OverflowError, ValueError, OSError):
        day = ""
    return Commit(name[:_SHORT].decode(), day, seconds)
