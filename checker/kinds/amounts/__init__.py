"""Amounts: numbers with what they count, their sign and what is said around them."""
