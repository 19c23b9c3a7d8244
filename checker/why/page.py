"""An explanation as text for people and as JSON."""

from collections.abc import Iterator

from checker.compare import Comparison
from checker.jsonform import dumped, finding_object, value_object
from checker.model import Location, Probabilities
from checker.reporters import Page
from checker.show import show
from checker.terminal import Paint, head, isolated, padded, safe, squeezed, tail, width, wrapped
from checker.why import Asked, Cause, Said, Tie, Why

SCHEMA = "checker-why/1"
_IN = "    "


def text(why: Why, page: Page) -> str:
    """The explanation: what each version says, why it is one claim, what was found, what would change it."""
    paint = Paint(page.color)
    claim = why.claim
    lines = [
        safe(why.signature),
        paint(f"{safe(claim.id)} · {squeezed(claim.label).strip()}", "bold") + f" · {claim.kind}",
        *([f"also there: {', '.join(map(safe, why.beside))}"] if why.beside else []),
        "",
        "what each version says",
        *_said(why.said, page),
        *([f"{_IN}{', '.join(map(safe, claim.missing))}: missing"] if claim.missing else []),
    ]
    if why.ties:
        lines += ["", "why it is one claim: value, context and order together", *_ties(why.ties)]
    lines += ["", "what is said of it"]
    for cause in why.causes:
        lines += _cause(cause, page)
    if not why.causes:
        lines.append(f"{_IN}nothing: the versions agree")
    if why.asked:
        lines += ["", "what the model was asked: does the first sentence entail the second?", *_asked(why.asked)]
    if why.changes:
        lines += ["", "what would change it"]
        for change in why.changes:
            lines += _wrapped(f"{change.what}: {change.then}", page)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def json(why: Why) -> str:
    """The same, schema `checker-why/1`."""
    whole = {
        "schema": SCHEMA,
        "signature": why.signature,
        "claim": why.claim.id,
        "kind": why.claim.kind,
        "source": why.source,
        "beside": list(why.beside),
        "missing": list(why.claim.missing),
        "mentions": [
            {
                **_place(said.location),
                "text": said.location.text,
                "readings": [value_object(reading) for reading in said.readings],
                "hints": list(said.hints),
                "weight": said.weight,
            }
            for said in why.said
        ],
        "ties": [
            {
                "one": _place(tie.one),
                "other": _place(tie.other),
                "relation": tie.compared.relation,
                "score": tie.score,
                "least": tie.least,
                "value": tie.value,
                "context": tie.context,
                "order": tie.order,
            }
            for tie in why.ties
        ],
        "findings": [
            {
                **finding_object(cause.finding),
                "usual_level": cause.usual,
                "judged": cause.finding.judged,
                "judged_by_rules": cause.by_rules,
                "compared": {language: _outcome(outcome) for language, outcome in cause.compared},
            }
            for cause in why.causes
        ],
        "asked": [
            {
                "premise": {**_place(it.premise), "text": it.pair.premise},
                "hypothesis": {**_place(it.hypothesis), "text": it.pair.hypothesis},
                "nli": _rounded(it.answer),
            }
            for it in why.asked
        ],
        "changes": [{"what": change.what, "then": change.then} for change in why.changes],
    }
    return dumped(whole, indent=2)


def _place(at: Location) -> dict[str, object]:
    return {"lang": at.lang, "path": at.path, "line": at.line, "column": at.column}


def _rounded(said: Probabilities) -> dict[str, float]:
    """Two places: what batches and processors change is behind them."""
    return {
        "entailment": round(said.entailment, 2),
        "neutral": round(said.neutral, 2),
        "contradiction": round(said.contradiction, 2),
    }


def _outcome(compared: Comparison) -> dict[str, object]:
    return {"relation": compared.relation, "rule": compared.rule, "near": round(compared.near, 2)}


def _at(at: Location) -> str:
    return f"{safe(at.lang)}:{at.line}:{at.column}"


def _said(several: tuple[Said, ...], page: Page) -> Iterator[str]:
    places = max((width(_at(said.location)) for said in several), default=0)
    room = max(page.width - places - 8, 30)
    for said in several:
        yield f"{_IN}{padded(_at(said.location), places)}   {_sentence(said, room, page)}"
        hints = f", {', '.join(said.hints)}" if said.hints else ""
        first, *others = (show(reading) for reading in said.readings)
        also = f"; also possible: {', '.join(dict.fromkeys(others))}" if others else ""
        yield f"{_IN}{' ' * places}   read as {safe(first)}{hints}, weight {said.weight:.2f}{safe(also)}"


def _sentence(said: Said, room: int, page: Page) -> str:
    core = head(squeezed(said.location.text).strip(), room - 4)
    free = room - width(core) - 4
    before, after = tail(squeezed(said.before).lstrip(), free // 2), squeezed(said.after).rstrip()
    sentence = f"{before}**{core}**{head(after, free - width(before))}"
    return isolated(sentence) if page.terminal else sentence


def _ties(ties: tuple[Tie, ...]) -> Iterator[str]:
    for tie in ties:
        enough = "enough" if tie.score >= tie.least else "too little by itself"
        yield (
            f"{_IN}{_at(tie.one)} – {_at(tie.other)}   {tie.score:.2f} = {tie.value:.2f} + {tie.context:.2f} + "
            f"{tie.order:.2f}; values {tie.compared.relation}, from {tie.least:.2f} on: {enough}"
        )
    tied = {_at(at) for tie in ties if tie.score >= tie.least for at in (tie.one, tie.other)}
    for alone in dict.fromkeys(_at(at) for tie in ties for at in (tie.one, tie.other)):
        if alone not in tied:
            yield f"{_IN}{alone}   taken for it, as it is the only one of its kind where its version lacks the claim"


def _cause(cause: Cause, page: Page) -> Iterator[str]:
    finding = cause.finding
    yield f"{_IN}{finding.rule} · {_at(finding.location)} · {finding.level} · {finding.confidence:.2f}"
    yield from _wrapped(finding.message, page, _IN * 2)
    usual = "as the rule's page has it" if cause.usual == finding.level else f"where the rule's page has {cause.usual}"
    judged = f"judged {finding.judged:.2f}"
    if cause.by_rules is not None and cause.by_rules != finding.judged:
        judged = f"judged {cause.by_rules:.2f} by the rules and {finding.judged:.2f} with what the model says"
    yield from _wrapped(f"level: {finding.level}, {usual}", page, _IN * 2)
    shown = f"confidence: {finding.confidence:.2f} of such findings were right where it was measured; {judged}"
    yield from _wrapped(shown, page, _IN * 2)
    if cause.compared:
        each = (f"{safe(it)} {_compared(outcome)}" for it, outcome in cause.compared)
        yield from _wrapped(f"against the others: {', '.join(each)}", page, _IN * 2)


def _compared(outcome: Comparison) -> str:
    rule = f" by {outcome.rule}" if outcome.rule else ""
    return f"{outcome.relation}{rule} (near {outcome.near:.2f})"


def _asked(several: tuple[Asked, ...]) -> Iterator[str]:
    for asked in several:
        said = asked.answer
        yield (
            f"{_IN}{_at(asked.premise)} → {_at(asked.hypothesis)}   entailment {said.entailment:.2f}, "
            f"neutral {said.neutral:.2f}, contradiction {said.contradiction:.2f}"
        )


def _wrapped(words: str, page: Page, indent: str = _IN) -> Iterator[str]:
    for line in wrapped(safe(words), page.width - len(indent)):
        yield indent + line
