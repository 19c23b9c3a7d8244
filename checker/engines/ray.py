"""Ray Data: the same stages over the processes of this machine, or over a cluster.

One task reads the file, where the command runs, and streams batches to actors; each of these has a model of its own and
one processor. Results come back in the order of the batches.
"""

import importlib
import logging
import os
import pickle
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from typing import Any, TypeVar

from checker.engines import ALONE, Cluster
from checker.errors import CheckerError, UsageError
from checker.processors import limit

T = TypeVar("T")
R = TypeVar("R")

HERE = False

COLUMN = "payload"
BLOCK = 1 << 21
"""Bytes of a block from which it goes to a worker: two seconds of work, beside which what Ray does for it is little."""
_READER = 0.01
"""Processors that the reading task is reckoned with: it waits for the others most of the time."""
_SET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_worker_niceness": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
"""Nothing is reported to anybody; and workers have the priority of any process, not the last."""


def run(
    source: Callable[[], Iterator[T]], work: Callable[[T], R], workers: int, cluster: Cluster = ALONE
) -> Generator[R, None, None]:
    """The results in order; raises `UsageError` where Ray is not installed or the cluster can't be reached."""
    ray, data = _library()
    _start(ray, workers, cluster)
    try:
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        context = data.DataContext.get_current()
        context.enable_progress_bars = False
        context.execution_options.preserve_order = True
        context.target_max_block_size = BLOCK
        context.issue_detectors_config.detectors = []
        read = data.read_datasource(
            _batches(data, source),
            override_num_blocks=1,
            num_cpus=_READER,
            resources={f"node:{ray.util.get_node_ip_address()}": _READER},  # where the file is
        )
        done = read.map_batches(
            _Worker,
            fn_constructor_args=(work,),
            batch_size=1,
            batch_format="pyarrow",
            compute=data.ActorPoolStrategy(size=workers),
            num_cpus=1,
            num_gpus=cluster.gpus,
        )
        for table in done.iter_batches(batch_size=None, batch_format="pyarrow"):
            for payload in table[COLUMN]:
                yield pickle.loads(payload.as_py())  # what a worker of ours made
    except ray.exceptions.RayError as error:
        raise CheckerError(f"ray: {_reason(error)}; what is done so far holds") from None
    finally:
        with suppress(Exception):
            ray.shutdown()


class _Worker:
    """Does the work of batches, one after the other."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        limit(1)
        self._work = work

    def __call__(self, table: Any) -> Any:
        results = [self._work(pickle.loads(payload.as_py())) for payload in table[COLUMN]]
        return _table(results)


def _table(values: list[Any]) -> Any:
    arrow: Any = importlib.import_module("pyarrow")
    return arrow.table({COLUMN: arrow.array([pickle.dumps(value) for value in values], arrow.large_binary())})


def _batches(data: Any, source: Callable[[], Iterator[Any]]) -> Any:
    """What Ray reads: one task, which gives a block for each batch."""
    metadata: Any = importlib.import_module("ray.data.block").BlockMetadata

    def blocks() -> Iterator[Any]:
        for batch in source():
            yield _table([batch])

    class Batches(data.Datasource):  # type: ignore[misc]
        def estimate_inmemory_data_size(self) -> None:
            return None

        def get_read_tasks(self, parallelism: int, *_: object, **__: object) -> list[Any]:
            return [data.ReadTask(blocks, metadata(num_rows=None, size_bytes=None, exec_stats=None, input_files=None))]

    return Batches()


def _library() -> tuple[Any, Any]:
    os.environ.update({name: os.environ.get(name, value) for name, value in _SET.items()})
    try:
        return importlib.import_module("ray"), importlib.import_module("ray.data")
    except ImportError:
        wanted = "pip install 'claim-consistency-checker[ray]'"
        raise UsageError(f"--engine ray: Ray is not installed; install it with {wanted}") from None


def _start(ray: Any, workers: int, cluster: Cluster) -> None:
    options: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
    if cluster.address is None:
        options |= {"address": "local", "num_cpus": workers + 1, "include_dashboard": False}
    else:
        options["address"] = cluster.address
    try:
        ray.init(**options)
    except (ConnectionError, ValueError, RuntimeError, OSError) as error:
        raise UsageError(f"--ray-address {cluster.address}: cannot be reached: {_reason(error)}") from None


def _reason(error: BaseException) -> str:
    """The last line of what Ray says, which is what happened."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1][:300] if lines else type(error).__name__
