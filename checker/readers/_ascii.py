"""Inline markup of AsciiDoc: code, attributes and targets are none of the prose, nor are the marks."""

import re

from checker.placeholders import MARK
from checker.readers._builder import Builder
from checker.readers._prose import characters

_PASSED = "stem|latexmath|asciimath|pass|image|icon|kbd|indexterm2?|anchor|bibitem|counter2?"
_INLINE = re.compile(
    r"\\(?=[*_`#^~{\[<:+\\])"
    r"|(?P<code>(?<![\w`])`(?=\S)[^`\r\n]{1,400}(?<=\S)`(?!\w)|``[^`]{1,400}``|(?<![\w+])\+(?=\S)[^+\r\n]{1,200}(?<=\S)\+(?!\w)"
    r"|\+{3}[^+]{1,400}\+{3}|\${2}[^$]{1,400}\${2})"
    rf"|(?P<passed>\b(?:{_PASSED}):[^\s\[\]]{{0,400}}\[[^\]]{{0,400}}\])"
    r"|(?P<attribute>\{[A-Za-z0-9_][\w:-]{0,80}\})"
    r"|(?P<anchor>\[\[[^\]\r\n]{1,200}\]\]|\({3}[^()]{1,200}\){3})"
    r"|<<(?P<id>[^<>,\r\n]{1,200})(?:,(?P<label>[^<>]{1,400}))?>>"
    r"|(?P<link>(?:link|xref|mailto|btn|menu|footnote|footnoteref|https?|ftp|irc):[^\s\[\]<>]{0,1000})\[(?P<words>[^\]]{0,1000})\]"
    r"|(?P<role>\[[.\w#%-]{1,80}\](?=[#*_]))"
    r"|(?P<mark>\*\*|__|\#\#|(?<![\w&])[*_#](?=\S)|(?<=\S)[*_#](?!\w)|[ \t]\+(?=[\r\n]))"
)
_LAST = re.compile(r",?\s*(?:window|role|opts|options|subject)=[^\]]*\Z|\^\Z")


def inline(builder: Builder, start: int, end: int) -> None:
    """Read `source[start:end]`, the text of a paragraph, into the open block."""
    at = start
    for match in _INLINE.finditer(builder.source, start, end):
        characters(builder, at, match.start())
        at = match.end()
        kind = match.lastgroup
        if kind in ("code", "passed"):
            builder.ignore(*match.span(), "code")
            builder.gap(*match.span())
        elif kind == "attribute":
            builder.ignore(*match.span(), "placeholder")
            builder.replaced(MARK, *match.span())
        elif kind in ("id", "label"):
            _part(builder, match, "label")
        elif kind == "words":
            _part(builder, match, "words")
        else:
            builder.ignore(*match.span(), "link target" if kind == "anchor" else "markup")
    characters(builder, at, end)


def _part(builder: Builder, match: re.Match[str], name: str) -> None:
    """A link: its words, where it has any."""
    start, end = match.span(name)
    if start == -1:
        builder.ignore(*match.span(), "link target")
        return
    builder.ignore(match.start(), start, "link target")
    if last := _LAST.search(builder.source, start, end):
        end = last.start()
    inline(builder, start, end)
    builder.ignore(end, match.end(), "link target")
