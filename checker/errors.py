"""What can go wrong, as a tree.

CheckerError            nothing was checked, or not all of it: exit 2
├── UsageError          an argument: a path, a language code, an option
├── SettingsError       a settings file
├── InputError          a document: missing, unreadable, not text, two for one language
├── LanguageDataError   a file of language data
└── ModelError          a model: missing, damaged, of the wrong kind

Every message is one line: where, what, what would be right.
"""


class CheckerError(Exception):
    """The base of all errors that a user can mend."""


class UsageError(CheckerError):
    """An argument that can't be used."""


class SettingsError(CheckerError):
    """A settings file that can't be used."""


class InputError(CheckerError):
    """A document that can't be read or paired."""


class LanguageDataError(CheckerError):
    """A language file that can't be used."""


class ModelError(CheckerError):
    """A model that is missing, damaged or of the wrong kind."""
