"""From a table of TOML to what a person chose, naming file and line in what is refused."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from checker.errors import CheckerError, SettingsError
from checker.model import Level, Rule
from checker.settings.codes import EXAMPLES, language_tag
from checker.settings.schema import SCHEMA, TABLES, Form
from checker.threshold import FailOn

OFF = "off"
Levels = Mapping[Rule, Level | None]

_SHARE = re.compile(r"(\d{1,2}(?:\.\d+)?)\s*%")
_MOST = 50
_SELECTOR = re.compile(r"[.#][^\s.#>+~\[\]:,]+|[A-Za-z][A-Za-z0-9:-]*")


class Reader:
    """Reads a table, each setting by its form; refuses what is unknown, with the likely name."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown, self.lines = shown, text.splitlines()
        self.readers: dict[Form, Callable[[str, object], object]] = {
            Form.LANGUAGE: self.language,
            Form.LEVEL: self.fail_on,
            Form.TRUTH: self.truth,
            Form.WORD: self.word,
            Form.PATHS: self.paths,
            Form.GLOBS: self.globs,
            Form.PATTERNS: self.patterns,
            Form.TEXTS: self.texts,
            Form.PAIRS: self.pairs,
            Form.SELECTORS: self.selectors,
            Form.SHARE: self.share,
            Form.LEVELS: self.levels,
            Form.SPELLINGS: self.spellings,
        }

    def read(self, table: Mapping[str, object], within: str = "") -> dict[str, object]:
        """What is chosen, by the setting's name in the schema."""
        forms = {setting.key: setting for setting in SCHEMA if setting.table == within}
        known = [*forms, *(() if within else TABLES)]
        chosen: dict[str, object] = {}
        for key, value in table.items():
            if key in forms:
                chosen[forms[key].name] = self.readers[forms[key].form](key, value)
            elif key in known:
                chosen |= self.read(self.table(key, value), key)
            else:
                place = f" in {within}" if within else ""
                raise self.refusal(key, f"unknown setting {key!r}{place}; {likely(key, known)}")
        return chosen

    def refusal(self, key: str, why: str) -> CheckerError:
        pattern = re.compile(rf"""\s*(?:\[[^\]]*)?(?:[\w.-]+\.)?["']?{re.escape(key)}["']?\s*[=.\]]""")
        line = next((number for number, line in enumerate(self.lines, 1) if pattern.match(line)), None)
        return SettingsError(f"{self.shown}:{line}: {why}" if line else f"{self.shown}: {why}")

    def word(self, key: str, value: object, what: str = "text") -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.refusal(key, f"{key} has to be a {what} in quotes")
        return value

    def truth(self, key: str, value: object) -> bool:
        if not isinstance(value, bool):
            raise self.refusal(key, f"{key} has to be true or false")
        return value

    def language(self, key: str, value: object) -> str:
        try:
            return language_tag(self.word(key, value, f"language code ({EXAMPLES})"))
        except ValueError as error:
            raise self.refusal(key, f"{key} {error}") from None

    def fail_on(self, key: str, value: object) -> FailOn:
        names = [str(choice) for choice in FailOn]
        if value not in names:
            raise self.refusal(key, f"{key} has to be one of: {', '.join(names)}")
        return FailOn(str(value))

    def levels(self, key: str, value: object) -> dict[str, Levels]:
        """The levels by language; those for all languages under the empty text."""
        found: dict[str, Levels] = {"": {}}
        for name, level in self.table(key, value).items():
            if isinstance(level, Mapping) and name not in map(str, Rule):
                try:
                    language = language_tag(name)
                except ValueError as error:
                    raise self.refusal(name, f"{key}: {error}") from None
                found[language] = dict(self.level(rule, each, f"{key}.{name}") for rule, each in level.items())
            else:
                found[""] = {**found[""], **dict([self.level(name, level, key)])}
        return found

    def level(self, rule: str, level: object, where: str) -> tuple[Rule, Level | None]:
        rules, names = [str(each) for each in Rule], [*map(str, Level), OFF]
        if rule not in rules:
            raise self.refusal(rule, f"unknown rule {rule!r} in {where}; {likely(rule, rules)}")
        if level not in names:
            raise self.refusal(rule, f"the level of {rule} has to be one of: {', '.join(names)}")
        return Rule(rule), None if level == OFF else Level(str(level))

    def patterns(self, key: str, value: object) -> tuple[str, ...]:
        patterns = self.texts(key, value)
        for pattern in patterns:
            try:
                empty = re.compile(pattern).fullmatch("")
            except (re.error, OverflowError, RecursionError) as error:
                raise self.refusal(key, f"{pattern!r} is no regular expression: {error}") from None
            if empty:
                raise self.refusal(key, f"{pattern!r} matches the empty text; say what is to be ignored")
        return patterns

    def paths(self, key: str, value: object) -> tuple[tuple[str, ...], ...]:
        """The entries, each a list of patterns; a path or pattern of its own is a list of one."""
        from checker.discover import patterns

        if not isinstance(value, list) or not value:
            raise self.refusal(key, f'{key} has to be a list of paths or patterns: ["docs/{{lang}}/**/*.md"]')
        entries = tuple((item,) if isinstance(item, str) and item else self.texts(key, item) for item in value)
        for entry in entries:
            if not entry:
                raise self.refusal(key, f"{key}: an empty list; name the patterns of one document in it")
            try:
                patterns.entry(entry)
            except ValueError as error:
                raise self.refusal(key, f"{key}: {error}") from None
        return entries

    def globs(self, key: str, value: object) -> tuple[str, ...]:
        from checker.discover.patterns import Pattern

        globs = self.texts(key, value)
        for glob in globs:
            try:
                Pattern(glob)
            except ValueError as error:
                raise self.refusal(key, f"{key}: {error}") from None
        return globs

    def spellings(self, key: str, value: object) -> dict[str, tuple[str, ...]]:
        return {name: self.texts(name, spellings) for name, spellings in self.table(key, value).items()}

    def pairs(self, key: str, value: object) -> tuple[tuple[str, str], ...]:
        pairs = [self.texts(key, pair) for pair in value] if isinstance(value, list) else []
        if not pairs or any(len(pair) != 2 for pair in pairs):
            raise self.refusal(key, f'{key} has to be a list of beginnings and ends: [["BEGIN", "END"]]')
        return tuple((pair[0], pair[1]) for pair in pairs)

    def selectors(self, key: str, value: object) -> tuple[str, ...]:
        selectors = self.texts(key, value)
        for selector in selectors:
            if not _SELECTOR.fullmatch(selector):
                raise self.refusal(key, f"{selector!r} is none of .class, #id and the name of an element")
        return selectors

    def share(self, key: str, value: object) -> Decimal:
        match = _SHARE.fullmatch(value.strip()) if isinstance(value, str) else None
        if match is None or Decimal(match[1]) > _MOST:
            raise self.refusal(key, f'{key} has to be a percentage in quotes, "{_MOST} %" at the most: "5 %"')
        return Decimal(match[1]) / 100

    def table(self, key: str, value: object) -> Mapping[str, object]:
        if not isinstance(value, Mapping):
            raise self.refusal(key, f"{key} has to be a table: [{key}]")
        return value

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
            raise self.refusal(key, f'{key} has to be a list of texts: ["…", "…"]')
        return tuple(value)


def likely(word: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown name: the nearest known one, or all."""
    names = sorted(known)
    close = difflib.get_close_matches(word.replace("_", "-"), names, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(names)}"
