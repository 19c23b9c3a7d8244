"""What makes an exit code 1. Apart from the settings, so that the command line's help loads nothing more."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Level


class FailOn(StrEnum):
    """The lowest level that makes the exit code 1, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"

    def reached(self, levels: "Iterable[Level]") -> bool:
        """True where one of the levels is this one or graver."""
        order = list(FailOn)
        return self is not FailOn.NEVER and any(order.index(FailOn(level)) <= order.index(self) for level in levels)
