"""Bounds of an amount, and what else its clause says of it."""
