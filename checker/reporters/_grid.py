"""The claim × language grid of the text report."""

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.model import ReportClaim, ReportDocument
from checker.reporters import Page
from checker.show import show
from checker.terminal import Paint, head, padded, safe, squeezed, width

MARKS = {
    "agree": ("✓", "green"),
    "same": ("=", "green"),
    "differ": ("≠", "alarm"),
    "absent": ("—", "yellow"),
    "outside": ("·", "dim"),
}
"""A cell's state: its sign and colour. `same` is the same value in another form or unit."""

_INDENT = "  "
"""No line begins with a document's words, which could say that all is well."""
_WIDEST_LABEL = 36
_WIDEST_VALUE = 30
_NARROWEST_COLUMNS = 12


def grid(claims: Sequence[ReportClaim], document: ReportDocument, page: Page) -> Iterator[str]:
    """A row for each claim, a column for each version; many versions make several grids."""
    paint = Paint(page.color)
    widest = min(page.width // 3, _WIDEST_LABEL)
    labels = [head(squeezed(claim.label).strip() or safe(claim.id), widest) for claim in claims]
    left = max(map(width, labels))
    values = [head(safe(claim_value(claim, document)), min(page.width // 4, _WIDEST_VALUE)) for claim in claims]
    room = max(page.width - left - max(map(width, values)) - len(_INDENT) - 4, _NARROWEST_COLUMNS)
    for number, languages in enumerate(_chunks(sorted(document.versions), room)):
        if number:
            yield ""
        names = "".join(_centred(safe(language), _column(language)) for language in languages)
        yield paint(f"{_INDENT}{' ' * left}  {names}", "bold")
        for claim, label, value in zip(claims, labels, values, strict=True):
            cells = "".join(_cell(claim, language, paint) for language in languages)
            yield f"{_INDENT}{padded(label, left)}  {cells}  {value}"


def _cell(claim: ReportClaim, language: str, paint: Paint) -> str:
    mark, style = MARKS.get(claim.cells.get(language, "outside"), MARKS["outside"])
    return _centred(mark, _column(language)).replace(mark, paint(mark, style))


def _column(language: str) -> int:
    return max(width(safe(language)), 2) + 3


def _centred(text: str, cells: int) -> str:
    left = (cells - width(text)) // 2
    return padded(" " * left + text, cells)


def _chunks(languages: Sequence[str], room: int) -> list[list[str]]:
    chunks: list[list[str]] = [[]]
    for language in languages:
        if chunks[-1] and sum(map(_column, chunks[-1])) + _column(language) > room:
            chunks.append([])
        chunks[-1].append(language)
    return chunks


def claim_value(claim: ReportClaim, document: ReportDocument) -> str:
    """What the source says, else what most of those that agree say, the first by name at a tie."""
    by_language = {mention.location.lang: show(mention.value, claim.kind) for mention in reversed(claim.mentions)}
    if document.source in by_language:
        return by_language[document.source]
    if not by_language:
        return ""
    agreeing = {it: value for it, value in by_language.items() if claim.cells.get(it) == "agree"}
    chosen = sorted((agreeing or by_language).items())
    counts = Counter(value for _, value in chosen)
    return max(counts, key=lambda value: (counts[value], -list(counts).index(value)))
