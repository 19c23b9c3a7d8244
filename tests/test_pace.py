"""The rate of an engine without its start."""

import json
from pathlib import Path

from checker.benchmarks.pace import Pace, paced

ROWS = 600


def test_a_run_is_paced_from_a_quarter_of_its_rows_on(tmp_path: Path) -> None:
    file, output = tmp_path / "rows.jsonl", tmp_path / "found.jsonl"
    texts = ({"en": f"It holds {n} cars.", "de": f"Sie fasst {n + n % 2} Autos."} for n in range(20, 20 + ROWS))
    file.write_text("".join(json.dumps({"id": str(n), "texts": each}) + "\n" for n, each in enumerate(texts)), "utf-8")
    pace = paced(file, "en", output, ROWS, "local", workers=1)
    assert (pace.rows, len(output.read_text("utf-8").splitlines())) == (ROWS, ROWS // 2)
    assert 0 < pace.steady_rows < ROWS
    assert 0 < pace.steady_seconds < pace.seconds
    assert pace.steady_cpu >= 0


def test_rate_and_cost_leave_the_start_out() -> None:
    pace = Pace(rows=4000, seconds=70, steady_rows=3000, steady_seconds=20, steady_cpu=30)
    assert (pace.rate, pace.cost) == (150, 10)
