"""XLIFF 1.2 and 2: a row for each unit (1.2) or segment (2) that is translated."""

from collections.abc import Iterator, Mapping

from checker.locales import tag
from checker.readers.xliff import SUFFIXES, UNTRANSLATED
from checker.rows._inline import Text
from checker.rows._xml import Handler, items
from checker.rows.row import Aside, Broken, Item, Reading, Row

__all__ = ["SUFFIXES", "read"]

_NATIVE = ("bpt", "ept", "it", "ph", "x", "bx", "ex", "sc", "ec", "sm", "em")
"""Inline elements that hold codes, and no prose."""
_LONE = ("ph", "x")
_FOREIGN = ("alt-trans", "bin-unit", "glossary", "ignorable", "matches", "note", "notes", "originalData", "seg-source")
"""Elements within a unit that hold texts which are not its own."""
_UNITS = ("trans-unit", "segment")


def read(reading: Reading) -> Iterator[Item]:
    """The units that have a source and a target; an id is `file#unit` or `file#unit/segment`."""
    return items(reading, _Units(reading.name))


class _Units(Handler):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._languages: dict[str, str | None] = {"source": None, "target": None}
        self._said: dict[str, str] = {}
        self._file = self._unit = self._id = ""
        self._number = 0
        self._kept = [True]
        """Whether each open element is to be translated."""
        self._reason: str | None = None
        self._foreign = 0
        self._texts: dict[str, str] = {}
        self._text = Text(_NATIVE, _LONE)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        translate = attributes.get("translate")
        self._kept.append(self._kept[-1] if translate is None else translate == "yes")
        if self._foreign or name in _FOREIGN:
            self._foreign += 1
        elif self._text.gathering:
            self._text.start(name, attributes)
            if name == "cp":  # a character that XML can't hold
                self._text.add("\ufffd")
        elif name in ("source", "target"):
            self._text.open()
            if name == "target" and attributes.get("state", "") in UNTRANSLATED:
                self._reason = "not translated"
        else:
            self._place(name, attributes)

    def _place(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("xliff", "file"):
            for side, spellings in (
                ("source", ("srcLang", "source-language")),
                ("target", ("trgLang", "target-language")),
            ):
                for said in (attributes[each] for each in spellings if each in attributes):
                    self._said[side], self._languages[side] = said, tag(said)
            if name == "file":
                self._file = attributes.get("original") or attributes.get("id") or ""
        elif name == "unit":
            self._unit, self._number = attributes.get("id", ""), 0
        if name in _UNITS:
            self._number += 1
            own = attributes.get("id") or str(self._number)
            self._id = own if name == "trans-unit" else f"{self._unit}/{own}"
            self._texts = {}
            self._reason = None if self._kept[-1] else "not to be translated"
            if attributes.get("state", "") in UNTRANSLATED:
                self._reason = "not translated"

    def end(self, name: str) -> None:
        self._kept.pop()
        if self._foreign:
            self._foreign -= 1
        elif self._text.gathering and name in ("source", "target"):
            self._texts[name] = self._text.close()
        elif self._text.gathering:
            self._text.end()
        elif name in _UNITS:
            self.ready.append(self._row())

    def text(self, text: str) -> None:
        if not self._foreign:
            self._text.add(text)

    def _row(self) -> Item:
        source, target = (self._texts.get(side, "") for side in ("source", "target"))
        if self._reason or not target.strip() or not source.strip():
            return Aside(self._reason or "not translated")
        one, other = self._languages["source"], self._languages["target"]
        if one is None or other is None:
            side = "target" if one else "source"
            said = repr(self._said[side]) + " is no language code" if side in self._said else f"no {side} language"
            return Broken(f"{self.name}:{self.line}: {said}, at unit {self._id}; <file> names both")
        if one == other:
            return Broken(f"{self.name}:{self.line}: source and target are both {one}, at unit {self._id}")
        return Row(f"{self._file}#{self._id}", {one: source, other: target}, one)
