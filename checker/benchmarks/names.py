"""Languages by the names that data sets give them."""

from functools import lru_cache

from checker import languages
from checker.errors import InputError


@lru_cache(maxsize=64)
def code(name: str) -> str:
    """The BCP 47 code of a language by its English name; raises InputError where no covered language has it."""
    codes = {languages.name(each): each for each in reversed(languages.codes())}
    found = {known.casefold(): each for known, each in codes.items()}.get(name.casefold())
    if found is None:
        raise InputError(f"no language is named {name!r}; there are {', '.join(sorted(codes))}")
    return found
