"""A git repository made for a test, with commits of known days."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


class Repository:
    """A new repository in a folder that is made for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "-q")

    def git(self, *arguments: str, day: str = "2026-01-01") -> None:
        """Runs git in the repository, as somebody, on a day."""
        time = f"{day}T12:00:00 +0000"
        person = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        days = {"GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time}
        apart = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(
            ["git", *arguments], cwd=self.folder, env={**os.environ, **person, **days, **apart}, check=True, timeout=60
        )

    def write(self, files: Mapping[str, str]) -> None:
        """Writes files without committing them."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def commit(self, day: str, files: Mapping[str, str]) -> None:
        """Writes files and commits all there is."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "-q", "-m", "a change", day=day)
