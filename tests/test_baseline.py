"""Known findings: they stay known whatever is edited that changes nothing; another value is another finding."""

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from checker import baseline
from checker.baseline import Known, Match, apply, load, made, match, rendered
from checker.errors import UsageError
from checker.model import Ground, Report
from checker.settings import Settings
from tests.documents import answers
from tests.edits import EDITS

NOTHING = Match({}, (), ())
REFLOWED = {"reflowed to 72 columns", "a line a paragraph"}
SETS = {
    "city-budget": set[str](),
    "dengue-bulletin": set[str](),
    "chip-startup": REFLOWED,  # its lines are no paragraphs
}
"""Document sets with findings, in eighteen languages, and the edits that would change what they say."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with contextlib.chdir(tmp_path):
        yield tmp_path


def check(texts: Mapping[str, str], source: str | None = None, top: str = "docs") -> Report:
    """The report on these files, rules only."""
    from checker.pipeline import check as run

    for name, text in texts.items():
        path = Path(top, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return run([str(Path(top, name)) for name in texts], Settings(source=source, rules_only=True, cache=False))


def exists(path: str) -> bool:
    return Path(path).exists()


@pytest.mark.parametrize("name", SETS)
def test_what_is_known_stays_known_whatever_is_edited_around_it(name: str, folder: Path) -> None:
    texts = {f"{language}.md": text for language, text in answers(name).texts.items()}
    known = made(check(texts).findings, NOTHING)
    assert len(known) > 5
    edits = {kind: edit for kind, edit in EDITS.items() if kind not in SETS[name]}
    assert len(edits) >= 20
    wrong = {}
    for number, (kind, edit) in enumerate(edits.items()):
        Path(str(number)).mkdir()
        with contextlib.chdir(str(number)):
            found = apply(check(edit(texts)), known, exists, "baseline")
        if found.findings or len(found.dismissed) != len(known) or any("no longer" in note for note in found.notes):
            wrong[kind] = found.findings
    assert not wrong


def test_another_value_is_never_known(folder: Path) -> None:
    texts = {f"{language}.md": text for language, text in answers("city-budget").texts.items()}
    first = check(texts)
    known = made(first.findings, NOTHING)
    tried = 0
    for finding in first.findings:
        at = finding.location
        if not re.search(r"\d", at.text) or at.line != at.end_line:
            continue
        name = Path(at.path).name
        lines = texts[name].split("\n")
        head, tail = lines[at.line - 1][: at.column - 1], lines[at.line - 1][at.end_column - 1 :]
        changed = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 3) % 10), at.text)
        lines[at.line - 1] = head + changed + tail
        after = apply(check({**texts, name: "\n".join(lines)}), known, exists, "baseline")
        places = {
            (it.finding.location.path, it.finding.location.line, it.finding.location.column) for it in after.dismissed
        }
        same = [it for it in after.findings if it.location.path == at.path and it.location.line == at.line]
        assert (at.path, at.line, at.column) not in places or all(it.fingerprint != finding.fingerprint for it in same)
        assert not any(it.finding.fingerprint == finding.fingerprint for it in after.dismissed)
        tried += 1
    assert tried > 2


BRIDGES = {
    "en.md": """In March 2015 Anna paid 40 euros for 12 apples.

In June 2018 Ben paid 40 euros for 17 pears.

The bridge of 1932 cost 5 million dollars and is 700 metres long.
""",
    "de.md": """Im März 2015 zahlte Anna 50 Euro für 12 Äpfel.

Im Juni 2018 zahlte Ben 50 Euro für 17 Birnen.

Die Brücke von 1932 kostete 6 Millionen Dollar und ist 700 Meter lang.
""",
}


def test_equal_findings_of_a_document_are_counted(folder: Path) -> None:
    report = check(BRIDGES, "en")
    equal = [it for it in report.findings if it.found == "50 EUR"]
    assert len(equal) == 2
    assert len({it.fingerprint for it in equal}) == 2
    known = made(equal[:1], NOTHING)
    after = apply(report, known, exists, "baseline")
    assert [it.found for it in after.findings].count("50 EUR") == 1


def test_a_copy_of_a_document_is_not_known_and_a_renamed_one_is(folder: Path) -> None:
    known = made(check(BRIDGES, "en", "a").findings, NOTHING)
    copied = check(BRIDGES, "en", "b")
    assert len(apply(copied, known, exists, "baseline").findings) == len(known) > 2
    for path in Path("a").iterdir():
        path.unlink()
    renamed = apply(copied, known, exists, "baseline")
    assert (len(renamed.findings), len(renamed.dismissed), renamed.notes) == (0, len(known), copied.notes)


def test_what_is_mended_is_said_and_what_was_not_checked_is_left(folder: Path) -> None:
    known = made(check(BRIDGES, "en").findings, NOTHING)
    other = replace(known[0], path="elsewhere.md")
    Path("elsewhere.md").write_text("here")
    mended = check({**BRIDGES, "de.md": BRIDGES["de.md"].replace("50 Euro für 17", "40 Euro für 17")}, "en")
    found = match(mended, (*known, other), exists)
    assert ({it.path for it in found.gone}, found.kept) == ({"docs/de.md"}, (other,))
    after = apply(mended, (*known, other), exists, "known.json")
    (note,) = after.notes
    assert note.startswith("known.json: ")
    assert note.endswith("; checker baseline prune drops what is mended")
    assert {it.by for it in after.dismissed} == {Ground.BASELINE}


def test_the_file_is_sorted_and_read_back_as_it_was(folder: Path) -> None:
    known = made(check(BRIDGES, "en").findings, NOTHING)
    reasoned = (replace(known[0], reason="the bank has it so"), *known[1:])
    text = rendered(reversed(reasoned))
    assert text == rendered(reasoned)
    Path("known.json").write_text(text, encoding="utf-8")
    assert sorted(load(Path("known.json"))) == sorted(reasoned)
    again = match(check(BRIDGES, "en"), reasoned, exists)
    assert {it.reason for it in made(check(BRIDGES, "en").findings, again)} == {"", "the bank has it so"}
    data = json.loads(text)
    assert data["schema"] == baseline.SCHEMA
    assert not any("line" in entry for entry in data["findings"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "known.json:1: broken JSON"),
        ("[]", "known.json: no baseline of the schema checker-baseline/1"),
        ('{"schema": "checker-baseline/2", "findings": []}', "no baseline of the schema"),
        ('{"schema": "checker-baseline/1", "findings": [{"path": 1}]}', "entry 1 is no known finding"),
        ('{"schema": "checker-baseline/1", "findings": [[]]}', "entry 1 is no known finding"),
        ("[" * 100_000, "known.json: no baseline"),
        ("\udcff", "known.json: no baseline"),
    ],
)
def test_a_file_that_is_no_baseline_is_named(folder: Path, text: str, said: str) -> None:
    Path("known.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=re.escape(said)):
        load(Path("known.json"))
    with pytest.raises(UsageError, match="cannot read the baseline: No such file"):
        load(Path("none.json"))


def test_an_entry_needs_little(folder: Path) -> None:
    Path("known.json").write_text('{"schema": "checker-baseline/1", "findings": [{"fingerprint": "f", "x": 1}]}')
    assert load(Path("known.json")) == (Known("", "", "", "", "f"),)
