"""Made articles: the same each time, in several languages, and checked stage by stage."""

from pathlib import Path

import pytest

from checker.benchmarks.articles import articles, main, stages


@pytest.mark.parametrize("kind", ["varied", "dense"])
def test_an_article_is_long_in_every_language_and_the_same_each_time(kind: str) -> None:
    found = articles(kind, 200)
    assert found == articles(kind, 200)
    assert found != articles(kind, 200, seed=8)
    assert len(found) >= 5
    assert all(190 <= text.count(".\n") * 5 + 5 <= 210 for text in found.values())
    assert not any("{" in text for text in found.values())


def test_varied_sentences_are_hardly_ever_the_same() -> None:
    text = articles("varied", 300)["en"]
    said = text.replace("\n\n", " ").split(". ")
    assert len(set(said)) > 0.9 * len(said)


def test_the_stages_of_a_check_are_timed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dense", "30", str(tmp_path / "made")]) == 0
    told = [name.split()[0] for name, spent in stages(str(tmp_path)) if spent >= 0 or name == "report"]
    assert told == ["read", "segment", "align", "judge", "report"]
    assert main(["stages", str(tmp_path)]) == 0
    assert "claims" in capsys.readouterr().out
    assert main(["long"]) == 2
