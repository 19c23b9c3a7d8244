"""What a scalar of YAML says, by its style, with the way back to the file."""

import re
from collections.abc import Iterator

from checker.readers._values import Piece, solved

_BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
_FOLD = rf"[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
_PLAIN = re.compile(_FOLD)
_SINGLE = re.compile(rf"''|{_FOLD}")
_DOUBLE = re.compile(rf"\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\{_BREAK}[ \t]*|\\[\s\S]|{_FOLD}")
_SIGNS = {
    **{"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"},
    **{"e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"},
}
_BREAKS = re.compile(_BREAK)
_HEADER = re.compile(rf"[|>][-+0-9]*[^\r\n\x85\u2028\u2029]*(?:{_BREAK}|$)")
_LINE = re.compile(rf"[^\r\n\x85\u2028\u2029]*(?:{_BREAK}|$)")


def pieces(source: str, start: int, end: int, style: str, value: str) -> list[Piece]:
    """The pieces of the scalar at `source[start:end]`; `value` is what the YAML library reads.

    Where the two differ in more than white space the value is one piece, which comes from the whole scalar.
    """
    if style == "'":
        found = list(solved(source, start + 1, end - 1, _SINGLE, _solve))
    elif style == '"':
        found = list(solved(source, start + 1, end - 1, _DOUBLE, _solve))
    elif style in ("|", ">"):
        found = list(_block(source, start, end, folded=style == ">"))
    else:
        found = list(solved(source, start, end, _PLAIN, _solve))
    if "".join(piece.text for piece in found).split() == value.split():
        return found
    return [Piece(value, start, end)]


def _solve(match: re.Match[str]) -> str:
    code = match.group()
    if code == "''":
        return "'"
    if not code.startswith("\\"):
        breaks = len(_BREAKS.findall(code))
        return " " if breaks == 1 else "\n" * (breaks - 1)
    if code[1] in "xuU" and len(code) > 2:
        number = int(code[2:], 16)
        return "\ufffd" if 0xD800 <= number < 0xE000 or number > 0x10FFFF else chr(number)
    return "" if _BREAKS.match(code, 1) else _SIGNS.get(code[1], code[1])


def _block(source: str, start: int, end: int, *, folded: bool) -> Iterator[Piece]:
    """The lines of a block scalar; in a folded one a single line break is a space."""
    header = _HEADER.match(source, start, end)
    lines = [match.span() for match in _LINE.finditer(source, header.end() if header else start, end)]
    texts = [source[one:two].lstrip(" ").rstrip("\r\n\x85\u2028\u2029") for one, two in lines]
    for index, ((one, two), text) in enumerate(zip(lines, texts, strict=True)):
        begin = one + len(source[one:two]) - len(source[one:two].lstrip(" "))
        if text:
            yield Piece(text, begin, begin + len(text))
        following = texts[index + 1] if index + 1 < len(texts) else ""
        if begin + len(text) < two:
            yield Piece(" " if folded and text and following else "\n", begin + len(text), two)
