"""The commands of the documentation: each block is run, each option that is named exists.

A fenced block of `sh` is run as it stands in a repository made for it, and may find a drift; an error it may not have.
Left out are the blocks behind `<!-- ci -->`, which `.ci/run` runs, those behind `<!-- not run here: why -->`, and those
that name `$SHARED`, `$SCORE` or `$DATA`: data from outside this repository.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

from checker.cli import app
from tests.documents import ROOT
from tests.repository import needs_git
from tests.sandbox import repository, shell

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"(?:^<!-- (?P<mark>.*?) -->\n)?^```sh\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(checker [^`]+)`")
OUTSIDE = re.compile(r"\$\{?(SHARED|SCORE|DATA)\b")
SAMPLE = re.compile(r"^## What it prints\n\n```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"(?<![\w-])--?[a-z][\w-]*")


def blocks() -> Iterator[tuple[str, str]]:
    """Where a block stands, and its commands."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in BLOCK.finditer(text):
            mark = match["mark"] or ""
            if mark != "ci" and not mark.startswith("not run here: ") and not OUTSIDE.search(match["code"]):
                yield f"{page.name}:{text.count(chr(10), 0, match.start('code')) + 1}", match["code"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@needs_git
@pytest.mark.parametrize(("place", "code"), [pytest.param(*block, id=block[0]) for block in blocks()])
def test_a_block_of_commands_runs(place: str, code: str, tmp_path: Path) -> None:
    made = repository(tmp_path.resolve() / "work")
    needed = (
        "" if "baseline create" in code or "baseline" not in code else "checker baseline create docs --rules-only; "
    )
    # A drift is a result, exit 1; an error, a wrong option for example, is 2.
    script = re.sub(r"^(checker check\b.*)$", r"\1 || test $? = 1", code.replace("\\\n", " "), flags=re.MULTILINE)
    done = shell(needed + script, made.folder)
    assert done.returncode == 0, f"{place}: {done.stderr}"


def test_the_sample_of_the_readme_is_what_is_printed() -> None:
    """Each of its lines stands in the output, in that order; `…` and empty lines stand for what is left out."""
    command = [sys.executable, "-m", "checker", "check", "fixtures/documents/chip-startup", "--fail-on", "never"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    printed = iter(done.stdout.splitlines())
    (sample,) = SAMPLE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    wanted = [line for line in sample.splitlines() if line.strip() not in ("", "…")]
    assert len(wanted) > 30
    assert [line for line in wanted if line not in printed] == []  # `in` an iterator goes on behind what it found


def lines() -> Iterator[tuple[str, str]]:
    """Each command line of ours that a page names: in a block, or in the text."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        found = [match["code"] for match in BLOCK.finditer(text)]
        for code in found:
            yield from ((page.name, line) for line in code.replace("\\\n", " ").splitlines() if "checker " in line)
        yield from ((page.name, match[1]) for match in INLINE.finditer(FENCED.sub("", text)))


def test_every_command_and_option_that_is_named_exists() -> None:
    unknown = []
    count = 0
    for page, line in lines():
        for words in re.findall(r"(?<![\w/-])checker ((?!checker )[^|;&#]*)", line.replace("\\|", "/")):
            count += 1
            unknown += [f"{page}: checker {words.strip()}: {wrong}" for wrong in _unknown(words)]
    assert not unknown
    assert count > 20


def _unknown(words: str) -> Iterator[str]:
    """What of a command line is no command and no option of ours."""
    command = typer.main.get_command(app)
    rest = words.split()
    while rest and hasattr(command, "commands"):
        if rest[0].startswith("-"):
            break
        name = rest.pop(0)
        several = [command.commands.get(each) for each in name.split("/")]
        if None in several:
            yield name
            return
        command = several[0]
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    known |= {"--help", "-h"}
    yield from (option for option in OPTION.findall(" ".join(rest)) if option not in known)
