"""ICU MessageFormat: the sentences that a message with plurals and selections stands for.

`{n, plural, one {a day} other {# days}}` is two sentences. Of the arguments only the structure is told here; that
`{n}` and `#` are placeholders is for who reads the sentences. Messages that are not well formed, and those of other
libraries that use braces, are one sentence as they stand.
"""

import re
from typing import NamedTuple

_CHOICE = re.compile(
    r"\{\s{0,9}[\w.$-]{1,64}\s{0,9},\s{0,9}(plural|selectordinal|select)\s{0,9},\s{0,9}(?:offset\s{0,9}:\s{0,9}\d{1,9})?"
)
_BRANCH = re.compile(r"\s*(=\d{1,9}|[\w-]{1,64})\s*\{")
_END = re.compile(r"\s*\}")
_SIGN = re.compile(r"'[{}#|]{1,9}'|[{}]")
_DEPTH = 8  # choices in one another; deeper ones are no message
_MAIN = "other"
FORMS = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural categories, in its order."""


class Part(NamedTuple):
    """A stretch of a sentence. `form` is the CLDR category of the plural branch it stands in, empty outside of any."""

    start: int
    end: int
    form: str = ""


class _Choice(NamedTuple):
    """The branches of a plural or a selection, the main one first."""

    branches: "list[list[Part | _Choice]]"


class _MalformedError(Exception):
    """The text is no ICU message."""


def sentences(text: str, start: int, end: int) -> list[list[Part]]:
    """The sentences of the message `text[start:end]`, each as the stretches it is put together from.

    The first is the message with the branch `other` everywhere; each other branch is one more. Every stretch is in one
    of them.
    """
    if _CHOICE.search(text, start, end):
        try:
            message, _ = _Parser(text, end).message(Part(start, start), 0)
        except _MalformedError:
            return [[Part(start, end)]]
        found: list[list[Part]] = []
        _flatten(message, found)
        return found
    return [[Part(start, end)]]


class _Parser:
    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = end

    def message(self, like: Part, depth: int) -> tuple[list[Part | _Choice], int]:
        """The parts up to the brace that closes the message (or its end), and where that is; `like` tells the rest."""
        found: list[Part | _Choice] = []
        begin = at = like.start
        braces = 0
        while sign := _SIGN.search(self._text, at, self._end):
            at = sign.end()
            if sign.group() == "{":
                if choice := _CHOICE.match(self._text, sign.start(), self._end):
                    found.append(like._replace(start=begin, end=sign.start()))
                    chosen, at = self._choice(choice, like, depth)
                    found.append(chosen)
                    begin = at
                else:
                    braces += 1
            elif sign.group() == "}":
                if not braces:
                    if not depth:
                        raise _MalformedError
                    return [*found, like._replace(start=begin, end=sign.start())], at
                braces -= 1
        if depth or braces:
            raise _MalformedError
        return [*found, like._replace(start=begin, end=self._end)], self._end

    def _choice(self, opening: re.Match[str], like: Part, depth: int) -> tuple[_Choice, int]:
        if depth == _DEPTH:
            raise _MalformedError
        plural = opening[1] != "select"
        branches: list[list[Part | _Choice]] = []
        at = opening.end()
        while branch := _BRANCH.match(self._text, at, self._end):
            inner = Part(branch.end(), 0, form(branch[1]) if plural else like.form)
            message, at = self.message(inner, depth + 1)
            branches.insert(0 if branch[1] == _MAIN else len(branches), message)
        closing = _END.match(self._text, at, self._end)
        if closing is None or not branches:
            raise _MalformedError
        return _Choice(branches), closing.end()


def form(selector: str) -> str:
    """The CLDR category of a plural's branch; that of `=1` is `one`, and one for many numbers is `other`."""
    if selector.startswith("="):
        number = int(selector[1:])
        return FORMS[number] if number <= 2 else _MAIN
    return selector if selector in FORMS else _MAIN


def _flatten(message: list[Part | _Choice], found: list[list[Part]]) -> None:
    """Add the sentences of a message to those found, its main one first."""
    main: list[Part] = []
    found.append(main)
    _add(message, main, found)


def _add(message: list[Part | _Choice], main: list[Part], found: list[list[Part]]) -> None:
    for part in message:
        if isinstance(part, _Choice):
            _add(part.branches[0], main, found)
            for branch in part.branches[1:]:
                _flatten(branch, found)
        elif part.end > part.start:
            main.append(part)
