"""The kinds of claim: how each is found in a text and how two values of it compare."""
