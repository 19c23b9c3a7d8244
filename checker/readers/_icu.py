"""ICU MessageFormat: the sentences that a message with plurals and selections stands for.

`{n, plural, one {a day} other {# days}}` is two sentences, and so is Java's `{0,choice,1#a day|1<{0} days}`. Of the
arguments only the structure is told here; that `{n}` and `#` are placeholders is for who reads the sentences. Messages
that are not well formed, and those of other libraries that use braces, are one sentence as they stand.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

_CHOICE = re.compile(
    r"\{\s{0,9}[\w.$-]{1,64}\s{0,9},\s{0,9}(plural|selectordinal|select|choice)\s{0,9},"
    r"\s{0,9}(?:offset\s{0,9}:\s{0,9}\d{1,9})?"
)
_BRANCH = re.compile(r"\s*(=\d{1,9}|[\w-]{1,64})\s*\{")
_LIMIT = re.compile(r"\s*(-?(?:\d{1,9}(?:\.\d{1,9})?|\u221e))\s*([#<\u2264])")
_END = re.compile(r"\s*\}")
_SIGN = re.compile(r"'[{}#|]{1,9}'|[{}|]")
_DEPTH = 8  # choices in one another; deeper ones are no message
_MOST, _BRANCHES = 32, 256  # choices in a message, and their branches; one with more is none
_MAIN = "other"
FORMS = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural categories, in its order."""


class Part(NamedTuple):
    """A stretch of a sentence.

    `form` is the CLDR category of the plural branch it stands in, or `=1` where that is for one number alone; empty
    outside of any.
    """

    start: int
    end: int
    form: str = ""
    around: bool = False
    """Whether it stands around the branch that the sentence is of, and is another sentence's but for placeholders."""


class _Choice(NamedTuple):
    """The branches of a plural or a selection, the main one first."""

    branches: "list[list[Part | _Choice]]"


class _MalformedError(Exception):
    """The text is no ICU message."""


def sentences(text: str, start: int, end: int) -> list[list[Part]]:
    """The sentences of the message `text[start:end]`, each as the stretches it is put together from.

    The first is the message with the branch `other` everywhere; each other branch is one more, with what stands around
    it. Every stretch is in one of them.
    """
    if _CHOICE.search(text, start, end):
        try:
            message, _ = _Parser(text, end).message(Part(start, start), 0)
        except _MalformedError:
            return [[Part(start, end)]]
        return list(_sentences(message))
    return [[Part(start, end)]]


class _Parser:
    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = end
        self._choices = self._branches = 0

    def message(self, like: Part, depth: int, *, barred: bool = False) -> tuple[list[Part | _Choice], int]:
        """The parts up to the brace that closes the message (or its end), and where that is; `like` tells the rest.

        One that is `barred` ends at a bar, too, and what closes it is not gone over.
        """
        self._branches += 1
        if self._branches > _BRANCHES:
            raise _MalformedError
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
            elif sign.group() == "}" and braces:
                braces -= 1
            elif (sign.group() == "}" and depth) or (sign.group() == "|" and barred and not braces):
                return [*found, like._replace(start=begin, end=sign.start())], sign.start() if barred else at
            elif sign.group() == "}":
                raise _MalformedError
        if depth or braces:
            raise _MalformedError
        return [*found, like._replace(start=begin, end=self._end)], self._end

    def _choice(self, opening: re.Match[str], like: Part, depth: int) -> tuple[_Choice, int]:
        self._choices += 1
        if depth == _DEPTH or self._choices > _MOST:
            raise _MalformedError
        if opening[1] == "choice":
            return self._limited(opening.end(), like, depth)
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

    def _limited(self, at: int, like: Part, depth: int) -> tuple[_Choice, int]:
        """The branches of a choice by limits (`0#none|1#one|1<{0} files`), the last of which is the main one."""
        limits: list[tuple[Decimal, bool]] = []
        messages: list[list[Part | _Choice]] = []
        while limit := _LIMIT.match(self._text, at, self._end):
            limits.append((Decimal(limit[1].replace("\u221e", "Infinity")), limit[2] == "<"))
            message, at = self.message(like._replace(start=limit.end(), form=_MAIN), depth + 1, barred=True)
            messages.append(message)
            at += self._text.startswith("|", at)
        closing = _END.match(self._text, at, self._end)
        if closing is None or not messages:
            raise _MalformedError
        branches = [_counted(message, form) for message, form in zip(messages, _forms(limits), strict=True)]
        return _Choice(branches[-1:] + branches[:-1]), closing.end()


def _counted(message: list[Part | _Choice], form: str) -> list[Part | _Choice]:
    return [part if isinstance(part, _Choice) else part._replace(form=form) for part in message]


def _forms(limits: list[tuple[Decimal, bool]]) -> Iterator[str]:
    """What the branches of a choice are for: from each limit, or above it where that is said, to the next."""
    for place, (low, above) in enumerate(limits):
        high, reached = limits[place + 1] if place + 1 < len(limits) else (Decimal("Infinity"), False)
        if not (low.is_finite() and high.is_finite()):
            yield _MAIN
            continue
        first = max(0, int(low) + (above or low != int(low)) if low >= 0 else 0)
        last = int(high) - (high == int(high) and not reached)
        yield f"={first}" if first == last else _MAIN


def form(selector: str) -> str:
    """What a plural's branch is for: the CLDR category, or the number where it is for that alone (`=1`)."""
    if selector.startswith("="):
        return f"={int(selector[1:])}"
    return selector if selector in FORMS else _MAIN


def _sentences(message: list[Part | _Choice]) -> Iterator[list[Part]]:
    """The sentences of a message, its main one first."""
    whole = [_main([part]) for part in message]
    yield [part for parts in whole for part in parts]
    for place, choice in enumerate(message):
        if isinstance(choice, _Choice):
            before = [part._replace(around=True) for parts in whole[:place] for part in parts]
            after = [part._replace(around=True) for parts in whole[place + 1 :] for part in parts]
            for number, branch in enumerate(choice.branches):
                for sentence in islice(_sentences(branch), 0 if number else 1, None):
                    yield [*before, *sentence, *after]


def _main(message: list[Part | _Choice]) -> list[Part]:
    """The parts of the main sentence."""
    found: list[Part] = []
    for part in message:
        if isinstance(part, _Choice):
            found += _main(part.branches[0])
        elif part.end > part.start:
            found.append(part)
    return found
