"""A team's own names: equal spellings of one, and names that every version has to write letter by letter.

A name is sought in the text, so that it is known in any script and, where it is to be kept, without a number as well.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from checker.kinds.naming import label
from checker.languages import name as language_name
from checker.model import Claim, Fact, Kind, Label, Level, Mention, Moment, Rule, Verdict

_JOINT = r"[\s_\-‐-―]?"
_NUMBER = re.compile(_JOINT + r"(\d(?:[A-Za-z\d.]*[A-Za-z\d])?)")
_NEAR = 2
"""Claims before a place of which one may reach over it."""
_SURE = 0.95


@dataclass(frozen=True, slots=True)
class Glossary:
    """The names of a team: what to seek, what each is called, and which stay as they are."""

    sought: tuple[tuple[re.Pattern[str], str], ...]
    spellings: Mapping[str, tuple[str, ...]]
    kept: tuple[str, ...]
    """The longest first."""

    def read(self, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The claims of a text, with the team's names in the place of what was read there.

        A kept name that has no number is a claim as well, once in a text.
        """
        made: list[Mention] = []
        taken = bytearray(len(text))
        bare: set[str] = set()
        for pattern, name in self.sought:
            for match in pattern.finditer(text):
                mention = self._mention(text, match, name, mentions)
                if mention is None or any(taken[mention.start : mention.end]):
                    continue
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                if mention.value != _bare(name) or name not in bare:
                    made.append(mention)
                    bare |= {name} if mention.value == _bare(name) else set()
        rest = (mention for mention in mentions if not any(taken[mention.start : mention.end]))
        return tuple(sorted(chain(made, rest), key=lambda mention: mention.start)) if made else tuple(mentions)

    def _mention(self, text: str, match: re.Match[str], name: str, mentions: Sequence[Mention]) -> Mention | None:
        """The name as a claim, with the number behind it; None where it has none and need not be kept."""
        start, end = match.span()
        value = label(name)
        if not value.number and (number := _NUMBER.match(text, end)) and not _counts(number, mentions):
            end = number.end()
            digits = "".join(str(unicodedata.digit(char, char)) for char in number[1])
            value = Label(f"{name} {digits}", value.stem, digits.lower())
        elif not value.number and name in self.kept:
            value = _bare(name)
        elif not value.number:
            return None
        return Mention(text[start:end], start, end, Kind.NAME, value, (value,))

    def judge(
        self, facts: Sequence[Fact], verdicts: Sequence[Verdict], source: str | None, level: Level
    ) -> list[Verdict]:
        """The verdicts, with those on kept names among them: one that is missing or spelled otherwise is a name drift.

        Where a version has the name elsewhere, that it is missing in one place is a note.
        """
        having = {(language, self._name(claim)) for fact in facts for language, claim in fact.claims.items()}
        made = []
        for verdict in verdicts:
            name = next(filter(None, map(self._name, verdict.fact.claims.values())), "")
            if not name or verdict.rule not in (Rule.OMISSION, Rule.ADDITION):
                made.append(verdict)
            elif verdict.rule is Rule.OMISSION:
                slight = verdict.level is Level.NOTE or (verdict.language, name) in having
                message = (
                    f"{language_name(verdict.language)} lacks “{name}” here, a name that every version has to keep"
                )
                grade = Level.NOTE if slight else level
                made.append(replace(verdict, rule=Rule.NAME, level=grade, message=message, expected=name))
        told = {(verdict.fact.id, verdict.language) for verdict in made}
        return made + [
            verdict
            for fact in facts
            for verdict in self._misspelled(fact, source, level)
            if (fact.id, verdict.language) not in told
        ]

    def _name(self, claim: Claim) -> str:
        """The kept name that a claim is of; empty for none."""
        value = claim.mention.value
        if not isinstance(value, Label):
            return ""
        return next((name for name in self.kept if value.name == name or value.name.startswith(f"{name} ")), "")

    def _misspelled(self, fact: Fact, source: str | None, level: Level) -> Iterator[Verdict]:
        """The versions that write a kept name otherwise than it has to be."""
        asked = fact.claims.get(source or "")
        for language, claim in fact.claims.items():
            name = self._name(asked or claim)
            right = (name, *self.spellings.get(name, ()))
            if not name or self._name(claim) != name or any(text in claim.mention.text for text in right):
                continue
            found = claim.mention.text
            message = f"{language_name(language)} writes “{found}” where every version has to keep “{name}”"
            yield Verdict(fact, language, Rule.NAME, level, message, name, found, _SURE)


@lru_cache(maxsize=8)
def glossary(names: tuple[tuple[str, tuple[str, ...]], ...], keep: tuple[str, ...]) -> Glossary | None:
    """The glossary of what the settings name; None where they name nothing."""
    if not names and not keep:
        return None
    spellings = dict(names)
    sought = [(_loose(name), name) for name in keep]
    sought += [(_exact(spelling), name) for name in spellings for spelling in (name, *spellings[name])]
    longest_first = sorted(sought, key=lambda pair: (-len(pair[0].pattern), pair[1]))
    return Glossary(tuple(longest_first), spellings, tuple(sorted(keep, key=lambda name: (-len(name), name))))


def _bare(name: str) -> Label:
    """A name that is claimed without a number: it is the same or another, never nearly the same."""
    return Label(name, "", name.casefold())


def _exact(spelling: str) -> re.Pattern[str]:
    return re.compile(_bounded(re.escape(spelling), spelling))


def _loose(name: str) -> re.Pattern[str]:
    """The name, whatever its case and what joins its parts; a single word only as it is, for it may be any word."""
    parts = re.findall(r"[^\W\d_]+|\d+|[^\w\s\-‐-―]|_", name)
    if len(parts) < 2:
        return _exact(name)
    return re.compile(_bounded(_JOINT.join(map(re.escape, parts)), name), re.IGNORECASE)


def _bounded(pattern: str, name: str) -> str:
    """A name is no part of a Latin word; behind it, letters may stand that decline it, but not behind a number."""
    ahead = r"(?![0-9A-Za-z]|[.,]\d)" if name[-1:].isdigit() else ""
    return (r"(?<![0-9A-Za-z])" if name[:1].isascii() else "") + pattern + ahead


def _counts(number: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Whether a number is more than digits: an amount that goes on (7 million), or a date."""
    index = bisect_left(mentions, number.end(), key=lambda mention: mention.start)
    return any(
        number.start(1) < mention.end
        and (isinstance(mention.value, Moment) or (mention.end > number.end() and not isinstance(mention.value, Label)))
        for mention in mentions[max(0, index - _NEAR) : index]
    )
