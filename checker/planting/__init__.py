"""Plants a drift of a known rule in a text: what is planted is known, so that what is found can be counted."""

from checker.planting.changes import CHANGES, changes
from checker.planting.drifts import DRIFTS, Planted, plant

__all__ = ["CHANGES", "DRIFTS", "Planted", "changes", "plant"]
