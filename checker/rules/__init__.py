"""What each rule means: one page per rule, `<rule>.toml` in this folder, and the way to read it.

`[bad]` and `[good]` hold the same sentence in two or more languages, before and after mending.
"""

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checker.errors import UsageError
from checker.model import Level, Rule

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule for people. The texts are plain paragraphs; `bad` and `good` map language to sentence."""

    rule: Rule
    title: str
    level: Level
    level_note: str
    means: str
    why: str
    looks: str
    mend: str
    bad: Mapping[str, str]
    good: Mapping[str, str]

    @property
    def parts(self) -> tuple[tuple[str, str | Mapping[str, str]], ...]:
        """Heading and text (or sentences by language), in the order in which they are read."""
        return (
            ("What it means", self.means),
            ("Why it matters", self.why),
            ("Bad", self.bad),
            ("Good", self.good),
            ("How to mend it", self.mend),
            ("What is looked at", self.looks),
        )

    @property
    def gravity(self) -> str:
        """`warning; a note where …`."""
        return f"{self.level}; {self.level_note}" if self.level_note else str(self.level)


@cache
def page(rule: Rule) -> RulePage:
    """The page of a rule."""
    data = tomllib.loads((FOLDER / f"{rule}.toml").read_text(encoding="utf-8"))
    prose = {key: " ".join(str(data[key]).split()) for key in ("means", "why", "looks", "mend")}
    return RulePage(
        rule=rule,
        title=data["title"],
        level=Level(data["level"]),
        level_note=data.get("level_note", ""),
        bad=data["bad"],
        good=data["good"],
        **prose,
    )


def pages() -> Iterator[RulePage]:
    """All pages, in the order of the contract."""
    return map(page, Rule)


def named(name: str) -> RulePage:
    """The page of the rule of that name; raises `UsageError` that names the likely one."""
    names = [str(rule) for rule in Rule]
    wanted = name.strip().lower().replace("_", "-")
    if wanted in names:
        return page(Rule(wanted))
    close = difflib.get_close_matches(wanted, names, n=1, cutoff=0.5)
    hint = f"did you mean {close[0]!r}? " if close else ""
    raise UsageError(f"unknown rule {name!r}; {hint}there are: {', '.join(names)}")


def book() -> str:
    """All pages as one Markdown document."""
    return "\n".join(["# The rules\n", *map(markdown, pages())])


def markdown(page: RulePage) -> str:
    """The page as Markdown."""
    lines = [f"## `{page.rule}`: {page.title}", "", f"Level: {page.gravity}."]
    for heading, body in page.parts:
        text = [body] if isinstance(body, str) else [f"- {it}: {sentence}" for it, sentence in body.items()]
        lines += ["", f"**{heading}**", "", *text]
    return "\n".join(lines) + "\n"
