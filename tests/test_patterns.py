"""Patterns of paths: what they match, what they call a document, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.discover.patterns import Pattern, entry

PARTS = st.text(st.sampled_from("ab.-_ é"), min_size=1, max_size=6).filter(lambda part: part.strip("."))


@pytest.mark.parametrize(
    ("pattern", "path", "captures", "code"),
    [
        ("docs/{lang}/**/*.md", "docs/de/x.md", ("", "x"), "de"),
        ("docs/{lang}/**/*.md", "docs/pt-BR/a/b/x.md", ("a/b/", "x"), "pt-BR"),
        ("{name}.{lang}.md", "a.b.zh-Hans.md", ("a.b",), "zh-Hans"),
        ("*_{lang}.md", "x_pt_BR.md", ("x",), "pt_BR"),
        ("README.md", "README.md", (), ""),
        ("a+b/{lang}.md", "a+b/es-419.md", (), "es-419"),
    ],
)
def test_what_a_pattern_matches(pattern: str, path: str, captures: tuple[str, ...], code: str) -> None:
    assert Pattern(pattern).match(path) == (captures, code)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("docs/{lang}/*.md", "docs/de/a/x.md"),
        ("docs/{lang}/*.md", "docs/images/x.md"),
        ("{name}.{lang}.md", ".de.md"),
        ("{name}.{lang}.md", "a/x.de.md"),
        ("a.b/{lang}.md", "axb/de.md"),
    ],
)
def test_what_it_does_not_match(pattern: str, path: str) -> None:
    assert Pattern(pattern).match(path) is None


@given(st.lists(PARTS, max_size=3), PARTS, st.sampled_from(["de", "pt-BR", "zh_Hant"]))
def test_versions_of_a_document_have_the_same_captures(folders: list[str], name: str, code: str) -> None:
    pattern = Pattern("docs/{lang}/**/*.md")
    captures = (*["".join(f"{folder}/" for folder in folders)], name)
    path = f"docs/{code}/{captures[0]}{name}.md"
    assert pattern.match(path) == (captures, code)
    assert pattern.filled(captures) == path.replace(f"/{code}/", "//", 1)


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (["docs/{language}/x.md"], "{language} stands for nothing; there are {lang} and {name}"),
        (["{lang}/{lang}.md"], "more than once"),
        (["docs/*.md"], "has to say where the language code stands"),
        (["docs/*.md", "de/{lang}.md"], "need the same wildcards"),
        (["a.md", "b.md"], "has to say where the language code stands"),
    ],
)
def test_what_makes_no_sense_is_refused(texts: list[str], why: str) -> None:
    with pytest.raises(ValueError, match=r"^'") as caught:
        entry(texts)
    assert why in str(caught.value)


def test_the_folder_below_which_a_pattern_can_match() -> None:
    folders = {"docs/a/{lang}/*.md": "docs/a", "{name}.md": ".", "x/README.{lang}.md": "x", "../t/*.{lang}.md": "../t"}
    assert {pattern: Pattern(pattern).folder for pattern in folders} == folders


def test_a_pattern_that_leads_upward_is_matched_from_there() -> None:
    pattern = Pattern("../../docs/{lang}/*.md")
    assert (pattern.base, pattern.match("docs/de/x.md")) == ("../../", (("x",), "de"))
    assert pattern.filled(("x",)) == "../../docs//x.md"
    assert Pattern("/srv/{lang}.md").match("srv/de.md") == ((), "de")


def test_a_pattern_covers_what_is_in_a_folder() -> None:
    assert Pattern("docs/*/old").covers("docs/de/old/a/x.md")
    assert Pattern("**/CHANGELOG.md").covers("CHANGELOG.md")
    assert not Pattern("docs/old").covers("docs/older/x.md")
