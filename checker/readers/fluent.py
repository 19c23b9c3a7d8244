"""Fluent (`.ftl`): messages and terms by name, attributes behind a dot; a selection is a sentence for each variant."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checker.model import Block, Ignored
from checker.placeholders import MARK
from checker.readers._icu import FORMS, form
from checker.readers._values import Piece, Values, broken, once, solved

if TYPE_CHECKING:
    from fluent.syntax import ast

SUFFIXES: tuple[str, ...] = (".ftl",)
KEYED = True

_FOLD = re.compile(r"\r?\n[ \r\n]*")
_BRACE = re.compile(r"[{}]")
_DEPTH = 32
_MOST = 256
"""Variants in a pattern; with more, each stands alone."""


class _Sentence(NamedTuple):
    """Its pieces, the CLDR category that it is for (or nothing), and the placeholders around it."""

    pieces: list[Piece]
    form: str = ""
    around: Sequence[Piece] = ()


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
            for found, category, around in _sentences(source, pattern):
                values.add(key, found, category, at=_span(pattern)[0], around=around)


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
    from fluent.syntax import ast

    elements = [
        _selected(source, inner)
        if isinstance(inner := _inner(element), ast.SelectExpression)
        else [_Sentence(list(_plain(source, element, inner)))]
        for element in pattern.elements
    ]
    main = _Sentence(
        [piece for said in elements for piece in said[0].pieces],
        next((said[0].form for said in reversed(elements) if said[0].form), ""),
    )
    found = [main]
    few = sum(len(said) - 1 for said in elements) <= _MOST
    for place, said in enumerate(elements):
        others = [one for at, one in enumerate(elements) if at != place] if few and len(said) > 1 else []
        around = [piece for one in others for piece in one[0].pieces if piece.text == MARK]
        found += [_Sentence(pieces, form, [*inner, *around]) for pieces, form, inner in said[1:]]
    return found


def _inner(element: "ast.TextElement | ast.Placeable") -> "ast.BaseNode":
    """What stands in the braces, however many they are; a text itself."""
    from fluent.syntax import ast

    node: ast.BaseNode = element
    while isinstance(node, ast.Placeable):
        node = node.expression
    return node


def _selected(source: str, selection: "ast.SelectExpression") -> list[_Sentence]:
    """The sentences of a selection's variants, that of the default first."""
    plural = _is_plural(selection.variants)
    main: list[_Sentence] = []
    rest: list[_Sentence] = []
    for variant in selection.variants:
        own = form(_name(variant)) if plural else ""
        first, *inside = _sentences(source, variant.value)
        (main if variant.default else rest).append(first._replace(form=first.form or own))
        rest += inside
    return [*(main or [_Sentence([])]), *rest]


def _plain(source: str, element: "ast.BaseNode", inner: "ast.BaseNode") -> Iterable[Piece]:
    """The pieces of what is no selection."""
    from fluent.syntax import ast

    start, end = _span(element)
    if isinstance(inner, ast.TextElement):
        yield from _text(source, start, end, inner.value)
    elif isinstance(inner, ast.NumberLiteral):
        yield Piece(inner.value, start, end)
    elif isinstance(inner, ast.StringLiteral):
        yield Piece(str(inner.parse()["value"]), start, end)
    else:
        yield Piece(MARK, start, end)


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
