"""The tree of forms holds what was planted, and grows only where it is followed."""

from hypothesis import given
from hypothesis import strategies as st

from checker.languages.tree import Entry, Node, below, plant

FORMS = st.dictionaries(st.text("ab '", min_size=1, max_size=6), st.just((Entry("number", "1"),)), max_size=12)


def _at(tree: Node, form: str) -> Node:
    node: Node | None = tree
    for character in form:
        node = below(node, character) if node else None
    return node or {}


@given(FORMS, FORMS, st.text("ab '", min_size=1, max_size=7))
def test_a_form_leads_to_its_entries_and_nothing_else_does(
    closed: dict[str, tuple[Entry, ...]], opened: dict[str, tuple[Entry, ...]], other: str
) -> None:
    tree = plant(closed, opened)
    for form in (*closed, *opened, other, *closed):
        assert _at(tree, form).get("") == closed.get(form)
        assert _at(tree, form).get("*") == opened.get(form)


def test_what_nobody_follows_stays_a_bud() -> None:
    tree = plant({"million": (Entry("scale", "1000000"),), "milliard": (Entry("scale", "1000000000"),)}, {})
    assert isinstance(tree["m"]["i"], list)
    assert len(tree["m"]["i"]) == 2
    assert below(tree["m"], "x") is None
    assert _at(tree, "million")[""] == (Entry("scale", "1000000"),)
    assert isinstance(tree["m"]["i"], dict)
