"""Texts that break things: pieces of every format, of numbers in many scripts, and of what no one writes."""

import gzip
import io
import zipfile

from hypothesis import strategies as st

from checker import readers

SUFFIXES = sorted(readers.suffixes())

NUMBERS = ["7", "1,600", "1.600,5", "24/7", "٣", "五", "3/4", "½", "1e9", "-0", "00", "9" * 60, "१२", "\U0001d7d7"]
WORDS = [
    "million",
    "Mrd.",
    "億",
    "万",
    "لاكھ",
    "साढ़े",
    "тыс.",
    "de",
    "to",
    "of",
    "and",
    "و",
    "half",
    "일",
    "만",
    "May",
    "мая",
]
SIGNS = [
    "$",
    "€",
    "%",
    "km",
    "-",
    "–",
    ".",
    ",",
    ":",
    "/",
    "№",
    "第",
    "'",
    "’",
    "(",
    ")",
    "[",
    "]",
    "=",
    "@",
    "|",
    "\\",
]
STRANGE = [
    "\u00ad",
    "\u0301",
    "\u200c",
    "\u200d",
    "\u202e",
    "\u2066",
    "\u2028",
    "\ufeff",
    "\x1b[31m",
    "\x85",
    "İ",
    "ı",
    "ß",
]
SPACES = [" ", "\n", "\n\n", "\t", "\r\n", "\r", "\u00a0", "\u3000", "    ", "  \n"]
MARKDOWN = [
    "# ",
    "- ",
    "1. ",
    "> ",
    "```\n",
    "~~~",
    "`",
    "**",
    "_",
    "[a](b)",
    "![",
    "](",
    "[^1]",
    "| a | b |\n",
    "|---|",
    "---\n",
]
MARKDOWN += [
    "<!-- checker: off -->",
    "<!-- checker: on -->",
    "{/*",
    "*/}",
    "import x from 'y'\n",
    "export const a = {",
    "{{<",
    ">}}",
]
HTML = [
    "<p>",
    "</p>",
    "<b a='5'>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<pre>",
    "<td>",
    "&#56;",
    "&nbsp;",
    "&#x110000;",
    "&",
    "<",
]
HTML += [
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE html>",
    '<html lang="de">',
    "<br/>",
    "<img alt='",
    "<svg>",
    "<template>",
    "<textarea>",
]
KEYED = [
    '{"a": "b',
    '",',
    "}",
    '"',
    '["',
    "null",
    "true",
    "key: ",
    "key: |\n  a",
    "- &x",
    "*x",
    "<<:",
    "? ",
    "!!python/object",
    "%YAML",
]
KEYED += [
    'msgid "',
    'msgstr "',
    'msgstr[1] "',
    'msgctxt "',
    "#, fuzzy\n",
    "#~ ",
    "key = ",
    "key=",
    "[section]\n",
    "# checker: off\n",
]
KEYED += [
    "<xliff>",
    "<trans-unit id='1'>",
    "<source>",
    "<target>",
    "<resources>",
    '<string name="a">',
    "<TS>",
    "<message>",
    "<tmx>",
]
KEYED += [
    "<tu>",
    "<tuv xml:lang='de'>",
    "<seg>",
    "</seg>",
    "<plural>",
    "{n, plural, one {# a} other {# b}}",
    "%1$s",
    "{0}",
    "%(a)d",
]
KEYED += [
    "WEBVTT\n",
    "1\n00:00:01,000 --> 00:00:02,000\n",
    ".. note::\n",
    "====\n",
    ":ref:`a`",
    "\\section{",
    "$x$",
    "\\%",
    "\\begin{a}",
]

TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(
        st.one_of(
            *map(st.sampled_from, (NUMBERS, WORDS, SIGNS, STRANGE, SPACES, MARKDOWN, HTML, KEYED)), st.text(max_size=3)
        ),
        max_size=30,
    ).map("".join),
)
"""Any text, and texts of pieces that mean something to a reader."""


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in dict(parts).items():
            archive.writestr(name, data)
    return target.getvalue()


_PARTS = st.sampled_from(
    [
        "word/document.xml",
        "[Content_Types].xml",
        "word/footnotes.xml",
        "content.xml",
        "mimetype",
        "../../x",
        "META-INF/container.xml",
    ]
)
_XML = st.lists(
    st.sampled_from(["<w:p>", "</w:p>", "<w:t>5", "</w:t>", "<a>", "</a>", "<?xml version='1.0'?>", "&x;"]), max_size=12
)

BYTES = st.one_of(
    st.binary(max_size=120),
    TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass")),
    TEXTS.map(lambda text: gzip.compress(text.encode("utf-8", "replace"), mtime=0)),
    st.lists(st.tuples(_PARTS, _XML.map(lambda parts: "".join(parts).encode())), max_size=3).map(_zipped),
)
"""Any bytes, texts in several encodings, archives."""
