"""The text of a segment of XML, without what only steers it."""

import re
from collections.abc import Collection, Mapping

from checker.errors import InputError
from checker.rows._xml import LONGEST

_IDS = ("id", "x")
_NAME = re.compile(r'[^<>"]{1,100}"[^<>"]{1,100}"')


class Text:
    """Gathers the text of a segment.

    Codes that hold no prose are passed over; a lone one stays, as an element without its content: `<ph x="1"/>`.
    """

    def __init__(self, native: Collection[str], lone: Collection[str]) -> None:
        self._native, self._lone = native, lone
        self._parts: list[str] | None = None
        self._within = 0
        self._size = 0

    def open(self) -> None:
        """A segment begins."""
        self._parts, self._within, self._size = [], 0, 0

    def close(self) -> str:
        """The segment ends: its text."""
        text, self._parts = "".join(self._parts or ()), None
        return text

    @property
    def gathering(self) -> bool:
        """Whether a segment is open."""
        return self._parts is not None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An inline element begins."""
        if self._parts is None:
            return
        if name in self._lone and not self._within:
            called = next((f' {key}="{attributes[key]}"' for key in _IDS if key in attributes), "")
            self._parts.append(f"<{name}{called if _NAME.fullmatch(called) else ''}/>")
        if self._within or name in self._native:
            self._within += 1

    def end(self) -> None:
        """An inline element ends."""
        if self._within:
            self._within -= 1

    def add(self, text: str) -> None:
        """Characters."""
        if self._parts is not None and not self._within:
            self._size += len(text)
            if self._size > LONGEST:
                raise InputError(f"a segment of more than {LONGEST >> 20} Mi characters; it is none")
            self._parts.append(text)
