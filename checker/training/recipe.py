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
class Teaching:
    """How much of a source is taught."""

    sure: float
    """The least probability of a label, over all that were asked."""
    views: int
    """Languages in which a pair is judged, at most."""
    copies: int
    """Choices of two languages in which it is taught."""
    rows: int = 0
    """Of row-parallel text, the rows taken of each group."""
    near: int = 0
    """With each of these, how many others."""
    of: tuple[str, ...] = ()
    """The published sets of whose texts new pairs are made, `rows` of each."""
    shares: bool = False
    """Whether the probabilities are taught in place of the label."""


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
    taught: Mapping[str, Teaching]


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
        {name: Teaching(**{**plan, "of": tuple(plan.get("of", ()))}) for name, plan in data.get("taught", {}).items()},
    )


def _tables(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
