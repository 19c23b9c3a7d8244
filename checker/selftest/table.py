"""What a selftest found, as a table for people and as JSON."""

from collections.abc import Iterator, Sequence

from checker.jsonform import dumped
from checker.model import Rule
from checker.reporters import Page
from checker.selftest import Outcome, Result, Trial
from checker.terminal import Paint, head, isolated, padded, safe, squeezed, tail, width

SCHEMA = "checker-selftest/1"
EXAMPLES = 3
"""Drifts of each rule that are shown and were not caught."""
_SHORT = 30
"""Cells of what stands in a place and what stood there."""
_NOTHING = "–"
_TOTALS = 3
"""Columns behind those of the languages."""


def text(result: Result, page: Page) -> str:
    """The table, rule by language, and examples of what would not be caught."""
    trials = result.trials
    lines = [safe(result.signature), *_grid(trials, page), "", *_sum(trials)]
    missed = [trial for trial in trials if not trial.caught]
    for rule in Rule:
        several = [trial for trial in missed if trial.rule is rule]
        if several:
            lines += ["", *_examples(rule, several, page)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def json(result: Result) -> str:
    """The counts by rule and language, and every drift that was not caught, or under another rule."""
    whole = {
        "schema": SCHEMA,
        "signature": result.signature,
        "seed": result.seed,
        "limit": result.limit,
        "rules": [
            {"rule": rule, "lang": language, **_counts([t for t in result.trials if (t.rule, t.language) == cell])}
            for cell in sorted({(trial.rule, trial.language) for trial in result.trials}, key=_cell_order)
            for rule, language in (cell,)
        ],
        "total": _counts(result.trials),
        "failures": [_object(trial) for trial in result.trials if not trial.caught or trial.named is not trial.rule],
        "errors": sorted(result.errors),
    }
    return dumped(whole, indent=2)


def _cell_order(cell: tuple[Rule, str]) -> tuple[int, str]:
    return list(Rule).index(cell[0]), cell[1]


def _counts(trials: Sequence[Trial]) -> dict[str, int]:
    """How many were planted, caught, caught under the right rule, and what became of the rest."""
    return {
        "planted": len(trials),
        "caught": sum(trial.caught for trial in trials),
        "named": sum(trial.caught and trial.named is trial.rule for trial in trials),
        **{str(it): sum(trial.outcome is it for trial in trials) for it in Outcome if it is not Outcome.CAUGHT},
    }


def _object(trial: Trial) -> dict[str, object]:
    return {
        "document": trial.document,
        "rule": trial.rule,
        "how": trial.how,
        "lang": trial.language,
        "path": trial.path,
        "line": trial.line,
        "column": trial.column,
        "before": trial.before,
        "after": trial.after,
        "outcome": trial.outcome,
        "found": trial.named,
        "repeated": trial.repeated,
    }


def _grid(trials: Sequence[Trial], page: Page) -> Iterator[str]:
    """A row for each rule and one for all: caught of planted in each language, in all, and rightly named."""
    languages = sorted({trial.language for trial in trials})
    heads = ["caught of planted", *languages, "all", "", "rule named"]
    rows = [heads]
    for rule in (*Rule, None):
        mine = [trial for trial in trials if rule in (None, trial.rule)]
        cells = [_share([trial for trial in mine if trial.language == language]) for language in languages]
        caught = [trial for trial in mine if trial.caught]
        rows.append(
            [
                str(rule or "all"),
                *cells,
                _share(mine),
                _percent(len(caught), len(mine)),
                _percent(sum(trial.named is trial.rule for trial in caught), len(caught)),
            ]
        )
    widths = [max(width(row[column]) for row in rows) for column in range(len(heads))]
    for number, columns in enumerate(_fitting(widths, page.width)):
        if number:
            yield ""
        for place, row in enumerate(rows):
            cells = [" " * (widths[column] - width(row[column])) + row[column] for column in columns]
            line = "  ".join([padded(row[0], widths[0]), *cells])
            yield Paint(page.color)(line, "bold") if place in (0, len(rows) - 1) else line


def _fitting(widths: Sequence[int], room: int) -> Iterator[list[int]]:
    """The columns but the first, in as many tables as the page's width asks for; the totals stay together."""
    columns: list[int] = []
    used = widths[0]
    for column in range(1, len(widths)):
        needed = 2 + (widths[column] if column != len(widths) - _TOTALS else sum(widths[-_TOTALS:]) + 2 * (_TOTALS - 1))
        if columns and column <= len(widths) - _TOTALS and used + needed > room:
            yield columns
            columns, used = [], widths[0]
        columns.append(column)
        used += 2 + widths[column]
    yield columns


def _share(trials: Sequence[Trial]) -> str:
    return f"{sum(trial.caught for trial in trials)}/{len(trials)}" if trials else _NOTHING


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else _NOTHING


def _sum(trials: Sequence[Trial]) -> Iterator[str]:
    documents = len({trial.document for trial in trials})
    counts = _counts(trials)
    yield f"{len(trials)} drifts planted one at a time in {documents} document set{'' if documents == 1 else 's'}"
    yield (
        f"{counts['caught']} raised a warning or an error in their place, {counts['elsewhere']} only in another "
        f"version, {counts['noted']} no more than a note, {counts['missed']} nothing"
    )


def _examples(rule: Rule, missed: Sequence[Trial], page: Page) -> Iterator[str]:
    """Some of the drifts of a rule that were not caught, of as many languages as may be."""
    shown = _varied(missed)
    more = f", {len(shown)} of {len(missed)}" if len(shown) < len(missed) else ""
    yield Paint(page.color)(f"not caught · {rule}{more}", "bold")
    for trial in shown:
        yield f"    {safe(trial.path)}:{trial.line}:{trial.column} · {trial.how} · {_said(trial)}"
        yield f"        {_words(trial, page)}"


def _varied(trials: Sequence[Trial]) -> list[Trial]:
    """The first of each language, then the second of each."""
    order: list[tuple[int, int]] = []
    seen: dict[str, int] = {}
    for index, trial in enumerate(trials):
        seen[trial.language] = seen.get(trial.language, -1) + 1
        order.append((seen[trial.language], index))
    return [trials[index] for _, index in sorted(order)[:EXAMPLES]]


def _said(trial: Trial) -> str:
    again = "; said again elsewhere, where it is right" if trial.repeated else ""
    if trial.outcome is Outcome.MISSED:
        return f"nothing was said{again}"
    if trial.outcome is Outcome.NOTED:
        return f"only a note ({trial.named}){again}"
    return f"{trial.named}, but in another version only{again}"


def _words(trial: Trial, page: Page) -> str:
    """The change in its sentence: what stands there now, and what stood there."""
    now, then = (head(squeezed(part).strip(), _SHORT) for part in (trial.after, trial.before))
    before, after = (squeezed(part) for part in trial.context)
    change = f"**{now}**" if now else "**[…]**"
    was = f" (was: {then})" if then else " (added)"
    room = max(page.width - 10 - width(change) - width(was), 20)
    sentence = f"{tail(before.lstrip(), room * 3 // 5)}{change}{head(after.rstrip(), room * 2 // 5)}"
    return (isolated(sentence) if page.terminal else sentence) + was
