"""The document sets as a whole: what must be found is found, what is clean stays clean, floors only rise."""

import random
import re
from pathlib import Path

import pytest

from tests import expected
from tests.documents import alarms, answers, check, mentioned, sets

EXTRACTED = 0.99
"""Share of the listed mentions that are read, over all sets."""
FOUND = 0.95
"""Share of the listed drifts that are reported, over all sets, rules only."""
FALSE = 2
"""Alarms that a clean set may raise where no model is asked."""
PLANTED = 0.9
"""Share of planted digit slips that are reported, rules only."""


def overlaps(text: str, wanted: str, line: int, column: int, end_line: int, end_column: int) -> bool:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    start, end = starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1
    return any(match.start() < end and start < match.end() for match in re.finditer(re.escape(wanted), text))


def test_the_listed_mentions_are_read() -> None:
    wanted = read = 0
    for name in sets():
        case = answers(name)
        report = check(case.paths, case.gold["source"])
        for claim in case.gold["claims"]:
            for language, words in claim["mentions"].items():
                wanted += 1
                read += any(
                    overlaps(case.texts[language], words, place.line, place.column, place.end_line, place.end_column)
                    for place in mentioned(report, language)
                )
    assert read / wanted >= EXTRACTED


def test_the_listed_drifts_are_found() -> None:
    wanted = found = 0
    for name in sets():
        case = answers(name)
        report = check(case.paths, case.gold["source"])
        claims = {claim["id"]: claim["mentions"] for claim in case.gold["claims"]}
        for drift in case.gold["findings"]:
            if drift.get("optional"):
                continue
            wanted += 1
            for finding in report.findings:
                if finding.location.lang == drift["lang"] and any(
                    place.lang in claims[drift["claim"]]
                    and overlaps(
                        case.texts[place.lang],
                        claims[drift["claim"]][place.lang],
                        place.line,
                        place.column,
                        place.end_line,
                        place.end_column,
                    )
                    for place in (*finding.related, finding.location)
                ):
                    found += 1
                    break
    assert found / wanted >= FOUND


@pytest.mark.parametrize("name", [name for name in sets() if answers(name).gold["clean"]])
def test_a_clean_set_stays_clean(name: str) -> None:
    case = answers(name)
    report = check(case.paths, case.gold["source"], rules_only=False)
    assert [f"{finding.location.lang} {finding.message}" for finding in alarms(report)] == []


@pytest.mark.parametrize("name", [name for name in sets() if answers(name).gold["clean"]])
def test_a_clean_set_stays_nearly_clean_without_the_model(name: str) -> None:
    case = answers(name)
    report = check(case.paths, case.gold["source"])
    assert len(alarms(report)) <= FALSE, [finding.message for finding in alarms(report)]


@pytest.mark.parametrize("name", sets())
def test_a_document_against_itself_has_no_findings(name: str, tmp_path: Path) -> None:
    case = answers(name)
    for language, text in case.texts.items():
        suffix = case.paths[language].suffix
        twins = {language: tmp_path / f"{language}{suffix}", f"{language}-US": tmp_path / f"{language}-US{suffix}"}
        for path in twins.values():
            path.write_text(text, "utf-8")
        report = check(twins, None)
        assert [finding.message for finding in report.findings] == [], language


@pytest.mark.parametrize("name", sets())
def test_the_text_at_a_mention_s_place_is_the_mention(name: str) -> None:
    case = answers(name)
    report = check(case.paths, case.gold["source"])
    for language, text in case.texts.items():
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        for place in mentioned(report, language):
            start, end = starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1
            assert text[start:end] == place.text


@pytest.mark.parametrize("name", sets())
def test_a_set_s_report_is_the_expected_one(name: str) -> None:
    """A difference is either a defect or the better report: `python -m tests.expected` writes it, for a second look."""
    for file, content in expected.rendered(name).items():
        assert content == (expected.FOLDER / file).read_text("utf-8"), file


def test_the_order_of_the_versions_does_not_matter() -> None:
    case = answers("chip-startup")
    turned = dict(reversed(case.paths.items()))
    assert check(case.paths, None) == check(turned, None)


def test_a_planted_slip_is_found(tmp_path: Path) -> None:
    choice = random.Random(7)
    planted = found = 0
    missed = []
    for name in [name for name in sets() if answers(name).gold["clean"]]:
        case = answers(name)
        languages = sorted(case.texts)
        for claim in case.gold["claims"]:
            language = choice.choice(languages)
            words = claim["mentions"].get(language, "")
            digits = [place for place, character in enumerate(words) if character in "3456789"]
            if not digits or case.texts[language].count(words) != 1 or claim["kind"] in ("ordinal", "name"):
                continue
            place = choice.choice(digits)
            slip = words[:place] + str(int(words[place]) - 2) + words[place + 1 :]
            paths = {}
            for each, text in case.texts.items():
                paths[each] = tmp_path / f"{each}{case.paths[each].suffix}"
                paths[each].write_text(text.replace(words, slip) if each == language else text, "utf-8")
            planted += 1
            hit = any(finding.location.lang == language for finding in alarms(check(paths, case.gold["source"])))
            found += hit
            if not hit:
                missed.append(f"{name} {language}: {words} became {slip}")
    assert found / planted >= PLANTED, missed
