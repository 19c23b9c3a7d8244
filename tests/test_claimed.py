"""Claims of many texts: the same from several processes as from one."""

from pathlib import Path

import pytest

from checker import Settings, claimed, pipeline
from checker.extraction import extract
from checker.model import Segment


def test_the_same_from_processes_as_here(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {
        "en": [f"It holds {number} litres of water." if number % 3 else "Open the door" for number in range(40)],
        "de": [f"Sie kostet {number} Euro." for number in range(7)],
        "fr": [],
    }
    segments = {
        language: [Segment.whole(language, at, text) for at, text in enumerate(every)]
        for language, every in texts.items()
    }
    expected = {language: [extract(text, language) for text in every] for language, every in texts.items()}
    monkeypatch.setattr(claimed, "BATCH", 6)
    assert claimed.claimed(segments, 2) == expected  # too few for another process
    monkeypatch.setattr(claimed, "MANY", 10)
    assert claimed.claimed(segments, 1) == expected
    assert claimed.claimed(segments, 2) == expected


def test_a_report_is_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    entries = "".join(f'msgid "Wait {n} days"\nmsgstr "{n + (n % 9 == 0)} Tage warten"\n\n' for n in range(2, 40))
    (tmp_path / "a.po").write_text(f'msgid ""\nmsgstr "Language: de\\n"\n\n{entries}', "utf-8")
    settings = Settings(rules_only=True)
    alone = pipeline.check([str(tmp_path)], settings)
    assert len(alone.findings) == 4
    monkeypatch.setattr(claimed, "MANY", 10)
    monkeypatch.setattr(claimed, "BATCH", 10)
    assert pipeline.check([str(tmp_path)], settings, workers=2) == alone
