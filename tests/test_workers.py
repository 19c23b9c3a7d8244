"""Rows in several processes: the same results in the same order, whatever happens."""

import os
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

import pytest

from checker.corpus import check_rows
from checker.errors import CheckerError, InputError
from checker.rows import Row
from checker.settings import Settings
from checker.workers import spread


def _rows(count: int) -> Iterator[Row]:
    for number in range(count):
        wrong = number * 10 if number % 7 == 0 else number
        texts = {"en": f"The town sold {number} boats in 2023.", "de": f"Die Stadt verkaufte 2023 {wrong} Boote."}
        yield Row(str(number), {"en": "alone 5"} if number % 50 == 3 else texts)


def test_one_and_two_workers_find_the_same() -> None:
    settings = Settings(source="en", rules_only=True)
    one, two = (list(check_rows(_rows(700), settings, workers)) for workers in (1, 2))
    assert one == two
    assert any(result.findings for result in two[-100:])


def _double(numbers: Sequence[int]) -> list[int]:
    return [number * 2 for number in numbers]


def _stopping_at(last: int, numbers: Sequence[int]) -> list[int]:
    if last in numbers:
        os._exit(9)
    return list(numbers)


def _failing_at(last: int, numbers: Sequence[int]) -> list[int]:
    if last in numbers:
        raise CheckerError(f"{last}: broken")
    return list(numbers)


def _one(_: object) -> int:
    return 1


def test_items_come_back_in_order() -> None:
    assert list(spread(_double, range(1000), 2, _one, first=10)) == [number * 2 for number in range(1000)]
    assert list(spread(_double, range(5), 2, _one, first=10)) == [0, 2, 4, 6, 8]


def test_only_a_few_batches_are_read_ahead() -> None:
    read = 0

    def endless() -> Iterator[int]:
        nonlocal read
        while True:
            read += 1
            yield read

    results = spread(_double, endless(), 2, _one, first=0)
    assert list(islice(results, 300)) == [2 * number for number in range(1, 301)]
    results.close()  # type: ignore[attr-defined]
    assert read < 3000


def test_a_killed_worker_is_an_error() -> None:
    with pytest.raises(CheckerError, match="ended from outside"):
        list(spread(partial(_stopping_at, 700), range(1000), 2, _one, first=10))


def test_an_error_of_the_work_is_raised_in_its_place() -> None:
    results = spread(partial(_failing_at, 700), range(1000), 2, _one, first=10)
    seen: list[int] = []
    with pytest.raises(CheckerError, match="700: broken"):
        seen.extend(results)
    assert seen == list(range(len(seen)))


def test_an_error_of_the_input_comes_after_what_was_read() -> None:
    def broken() -> Iterator[int]:
        yield from range(500)
        raise InputError("rows: broken")

    seen: list[int] = []
    with pytest.raises(InputError, match="rows: broken"):
        seen.extend(spread(_double, broken(), 2, _one, first=10))
    assert seen == [number * 2 for number in range(500)]
