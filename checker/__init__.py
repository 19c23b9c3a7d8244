"""Finds numeric claims that drift between the language versions of a document.

```python
import checker

checker.extract("Der Umsatz stieg auf 1,2 Mrd. €", "de")    # mentions: text, start, end, kind, value
checker.check(["docs/launch"], source="en").findings        # the drifts
checker.nli.predict([("He has 3 cars.", "He has 4.")])       # [{"entailment": p, "neutral": …, …}]
```

Importing this loads nothing heavy: what is asked for is loaded when it is asked for (PEP 562).
"""

import importlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker import nli
    from checker.errors import (
        CheckerError,
        InputError,
        LanguageDataError,
        ModelError,
        SettingsError,
        UsageError,
    )
    from checker.model import (
        Bound,
        Dismissed,
        Finding,
        Ground,
        Kind,
        Label,
        Level,
        Location,
        Mention,
        Moment,
        Outdated,
        Probabilities,
        Quantity,
        Report,
        ReportClaim,
        ReportDocument,
        ReportMention,
        Rule,
        Skipped,
        Stale,
        Value,
    )
    from checker.settings import Settings
    from checker.threshold import FailOn

__all__ = [
    "Bound",
    "CheckerError",
    "Dismissed",
    "FailOn",
    "Finding",
    "Ground",
    "InputError",
    "Kind",
    "Label",
    "LanguageDataError",
    "Level",
    "Location",
    "Mention",
    "ModelError",
    "Moment",
    "Outdated",
    "Probabilities",
    "Quantity",
    "Report",
    "ReportClaim",
    "ReportDocument",
    "ReportMention",
    "Rule",
    "Settings",
    "SettingsError",
    "Skipped",
    "Stale",
    "UsageError",
    "Value",
    "__version__",
    "check",
    "extract",
    "nli",
]

__version__ = "0.1.0"

_HOMES = ("checker.errors", "checker.threshold", "checker.settings", "checker.model")


def check(
    paths: "str | os.PathLike[str] | Sequence[str | os.PathLike[str]]",
    source: str | None = None,
    *,
    rules_only: bool | None = None,
    model: str | None = None,
    settings: "Settings | None" = None,
) -> "Report":
    """The report on the language versions found under the paths, as `checker check` makes it.

    No settings file is looked for: `settings` says all, and the other arguments override it. Documents that
    could not be checked are in `report.errors`. Raises `CheckerError` where nothing could be checked.
    """
    from checker.pipeline import check as run
    from checker.settings import Settings, override

    several = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    chosen = override(settings or Settings(), source=source, rules_only=rules_only, model=model)
    return run([os.fspath(path) for path in several], chosen, None)


def extract(text: str, language: str) -> "tuple[Mention, ...]":
    """The claims of one text, in order, `text[mention.start:mention.end] == mention.text`."""
    from checker.extraction import extract as run

    return run(text, language)


def __getattr__(name: str) -> object:
    if name == "nli":
        return importlib.import_module("checker.nli")
    if name in __all__:
        for home in _HOMES:
            found: object = getattr(importlib.import_module(home), name, None)
            if found is not None:
                return found
    raise AttributeError(f"module 'checker' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
