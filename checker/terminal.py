"""What every line for a terminal needs: harmless text, its width in cells, padding, shortening, colour."""

import unicodedata
from functools import lru_cache

_SPACES = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")
"""Persian, Hindi and emoji need the joiners."""
_INVISIBLE = frozenset("\u00ad\u061c\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff")
"""Nothing is seen of these, and nothing is lost when they go."""
_NUMBER_SIGNS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
"""Format characters by name that are drawn: Arabic and Syriac signs before a number."""
_JAMO = frozenset(map(chr, range(0x1160, 0x1200)))
"""Vowels and finals of Korean syllables, which are drawn within the cell before them."""
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
_ISOLATE, _POP = "\u2068", "\u2069"

RESET = "\x1b[0m"
STYLES = {
    "bold": "\x1b[1m",
    "dim": "\x1b[2m",
    "red": "\x1b[31m",
    "green": "\x1b[32m",
    "yellow": "\x1b[33m",
    "cyan": "\x1b[36m",
    "alarm": "\x1b[1;31m",
}

ELLIPSIS = "…"
_WORD = 12
"""A word is cut within when it is longer."""


def safe(text: str) -> str:
    """The text on one line with nothing in it that steers a terminal.

    Line breaks and tabs become a space; escapes and other controls become a picture (`␛`) or their code
    in angle brackets (`⟨9B⟩`), and so do bidi overrides and isolates; lone surrogates become U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_harmless, text))


def _harmless(character: str) -> str:
    if character.isprintable() or character in _JOINERS or character in _NUMBER_SIGNS:
        return character
    category = unicodedata.category(character)
    if category == "Zs" or character in _SPACES:
        return " "
    if character in _INVISIBLE:
        return ""
    return "\ufffd" if category == "Cs" else _pictured(ord(character))


def _pictured(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟨{code:02X}⟩"


def squeezed(text: str) -> str:
    """`safe`, with each run of white space as one space; the ends are kept."""
    clean = safe(text)
    words = " ".join(clean.split())
    if not words:
        return " " if clean else ""
    return (" " if clean[0].isspace() else "") + words + (" " if clean[-1].isspace() else "")


def defused(text: str, bracket: str = " [") -> str:
    """The text with another bracket in `##[`, which some build servers take for a command wherever it stands.

    `bracket` is what the form that is written takes for one, or one behind a space.
    """
    return text.replace("##[", f"##{bracket}")


def parted(line: str) -> str:
    """The line with what a build server would take for a command of ours parted by a space.

    One form counts at the head of a line, the other anywhere in it (see `defused`).
    """
    bare = line.lstrip()
    if bare.startswith("::"):
        line = f"{line[: len(line) - len(bare)]}: :{bare[2:]}"
    return defused(line)


def width(text: str) -> int:
    """How many cells the text takes: 2 for a wide character, 0 for one that combines.

    Spacing vowel signs (Devanagari ा) take one, as glibc, VTE, xterm and tmux have it.
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


@lru_cache(maxsize=8192)
def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or character in _JAMO:
        return character in _NUMBER_SIGNS
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def padded(text: str, cells: int) -> str:
    """The text filled with spaces to so many cells."""
    return text + " " * (cells - width(text))


def head(text: str, cells: int) -> str:
    """The beginning of the text in at most so many cells, with `…` where something is cut off."""
    if width(text) <= cells:
        return text
    if cells <= 0:
        return ""
    kept = _fitting(text, cells - 1)
    if not text[len(kept)].isspace():
        word = kept.rfind(" ", len(kept) - _WORD)
        kept = kept if word <= 0 else kept[:word]
    return kept.rstrip() + ELLIPSIS


def tail(text: str, cells: int) -> str:
    """The end of the text in at most so many cells, with `…` where something is cut off."""
    if width(text) <= cells:
        return text
    if cells <= 0:
        return ""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if width(text[middle:]) < cells else (middle + 1, high)
    while low < len(text) and _hangs(text[low]):
        low += 1
    if low and not text[low - 1].isspace():
        word = text.find(" ", low, low + _WORD)
        low = low if word in {-1, len(text) - 1} else word
    return ELLIPSIS + text[low:].lstrip()


def _fitting(text: str, cells: int) -> str:
    """The longest beginning that fits; a letter keeps its signs, or goes with them."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle]) <= cells else (low, middle - 1)
    end = low
    while 0 < end < len(text) and _hangs(text[end]):
        end -= 1
    return text[: end or low]


def _hangs(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Mc", "Me"} or character in _JOINERS


def wrapped(text: str, cells: int) -> list[str]:
    """The text in lines of at most so many cells, broken at spaces, or within a word that is longer."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        rest = word
        joined = f"{line} {rest}" if line else rest
        if width(joined) <= cells:
            line = joined
            continue
        if line:
            lines.append(line)
        while width(rest) > cells and (start := _fitting(rest, cells)):
            lines.append(start)
            rest = rest[len(start) :]
        line = rest
    return [*lines, line] if line else lines


def isolated(text: str) -> str:
    """The text between FSI and PDI where it holds right-to-left letters, so that a terminal which orders
    them keeps the columns beside it in place."""
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text):
        return f"{_ISOLATE}{text}{_POP}"
    return text


class Paint:
    """Colours text where colour is on."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, style: str) -> str:
        return f"{STYLES[style]}{text}{RESET}" if self.on and text else text
