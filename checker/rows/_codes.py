"""Language codes as files write them."""

from functools import lru_cache


@lru_cache(maxsize=1024)
def tag(code: str | None) -> str | None:
    """The BCP 47 code of `de_DE`, `DE`, `pt-br` or `sr@latin`; None for what is none."""
    import langcodes

    if not code:
        return None
    plain = code.strip().partition(".")[0].replace("_", "-").replace("@latin", "-Latn").replace("@cyrillic", "-Cyrl")
    try:
        return langcodes.standardize_tag(plain) if langcodes.tag_is_valid(plain) else None
    except ValueError:
        return None
