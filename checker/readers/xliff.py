"""XLIFF 1.2 and 2.x: the texts to translate and their translations, by file, unit and segment.

Left out of the translation are texts whose state says that they are still to be translated, and empty ones; of both
what is not to be translated. Codes in the line that stand for a thing in the text (`x`, `ph`) are placeholders.
"""

from checker.locales import tag
from checker.model import Span
from checker.readers import _xml
from checker.readers._markup import Gathering, Inline, Line
from checker.readers._values import Values
from checker.readers._versions import REST, SOURCE, TARGET, Versions
from checker.readers._xml import Attributes

SUFFIXES: tuple[str, ...] = (".xlf", ".xliff", ".mqxliff", ".sdlxliff")
KEYED = True

_INLINE = {
    **dict.fromkeys(("bpt", "ept", "it", "bx", "ex", "sc", "ec", "sm", "em"), Inline.CODE),
    **dict.fromkeys(("ph", "x"), Inline.PLACEHOLDER),
}
_UNITS = frozenset({"trans-unit", "unit"})
_ASIDE = frozenset({"alt-trans", "note", "notes", "originalData", "matches", "glossary", "ignorable", "bin-unit"})
"""Elements that hold other texts than those of the document, or none but white space."""
UNTRANSLATED = frozenset({"new", "needs-translation", "needs-l10n", "needs-adaptation", "not-translated", "initial"})
"""States in which a target holds no translation yet: of XLIFF 1.2, of tools before it, of 2.x."""
_HELD = frozenset({"group", "file", *_UNITS})
_GLUE = "\x04"

decode = _xml.decode


def recognises(head: bytes) -> bool:
    """Whether it is XLIFF."""
    return _xml.root(head) == "xliff"


def read_versions(source: str) -> Versions:
    """The texts to translate and, where there are any, their translations."""
    reader = _Reader(source)
    _xml.parse(source, reader)
    return reader.finish()


class _Reader(Gathering):
    def __init__(self, source: str) -> None:
        self._source = source
        self._values: dict[str, Values] = {}
        self._origin, self._target = SOURCE, TARGET
        self._told: tuple[str | None, str | None] = None, None
        self._file = ""
        self._unit: str | None = None
        self._segment = 0
        self._kept: list[bool] = []
        self._aside = 0
        self._into = ""
        self._state = ""
        self._filled: dict[str, bool] = {}
        self._translated = False
        self._comments: list[Span] = []

    def start(self, name: str, attributes: Attributes, at: int) -> None:
        if self._line is not None:
            self._line.start(name, attributes, at)
            return
        if name in _ASIDE:
            self._aside += 1
        if self._aside:
            return
        if name in _HELD:
            self._kept.append(attributes.get("translate", "yes") != "no" and all(self._kept[-1:]))
        if name == "xliff":
            self._told = tag(attributes.get("srcLang", "")), tag(attributes.get("trgLang", ""))
        elif name == "file":
            self._begin_file(attributes)
        elif name in _UNITS:
            self._unit, self._segment, self._state = attributes.get("id", ""), 0, ""
        elif name == "segment":
            self._segment += 1
            self._state = attributes.get("state", "")
        elif name in ("source", "target") and self._unit is not None:
            self._line, self._into = Line(_INLINE), name
            if name == "target":
                self._state = attributes.get("state", self._state)

    def _begin_file(self, attributes: Attributes) -> None:
        self._file = attributes.get("original") or attributes.get("id", "")
        self._origin = self._told[0] or tag(attributes.get("source-language", "")) or SOURCE
        self._target = self._told[1] or tag(attributes.get("target-language", "")) or TARGET
        if self._target == self._origin:
            self._target = TARGET

    def end(self, name: str, at: int, end: int) -> None:
        if self._line is not None:
            if name == self._into:
                self._close(self._line, at)
                self._line = None
            else:
                self._line.end(name, end)
            return
        if name in _ASIDE:
            self._aside -= 1
        elif not self._aside and name in ("segment", *_UNITS):
            self._end_of_segment(at)
            if name in _UNITS:
                self._unit = None
        if not self._aside and name in _HELD:
            self._kept.pop()

    def comment(self, start: int, end: int) -> None:
        self._comments.append(Span(start, end))

    @property
    def _key(self) -> str:
        name = f"{self._file}{_GLUE}{self._unit}"
        return f"{name}{_GLUE}{self._segment}" if self._segment else name

    def _close(self, line: Line, at: int) -> None:
        """A source or a target that is complete."""
        language = self._origin if self._into == "source" else self._target
        left = self._left()
        self._filled[self._into] = line.filled
        if not line.filled:
            return
        values = self._of(language)
        if left:
            values.ignore(line.pieces[0].start, at, left, chosen=True)
            self._filled[self._into] = False
        else:
            values.add(self._key, line.pieces)
        self._translated |= self._into == "target"

    def _left(self) -> str:
        """Why a text is left out; empty where it is not."""
        if not all(self._kept[-1:]):
            return "not translated"
        return self._state if self._into == "target" and self._state in UNTRANSLATED else ""

    def _end_of_segment(self, at: int) -> None:
        """The translation has the key of a source, even where it has no text that is to be checked."""
        if "source" in self._filled and not self._filled.get("target"):
            self._of(self._target).hold(self._key, at)
        if self._filled.get("target") and not self._filled.get("source"):
            self._of(self._origin).hold(self._key, at)
        self._filled = {}

    def _of(self, language: str) -> Values:
        return self._values.setdefault(language, Values(self._source))

    def finish(self) -> Versions:
        """The texts; a file without a translation holds one language."""
        if not self._translated:
            self._values.pop(self._target, None)
        for language, values in self._values.items():
            for start, end in self._comments if language != self._origin or not self._translated else ():
                values.ignore(start, end, "comment")
        texts = {language: values.finish(rest=REST) for language, values in self._values.items()}
        return Versions(texts, self._origin if self._origin in texts else None)
