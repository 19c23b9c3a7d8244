"""Engines: the same results in the same order, wherever the work is done."""

import importlib.util
import sys
from collections.abc import Iterator
from functools import partial

import pytest

from checker import engines
from checker.engines import local
from checker.errors import UsageError


def numbers(last: int) -> Iterator[int]:
    yield from range(last)


def double(number: int) -> int:
    return number * 2


@pytest.mark.parametrize("workers", [1, 2])
def test_the_processes_of_this_machine_give_results_in_order(workers: int) -> None:
    assert list(local.run(partial(numbers, 50), double, workers)) == [2 * number for number in range(50)]


def test_an_engine_is_a_file_of_the_folder() -> None:
    assert engines.names() == ["local", "ray"]
    assert engines.load("local").HERE
    with pytest.raises(UsageError, match="unknown engine 'abacus'; there are local, ray"):
        engines.load("abacus")


def test_a_cluster_is_for_ray() -> None:
    with pytest.raises(UsageError, match="are for --engine ray"):
        list(local.run(partial(numbers, 3), double, 1, engines.Cluster("somewhere:6379")))


def test_without_ray_the_line_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = engines.load("ray")
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match=r"Ray is not installed; install it with pip install 'claim-.*\[ray\]'"):
        list(ray.run(partial(numbers, 3), double, 1))


@pytest.mark.long
@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is not installed (extra `ray`)")
def test_ray_gives_results_in_order() -> None:
    ray = engines.load("ray")
    assert list(ray.run(partial(numbers, 30), double, 2)) == [2 * number for number in range(30)]
