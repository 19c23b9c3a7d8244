"""XML as a stream of events, of which no tree is kept; what could blow memory up is refused by name."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO
from xml.parsers import expat

from checker.errors import InputError
from checker.rows.row import Item, Reading

CHUNK = 1 << 16
DEEPEST = 256
"""Elements within one another."""
LONGEST = 1 << 24
"""Characters of one segment."""
LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"

Start = Callable[[str, Mapping[str, str]], None]
Text = Callable[[str], None]


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]


class Handler:
    """What happens at the events of a file; a format overrides it and puts what it has into `ready`."""

    def __init__(self, name: str) -> None:
        self.name = name
        """What the file is called."""
        self.line = 1
        """Where the parser is."""
        self.ready: deque[Item] = deque()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins; its name has no namespace, those of attributes have theirs before a space."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters of the innermost element, or some of them."""


def items(reading: Reading, handler: Handler) -> Iterator[Item]:
    """What a handler makes of a file, as it comes."""
    for _ in events(reading.stream, reading.name, handler):
        while handler.ready:
            yield handler.ready.popleft()


def events(stream: BinaryIO, name: str, handler: Handler) -> Iterator[None]:
    """Runs a file through a handler and stops now and then, for what is ready to be taken.

    Raises `InputError` with the line for what is not well-formed, for entities that the file declares, for elements
    that are nested too deep and for segments that are too long.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def refuse(what: str) -> None:
        raise InputError(f"{name}:{parser.CurrentLineNumber}: {what}")

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            refuse(f"elements nested more than {DEEPEST} deep; a localisation file is flatter")
        handler.line = parser.CurrentLineNumber
        handler.start(local(element), attributes)

    def end(element: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(local(element))

    def entity(entity: str, *_: object) -> None:
        refuse(f"declares the entity {entity!r}, which may blow up or fetch; write the text out instead")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.EntityDeclHandler = entity
    more, failure = True, ""
    while more and not failure:
        more = bool(chunk := stream.read(CHUNK))
        try:
            parser.Parse(chunk, not more)
        except expat.ExpatError as error:
            failure = f"{name}:{error.lineno}: not well-formed XML ({expat.ErrorString(error.code)})"
        except (LookupError, ValueError) as error:  # of an encoding
            failure = f"{name}:{parser.CurrentLineNumber}: cannot be decoded ({error}); save it as UTF-8"
        except InputError as error:
            failure = str(error)
        yield  # what came before it is sound
    if failure:
        raise InputError(f"{failure}; the rest is not read")
