"""Language codes as people write them in settings and on the command line."""

from checker.locales import languages

EXAMPLES = "de, pt-BR, zh-Hans, fil"
"""Of what is meant, for messages."""


def language_tag(code: str) -> str:
    """The BCP 47 code in its usual form (`pt-br` is `pt-BR`, `tl` is `fil`); raises `ValueError`."""
    if code in languages():
        return code
    import langcodes  # takes longer to load than what most are asked for by name

    try:
        if langcodes.tag_is_valid(code):
            return langcodes.standardize_tag(code)
    except ValueError:
        pass
    raise ValueError(f"{code!r} is no language code; write it as in BCP 47: {EXAMPLES}")
