"""Language codes as files write them: `de_DE`, `pt-BR`, `sr@latin`, `en_US.UTF-8`."""

from functools import cache

from checker.readers._conventions import script


@cache
def tag(written: str) -> str | None:
    """The code as a BCP 47 tag in standard form; None where it is none."""
    from langcodes import standardize_tag, tag_is_valid
    from langcodes.tag_parser import LanguageTagError

    code, _, modifier = written.strip().partition("@")
    code = code.partition(".")[0].replace("_", "-")
    if found := script(modifier):
        language, *rest = code.split("-")
        code = "-".join([language, found, *rest])
    try:
        known = str(standardize_tag(code))
    except (LanguageTagError, ValueError):
        return None
    return known if tag_is_valid(known) and known != "und" else None
