"""HTML tokens as blocks: where one starts and ends, and what it is."""

import html
import re
from typing import Final

from checker.model import Role
from checker.readers._builder import Builder
from checker.readers._tags import tokens

_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ROLES: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), Role.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Role.ITEM),
    **dict.fromkeys(("td", "th"), Role.CELL),
    **dict.fromkeys(("caption", "figcaption"), Role.CAPTION),
}
_BOXES = frozenset(("ul", "ol", "dl", "table", "tr", "body", "head", "html"))
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "dir",
     "div", "dl", "fieldset", "figure", "footer", "form", "frameset", "head", "header", "hgroup",
     "hr", "html", "legend", "main", "menu", "nav", "ol", "optgroup", "option", "p", "section",
     "select", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "button", "textarea",
     "video", "audio")
).union(_ROLES)  # fmt: skip
_DEPTH = 100  # how far up an end tag looks for its start


class Prose:
    """Feeds HTML into a builder; a block's role is that of the innermost element that gives one."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._open: list[str] = []

    def feed(self, start: int, end: int) -> None:
        """Read `source[start:end]` as HTML; the last block stays open."""
        for token in tokens(self._builder.source, start, end):
            if token.kind == "text":
                characters(self._builder, token.start, token.end)
            elif token.kind == "ignored":
                self._builder.ignore(token.start, token.end, token.name)
            elif token.name == "br":
                self._builder.gap(token.start, token.end, "\n")
            elif token.name in _BLOCKS:
                self.close()
                if token.kind == "open":
                    self._enter(token.name)
                else:
                    self._leave(token.name)

    def close(self) -> None:
        """End the open block."""
        role = _ROLES.get(self._open[-1], Role.PARAGRAPH) if self._open else Role.PARAGRAPH
        self._builder.close(role)

    def _enter(self, name: str) -> None:
        if name not in _ROLES and name not in _BOXES:
            return
        role = _ROLES.get(name)
        if role in (Role.ITEM, Role.CELL) and self._open and _ROLES.get(self._open[-1]) is role:
            self._open.pop()
        self._open.append(name)

    def _leave(self, name: str) -> None:
        if name in self._open[-_DEPTH:]:
            while self._open.pop() != name:
                pass


def characters(builder: Builder, start: int, end: int) -> None:
    """Add text in which entities stand for characters (`&nbsp;`, `&#160;`, `&euro;`)."""
    at = start
    for match in _ENTITY.finditer(builder.source, start, end):
        text = html.unescape(match.group())
        if text != match.group():
            builder.text(at, match.start())
            builder.replaced(text, match.start(), match.end())
            at = match.end()
    builder.text(at, end)
