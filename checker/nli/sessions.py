"""Runs ONNX graphs so that the result for a text never depends on what else is asked, or on how many cores there are.

Every run is single-threaded and batches hold items of one length, without padding; batches run side by side.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from checker.errors import ModelError
from checker.processors import available

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BATCH = 1024
"""Pieces in a batch: large enough for full speed, small enough to spread over cores."""

T = TypeVar("T")
R = TypeVar("R")


class Session:
    """An ONNX graph with one output."""

    def __init__(self, path: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_mem_pattern = False
        options.enable_cpu_mem_arena = False
        onnxruntime.disable_telemetry_events()
        try:
            self._session: Any = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except RuntimeError as error:
            reason = str(error).splitlines()[0]
            raise ModelError(f"{path}: the runtime can't load it ({reason}); reinstall the package") from error

    def __call__(self, **inputs: "NDArray[np.float32]") -> "NDArray[np.float32]":
        output: NDArray[np.float32] = self._session.run(None, inputs)[0]
        return output


def batches(lengths: Sequence[int]) -> list[list[int]]:
    """Indexes grouped so that a batch holds one length; longest first, so that the cores finish together."""
    by_length: dict[int, list[int]] = {}
    for index, length in enumerate(lengths):
        by_length.setdefault(length, []).append(index)
    result = []
    for length in sorted(by_length, reverse=True):
        size = max(1, BATCH // length)
        items = by_length[length]
        result += [items[at : at + size] for at in range(0, len(items), size)]
    return result


def spread(work: Callable[[T], R], jobs: Iterable[T]) -> list[R]:
    """`work` on each job, on all cores, results in the order of the jobs."""
    jobs = list(jobs)
    workers = min(available(), len(jobs))
    if workers <= 1:
        return [work(job) for job in jobs]
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(work, jobs))
