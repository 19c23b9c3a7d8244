"""Placeholders of programs, which are no numbers."""

from checker.readers._placeholders import MARK, spans


def masked(text: str) -> str:
    """The text, as long as it was, with marks in the place of placeholders."""
    parts, done = [], 0
    for start, end in spans(text):
        parts += [text[done:start], MARK * (end - start)]
        done = end
    return "".join([*parts, text[done:]]) if parts else text
