"""Whatever is read, nothing raises but what a user is told in one line; places hold, and every reporter renders."""

import functools
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.main import get_command

from checker import cli, languages, readers
from checker.errors import InputError
from checker.extraction import extract
from checker.locate import source_span
from checker.model import Document, Report
from checker.numbers import find_numbers
from checker.pipeline import check_set
from checker.reporters import Page, load, names
from checker.scan import scan
from checker.segment import segment
from checker.settings import Settings
from tests.trust.amounts import amounts
from tests.trust.texts import BYTES, SUFFIXES, TEXTS

Figure = Callable[[str], None]

RULES = Settings(rules_only=True, cache=False)
CODES = st.sampled_from([*languages.codes(), "xx", "pt-BR", "zh-Hant", "tl", "en-IN"])
EXAMPLES = amounts("count", 200, 100_000)
READERS = pytest.mark.parametrize(
    ("suffixes", "count"),
    [
        *(pytest.param([suffix], 40, id=suffix) for suffix in SUFFIXES),
        pytest.param(SUFFIXES, 100_000, id="whole", marks=pytest.mark.long),
    ],
)
"""A reader at a time; where long tests are asked for, so many texts, each read by one that is drawn."""
FEWER = amounts("count", 60, 100_000)
FILES = amounts("count", 15, 100_000)
AT_ONCE = 5_000
"""Examples of one run of Hypothesis, which keeps all that it has tried; a long test is many runs, each with others."""


ENDLESS = 30
KEPT = [(".yaml", "*0")]
"""What a long test found, mended since."""


@contextmanager
def ends() -> Iterator[None]:
    """What takes forever is a fault, told as any other."""

    def endless(*_: object) -> None:
        raise AssertionError(f"not done in {ENDLESS} s of processor time")

    before = signal.signal(signal.SIGVTALRM, endless)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def examples(count: int, figure: Figure) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Runs a property with so many examples in all, and tells how many were tried."""

    def of(holds: Any) -> Callable[[], None]:
        tried = [0]
        inner = holds.hypothesis.inner_test

        @functools.wraps(inner)
        def counted(*arguments: object, **named: object) -> None:
            tried[0] += 1
            with ends():
                inner(*arguments, **named)

        holds.hypothesis.inner_test = counted
        once = settings(max_examples=min(count, AT_ONCE), deadline=None, database=None)(holds)

        def every() -> None:
            for _ in range(max(1, count // AT_ONCE)):
                once()
            figure(f"{tried[0]:,} examples")

        return every

    return of


def document(text: str, suffix: str, code: str = "en") -> Document | None:
    """The text as a version, the last one of several; None where it is none of the format, which is told in a line."""
    try:
        if suffix not in readers.several():
            return Document(code, f"a{suffix}", text, *readers.parse(text, suffix))
        parts = list(readers.versions(text, suffix).texts)
        return Document(code, f"a{suffix}", text, *readers.parse(text, suffix, part=parts[-1])) if parts else None
    except InputError as error:
        assert "\n" not in str(error)
        return None


@READERS
def test_readers(suffixes: list[str], count: int, figure: Figure) -> None:
    @examples(count, figure)
    @given(TEXTS, st.sampled_from(suffixes))
    def holds(text: str, suffix: str) -> None:
        places_hold(document(text, suffix), text)

    holds()


@pytest.mark.parametrize(("suffix", "text"), KEPT)
def test_what_was_mended(suffix: str, text: str) -> None:
    places_hold(document(text, suffix), text)


def places_hold(found: Document | None, text: str) -> None:
    for block in found.blocks if found else ():
        assert block.text or block.key
        for run in block.runs:
            assert 0 <= run.source.start <= run.source.end <= len(text)
            if run.text.end - run.text.start == run.source.end - run.source.start == 1:
                continue  # a character may stand for another one: an escape, a composed letter
            assert block.text[slice(*run.text)] or not block.text
        assert source_span(block, 0, len(block.text)).end <= len(text)
    for part in found.ignored if found else ():
        assert 0 <= part.span.start < part.span.end <= len(text)


@READERS
def test_files(suffixes: list[str], count: int, figure: Figure, tmp_path: Path) -> None:
    @examples(count, figure)
    @given(BYTES, st.sampled_from(suffixes))
    def holds(data: bytes, suffix: str) -> None:
        path = tmp_path / f"a{suffix}"
        path.write_bytes(data)
        try:
            readers.read(path, path.name, "en")
        except InputError as error:
            assert str(error).startswith(path.name)
            assert "\n" not in str(error)

    holds()


@EXAMPLES
def test_numbers_and_claims(count: int, figure: Figure) -> None:
    @examples(count, figure)
    @given(TEXTS, CODES)
    def holds(text: str, code: str) -> None:
        claims_hold(text, code)
        for number in find_numbers(scan(text, languages.load(code))):
            assert number.start < number.end

    holds()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "400 м²-й"),
        ("uk", "кожен 400 м²"),
        ("en", "²nd and ³/₄th of"),
        ("ja", "研究²7人"),
        ("kn", "YK\U0002cabc²7"),
        ("en", "over half, half of it"),
        ("af", "10000000000000000000000000000M0"),
        ("af", "1.1.\xad"),
    ],
)
def test_what_was_found(code: str, text: str) -> None:
    with ends():  # a raised digit behind a script that joins words was looked at for ever
        claims_hold(text, code)
        assert isinstance(find_numbers(scan(text, languages.load(code))), tuple)


def claims_hold(text: str, code: str) -> None:
    end = 0
    for mention in extract(text, code):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


def judged(one: str, other: str, suffix: str) -> Report | None:
    versions = {code: document(text, suffix, code) for code, text in (("en", one), ("de", other))}
    read = {code: version for code, version in versions.items() if version is not None}
    for version in read.values():
        segment(version)
    return check_set("it", read, RULES, None) if len(read) == 2 else None


@FEWER
def test_stages_and_reporters(count: int, figure: Figure) -> None:
    @examples(count, figure)
    @given(TEXTS, TEXTS, st.sampled_from(SUFFIXES), st.sampled_from(names()))
    def holds(one: str, other: str, suffix: str, drawn: str) -> None:
        report = judged(one, other, suffix)
        for name in names() if report and count < AT_ONCE else [drawn] if report else ():
            assert report is not None
            assert isinstance(load(name)(report, Page(exit_code=0)), str)

    holds()


@FILES
def test_the_command_line(
    count: int, figure: Figure, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "app", get_command(cli.app))  # made once: typer takes five times as long as the check

    @examples(count, figure)
    @given(BYTES, TEXTS, st.sampled_from(SUFFIXES))
    def holds(one: bytes, other: str, suffix: str) -> None:
        (tmp_path / f"a.en{suffix}").write_bytes(one)
        (tmp_path / f"a.de{suffix}").write_text(other, "utf-8", "replace")
        code = cli.run(["check", str(tmp_path), "--rules-only", "--no-cache", "--quiet"])
        told = capfd.readouterr()
        assert code in (0, 1, 2)
        assert "internal error" not in told.err
        assert "Traceback" not in told.err
        for path in tmp_path.iterdir():
            path.unlink()

    holds()
