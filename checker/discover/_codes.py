"""Language codes in the names of files and folders.

A code is what CLDR has a locale for, and a few more (checker/locales.toml); the registry of all the world's languages
holds too many English words (`doc`, `api`, `new`). A tag is kept as it is written, in standard form: `pt_BR` is pt-BR,
`tl` fil, `iw` he; `zh-CN` stays zh-CN and is not turned into zh-Hans.
"""

import re

from checker.errors import UsageError
from checker.locales import said

_CODELIKE = re.compile(r"[a-z]{2}(?:[-_][A-Z]{2})?")


def looks_like_code(part: str) -> bool:
    """Whether a name part is written as a code is, known or not (`qq`, `qq-QQ`)."""
    return _CODELIKE.fullmatch(part) is not None


def language_code(text: str) -> str:
    """The standard form of a code that a user gave. Raises `UsageError` for an unknown one."""
    code = said(text.strip())
    if code is None:
        raise UsageError(f"{text!r} is no known language code{hint(text)}")
    return code


def hint(text: str) -> str:
    """What would be right instead of an unknown code, as the end of a message."""
    from babel.core import get_global

    likely = get_global("likely_subtags").get(f"und_{text[-2:].upper()}")
    examples = "give a BCP 47 code such as de or pt-BR"
    return f"; did you mean {likely.partition('_')[0]}?" if likely else f"; {examples}"


def is_region(text: str) -> bool:
    """Whether the text is the code of a country (`jp`), which people write for its language."""
    from babel.core import get_global

    return f"und_{text[-2:].upper()}" in get_global("likely_subtags")
