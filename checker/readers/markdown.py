"""Markdown, as CommonMark and GitHub have it."""

from checker.readers._markdown import read

__all__ = ["SUFFIXES", "read"]

SUFFIXES: tuple[str, ...] = (".md", ".markdown")
