"""Made catalogues of any size, for how long a large one takes: `python -m checker.benchmarks.catalogues po 100000`.

Written to standard output, the same for the same size: interface texts of a few words to a few sentences, three in
twenty with numbers, one in twenty with a placeholder; one in a hundred numbers is another in the translation. They are
of no meaning.
"""

import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from random import Random

_DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_TEXTS: Sequence[tuple[str, str]] = [(source, target) for source, target in _DATA["texts"]]
"""Texts and their translations."""
_ODDS = 100


def pairs(seed: int = 0) -> Iterator[tuple[str, str]]:
    """Texts with their translations, without end."""
    random = Random(seed)
    number = 0
    while True:
        number += 1
        source, target = _TEXTS[random.randrange(len(_TEXTS))]
        for place in ("{0}", "{1}"):
            if place in source:
                said = random.randrange(10, 9_999)
                source = source.replace(place, str(said))
                target = target.replace(place, str(said + (random.randrange(_ODDS) == 0)))
        tail = f" ({_word(number)})"  # no two entries are alike
        yield source + tail, target + tail


def _word(number: int) -> str:
    """A number as letters."""
    letters = ""
    while number:
        number, rest = divmod(number, 26)
        letters += chr(ord("a") + rest)
    return letters


def po(entries: int) -> Iterator[str]:
    """A gettext catalogue with so many entries."""
    yield f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {_DATA["target"]}\\n"\n'
    for number, (source, target) in enumerate(islice(pairs(), entries), 1):
        yield f'\n#: src/page_{number}.c:{number % 997}\nmsgid "{source}"\nmsgstr "{target}"\n'


def xliff(size: int) -> Iterator[str]:
    """An XLIFF 1.2 file of so many characters, or a little more."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'<file original="pages" source-language="{_DATA["source"]}" target-language="{_DATA["target"]}"'
        ' datatype="plaintext"><body>\n'
    )
    written = 0
    for number, (source, target) in enumerate(pairs(), 1):
        unit = (
            f'<trans-unit id="{number}" resname="page.{number}.text" xml:space="preserve">\n'
            f"  <source>{source}</source>\n"
            f'  <target state="translated">{target}</target>\n'
            '  <context-group purpose="location"><context context-type="sourcefile">src/app/page/page.component.html'
            f'</context><context context-type="linenumber">{number % 997}</context></context-group>\n'
            '  <note priority="1" from="description">Shown at the top of the page, next to the picture.</note>\n'
            "</trans-unit>\n"
        )
        yield unit
        written += len(unit)
        if written >= size:
            break
    yield "</body></file></xliff>\n"


_KINDS: Mapping[str, Callable[[int], Iterator[str]]] = {"po": po, "xliff": xliff}


def main(arguments: Sequence[str]) -> int:
    """Writes what is asked for; 2 where that is nothing."""
    if len(arguments) != 2 or arguments[0] not in _KINDS or not arguments[1].isdecimal():
        sys.stderr.write("usage: python -m checker.benchmarks.catalogues po ENTRIES | xliff CHARACTERS\n")
        return 2
    sys.stdout.writelines(_KINDS[arguments[0]](int(arguments[1])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
