"""A pipeline that does as it is told, for tests of the command line around it."""

from collections.abc import Callable, Sequence
from types import ModuleType

from checker.model import Finding, Level, Location, Report, ReportDocument, Rule
from checker.settings import Settings

Run = Callable[..., tuple[int, str, str]]


def finding(level: Level = Level.ERROR, path: str = "a/de.md") -> Finding:
    at = Location("de", path, 3, 1, 3, 4, "700")
    return Finding(Rule.VALUE, level, "a", "a/1", at, "700 for 7", "7", "700", 0.9, None, (), "f1")


def report(*levels: Level, errors: Sequence[str] = ()) -> Report:
    document = ReportDocument("a", None, {"de": "a/de.md", "en": "a/en.md"})
    return Report("checker test", (document,), (), tuple(map(finding, levels)), (), tuple(errors))


class Pipeline(ModuleType):
    """A pipeline that finds what it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__("checker.pipeline")
        self.found: Report | Exception = report()
        self.paths: Sequence[str] = ()
        self.settings = Settings()
        self.asked: dict[str, object] = {}

    def check(self, paths: Sequence[str], settings: Settings, progress: object, **asked: object) -> Report:
        self.paths, self.settings, self.asked = paths, settings, asked
        if isinstance(self.found, Exception):
            raise self.found
        return self.found
