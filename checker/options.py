"""The options of the command line, named once for all commands."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from checker.reporters import names
from checker.threshold import FailOn


class When(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Form(StrEnum):
    """How `extract` prints."""

    TEXT = "text"
    JSON = "json"


Source = Annotated[
    str | None, typer.Option("--source", metavar="LANG", help="The version the others are translated from.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all.")
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all; one for each --format."),
]
Fail = Annotated[FailOn | None, typer.Option("--fail-on", help="The lowest level that gives exit code 1 (warning).")]
RulesOnly = Annotated[bool | None, typer.Option("--rules-only", help="Ask no model.")]
Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help="The entailment model (the bundled one).")]
Cache = Annotated[bool | None, typer.Option("--cache/--no-cache", help="Keep what was computed (yes).")]
Config = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="The settings, instead of those found upward.")
]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Known findings, which are not reported again.")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="REF", help="Report only what the change since this commit introduced.")
]
ForbidIgnores = Annotated[
    bool, typer.Option("--forbid-ignores", help="Comments that set findings aside do not count, and are listed.")
]
Explain = Annotated[
    str | None,
    typer.Option("--explain", metavar="CLAIM", help="Say why of one claim: launch/7, or PATH:LINE[:COLUMN]."),
]
Watch = Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say what was read and what was set aside.")]
Force = Annotated[bool, typer.Option("--force", help="Write the settings even where there are some.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress and no notes.")]
Color = Annotated[When, typer.Option("--color", help="Colour in the text report.")]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", "-f", metavar="NAME", help=f"{', '.join(names())}; may be given several times (text)."),
]
Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Folders or files; by default what the settings name.", show_default=False),
]
Text = Annotated[str, typer.Argument(metavar="FILE", help="A text; - for standard input.")]
Lang = Annotated[str | None, typer.Option("--lang", metavar="LANG", help="Its language, if not to be detected.")]
OneForm = Annotated[Form, typer.Option("--format", "-f", help="json: a mention a line.")]
RuleName = Annotated[str | None, typer.Argument(metavar="RULE", help="A rule; without it, the list.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="As Markdown; without RULE, all pages.")]
Version = Annotated[bool | None, typer.Option("--version", help="Print the version and exit.", is_eager=True)]
