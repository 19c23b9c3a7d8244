"""Texts for people that are no reports: a mention, a rule's page, the table of languages, what was read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from checker.model import Kind, Location, Mention, Report
from checker.rules import RulePage
from checker.show import shown
from checker.terminal import Paint, padded, safe, squeezed, width, wrapped

Coverage = tuple[str, str, Mapping[Kind, object]]
"""A language: its code, its name, and for each kind of claim the share or the number of examples passed."""

_INDENT = "    "


def mention(found: Mention, at: Location) -> str:
    """A line: place, kind, the words, the value."""
    place = f"{at.line}:{at.column}"
    words = squeezed(found.text).strip()
    return f"{place:<9} {found.kind:<9} {padded(words, 36)}  {safe(shown(found))}\n"


def details(report: Report) -> Iterator[str]:
    """What was read, set aside and not looked at, a line each: what `--verbose` adds."""
    claims, findings = (Counter(it.document for it in many) for many in (report.claims, report.findings))
    for document in report.documents:
        versions = ", ".join(f"{language} {path}" for language, path in sorted(document.versions.items()))
        yield f"{document.id}: {versions}; {claims[document.id]} claims, {findings[document.id]} findings"
    for it in report.dismissed:
        place = f", {it.place.path}:{it.place.line}" if it.place else ""
        why = it.reason or "no reason given"
        yield f"{_place(it.finding.location)}: {it.finding.rule} set aside ({it.by}{place}): {why}"
    for skipped in report.coverage:
        yield f"{_place(skipped.location)}: {skipped.location.text!r} not checked: {skipped.reason}"
    yield report.signature


def _place(at: Location) -> str:
    return f"{at.path}:{at.line}:{at.column}"


def rule_list(rules: Sequence[RulePage], cells: int) -> str:
    """Each rule with its title and level."""
    column = max(len(page.rule) for page in rules)
    lines = [f"{page.rule:<{column}}  {page.level:<7}  {page.title}" for page in rules]
    return "\n".join([*(line[:cells] for line in lines), "", "checker explain RULE says more.", ""])


def rule(page: RulePage, cells: int, color: bool) -> str:
    """A rule's page."""
    paint = Paint(color)
    lines = [f"{paint(page.rule, 'bold')} · {page.title}", f"level: {page.gravity}"]
    for heading, body in page.parts:
        lines += ["", paint(heading, "bold")]
        if isinstance(body, str):
            lines += [_INDENT + line for line in wrapped(body, min(cells, 100) - len(_INDENT))]
            continue
        column = max(map(len, body))
        for language, sentence in body.items():
            first, *rest = wrapped(sentence, min(cells, 100) - len(_INDENT) - column - 2)
            lines += [f"{_INDENT}{language:<{column}}  {first}"]
            lines += [f"{_INDENT}{' ' * column}  {line}" for line in rest]
    return "\n".join(lines) + "\n"


def bundle_page(version: str, digest: str, sizes: Mapping[str, int], card: str) -> str:
    """The bundled model: signature, files, and its card below."""
    column = max(map(len, sizes))
    files = [f"{_INDENT}{name:<{column}}  {size / 1e6:6.1f} MB" for name, size in sizes.items()]
    total = f"{_INDENT}{'together':<{column}}  {sum(sizes.values()) / 1e6:6.1f} MB"
    return "\n".join([f"version {version}, digest {digest}", *files, total, "", card.strip(), ""])


def coverage_table(languages: Iterable[Coverage]) -> str:
    """A row for each language, a column for each kind of claim."""
    rows = [(code, name, [_measure(kinds.get(kind)) for kind in Kind]) for code, name, kinds in languages]
    codes = max([4, *(width(code) for code, _, _ in rows)])
    names = max([8, *(width(name) for _, name, _ in rows)])
    columns = [max([len(kind), *(len(row[index]) for *_, row in rows)]) for index, kind in enumerate(Kind)]
    heads = "  ".join(f"{kind:>{column}}" for kind, column in zip(Kind, columns, strict=True))
    lines = [f"{'code':<{codes}}  {padded('language', names)}  {heads}"]
    for code, name, cells in rows:
        shown = "  ".join(f"{cell:>{column}}" for cell, column in zip(cells, columns, strict=True))
        lines.append(f"{padded(code, codes)}  {padded(name, names)}  {shown}")
    return "\n".join(lines) + "\n"


def _measure(measure: object) -> str:
    """A share in per cent, a count as it is, nothing measured as a dash."""
    match measure:
        case None:
            return "–"
        case float() | Decimal():
            return f"{measure:.0%}"
        case _:
            return str(measure)
