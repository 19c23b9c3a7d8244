"""Is what is written read? Values written in each language by CLDR's own rules, read back as the same values.

babel writes digits, percents, money and dates, RBNF words; a failure is a value that comes back as another or not
at all.
"""

import random
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import langcodes

from checker.extraction import extract
from checker.languages import cldr
from checker.model import Moment, Quantity, Value
from checker.progress import Progress

if TYPE_CHECKING:
    from babel import Locale

DIGITS, WORDS, DATES = "digits", "words", "dates"
_CURRENCIES: list[str] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["currencies"]
_FIRST_DAY = date(1950, 1, 1)
_DAYS = 30_000

Right = Callable[[Value], bool]


@dataclass(slots=True)
class Tally:
    """How many were written, and those that were not read: what was written and what was meant."""

    count: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share that was read, 0–1."""
        return 1 - len(self.failures) / self.count if self.count else 1.0


def measure(
    codes: Sequence[str], count: int, seed: int = 1, progress: Progress | None = None
) -> Mapping[str, Mapping[str, Tally]]:
    """By language and kind of writing: `count` values of each."""
    found: dict[str, Mapping[str, Tally]] = {}
    for at, code in enumerate(codes):
        if progress:
            progress("languages", at, len(codes))
        tallies: dict[str, Tally] = defaultdict(Tally)
        draw = random.Random(f"{seed}|{code}")
        for kind, text, meant, right in _written(code, count, draw):
            tally = tallies[kind]
            tally.count += 1
            if not any(right(value) for mention in extract(text, code) for value in mention.readings):
                tally.failures.append((text, meant))
        found[code] = tallies
    return found


def _written(code: str, count: int, draw: random.Random) -> Iterator[tuple[str, str, str, Right]]:
    """Kind, text, what is meant and how it is told."""
    locale = cldr.locale(code)
    spell = _speller(code, draw)
    for _ in range(count):
        number = _number(draw)
        if locale is not None:
            yield from ((DIGITS, text, meant, right) for text, meant, right in _in_digits(number, locale, draw))
            day = _FIRST_DAY + timedelta(days=draw.randrange(_DAYS))
            yield DATES, _date(day, locale), day.isoformat(), _is_date(day)
        whole = 3 + int(10 ** draw.uniform(0, 6))
        if spell is not None and (words := spell(whole)) and not any(map(str.isdigit, words)):
            yield WORDS, words, str(whole), _is_whole(whole)


def _number(draw: random.Random) -> Decimal:
    """A number of one to nine digits before and none to two behind the point."""
    size = Decimal(int(10 ** draw.uniform(0, 9)))
    return size + Decimal(draw.randrange(1, 100)) / draw.choice((10, 100)) if draw.random() < 0.3 else size


def _in_digits(number: Decimal, locale: "Locale", draw: random.Random) -> Iterator[tuple[str, str, Right]]:
    from babel import numbers

    yield numbers.format_decimal(number, locale=locale, decimal_quantization=False), str(number), _is(number)
    percent = number % 1000
    text = numbers.format_percent(percent / 100, locale=locale, decimal_quantization=False)
    yield text, f"{percent} %", _is(percent, "percent")
    currency = draw.choice(_CURRENCIES)
    text = numbers.format_currency(number, currency, locale=locale, currency_digits=False, decimal_quantization=False)
    yield text, f"{number} {currency}", _is(number)


def _is(number: Decimal, unit: str | None = None) -> Right:
    return lambda found: (
        isinstance(found, Quantity) and found.low == number == found.high and unit in (None, found.unit)
    )


def _is_whole(number: int) -> Right:
    """The number, or the year of that number: mille neuf cent quatre-vingt-deux."""
    same = _is(Decimal(number))
    return lambda found: same(found) or (isinstance(found, Moment) and (found.year, found.month) == (number, None))


def _is_date(day: date) -> Right:
    wanted = (day.year, day.month, day.day)
    return lambda found: isinstance(found, Moment) and (found.year, found.month, found.day) == wanted


def _date(day: date, locale: "Locale") -> str:
    from babel.dates import format_date

    return format_date(day, "long", locale=locale)


def _speller(code: str, draw: random.Random) -> Callable[[int], str] | None:
    """Writes whole numbers in words, in any gender and case; None where RBNF has no rules for the language.

    What is also written for another number is not written.
    """
    from unicode_rbnf import FormatPurpose, RbnfEngine
    from unicode_rbnf.engine import NoRuleForNumberError

    language = langcodes.Language.get(code)
    names = (str(language.language), str(language.prefer_macrolanguage().language))
    name = next((name for name in names if name in RbnfEngine.get_supported_languages()), None)
    if name is None:
        return None
    engine = RbnfEngine.for_language(name)

    def forms(number: int) -> Mapping[str, str]:
        try:
            rules = engine.format_number(number, FormatPurpose.CARDINAL).text_by_ruleset
        except (ValueError, NoRuleForNumberError):
            return {}
        return {rule: text for rule, text in rules.items() if _plain(rule)}

    def spell(number: int) -> str:
        texts = forms(number)
        if not texts:
            return ""
        rule = draw.choice(sorted(texts))
        return "" if any(forms(other).get(rule) == texts[rule] for other in _others(number)) else texts[rule]

    return spell


def _others(number: int) -> Iterator[int]:
    """The number with another digit at each place: rules that write one of these alike write neither."""
    for place in range(len(str(number))):
        digit = number // 10**place % 10
        yield from (number + (other - digit) * 10**place for other in range(10) if other != digit)


def _plain(rule: str) -> bool:
    return rule.startswith("spellout-cardinal") and "financial" not in rule


def failed(found: Mapping[str, Mapping[str, Tally]]) -> Iterator[str]:
    """A line for each value that was not read."""
    for code, tallies in found.items():
        for kind, tally in tallies.items():
            yield from (f"{code} {kind}: {text!r} means {meant}" for text, meant in tally.failures)


def table(found: Mapping[str, Mapping[str, Tally]]) -> str:
    """A line for each language with what is not read whole, and one for all together."""
    kinds = (DIGITS, WORDS, DATES)
    every = {kind: Tally() for kind in kinds}
    rows = []
    for code, tallies in found.items():
        for kind in kinds:
            every[kind].count += tallies[kind].count if kind in tallies else 0
            every[kind].failures += tallies[kind].failures if kind in tallies else []
        if any(tally.failures for tally in tallies.values()):
            rows.append(_row(code, tallies))
    return "".join((f"{'':<9}" + "".join(f"{kind:>10}" for kind in kinds) + "\n", *rows, _row("all", every)))


def _row(name: str, tallies: Mapping[str, Tally]) -> str:
    cells = (
        f"{100 * tallies[kind].share:>9.1f}%" if kind in tallies and tallies[kind].count else f"{'—':>10}"
        for kind in (DIGITS, WORDS, DATES)
    )
    return f"{name:<9}" + "".join(cells) + "\n"
