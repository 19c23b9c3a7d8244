"""Keyed formats that are broken or hostile: refused with the place and what would be right, in little time."""

import contextlib
import re
import time
import tracemalloc

import pytest

from checker.benchmarks.timing import spent
from checker.errors import InputError
from checker.readers import parse

BROKEN = {
    ".json": [
        ('{"a": "5"', "line 1, column 10: expected “,” or the closing bracket; is the file whole?"),
        ('{"a": "5', "line 1, column 7: a text without its closing quote"),
        ('{"a": "5", "b": {"a": "6"}, "a": "7"}', "the key “a” is there twice"),
        ('{\n  "a": 05}', "line 2, column 8: "),
        ('{"a": "x"} 5', "text behind the end"),
        ("[" * 1_000_000, "nested deeper than 100"),
        ('{"a":' * 1_000_000, "nested deeper than 100"),
    ],
    ".yml": [
        ("a: 'x", "no YAML"),
        ("a: 5\nb: 6\na: 7\n", "line 3, column 1: the key “a” is there twice"),
        ("a: \x01", "a sign that YAML does not allow"),
        ("[" * 1_000_000, "nested deeper than 100"),
        ("- " * 1_000_000, "nested deeper than 100"),
        ("{a: " * 1_000_000, "nested deeper than 100"),
    ],
    ".strings": [
        ('"a" = "b"', "line 1, column 10: expected “;” behind the value"),
        ('"a" = "b;\n', "expected a value in quotes"),
        ("/* 5", "line 1, column 1: a comment that is not closed"),
        ('"a" = "b"; a = "c";', "the key “a” is there already, in line 1"),
        ('<?xml version="1.0"?><plist/>', "a property list in XML"),
    ],
    ".properties": [
        ("a = \\u12", "line 1, column 5: “\\u” without four hexadecimal digits"),
        ("a = 1\n\nb = 2\na: 3", "line 4, column 1: the key “a” is there already, in line 1"),
    ],
    ".ftl": [
        ("a = { $n ->\n    [one] 5\n", "no Fluent"),
        ("just words 5", "line 1, column 6: no Fluent: Expected token"),
        ("a = 5\na = 6", "line 2, column 1: the key “a” is there already, in line 1"),
        ("a = " + "{" * 1_000_000, "nested deeper than 32"),
    ],
    ".srt": [
        ("Hello 5", "expected “WEBVTT” in the first line, or a number and the times of a cue"),
        ("1\n00:00:01,000 --> 00:0", "line 2, column 1: no times of a cue"),
        ("1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2", "line 5, column 1: "),
    ],
    ".csv": [
        ('en,de\n"a,b\n', "line 2, column 1: a quote that is not closed"),
        ('en,de\n"a"b,c\n', "line 2, column 4: text behind a closing quote"),
        ("en,de\na,b,c\n", "line 2, column 1: 3 cells in a row of 2; put texts that contain “,” in quotes"),
    ],
    ".xcstrings": [
        ("{", "expected a key in double quotes"),
        ('{"strings": {"a": {"comment": "5"}}}', "no “sourceLanguage” that is a language code"),
    ],
}


@pytest.mark.parametrize(
    ("suffix", "source", "said"),
    [(suffix, source, said) for suffix, cases in BROKEN.items() for source, said in cases],
    ids=lambda value: repr(value)[:40],
)
def test_what_is_broken_says_where_and_what_would_be_right(suffix: str, source: str, said: str) -> None:
    started = time.process_time()
    with pytest.raises(InputError) as caught:
        parse(source, suffix)
    message = str(caught.value)
    assert said in message
    assert re.match(r"line \d+, column \d+: ", message)
    assert len(message) < 200
    assert time.process_time() - started < 2


HOSTILE: dict[str, list[tuple[str, str, str]]] = {
    ".json": [
        ('{"a":"', "{", '"}'),
        ('{"a":"', "{n, plural, other {", '"}'),
        ('{"a":"', "{n, plural, one {a} other {{b}}}", '"}'),
        ('{"a":"{0,choice,', "0#a|", '}"}'),
        ('{"en":{"a":"b"},"de":{"a":"', "c", '"}}'),
        ("[", "1,", "1]"),
        ('{"a":"', "\\\\", '"}'),
    ],
    ".yml": [("x: &a [1]\ny: [", "*a,", "]"), ("a: |\n", "  b\n", ""), ("a: '", "''", "'"), ("", "? ", "")],
    ".strings": [('"a" = "', "\\", '";'), ("", "/*", ""), ("", '"a', "")],
    ".properties": [("a=", "\\\n", ""), ("", "\\", ""), ("", "!\n", ""), ("", " ", "")],
    ".ftl": [
        ("a =", "\n  { $n ->\n    [one] a\n   *[other] { $n }\n  }", "\n"),
        ("a = ", "b", ""),
        ("a = x\n", "    y\n", ""),
        ("", "#", ""),
    ],
    ".srt": [("1\n00:00:01,000 --> 00:00:02,000\n", unit, "") for unit in ("<", "a\n\n", "{\\")],
    ".vtt": [("WEBVTT\n\n", "NOTE a\n\n", ""), ("WEBVTT", "\n", "")],
    ".csv": [("en,de\n", '"', ""), ("", ",", ""), ("en,de", "\n", ""), ("en,de\n", "a,b\n", "")],
    ".rst": [
        ("", unit, "")
        for unit in (
            "`",
            "`a ",
            "*",
            "|a",
            ".. a\n",
            "+--+\n",
            "= =\n",
            "= =\n= =\n\n",
            "+-+\n\n",
            "a::\n\n",
            "[1]",
            ":a:",
            "\\",
            "- a\n",
            "a\n==\n",
        )
    ],
    ".adoc": [
        *[("", unit, "") for unit in ("`", "= a\n", "[", "<<", "a::[", "link:a[", "+++", "----\n", "{a", "* ", "(((")],
        ("|===\n", "|a", ""),
        ("", "a::", "["),
        ("a::", "]", ""),
    ],
    ".docx": [("", "| a\n", ""), ("", "#", ""), ("", "\v", "")],
    ".resx": [("<a>", "<b/>", "</a>"), ("<a>", "&lt;", "</a>"), ("", "<!--", "")],
}


@pytest.mark.parametrize(
    ("suffix", "case"), [(suffix, case) for suffix, cases in HOSTILE.items() for case in cases], ids=repr
)
def test_time_grows_as_the_text_does(suffix: str, case: tuple[str, str, str]) -> None:
    before, unit, behind = case

    def seconds(size: int) -> float:
        return spent(lambda: read(before + unit * (size // len(unit)) + behind))

    def read(source: str) -> None:
        with contextlib.suppress(InputError):
            parse(source, suffix)

    seconds(100)
    assert any(seconds(32_000) < 9 * max(seconds(8_000), 0.004) for _ in range(5))


@pytest.mark.parametrize(("suffix", "unit"), [(".json", "["), (".json", '{"a":'), (".yml", "["), (".yml", "{a: ")])
def test_a_million_elements_in_one_another_take_no_memory(suffix: str, unit: str) -> None:
    source = unit * 1_000_000
    tracemalloc.start()
    with pytest.raises(InputError):
        parse(source, suffix)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000
