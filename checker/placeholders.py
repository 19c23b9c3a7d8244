"""Placeholders: what a program fills in when it shows a text, in the notations that are in use.

`%s`, `%1$d`, `%@`, `%-5.2f` (printf), `%(name)s` (Python), `{}`, `{0}`, `{count:>5}`, `{count}` (Python, .NET, ICU),
`{{count}}` (i18next, Vue), `${count}`, `#{count}`, `%{count}` (JavaScript, Ruby), `$count$` (web extensions),
`$t(key)`.
A sign of per cent behind a digit is none, nor is one before a space: "50% off", "100 % done"; "%50 indirim" neither,
nor one with the ending of a case: "90 %-i".
"""

import re
from collections.abc import Iterable

from checker.model import Span

MARK = "\ufffc"
"""Stands for a placeholder in the text of a block (OBJECT REPLACEMENT CHARACTER)."""
REASON = "placeholder"
"""Why one is set aside in a document."""

_NAME = r"[A-Za-z_][\w.\-\[\]]{0,63}"
_FLAGS, _LENGTH = r"[-+#0,]{0,3}", r"(?:hh|ll|[hlqLztj])?"
_PRINTF = (
    rf"(?<![\d\u0660-\u0669])%(?!(?<=\d[ \u00a0\u202f]%)-[a-z])(?:"
    rf"\d{{1,2}}\$#?@?{_FLAGS}(?:\d{{1,3}}|\*)?(?:\.(?:\d{{1,2}}|\*))?{_LENGTH}[diouxXeEfFgGaAcCsSp@]"
    rf"|#@[\w.]{{1,64}}@"
    rf"|{_FLAGS}{_LENGTH}[diouxXeEfFgGaAcCsSp@](?![A-Za-z]{{3}})"
    rf"|(?:[-+#0]{{1,3}}\d{{0,3}}|\d{{1,3}}(?=\.)|\*)?(?:\.(?:\d{{1,2}}|\*))?{_LENGTH}[diouxXeEfFgGsS](?![A-Za-z])"
    rf")"
)
_PATTERN = re.compile(
    rf"\{{\{{[^{{}}\n]{{1,120}}\}}\}}"
    rf"|[$#%]\{{[^{{}}\n]{{1,120}}\}}"
    rf"|%\({_NAME}\)[-+#0]{{0,3}}\d{{0,3}}(?:\.\d{{1,2}})?[diouxXeEfFgGcrs]"
    rf"|\{{(?:{_NAME}|\d{{1,3}})?(?:![rsa])?(?:[:,][^{{}}\n]{{0,60}})?\}}"
    rf"|\$t\([^()\n]{{1,120}}\)"
    rf"|\${_NAME}\$"
    rf"|{_PRINTF}"
)
_SIGNS = re.compile(r"[%{$]")


def spans(text: str) -> list[Span]:
    """Where placeholders stand in a text, in order."""
    if _SIGNS.search(text) is None:
        return []
    return [Span(*match.span()) for match in _PATTERN.finditer(text)]


def codes(text: str) -> list[Span]:
    """Where elements stand that hold no text (`<x id="1"/>`), as translation tools write what is filled in."""
    return [Span(*match.span()) for match in _CODE.finditer(text)] if "/>" in text else []


_NUMBERED = re.compile(r"%(?:(\d{1,2})\$)?[^a-zA-Z@]*(?:hh|ll|[hlqLztj])?([a-zA-Z@])")
_VARIABLE = re.compile(r"%#@[\w.]+@")
_NAMED = re.compile(r"[$#%]?\{+\s*([\w.\-\[\]]+)|%\(([^)]*)\)|\$(?:t\()?([\w.]+)")
_TAG = re.compile(r"<[\w:.-]+(?=[\s/>])")
_CODE = re.compile(r"<[A-Za-z][\w:.-]{0,30}(?:\s[^<>]{0,300})?/>")
_ID = re.compile(r"\s(?:id|x|disp|equiv-text)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_KINDS = {**dict.fromkeys("iu", "d"), **dict.fromkeys("eEfFgGaA", "f"), **dict.fromkeys("oxX", "x"), "S": "s", "C": "c"}
"""Conversions of printf that take the same argument."""


def names(written: Iterable[str]) -> list[str]:
    """A name for each placeholder of a text, in order: two that are filled with the same thing have the same name.

    - one with a name is called by it: `%(count)s` and `{{count}}` are both `{count}`;
    - one without is numbered: `%s of %d` are `%1$s` and `%2$d`, `{} of {}` are `{0}` and `{1}`;
    - a variable of Apple's (`%#@rooms@`) is called as it is written, and takes one of the numbers;
    - one with nothing to be called by (an element without an id, a bare MARK) has an empty name.
    """
    found: list[str] = []
    numbers = {"%": 0, "{": 0}
    for one in written:
        inner = one
        if one == MARK:
            found.append("")
            continue
        if _TAG.match(one):
            within = spans(one.partition(">")[2])
            if not within:
                match = _ID.search(one)
                found.append(f"<{match[1] or match[2]}>" if match else "")
                continue
            inner = one.partition(">")[2][slice(*within[0])]
        found.append(_called(inner, numbers))
    return found


def _called(one: str, numbers: dict[str, int]) -> str:
    if one.startswith("{") and not one.strip("{}").partition(":")[0].strip("!rsa"):
        numbers["{"] += 1
        return f"{{{numbers['{'] - 1}}}"
    if match := _NAMED.match(one):
        return f"{{{match[1] or match[2] or match[3]}}}"
    if _VARIABLE.fullmatch(one):
        numbers["%"] += 1
        return one
    if match := _NUMBERED.match(one):
        numbers["%"] += not match[1]
        return f"%{match[1] or numbers['%']}${_KINDS.get(match[2], match[2])}"
    return one
