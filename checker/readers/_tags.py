"""HTML cut into tags, text and what is no prose, each with its exact place, in linear time.

No tree is built: browsers mend broken nesting in ways that lose the place, and prose needs only to know where
a block starts and ends.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:._-]{0,63})(?=[\s/>])")
_IN_TAG = re.compile(r"[^>\"']*+")
_SKIPPED = {
    **dict.fromkeys(("script", "style", "template", "noscript", "iframe", "noembed", "noframes"), "script"),
    **dict.fromkeys(("code", "pre", "kbd", "samp", "xmp", "plaintext", "listing"), "code"),
    **dict.fromkeys(("svg", "math", "object", "canvas"), "drawing"),
}


class Token(NamedTuple):
    """`kind` is `text`, `open`, `close` or `ignored`; `name` the tag in lower case, or why it is ignored."""

    kind: str
    start: int
    end: int
    name: str = ""


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `source[start:end]`, gapless and in order."""
    return Scanner(source, len(source) if end is None else end).run(start)


class Scanner:
    """Remembers which ends do not come any more, so that nothing is sought twice to the end of the file.

    For that, places are asked for in ascending order.
    """

    def __init__(self, source: str, end: int) -> None:
        self.source = source
        self.end = end
        self._missing: set[str] = set()
        self._closers: dict[str, re.Pattern[str]] = {}

    def run(self, start: int) -> Iterator[Token]:
        """The tokens from `start` to the end."""
        at = text = start
        while (at := self.source.find("<", at, self.end)) != -1:
            token = self.markup(at)
            if token is None:
                at += 1
                continue
            if text < at:
                yield Token("text", text, at)
            yield token
            at = text = token.end
        if text < self.end:
            yield Token("text", text, self.end)

    def markup(self, at: int) -> Token | None:
        """The token that starts at this `<`, or None where it is a mere sign."""
        following = self.source[at + 1 : at + 2]
        if following in ("!", "?"):
            return self._declaration(at)
        match = _TAG.match(self.source, at, self.end)
        if match is None:
            return None
        closing, name = match.group(1), match.group(2).lower()
        end = self._tag_end(match.end())
        if end is None:
            return None
        if closing:
            return Token("close", at, end, name)
        if name in _SKIPPED and self.source[end - 2] != "/":
            close = self._closing(name, end)
            if close is not None:
                return Token("ignored", at, close, _SKIPPED[name])
        return Token("open", at, end, name)

    def _declaration(self, at: int) -> Token | None:
        for opener, closer, reason in (
            ("<!--", "-->", "comment"),
            ("<![CDATA[", "]]>", "markup"),
            ("<?", "?>", "markup"),
            ("<!", ">", "markup"),
        ):
            if self.source.startswith(opener, at):
                end = self._find(closer, at + (2 if opener == "<!--" else len(opener)))
                if end is not None:
                    return Token("ignored", at, end + len(closer), reason)
                if opener == "<!--":
                    return Token("ignored", at, self.end, reason)
        return None

    def _find(self, wanted: str, start: int) -> int | None:
        if wanted in self._missing:
            return None
        found = self.source.find(wanted, start, self.end)
        if found == -1:
            self._missing.add(wanted)
            return None
        return found

    def _tag_end(self, start: int) -> int | None:
        """One past the `>` of a tag, which may stand in quotes before; None where none comes."""
        at = start
        while "quoted >" not in self._missing:
            match = _IN_TAG.match(self.source, at, self.end)
            at = match.end() if match else self.end
            if at >= self.end:
                self._missing.add("quoted >")
                break
            if self.source[at] == ">":
                return at + 1
            closing = self._find(self.source[at], at + 1)
            at = at + 1 if closing is None else closing + 1
        end = self._find(">", start)
        return None if end is None else end + 1

    def _closing(self, name: str, start: int) -> int | None:
        key = f"</{name}"
        if key in self._missing:
            return None
        if name not in self._closers:
            self._closers[name] = re.compile(rf"</{re.escape(name)}\s*+>", re.IGNORECASE)
        match = self._closers[name].search(self.source, start, self.end)
        if match is None:
            self._missing.add(key)
            return None
        return match.end()
