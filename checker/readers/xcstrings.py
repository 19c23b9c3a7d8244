"""Apple's string catalogues (`.xcstrings`): JSON with every language of each key, and how far each translation is."""

from collections.abc import Mapping, Sequence

from checker.locales import known
from checker.readers._icu import FORMS
from checker.readers._json import Entry, Key, Parser, pieces
from checker.readers._values import Values, broken
from checker.readers._versions import Versions

SUFFIXES: tuple[str, ...] = (".xcstrings",)
KEYED = True

_STRINGS, _LOCALIZATIONS, _UNIT = "strings", "localizations", "stringUnit"
_UNFINISHED = frozenset(("new", "needs_review", "stale"))
_GONE = "stale"


def read_versions(source: str) -> Versions:
    """The versions of a catalogue; a key without a text in the source language is that text itself."""
    parser = Parser(source)
    entries = list(parser.entries())
    told = {entry.path: source[entry.start : entry.end] for entry in entries if len(entry.path) in (1, 3)}
    origin = known(told.get(("sourceLanguage",), ""))
    if origin is None:
        if not entries:
            return Versions({})
        raise broken(source, 0, "no “sourceLanguage” that is a language code; is this a string catalogue?")
    states = {entry.path[:-1]: source[entry.start : entry.end] for entry in entries if entry.path[-1:] == ("state",)}
    left_out = {
        path[1]: "no longer in the program" if path[2] == "extractionState" else "not to be translated"
        for path, said in told.items()
        if path[2:] in (("extractionState",), ("shouldTranslate",)) and said in (_GONE, "false")
    }
    catalogue = _Catalogue(source, origin, states, left_out)
    for entry in entries:
        catalogue.add(entry)
    catalogue.add_keys([key for key in parser.keys if key.path[:1] == (_STRINGS,) and len(key.path) == 2])
    values = catalogue.values
    return Versions({tag: values.pop(tag).finish(rest="another version") for tag in sorted(values)}, origin)


class _Catalogue:
    """Sorts the texts by language; `states` are those of the units by path, `left_out` keys and why."""

    def __init__(
        self, source: str, origin: str, states: Mapping[tuple[str, ...], str], left_out: Mapping[str, str]
    ) -> None:
        self.values: dict[str, Values] = {origin: Values(source)}
        self._source = source
        self._origin = origin
        self._states = states
        self._left_out = left_out
        self._written: set[str] = set()

    def add(self, entry: Entry) -> None:
        """Add the entry where it is the text of a unit."""
        path = entry.path
        if len(path) < 6 or path[0] != _STRINGS or path[2] != _LOCALIZATIONS or path[-2:] != (_UNIT, "value"):
            return
        tag = known(path[3])
        if tag is None:
            raise broken(self._source, entry.start, f"“{path[3]:.20}” is no language code")
        if tag not in self.values:
            self.values[tag] = Values(self._source)
        values = self.values[tag]
        key = path[1]
        if tag == self._origin:
            self._written.add(key)
        state = self._states.get(path[:-1], "")
        if reason := self._left_out.get(key):
            values.ignore(entry.start, entry.end, reason)
        elif state in _UNFINISHED and tag != self._origin:
            values.ignore(entry.start, entry.end, f"state {state}", chosen=True)
            values.hold(key, entry.start)
        else:
            form = next((part for part in reversed(path[4:-2]) if part in FORMS), "")
            values.add(key, pieces(self._source, entry), form, at=entry.start)

    def add_keys(self, keys: Sequence[Key]) -> None:
        """Add the keys that are the texts of the source language themselves."""
        for key in keys:
            name = key.path[1]
            if name not in self._written and name not in self._left_out:
                self.values[self._origin].add(name, pieces(self._source, key))
