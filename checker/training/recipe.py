"""Reads a recipe: sizes, shares and what is held out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).with_name("recipe.toml")


@dataclass(frozen=True, slots=True)
class Recipe:
    """The tables of the file."""

    encoder: Mapping[str, int]
    pair: Mapping[str, list[int]]
    plan: Mapping[str, Any]
    made: Mapping[str, Any]
    languages: tuple[str, ...]
    families: tuple[str, ...]
    phases: tuple[tuple[int, Mapping[str, float]], ...]


def read(path: Path = DEFAULT) -> Recipe:
    """Reads a recipe."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    phases = tuple((phase["start"], phase["shares"]) for phase in data["phases"])
    held = data["held"]
    return Recipe(
        data["encoder"],
        data["pair"],
        data["plan"],
        data["made"],
        tuple(held["languages"]),
        tuple(held["families"]),
        phases,
    )
