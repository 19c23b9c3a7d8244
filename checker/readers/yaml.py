"""YAML with messages by key, as Rails, Symfony and Phrase have them; the language at the root is no part of a key.

A file whose outermost keys are several languages holds a version for each.

What is read are the events of the file: nothing is built from tags, and no alias is ever put in. Numbers, truth values
and what has a tag of its own are settings, no text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checker.errors import InputError
from checker.locales import known
from checker.model import Block, Ignored
from checker.readers._nested import dotted, forms, rootless, roots
from checker.readers._scalars import pieces
from checker.readers._values import Values, broken
from checker.readers._versions import REST, Versions

if TYPE_CHECKING:
    from yaml import AliasEvent, Event, Mark, ScalarEvent
    from yaml._yaml import Mark as CMark

SUFFIXES: tuple[str, ...] = (".yaml", ".yml")
KEYED = True

_FIRST = re.compile(
    r"\ufeff?(?:[ \t]*(?:#[^\r\n]*|---[^\r\n]*)?\r?\n)*+"
    r"[\"']?([A-Za-z_@-]{2,20})[\"']?[ \t]*:[ \t]*(?:#[^\r\n]*)?\r?\n"
)
_DEPTH = 100
_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*")
_SETTING = re.compile(
    r"~|null|true|false|yes|no|on|off|[-+]?(?!0[\d_]*[89])\d[\d_]*|[-+]?(?:\d[\d_]*\.[\d_]*|\.\d[\d_]*)(?:e[-+]\d+)?"
    r"|0x[\da-f]+|[-+]?\.(?:inf|nan)",
    re.IGNORECASE | re.ASCII,
)
"""What is no text by either version of YAML: 09, 0o7 and 1e3 are texts by the first."""
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_TEXT = (None, "!", "tag:yaml.org,2002:str")
_MERGED = "<<"
_MARK = "\ufeff"


class _Scalar(NamedTuple):
    """A scalar that is no key, or an alias, whose `value` is None; `text` says whether it may be one."""

    path: tuple[str, ...]
    start: int
    end: int
    value: str | None
    style: str = ""
    text: bool = True


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The texts of a file, in source order."""
    walk = _Walk(source)
    walk.run()
    values = Values(source)
    _add(values, source, walk.found)
    for start, end in walk.keys:
        values.ignore(start, end, "key")
    for start, end in _comments(source, walk.spans):
        values.ignore(start, end, "comment")
    return values.finish()


def several(head: bytes) -> bool:
    """Whether the first key is a language code and holds others."""
    match = _FIRST.match(head.decode("utf-8", "ignore"))
    return match is not None and known(match[1]) is not None


def read_versions(source: str) -> Versions:
    """The texts of each language, none where the outermost keys are no languages; a comment is of what follows it."""
    walk = _Walk(source)
    walk.run()
    tags = roots([scalar.path for scalar in walk.found])
    values = {root: Values(source) for root in tags}
    for root, own in values.items():
        _add(own, source, [it._replace(path=it.path[1:]) for it in walk.found if it.path[0] == root])
        for start, end in walk.keys:
            own.ignore(start, end, "key")
    starts = [scalar.start for scalar in walk.found]
    for start, end in _comments(source, walk.spans) if values else ():
        following = walk.found[min(bisect_right(starts, start), len(starts) - 1)]
        values[following.path[0]].ignore(start, end, "comment")
    return Versions({tags[root]: own.finish(rest=REST) for root, own in values.items()})


def _add(values: Values, source: str, found: "Sequence[_Scalar]") -> None:
    root = rootless([scalar.path for scalar in found])
    keys = [dotted(scalar.path[root:]) for scalar in found]
    plural = forms(keys)
    for key, (_, start, end, value, style, text) in zip(keys, found, strict=True):
        base, form = plural.get(key, (key, ""))
        if value is None:
            values.ignore(start, end, "alias")
            values.hold(base, start)
        elif not text:
            values.ignore(start, end, "no text")
        else:
            own = _PROPERTIES.match(source, start, end)
            begin = own.end() if own else start
            values.add(base, pieces(source, begin, end, style, value), form, at=begin)


