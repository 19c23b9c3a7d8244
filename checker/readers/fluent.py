"""Fluent (`.ftl`): messages and terms by name, attributes behind a dot; a selection is a sentence for each variant."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from checker.model import Block, Ignored
from checker.readers._icu import FORMS, form
from checker.readers._placeholders import MARK
from checker.readers._values import Piece, Values, broken, once, solved

if TYPE_CHECKING:
    from fluent.syntax import ast

SUFFIXES: tuple[str, ...] = (".ftl",)
KEYED = True

_FOLD = re.compile(r"\r?\n[ \r\n]*")
_BRACE = re.compile(r"[{}]")
_DEPTH = 32

_Sentence = tuple[list[Piece], str]
"""Its pieces, and the CLDR category that it is for, or nothing."""


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The messages and terms of a file, in source order."""
    from fluent.syntax import FluentParser, ast

    _refuse_depth(source)
    values = Values(source)
    seen: dict[str, int] = {}
    for entry in FluentParser().parse(source).body:
        start, end = _span(entry)
        if isinstance(entry, ast.Junk):
            first = entry.annotations[0] if entry.annotations else None
            at = _span(first)[0] if first else start
            what = first.message if first and first.message else "no message"
            raise broken(source, at, f"no Fluent: {what.rstrip('.')}; mend the entry")
        if isinstance(entry, (ast.Message, ast.Term)):
            name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
            once(source, seen, name, start)
            values.ignore(*_span(entry.id), "key")
            if entry.comment:
                values.ignore(*_span(entry.comment), "comment")
            _message(values, source, name, entry)
        elif isinstance(entry, ast.BaseComment):
            values.ignore(start, end, "comment")
    return values.finish()


def _message(values: Values, source: str, name: str, entry: "ast.Message | ast.Term") -> None:
    named = [(name, entry.value), *((f"{name}.{each.id.name}", each.value) for each in entry.attributes)]
    for key, pattern in named:
        if pattern is not None:
            for found, category in _sentences(source, pattern):
                values.add(key, found, category, at=_span(pattern)[0])


def _span(node: "ast.BaseNode") -> tuple[int, int]:
    span = getattr(node, "span", None)
    return (span.start, span.end) if span else (0, 0)


def _refuse_depth(source: str) -> None:
    """The library goes down a level for every brace, as far as Python lets it."""
    depth = 0
    for match in _BRACE.finditer(source):
        depth = depth + 1 if match.group() == "{" else max(0, depth - 1)
        if depth > _DEPTH:
            raise broken(source, match.start(), f"braces nested deeper than {_DEPTH}; flatten the message")


def _sentences(source: str, pattern: "ast.Pattern") -> list[_Sentence]:
    """What a pattern says, once with the default variants, and each other variant by itself."""
    found: list[_Sentence] = [([], "")]
    category = _add(source, pattern, found[0][0], found)
    found[0] = (found[0][0], category)
    return found


def _add(source: str, pattern: "ast.Pattern", main: list[Piece], found: list[_Sentence]) -> str:
    """Add a pattern to the main sentence; its other variants are sentences of their own."""
    from fluent.syntax import ast

    category = ""
    for element in pattern.elements:
        start, end = _span(element)
        if isinstance(element, ast.TextElement):
            main += _text(source, start, end, element.value)
            continue
        inner = element.expression
        while isinstance(inner, ast.Placeable):
            inner = inner.expression
        if isinstance(inner, ast.SelectExpression):
            plural = _is_plural(inner.variants)
            for variant in inner.variants:
                own = form(_name(variant)) if plural else ""
                if variant.default:
                    category = _add(source, variant.value, main, found) or own or category
                else:
                    inside = _sentences(source, variant.value)
                    found += [(inside[0][0], inside[0][1] or own), *inside[1:]]
        elif isinstance(inner, ast.NumberLiteral):
            main.append(Piece(inner.value, start, end))
        elif isinstance(inner, ast.StringLiteral):
            main.append(Piece(str(inner.parse()["value"]), start, end))
        else:
            main.append(Piece(MARK, start, end))
    return category


def _name(variant: "ast.Variant") -> str:
    from fluent.syntax import ast

    key = variant.key
    return (
        f"={key.value}" if isinstance(key, ast.NumberLiteral) and key.value.isdecimal() else getattr(key, "name", "=")
    )


def _is_plural(variants: "Sequence[ast.Variant]") -> bool:
    return all(name in FORMS or name.startswith("=") for name in map(_name, variants))


def _text(source: str, start: int, end: int, value: str) -> Iterable[Piece]:
    """The pieces of a text, whose lines are indented in the file."""
    found = list(solved(source, start, end, _FOLD, lambda match: " " if match.group().count("\n") == 1 else "\n"))
    return found if "".join(piece.text for piece in found).split() == value.split() else [Piece(value, start, end)]
