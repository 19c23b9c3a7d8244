"""Inline markup of reStructuredText: literals and roles for code are none of the prose, marks and targets neither."""

import re

from checker.readers._builder import Builder

_PROSE_ROLES = frozenset(
    ("abbr", "any", "dfn", "doc", "download", "emphasis", "guilabel", "menuselection", "numref", "ref", "strong", "sub",
     "subscript", "sup", "superscript", "t", "term", "title", "title-reference")
)  # fmt: skip
_INLINE = re.compile(
    r"\\(?P<escaped>\r\n|[\s\S])"
    r"|``(?P<literal>(?:[^`]|`(?!`))++)``"
    r"|(?P<role>:[A-Za-z][\w.+:-]{0,40}:)?`(?P<text>[^`\s](?:[^`\\]|\\[\s\S])*+)`(?P<after>:[A-Za-z][\w.+:-]{0,40}:|__?(?!\w))?"
    r"|(?P<substitution>\|(?=[^\s|])[^|\r\n]{1,80}(?<=\S)\|(?:__?(?!\w))?)"
    r"|(?P<footnote>[ \t]?\[(?:\d{1,4}|\#[\w.-]{0,60}|\*|[A-Za-z][\w.-]{0,60})\]_(?!\w))"
    r"|(?P<mark>(?<!\w)\*{1,2}(?=\S)|(?<=\S)\*{1,2}(?!\w)|(?<=\w)__?(?!\w)|(?<!\w)_(?=`))"
)
_TARGET = re.compile(r"\s*<([^<>]+)>\Z")


def inline(builder: Builder, start: int, end: int) -> None:
    """Read `source[start:end]`, the text of a paragraph, into the open block."""
    at = start
    for match in _INLINE.finditer(builder.source, start, end):
        builder.text(at, match.start())
        at = match.end()
        kind = match.lastgroup if match.group("text") is None else "text"
        if kind == "escaped":
            _escaped(builder, match)
        elif kind == "literal":
            builder.ignore(*match.span(), "code")
            builder.gap(*match.span())
        elif kind == "text":
            _interpreted(builder, match)
        else:
            reason = {"substitution": "substitution", "footnote": "footnote mark"}.get(kind or "", "markup")
            builder.ignore(*match.span(), reason)
    builder.text(at, end)


def _escaped(builder: Builder, match: re.Match[str]) -> None:
    builder.ignore(match.start(), match.start() + 1, "markup")
    if not match.group("escaped").isspace():
        builder.text(match.start() + 1, match.end())


def _interpreted(builder: Builder, match: re.Match[str]) -> None:
    """Text in backticks, with a role or a target behind it."""
    role = (match.group("role") or match.group("after") or "").strip(":")
    known = role.rpartition(":")[2]
    if role and not role.startswith("_") and known not in _PROSE_ROLES:
        builder.ignore(*match.span(), "code")
        builder.gap(*match.span())
        return
    start, end = match.span("text")
    builder.ignore(match.start(), start, "markup")
    target = _TARGET.search(builder.source, start, end) if builder.source.endswith(">", start, end) else None
    if target and target.start() > start:
        builder.text(start, target.start())
        builder.ignore(target.start(), end, "link target")
    elif target:
        builder.ignore(start, end, "link target")
    else:
        builder.text(start, end)
    builder.ignore(end, match.end(), "markup")
