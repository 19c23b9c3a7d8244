"""What git knows: which files a change touched, what they held before, and which commit a line is from.

`changes(folder, ref)` runs git three times for a whole repository, whatever its size, and `before(change, files)` once;
`blame(file, lines)` runs it once for each file. git is called without a shell, never asks for anything, writes nothing,
and is given up after a while. Paths are absolute and resolved (`Path.resolve()`), lines count from 1.
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
_HEADER = re.compile(rb"([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?")
_SHORT = 10


class Lines(NamedTuple):
    """A stretch of lines, `first` to `last`, both of it."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Change:
    """What is no longer as it was at a commit, `base`, in the repository whose top folder is `top`.

    `files` are those that changed, new and deleted ones among them, by their paths; each with the name that it had
    then, None for a new one.
    """

    top: Path
    base: str
    files: Mapping[str, bytes | None]


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


def changes(folder: Path, ref: str) -> Change:
    """What has changed since a commit in the repository of a folder.

    Compared are the working tree, with its uncommitted and untracked files, and the commit where `ref` (a branch, a
    tag, a commit) and HEAD parted.

    Raises `UsageError` where there is no git, no repository, or no such commit.
    """
    top, base = _parted(folder, ref)
    untracked = _asked(top, ref, "ls-files", "--others", "--exclude-standard", "-z", "--").split(b"\0")
    found = dict.fromkeys(filter(None, untracked)) | dict(_names(top, ref, base))
    return Change(top, base, {os.path.join(top, os.fsdecode(name)): then for name, then in sorted(found.items())})  # noqa: PTH118


def before(change: Change, files: Iterable[str]) -> dict[str, bytes | None]:
    """What these files of a change held before it, a renamed one under its old name; None for one that was not there.

    Raises `UsageError` as `changes` does.
    """
    then = {file: change.files[file] for file in files}
    asked = {file: name for file, name in then.items() if name is not None and b"\n" not in name}
    wanted = b"".join(change.base.encode() + b":" + name + b"\n" for name in asked.values())
    held = _contents(_asked(change.top, change.base, "cat-file", "--batch", given=wanted)) if asked else ()
    return dict.fromkeys(then) | dict(zip(asked, held, strict=False))


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


def _parted(folder: Path, ref: str) -> tuple[Path, str]:
    """The top folder of the repository, and the commit where `ref` and HEAD parted."""
    top = root(folder)
    if top is None:
        raise UsageError(f"since {ref}: not in a git repository; run it where .git is, or leave --since out")
    if not ref.strip() or ref.startswith("-"):
        raise UsageError(f"since {ref!r}: no commit; give a branch, a tag or a commit such as origin/main")
    done = _run(top, ("merge-base", f"{ref}^{{commit}}", "HEAD"), _PATIENCE)
    if done is not None and done.returncode == 0:
        return top, done.stdout.decode().strip()
    return top, _asked(top, ref, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").decode().strip()


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


def _names(top: Path, ref: str, base: str) -> Iterator[tuple[bytes, bytes | None]]:
    """The name of each file that is not as it was at a commit, and the name that it had there; None for a new one."""
    parts = iter(_asked(top, ref, "diff", *_DIFF, "--name-status", "-z", base, "--").split(b"\0"))
    for kind in parts:
        if old := next(parts, b""):
            name = next(parts, b"") if kind[:1] in b"RC" else old
            yield name, None if kind[:1] == b"A" else old


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