class _Frame:
    """An open mapping or list; `name` is the key or the index that is being read."""

    def __init__(self, *, mapping: bool) -> None:
        self.mapping = mapping
        self.at_key = mapping
        self.name = ""
        self.count = 0
        self.seen: set[str] = set()


class _Walk:
    """Goes over the events; `found` are the scalars and aliases, `keys` and `spans` are places."""

    def __init__(self, source: str) -> None:
        self.found: list[_Scalar] = []
        self.keys: list[tuple[int, int]] = []
        self.spans: list[tuple[int, int]] = []
        self._source = source
        self._open: list[_Frame] = []

    def run(self) -> None:
        """Read the file. Raises `InputError` for what is no YAML."""
        import yaml

        lead = _lead(self._source)
        for event in _events(self._source):
            start, end = lead + _index(event.start_mark), lead + _index(event.end_mark)
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                if len(self._open) == _DEPTH:
                    raise broken(self._source, start, f"nested deeper than {_DEPTH}; flatten it")
                self._enter(start, "?")
                self._open.append(_Frame(mapping=isinstance(event, yaml.MappingStartEvent)))
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._open.pop()
                self._leave()
            elif isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
                self.spans.append((start, end))
                if self._enter(start, event.value if isinstance(event, yaml.ScalarEvent) else f"*{event.anchor}"):
                    self.keys.append(self.spans[-1])
                else:
                    path = tuple(frame.name for frame in self._open)
                    self.found.append(_scalar(path, start, end, event))
                self._leave()

    def _enter(self, start: int, name: str) -> bool:
        """Note what begins; whether it is a key."""
        frame = self._open[-1] if self._open else None
        if frame is None:
            return False
        if frame.at_key:
            if name in frame.seen and name not in (_MERGED, "?"):
                raise broken(self._source, start, f"the key “{name:.60}” is there twice; keep one of them")
            frame.seen.add(name)
            frame.name = name
            return True
        if not frame.mapping:
            frame.name = str(frame.count)
            frame.count += 1
        return False

    def _leave(self) -> None:
        if self._open and self._open[-1].mapping:
            self._open[-1].at_key = not self._open[-1].at_key


def _scalar(path: tuple[str, ...], start: int, end: int, event: "ScalarEvent | AliasEvent") -> _Scalar:
    value: str | None = getattr(event, "value", None)
    if value is None:
        return _Scalar(path, start, end, None)
    style = str(getattr(event, "style", None) or "")
    setting = not style and _SETTING.fullmatch(value)
    return _Scalar(path, start, end, value, style, text=getattr(event, "tag", None) in _TEXT and not setting)


def _lead(source: str) -> int:
    """How many byte order marks there are, which YAML's places do not count."""
    return len(source) - len(source.lstrip(_MARK))


def _index(mark: "Mark | CMark | None") -> int:
    return mark.index if mark else 0


def _events(source: str) -> "Iterator[Event]":
    import yaml

    loader = yaml.CLoader if yaml.__with_libyaml__ else yaml.Loader
    try:
        yield from yaml.parse(source.lstrip(_MARK), Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise broken(
            source, _lead(source) + _index(mark), f"no YAML: {error.problem or error.context or 'broken'}; mend it"
        ) from error
    except yaml.reader.ReaderError as error:
        raise broken(
            source, _lead(source) + int(error.position), "a sign that YAML does not allow; take it out"
        ) from error
    except yaml.YAMLError as error:
        raise InputError("no YAML; is the file whole?") from error


def _comments(source: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The comments, which stand between the scalars."""
    at = 0
    for start, end in (*spans, (len(source), len(source))):
        yield from (match.span() for match in _COMMENT.finditer(source, at, start))
        at = max(at, end)
