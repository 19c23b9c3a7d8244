"""Regions that are not checked because somebody wants it so, cut out of what a reader has read.

In every format: between `checker: off` and `checker: on` in comments, and what the settings name: between two texts,
under a heading, in an element of HTML. All of it is done on the source, so that the formats need not know of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from checker.model import Block, Ignored, Role, Run, Skip, Span
from checker.readers._tags import tokens

_SWITCH = re.compile(r"(?:\W{0,8}|NOTE)\s*checker:\s*(off|on)\b", re.IGNORECASE)
_MENTIONED = re.compile(r"checker:\s*off\b", re.IGNORECASE)
_ATX = re.compile(r"[ \t>]*(#{1,6})[ \t]+$")
_SETEXT = re.compile(r"[ \t#*_]*(?:\r\n|\n|\r)[ \t>]*(=|-)[=-]*[ \t]*(?:\r|\n|$)")
_TAG = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^[\d.]+\s+")
_BEFORE = 300  # code points before a heading in which its mark stands
_ATTRIBUTE = re.compile(r"""\s(class|classname|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_IMPLIED = frozenset(("li", "p", "td", "th", "tr", "dt", "dd", "option"))
"""Elements whose end may be left out: the next one of their kind ends them, and the end of what they stand in."""
_LISTS = frozenset(("ul", "ol", "menu", "dl", "select", "table", "thead", "tbody", "tfoot", "tr"))
_AROUND = _LISTS | {"div", "section", "article", "aside", "main", "blockquote", "body"}
"""What they stand in."""


class _Atom(NamedTuple):
    """The smallest stretch of a block that comes from a stretch of the source."""

    text: str
    source: Span


def without(
    source: str, blocks: tuple[Block, ...], ignored: tuple[Ignored, ...], skip: Skip
) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The blocks without the regions that are not checked, which are in what is ignored then, marked as chosen."""
    regions = sorted(
        (
            *_switched(source, ignored),
            *_between(source, skip.between),
            *_under(source, blocks, skip.headings),
            *_elements(source, ignored, skip.elements),
        ),
        key=lambda region: region.span,
    )
    if not regions:
        return blocks, ignored
    apart = _apart(regions)
    spans = [region.span for region in apart]
    kept: list[Block] = []
    edges: list[Ignored] = []
    for block in blocks:
        if not _touched(block, spans):
            kept.append(block)
            continue
        before = len(kept)
        for atoms in _cut(block, spans):
            worth = [index for index, atom in enumerate(atoms) if atom.text.strip()]
            first, end = (worth[0], worth[-1] + 1) if worth else (0, 0)
            kept += [_block(atoms[first:end], block)] if worth else []
            edges += [Ignored(atom.source, "markup") for atom in (*atoms[:first], *atoms[end:])]
        if block.key and len(kept) == before:  # the key is there all the same
            at = block.runs[0].source.start
            kept.append(replace(block, text="", runs=(Run(Span(0, 0), Span(at, at)),)))
    return tuple(kept), tuple(sorted((*ignored, *apart, *edges), key=lambda part: part.span))


def _chosen(start: int, end: int, reason: str) -> Ignored:
    return Ignored(Span(start, end), f"not checked: {reason}", chosen=True)


def _switched(source: str, ignored: Iterable[Ignored]) -> Iterator[Ignored]:
    """From a comment that switches the check off to the next that switches it on, or to the end."""
    if not _MENTIONED.search(source):
        return
    start: int | None = None
    for part in ignored:
        match = _SWITCH.match(source, *part.span) if part.reason == "comment" else None
        if match and match[1].lower() == "off":
            start = part.span.start if start is None else start
        elif match and start is not None:
            yield _chosen(start, part.span.end, "checker: off")
            start = None
    if start is not None:
        yield _chosen(start, len(source), "checker: off")


def _between(source: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Ignored]:
    for opening, closing in pairs:
        end = 0
        while (start := source.find(opening, end)) != -1:
            found = source.find(closing, start + len(opening))
            end = len(source) if found == -1 else found + len(closing)
            yield _chosen(start, end, f"between “{opening}” and “{closing}”")


def _under(source: str, blocks: Sequence[Block], headings: Sequence[str]) -> Iterator[Ignored]:
    """From a heading that is named to the next of its level or a higher one."""
    named = {_folded(heading) for heading in headings}
    open_: tuple[int, int, str] | None = None
    for block in blocks if named else ():
        if block.role is not Role.HEADING:
            continue
        start, level = block.runs[0].source.start, _level(source, block)
        if open_ and level <= open_[1]:
            yield _chosen(open_[0], start, f"under the heading “{open_[2]}”")
            open_ = None
        if not open_ and named & {_folded(block.text), _folded(_NUMBERED.sub("", block.text))}:
            open_ = (start, level, block.text)
    if open_:
        yield _chosen(open_[0], len(source), f"under the heading “{open_[2]}”")


def _folded(heading: str) -> str:
    return " ".join(heading.split()).rstrip(":").casefold()


def _level(source: str, block: Block) -> int:
    """1–6, by the marks of Markdown or HTML; a heading without any is of the first level."""
    start, end = block.runs[0].source.start, block.runs[-1].source.end
    before = source[max(0, start - _BEFORE) : start]
    line = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]
    if match := _ATX.match(line):
        return len(match[1])
    if match := _SETEXT.match(source, end):
        return 1 if match[1] == "=" else 2
    tags = _TAG.findall(before)
    return int(tags[-1]) if tags else 1


def _elements(source: str, ignored: Sequence[Ignored], selectors: Sequence[str]) -> Iterator[Ignored]:
    """The elements that are named, each from its start tag to its end tag."""
    wanted = {selector if selector[0] in ".#" else selector.lower() for selector in selectors}
    code = [part.span for part in ignored if part.reason == "code"]
    name = shown = ""
    start = depth = inner = 0
    for token in tokens(source) if wanted else ():
        if token.kind not in ("open", "close") or (not depth and _inside(token.start, code)):
            continue
        if depth:
            implied = name in _IMPLIED and token.name == name and token.kind == "open" and not inner
            if name in _IMPLIED and token.name in _AROUND - {name}:
                implied = token.kind == "close" and not inner
                inner += (1 if token.kind == "open" else -1) if not implied else 0
            elif token.name == name and not implied and not inner:
                depth += _nests(source, token.end) if token.kind == "open" else -1
            if not depth or implied:
                yield _chosen(start, token.start if implied else token.end, f"in the element {shown}")
                depth = 0
        if not depth and token.kind == "open" and (hit := wanted & _names(source, token.start, token.end, token.name)):
            name, shown, start, inner = token.name, min(hit), token.start, 0
            depth = int(name not in _VOID and _nests(source, token.end))
            if not depth:
                yield _chosen(start, token.end, f"in the element {shown}")
    if depth:
        yield _chosen(start, len(source), f"in the element {shown}")


def _nests(source: str, end: int) -> bool:
    """Whether a start tag is one, and does not end itself."""
    return source[end - 2] != "/"


def _names(source: str, start: int, end: int, name: str) -> set[str]:
    """All that a tag can be called by: its name, its classes and its id."""
    names = {name}
    for match in _ATTRIBUTE.finditer(source, start, end):
        mark = "#" if match[1].lower() == "id" else "."
        names.update(mark + word for word in (match[2] or match[3] or match[4] or "").split())
    return names


def _inside(place: int, spans: Sequence[Span]) -> bool:
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return index >= 0 and place < spans[index].end


def _apart(regions: Iterable[Ignored]) -> list[Ignored]:
    """The regions without what an earlier one covers."""
    found: list[Ignored] = []
    end = 0
    for region in regions:
        if region.span.end > end:
            found.append(Ignored(Span(max(end, region.span.start), region.span.end), region.reason, chosen=True))
            end = region.span.end
    return found


def _cut(block: Block, spans: Sequence[Span]) -> Iterator[list[_Atom]]:
    """The stretches of a block that are left outside the spans, some of them empty."""
    index = bisect_right(spans, block.runs[0].source.start, key=lambda span: span.end)
    rest: list[_Atom] = []
    for atom in _atoms(block):
        while index < len(spans) and spans[index].end <= atom.source.start:
            index += 1
        if index < len(spans) and spans[index].start < atom.source.end:
            yield rest
            rest = []
        else:
            rest.append(atom)
    yield rest


def _touched(block: Block, spans: Sequence[Span]) -> bool:
    """Whether any of the spans reaches into a block."""
    index = bisect_right(spans, block.runs[0].source.start, key=lambda span: span.end)
    return index < len(spans) and spans[index].start < block.runs[-1].source.end


def _atoms(block: Block) -> Iterator[_Atom]:
    for text, source in block.runs:
        if text.end - text.start != source.end - source.start:
            yield _Atom(block.text[text.start : text.end], source)
            continue
        for offset in range(text.end - text.start):
            place = source.start + offset
            yield _Atom(block.text[text.start + offset], Span(place, place + 1))


def _block(atoms: Sequence[_Atom], whole: Block) -> Block:
    """Some atoms of a block as one, those that adjoin in the source in one run."""
    runs: list[Run] = []
    size = 0
    for text, source in atoms:
        run = Run(Span(size, size + len(text)), source)
        if runs and len(text) == source.end - source.start and runs[-1].source.end == source.start:
            before = runs[-1]
            if before.text.end - before.text.start == before.source.end - before.source.start:
                run = Run(Span(before.text.start, size + len(text)), Span(before.source.start, source.end))
                runs.pop()
        runs.append(run)
        size += len(text)
    return replace(whole, text="".join(atom.text for atom in atoms), runs=tuple(runs))
