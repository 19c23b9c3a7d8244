"""The kinds of claim: how each is found in a text."""
