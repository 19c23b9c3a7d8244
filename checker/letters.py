"""What a letter tells of the sentence that it stands in."""


def goes_on(character: str) -> bool:
    """Whether no sentence begins with it: a small letter that has a capital, as those of Georgian have none."""
    return character != character.title()
