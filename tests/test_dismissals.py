"""Comments that set findings aside: what they hold for, what is said of them, in every format."""

from dataclasses import replace

import pytest

from checker.dismissals import apply, read
from checker.locate import position
from checker.model import Document, Finding, Ground, Level, Location, Report, Rule
from checker.readers import parse

MARKDOWN = """# A title of 7

Text of 5 boats. <!-- checker: ignore value-drift -- as the harbour counts them -->

<!-- checker: ignore -- the whole paragraph -->
Text of 7 boats and
of 8 ships.

- item 3 <!-- checker: ignore omission, value-drift -- both -->
- item 4

<!-- checker: ignore all -- the
     whole table -->

| boats | ships |
|-------|-------|
| 15    | 16    |
| 17    | 18    |

Text of 9. `<!-- checker: ignore -- code -->`

```
<!-- checker: ignore -- code -->
```
"""
HTML = """<p>Text of 5 boats. <!-- checker: ignore value-drift -- here --></p>
<p><!-- checker: ignore value-drift -- within -->Text of 6 boats.</p>
<!-- checker: ignore value-drift -- the table -->
<table><tr><td>11</td><td>12</td></tr>

<tr><td>13</td></tr></table><table><tr><td>14</td></tr></table>
<script>/* <!-- checker: ignore -- no --> */</script><p>Text of 9.</p>
"""


def document(source: str, suffix: str) -> Document:
    blocks, ignored = parse(source, suffix)
    return Document("en", f"boats{suffix}", source, blocks, ignored)


def finding(document: Document, words: str, rule: Rule = Rule.VALUE) -> Finding:
    """A finding on words of the document."""
    start = document.source.index(words)
    at = Location("en", document.path, *position(document.source, start), *position(document.source, start + 1), words)
    return Finding(rule, Level.ERROR, "boats", "boats/1", at, "a drift", "7", words, 0.9, None, (), words)


def report(*findings: Finding) -> Report:
    return Report("", (), (), findings)


def held(document: Document) -> list[tuple[str, list[str]]]:
    return [(it.reason, [document.blocks[block].text for block in it.blocks]) for it in read(document)]


def test_a_comment_in_markdown_holds_for_its_block_or_the_next_one() -> None:
    assert held(document(MARKDOWN, ".md")) == [
        ("as the harbour counts them", ["Text of 5 boats."]),
        ("the whole paragraph", ["Text of 7 boats and of 8 ships."]),
        ("both", ["item 3"]),
        ("the whole table", ["boats", "ships", "15", "16", "17", "18"]),
    ]


def test_a_comment_in_html_holds_for_its_block_or_the_next_one() -> None:
    assert held(document(HTML, ".html")) == [
        ("here", ["Text of 5 boats."]),
        ("within", ["Text of 6 boats."]),
        ("the table", ["11", "12"]),
    ]


@pytest.mark.parametrize(
    ("suffix", "source"),
    [
        (".mdx", "{/* checker: ignore value-drift -- so it is */}\n\nText of 5 boats.\n"),
        (".mdx", "Text of 5 boats. {/* checker: ignore value-drift -- so it is */}\n"),
        (".txt", "# checker: ignore value-drift -- so it is\nText of 5 boats.\n"),
        (".md", "<!--checker:ignore value-drift -- so it is-->\nText of 5 boats.\n"),
        (".md", "<!-- checker: ignore value-drift\n-- so\nit is -->\n\nText of 5 boats.\n"),
        (".md", "<!-- checker: ignore value-drift -- so it is -->\r\n\r\nText of 5 boats.\r\n"),
    ],
)
def test_every_format_has_its_comment(suffix: str, source: str) -> None:
    text = document(source, suffix)
    found = apply(report(finding(text, "5")), {"en": text})
    assert (found.findings, found.notes) == ((), ())
    (dismissed,) = found.dismissed
    assert (dismissed.by, dismissed.reason) == (Ground.COMMENT, "so it is")
    assert dismissed.place is not None
    assert dismissed.place.line == source[: source.index("checker")].count("\n") + 1


def test_only_the_rules_that_it_names_in_its_block() -> None:
    text = document(MARKDOWN, ".md")
    findings = [
        finding(text, "5 boats"),
        finding(text, "5 boats", Rule.SCALE),
        finding(text, "8 ships", Rule.UNIT),
        finding(text, "4"),
        finding(text, "17", Rule.BOUND),
        finding(text, "Text of 9"),
        finding(text, "A title"),
    ]
    found = apply(report(*findings), {"en": text})
    assert [it.finding for it in found.dismissed] == [findings[0], findings[2], findings[4]]
    assert found.findings == (findings[1], findings[3], findings[5], findings[6])
    assert found.notes == (
        "boats.md:9:10: this ignore is of no use, there is nothing of omission, value-drift in its block; delete it",
    )


def test_what_is_wrong_with_a_comment_is_said() -> None:
    source = (
        "Text of 5. <!-- checker: ignore value-drift -->\n\n"
        "Text of 6. <!-- checker: ignore valeu-drift -- x -->\n\n"
        "Text of 7. <!-- checker: ignore wrong, scale-drift -- y -->\n\n"
        "<!-- checker: ignore -- nothing behind it -->\n"
    )
    text = document(source, ".md")
    found = apply(report(finding(text, "5"), finding(text, "6")), {"en": text})
    assert [it.location.text for it in found.findings] == ["6"]
    notes = [note.partition(" there are: ")[0] for note in found.notes]
    assert notes == [
        "boats.md:1:12: this ignore gives no reason; write it behind two hyphens: value-drift -- and why",
        "boats.md:3:12: unknown rule 'valeu-drift' in this ignore; did you mean 'value-drift'?",
        "boats.md:5:12: unknown rule 'wrong' in this ignore;",
        "boats.md:7:1: this ignore is of no use, there is nothing of any rule in its block; delete it",
    ]


def test_forbidden_comments_count_for_nothing_and_are_listed() -> None:
    text = document(MARKDOWN, ".md")
    found = apply(report(finding(text, "5 boats")), {"en": text}, forbidden=True)
    assert (len(found.findings), found.dismissed, len(found.notes)) == (1, (), 4)
    assert found.notes[0] == (
        "boats.md:3:18: this ignore of value-drift does not count, ignores are forbidden: as the harbour counts them"
    )


def test_nothing_is_said_of_a_comment_that_only_a_model_could_need() -> None:
    text = document("Text of 5. <!-- checker: ignore subject-drift -- x -->\n", ".md")
    assert apply(report(), {"en": text}, rules_only=True).notes == ()
    assert len(apply(report(), {"en": text}).notes) == 1


def test_a_comment_holds_in_its_own_version_alone() -> None:
    text = document("Text of 5. <!-- checker: ignore -- x -->\n", ".md")
    other = replace(document("Text of 5.\n", ".md"), language="de", path="other.md")
    there = replace(finding(text, "5"), location=replace(finding(text, "5").location, lang="de", path="other.md"))
    assert apply(report(there), {"en": text, "de": other}).findings == (there,)


def test_many_comments_take_time_in_proportion() -> None:
    source = "<!-- checker: ignore -- x -->\n\nText of 5.\n\n" * 3000 + "<!-- checker: ignore " * 3000
    text = document(source, ".md")
    assert len(read(text)) == 3000
