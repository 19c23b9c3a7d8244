"""Reads a recipe: sizes, shares and what is held out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).with_name("recipe.toml")
CLAIMS, PROSE = "claims", "prose"
"""The part that judges pairs with a claim marked in them, and the other."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The tables of the file; `part` names the pair model that is trained: claims or prose."""

    part: str
    encoder: Mapping[str, int]
    pair: Mapping[str, list[int]]
    plan: Mapping[str, Any]
    made: Mapping[str, Any]
    languages: tuple[str, ...]
    families: tuple[str, ...]
    phases: tuple[tuple[int, Mapping[str, float]], ...]


def read(path: Path = DEFAULT) -> Recipe:
    """Reads a recipe; tables that it does not have are those of the default."""
    data = {**_tables(DEFAULT), **_tables(path)}
    phases = tuple((phase["start"], phase["shares"]) for phase in data["phases"])
    held = data["held"]
    return Recipe(
        data["part"],
        data["encoder"],
        data["pair"],
        data["plan"],
        data["made"],
        tuple(held["languages"]),
        tuple(held["families"]),
        phases,
    )


def _tables(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
