"""Bounds: more than, at most, no later than."""
