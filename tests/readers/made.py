"""Catalogues made for the tests: texts and their translations in each format."""

from checker import readers
from tests.readers.test_places import check

XLIFF = (
    '<xliff version="1.2"><file original="a" source-language="en" target-language="de"><body>\n{}</body></file></xliff>'
)
TS = '<TS version="2.1" language="de" sourcelanguage="en"><context><name>Main</name>\n{}</context></TS>'
TMX = '<tmx version="1.4"><header srclang="en"/><body>\n{}</body></tmx>'
UNITS = {
    ".po": 'msgid "{}"\nmsgstr "{}"\n\n',
    ".xlf": '<trans-unit id="{2}"><source>{0}</source><target>{1}</target></trans-unit>\n',
    ".ts": "<message><source>{}</source><translation>{}</translation></message>\n",
    ".tmx": '<tu><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="de"><seg>{}</seg></tuv></tu>\n',
}
WHOLE = {
    ".po": 'msgid ""\nmsgstr "Language: de\\n"\n\n{}',
    ".xlf": XLIFF,
    ".ts": TS,
    ".tmx": TMX,
}
PAIRS = [
    ("The lamp burns for 40 hours.", "Die Lampe brennt 40 Stunden."),
    ("Ships within 3 weeks", "Versand in 3 Wochen"),
    ("It weighs 700 grams.", "Sie wiegt 700 Gramm."),
]
DRIFT = ("It weighs 700 grams.", "Sie wiegt 900 Gramm.")


def catalogue(suffix: str, pairs: list[tuple[str, str]]) -> str:
    units = "".join(UNITS[suffix].format(*pair, number) for number, pair in enumerate(pairs))
    return WHOLE[suffix].format(units)


def sound(text: str, content: readers.Content) -> None:
    """Every place is right, where there is text."""
    blocks, ignored = content
    check(text, tuple(block for block in blocks if block.text), ignored)
