"""Commands whose options need no library to be read: typer loads pydantic for any value, a tenth of a second."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, get_args, get_origin

from typer.core import TyperCommand, TyperGroup

_PLAIN = (str, Path)


class Command(TyperCommand):
    """A command that takes text, paths and choices for what they plainly are; all else is left to typer."""

    def get_params(self, ctx: Any) -> list[Any]:
        """As typer's; looked at only now, for it adds some of its own late."""
        return _plainly(super().get_params(ctx))


class Group(TyperGroup):
    """The same for a group of commands."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _plainly(super().get_params(ctx))


def _plainly(params: list[Any]) -> list[Any]:
    for param in params:
        if not param.required and not isinstance(param.process_value, partial):
            param.process_value = partial(_read, param, param.process_value)
    return params


def _read(param: Any, by_typer: Callable[[Any, Any], object], context: Any, given: object) -> object:
    """The value of a parameter; typer reads, or refuses, whatever is no plain value of its type."""
    try:
        value = _value(param, given)
    except ValueError:
        return by_typer(context, given)
    return value if param.callback is None else param.callback(context, param, value)


def _value(param: Any, given: object) -> object:
    """Raises `ValueError` for what is not plain."""
    if given is None:
        return () if param.multiple or param.nargs == -1 else None
    kind = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    if get_origin(kind) is list and isinstance(given, list | tuple):
        return [_plain(get_args(kind)[0], one) for one in given]
    return _plain(kind, given)


def _plain(kind: object, given: object) -> object:
    """Raises `ValueError` for what is not plain."""
    if isinstance(kind, type) and isinstance(given, kind):
        return given
    if isinstance(kind, type) and isinstance(given, str) and (kind in _PLAIN or issubclass(kind, StrEnum)):
        return kind(given)
    raise ValueError
