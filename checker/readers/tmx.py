"""TMX 1.4, translation memories: a text of each language in every unit.

A unit has its number in the file for a key, as its `tuid` need not be unique. A language that a unit lacks is none that
the unit leaves out.
"""

from checker.locales import tag
from checker.model import Span
from checker.readers import _xml
from checker.readers._markup import Gathering, Inline, Line
from checker.readers._values import Values
from checker.readers._versions import REST, Versions
from checker.readers._xml import Attributes

SUFFIXES: tuple[str, ...] = (".tmx",)
KEYED = True

_INLINE = {
    **dict.fromkeys(("bpt", "ept", "it", "ut"), Inline.CODE),
    "ph": Inline.PLACEHOLDER,
}

decode = _xml.decode


def recognises(head: bytes) -> bool:
    """Whether it is a translation memory; the tile maps of a game editor have the suffix, too."""
    return _xml.root(head) == "tmx"


def read_versions(source: str) -> Versions:
    """The texts of each language."""
    reader = _Reader(source)
    _xml.parse(source, reader)
    return reader.finish()


class _Reader(Gathering):
    def __init__(self, source: str) -> None:
        self._source = source
        self._origin: str | None = None
        self._values: dict[str, Values] = {}
        self._units: list[tuple[int, set[str]]] = []
        self._language: str | None = None
        self._comments: list[Span] = []

    def start(self, name: str, attributes: Attributes, at: int) -> None:
        if self._line is not None:
            self._line.start(name, attributes, at)
        elif name == "header":
            self._origin = tag(attributes.get("srclang", ""))
        elif name == "tu":
            self._units.append((at, set()))
        elif name == "tuv":
            self._language = tag(attributes.get("xml:lang") or attributes.get("lang") or "")
        elif name == "seg" and self._language and self._units:
            self._line = Line(_INLINE)

    def end(self, name: str, at: int, end: int) -> None:
        if self._line is None:
            return
        if name != "seg":
            self._line.end(name, end)
            return
        if self._line.filled and self._language:
            values = self._values.setdefault(self._language, Values(self._source))
            values.add(str(len(self._units)), self._line.pieces)
            self._units[-1][1].add(self._language)
        self._line = None

    def comment(self, start: int, end: int) -> None:
        self._comments.append(Span(start, end))

    def finish(self) -> Versions:
        """The texts; in each language the units that lack it are there without one."""
        for number, (at, languages) in enumerate(self._units, 1):
            for language in self._values.keys() - languages:
                self._values[language].hold(str(number), at)
        for language, values in self._values.items():
            for start, end in self._comments if language != self._origin else ():
                values.ignore(start, end, "comment")
        texts = {language: values.finish(rest=REST) for language, values in sorted(self._values.items())}
        return Versions(texts, self._origin if self._origin in texts else None)
