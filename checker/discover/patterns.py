"""Patterns of paths: `docs/{lang}/**/*.md`, `{name}.{lang}.md`.

`{lang}` stands for a language code, `*` and `{name}` for what has no `/`, `**` for any folders, none included.
Patterns of one entry speak of the same documents: what their wildcards stand for, in order, is the document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from checker.locales import SHAPE

Captures = tuple[str, ...]

_LANG = "{lang}"
_NAME = "{name}"
_BASE = re.compile(r"/|(?:\.\./)*")
_SLASH = re.compile("/")
_TOKEN = re.compile(r"\*\*/?|\*|\{[^{}/]*\}|[^*{]+|\{")
_CODE = rf"(?P<lang>{SHAPE})"
_FORMS = {"**/": r"((?:[^/]+/)*)", "**": r"(.*)", "*": r"([^/]*?)", _NAME: r"([^/]+?)", _LANG: _CODE}


@dataclass(frozen=True)
class Pattern:
    """A pattern, with `/`; raises `ValueError`, saying what would be right, where it is none."""

    text: str

    def __post_init__(self) -> None:
        tokens = list(self._tokens())
        for token in tokens:
            if token.startswith("{") and token not in (_LANG, _NAME):
                raise ValueError(f"{self.text!r}: {token} stands for nothing; there are {_LANG} and {_NAME}")
        if tokens.count(_LANG) > 1:
            raise ValueError(f"{self.text!r}: {_LANG} stands there more than once; use {_NAME} or * for the others")

    @property
    def is_plain(self) -> bool:
        """Whether it is the path of one file or folder."""
        return not self.wildcards and not self.has_language

    @property
    def has_language(self) -> bool:
        """Whether it says where the language stands."""
        return _LANG in self.text

    @property
    def wildcards(self) -> int:
        """How many there are, beside that of the language."""
        return sum(token in _FORMS and token != _LANG for token in self._tokens())

    @property
    def base(self) -> str:
        """The folder from which the paths are to be seen that it is matched against: `../../`, or here."""
        match = _BASE.match(self.text)
        return match.group() if match else ""

    @property
    def folder(self) -> str:
        """The folder below which all is that it can match."""
        parts = PurePath(self.text).parts
        literal = next((index for index, part in enumerate(parts) if "*" in part or "{" in part), len(parts) - 1)
        return PurePath(*parts[:literal]).as_posix()

    def match(self, path: str) -> tuple[Captures, str] | None:
        """What the wildcards stand for, and the code of the language (empty where it has none).

        The path is as it is seen from the pattern's base.
        """
        found = self._compiled.fullmatch(path)
        if found is None:
            return None
        code = found.groupdict().get("lang") or ""
        place = self._compiled.groupindex.get("lang", 0)
        return tuple(part or "" for number, part in enumerate(found.groups(), 1) if number != place), code

    def filled(self, captures: Captures) -> str:
        """The path with the wildcards filled in and no language."""
        rest = iter(captures)
        parts = ("" if token == _LANG else next(rest, "") if token in _FORMS else token for token in self._tokens())
        return self.base + "".join(parts)

    def covers(self, path: str) -> bool:
        """Whether it matches the path, seen from its base, or a folder above it."""
        ends = [len(path), *(match.start() for match in _SLASH.finditer(path, 1))]
        return any(self._compiled.fullmatch(path, 0, end) for end in ends)

    def _tokens(self) -> Iterator[str]:
        return iter(_TOKEN.findall(self.text, len(self.base)))

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile("".join(_FORMS.get(token) or re.escape(token) for token in self._tokens()))


def entry(texts: Sequence[str]) -> tuple[Pattern, ...]:
    """The patterns of one entry; raises `ValueError` where they can't speak of the same documents."""
    patterns = tuple(Pattern(text) for text in texts)
    if len({pattern.wildcards for pattern in patterns}) > 1:
        shown = " and ".join(repr(pattern.text) for pattern in patterns)
        raise ValueError(f"{shown}: patterns of one list need the same wildcards, one for one, beside {_LANG}")
    if not any(pattern.has_language for pattern in patterns) and not (len(patterns) == 1 and patterns[0].is_plain):
        raise ValueError(f"{patterns[0].text!r}: a pattern has to say where the language code stands: {_LANG}")
    return patterns
