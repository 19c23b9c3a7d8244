"""TMX 1.4 and before: a row for each translation unit."""

from collections.abc import Iterator, Mapping

from checker.locales import tag
from checker.rows._inline import Text
from checker.rows._xml import LANGUAGE, Handler, items
from checker.rows.row import Aside, Broken, Item, Reading, Row

SUFFIXES = (".tmx",)

_NATIVE = ("bpt", "ept", "it", "ph", "ut")
"""Elements that hold codes of the file that was translated, and no prose."""
_LONE = ("ph", "ut")
_ANY = "*all*"
"""What a header says that privileges no language."""


def read(reading: Reading) -> Iterator[Item]:
    """The units; of several variants in one language each makes a row, `id~2` the second."""
    return items(reading, _Units(reading.name))


class _Units(Handler):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._count = 0
        self._source: str | None = None
        self._default: str | None = None
        self._id = ""
        self._language = ""
        self._variants: dict[str, list[str]] = {}
        self._text = Text(_NATIVE, _LONE)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._text.gathering:
            self._text.start(name, attributes)
        elif name == "header":
            self._default = attributes.get("srclang")
        elif name == "tu":
            self._count += 1
            self._id = attributes.get("tuid") or str(self._count)
            source = attributes.get("srclang", self._default)
            self._source = None if source in (None, _ANY) else tag(source)
            self._variants = {}
        elif name == "tuv":
            self._language = attributes.get(LANGUAGE) or attributes.get("lang") or ""
        elif name == "seg":
            self._text.open()

    def end(self, name: str) -> None:
        if name == "seg" and self._text.gathering:
            self._variant(self._text.close())
        elif self._text.gathering:
            self._text.end()
        elif name == "tu":
            self.ready.extend(self._rows())

    def text(self, text: str) -> None:
        self._text.add(text)

    def _variant(self, text: str) -> None:
        language = tag(self._language)
        if language is None:
            wrong = f"{self._language!r} is no language code" if self._language else "no xml:lang"
            self.ready.append(Broken(f"{self.name}:{self.line}: {wrong} at a <tuv> of unit {self._id}"))
        elif text.strip():
            self._variants.setdefault(language, []).append(text)

    def _rows(self) -> Iterator[Item]:
        if len(self._variants) < 2:
            yield Aside("one language only")
            return
        source = self._source if self._source in self._variants else None
        for number in range(max(map(len, self._variants.values()))):
            texts = {lang: each[number] if number < len(each) else each[0] for lang, each in self._variants.items()}
            yield Row(self._id if not number else f"{self._id}~{number + 1}", texts, source)
