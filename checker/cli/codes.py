"""What a command ends with."""

CHECKED, DRIFT, FAILED, INTERRUPTED = 0, 1, 2, 130


def ended(failed: bool, drift: bool) -> int:
    """The exit code of a check: what could not be checked outweighs what was found."""
    return FAILED if failed else DRIFT if drift else CHECKED
