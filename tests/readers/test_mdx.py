"""MDX: components, imports and expressions are no prose; what stands in a component is, in its exact place."""

import time

import pytest

from checker.readers import parse
from tests.readers.test_places import check


def read(source: str) -> list[str]:
    blocks, ignored = parse(source, ".mdx")
    check(source, blocks, ignored)
    return [block.text for block in blocks]


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("import A from 'a5'\n\nText 1.", ["Text 1."]),
        ("import {\n  A,\n\n  B5\n} from 'x'\n\nText 1.", ["Text 1."]),
        ("---\ntitle: x\n---\nimport A from 'a5'\nimport B from 'b'\n\nText 1.", ["Text 1."]),
        ("export const meta = {\n  a: 5,\n\n  b: 6,\n}\n\nText 1.", ["Text 1."]),
        ("export default ({children}) => <div>{children}</div>\n\nText 1.", ["Text 1."]),
        ("Rates of\nexport const rose by 5 %.", ["Rates of export const rose by 5 %."]),
        ("import duties rose by 5 %.", ["import duties rose by 5 %."]),
        ("<Tabs a={[{b: '>5'}, \"}\"]}>\n\nText 1.\n\n</Tabs>", ["Text 1."]),
        ("<A>\n    <B>\n\n        Text 1.\n\n    </B>\n</A>", ["Text 1."]),
        ('<Card\n  title="5 things"\n\n  n={7}\n/>\n\nText 1.', None),
        ("It costs <Price of={5}/> or <B>7 euros</B>.", ["It costs or 7 euros."]),
        ("<>Text 1.</>", ["Text 1."]),
        ("<a.b c={5}>", None),
        ("It is {1 + `${5}`} or {'}'} late.", ["It is or late."]),
        ("{cond && <p>Don't 5</p>}\n\nText 1.", ["Text 1."]),
        ("{/* 5\n\n6 */}\n\nText 1.", ["Text 1."]),
        ("## Head {#head-5}\n\nText 1.", ["Head", "Text 1."]),
        ("`{5}` and ``<A b={`5`}>`` Text 1.", ["and Text 1."]),
        ("```jsx\n<A b={5\n```\n\nText 1 {x}.", ["Text 1 ."]),
        ("~~~\n{ 5\n~~~\nText 1.", ["Text 1."]),
        ("A \\{ 5 } and \\<B> 6.", ["A { 5 } and <B> 6."]),
        ("Less than 5 < 6 and a {5 open.", ["Less than 5 < 6 and a {5 open."]),
        ("<div style={{width: 5}}>Text 1.</div>", ["Text 1."]),
        ("1. One {5}\n2. <X n='3'/>Two 2", ["One", "Two 2"]),
        ("| a | b |\n|---|---|\n| {5} | 1 |\n", ["a", "b", "1"]),
    ],
)
def test_what_is_prose(source: str, prose: list[str] | None) -> None:
    found = read(source)
    assert prose is None or found == prose


def test_the_places_are_those_of_the_file() -> None:
    source = "import A from 'a'\n\n<A n={3}>\n\nIt costs {x} 25 euros.\n\n</A>\n"
    (block,), _ = parse(source, ".mdx")
    start = block.text.index("25")
    run = next(run for run in block.runs if run.text.start <= start < run.text.end)
    place = run.source.start + start - run.text.start
    assert source[place : place + 2] == "25"


@pytest.mark.parametrize(
    "unit", ["{", "}", "{{", "<A", '<A b="', "<A b={", "`", "`` `", "import {\n", "export const a = {\n\n", "{'", "{/*"]
)
def test_hostile_text_is_read_in_a_blink(unit: str) -> None:
    read("Ready.")  # what is loaded once is no part of it
    begun = time.process_time()
    read(unit * (60_000 // len(unit)))
    assert time.process_time() - begun < 5, "seconds; half a second here, quadratic time would take minutes"
