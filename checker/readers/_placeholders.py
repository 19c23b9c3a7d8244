"""Placeholders as readers see them: each is one character in the text of a block."""

from checker.placeholders import MARK, REASON, spans

__all__ = ["MARK", "REASON", "spans"]
