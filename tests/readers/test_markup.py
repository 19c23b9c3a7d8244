"""reStructuredText as docutils reads it, AsciiDoc by cases: prose is read once, in its place."""

import re

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.readers import parse
from tests.readers.test_places import check

NO_PROSE = (
    *(nodes.literal_block, nodes.literal, nodes.comment, nodes.math, nodes.math_block, nodes.doctest_block),
    *(nodes.docinfo, nodes.label, nodes.footnote_reference, nodes.citation_reference, nodes.target, nodes.problematic),
    *(nodes.system_message, nodes.substitution_definition, nodes.field_name, nodes.image),
)
BLOCKS = st.sampled_from(
    [
        "A mill built in 1894\nstill grinds 30 tonnes.",
        "It has **12 stones** and *4 floors*, each ``n=7`` long.",
        "See `the plan <https://example.org/9>`_ or `https://example.org/8`__, and :math:`x_5`.",
        "Head 5\n======",
        "Sub 6\n-----",
        "* item 7\n  goes on\n* item 8\n\n  with more",
        "1. one\n2. two\n   lines",
        "#. auto\n#. auto 2",
        "Term 3\n   means 4",
        "Then::\n\n   code = 17\n\n   more = 18",
        ".. code-block:: sh\n\n   run --fast 19",
        ".. note:: It costs 6 dollars\n   a day.",
        ".. warning::\n\n   Mind the 3 steps.\n\n   - and 2 more",
        ".. a comment 21\n   that goes on 22",
        ".. image:: picture5.png\n   :width: 40",
        ".. _place 5: https://example.org/5",
        ">>> 2 + 3\n5",
        "| line 1\n| line 2",
        "+------+-------+\n| a 1  | b 2   |\n+======+=======+\n| c 3  | d 4   |\n|      | e 5   |\n+------+-------+",
        "=====  =====\na 1    b 2\n=====  =====\nc 3    d 4\ne 5    f 6\n=====  =====",
        "   A quote of 9 words.",
        "Two\\*three and 2*3*4, `5 o'clock`.",
        ".. [#a5] A note of 1999\n   and 2000.",
        "水车建于1894年。",
    ]
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def judged(source: str) -> list[str]:
    """The words of the prose, as docutils tells it."""
    quiet = {"report_level": 5, "halt_level": 5, "file_insertion_enabled": False, "raw_enabled": False}
    tree = publish_doctree(source, settings_overrides=quiet)
    for kind in NO_PROSE:
        for node in list(tree.findall(kind)):
            if node.parent is not None:
                node.parent.remove(node)
    return [word for node in tree.findall(nodes.Text) for word in words(node.astext()) if "example" not in node]


@example(parts=[".. _place 5: https://example.org/5", "   A quote of 9 words."])
@settings(max_examples=80, deadline=None)
@given(parts=st.lists(BLOCKS, min_size=1, max_size=5))
def test_restructured_text_is_read_as_docutils_reads_it(parts: list[str]) -> None:
    source = "\n\n".join(["Title 2026\n==========", *parts, "The end."]) + "\n"
    blocks, ignored = parse(source, ".rst")
    check(source, blocks, ignored)
    found = [word for block in blocks for word in words(block.text)]
    assert found == judged(source)


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("= Title 5\nAnn Lee <a@b.org>\nv2.1, 2026-01-01\n\nText 1.", ["Title 5", "Text 1."]),
        ("== Part 5\nText 1\nand 2.", ["Part 5", "Text 1 and 2."]),
        (":pages: 30\n:note: long \\\n  7\n\nText {pages}.", ["Text \ufffc."]),
        ("It is *bold 5*, _thin 6_, `code 7`, #8#.", ["It is bold 5, thin 6, , 8."]),
        ("2 * 3 * 4 and snake_case_5 and 10^6^.", ["2 * 3 * 4 and snake_case_5 and 10^6^."]),
        (
            "See link:x5.html[page 5], https://a.org/6[7 sites], xref:y8[] or <<z9,part 9>>.",
            ["See page 5, 7 sites, or part 9."],
        ),
        ("image::a5.png[Picture 5]\n\nText 1.", ["Text 1."]),
        ("[source,sh]\n----\nrun 5\n----\nText 1.", ["Text 1."]),
        ("[source]\nrun 5\n\nText 1.", ["Text 1."]),
        ("....\n5\n....\n\n++++\n<b>6</b>\n++++\n\n////\n7\n////\nText 1.", ["Text 1."]),
        ("// 5\nText 1.", ["Text 1."]),
        ("* one 1\n** two 2\n- three\n. four\n1. five\n* [x] six", ["one 1", "two 2", "three", "four", "five", "six"]),
        ("one 1\n\n code 5\n\ntwo 2", ["one 1", "two 2"]),
        ("CPU 1:: brain 2\nDisk::\n  place 3", ["CPU 1", "brain 2", "Disk", "place 3"]),
        ("====\nText 1.\n====\n\n____\nA quote 2.\n____", ["Text 1.", "A quote 2."]),
        (
            ".Table 1\n|===\n|a 1|b \\| 2\n\n2+|c 3\ngoes on\n|===\nText.",
            ["Table 1", "a 1", "b \\| 2", "c 3 goes on", "Text."],
        ),
        ("TIP: Costs 5.\n\nNote: 6.", ["Costs 5.", "Note: 6."]),
        ("A (((term, 5))) B kbd:[F5] C footnote:[Since 1999.]", ["A B C Since 1999."]),
        ("Line 1 +\nline 2", ["Line 1 line 2"]),
        ("100&#160;000 &euro;", ["100\xa0000 €"]),
    ],
)
def test_asciidoc(source: str, prose: list[str]) -> None:
    for end in ("\n", "\r\n"):
        text = source.replace("\n", end)
        blocks, ignored = parse(text, ".adoc")
        check(text, blocks, ignored)
        assert [block.text for block in blocks] == prose


@settings(max_examples=100, deadline=None)
@given(
    source=st.lists(
        st.sampled_from(
            (
                *("= ", "== ", "|===", "|", "----", "....", "[source]", "* ", ". ", "::", "`", "*", "_", "{a5}", "<<"),
                *(">>", "[", "]", "link:5[", "//", "12", "a", "\n", "\n\n", " ", "(((", ")))", "+", "\\", "NOTE: "),
                *(".. ", "``", ":r:", "|x|", "==", "+--+", "| ", "==  ==", "::\n\n  ", ".. note:: ", "[1]_", "<5>`_"),
            )
        ),
        max_size=40,
    ).map("".join),
    suffix=st.sampled_from([".rst", ".adoc"]),
)
def test_any_mixture_of_marks_loses_no_digit(source: str, suffix: str) -> None:
    check(source, *parse(source, suffix))
