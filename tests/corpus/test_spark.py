"""The Spark recipe of docs/corpus.md, as it stands there, on this machine."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents import ROOT

needs_spark = pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None or shutil.which("java") is None,
    reason="pyspark or Java is not installed",
)


@pytest.mark.long
@needs_spark
def test_the_recipe_finds_what_corpus_finds(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
    recipe = re.search(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert recipe is not None
    (tmp_path / "recipe.py").write_text(recipe[1], encoding="utf-8")
    rows = [("a1", "It seats 70.", "Es hat 70 Plätze."), ("a2", "It seats 70.", "Es hat 700 Plätze.")]
    segments = [json.dumps({"id": name, "en": one, "de": two}) for name, one, two in rows]
    (tmp_path / "segments.jsonl").write_text("\n".join(segments), encoding="utf-8")
    settings = {"PYSPARK_PYTHON": sys.executable, "PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
    arguments = "--master local[1] --conf spark.ui.enabled=false pyspark-shell"
    done = subprocess.run(
        [sys.executable, "recipe.py"],
        cwd=tmp_path,
        env={**os.environ, **settings, "PYSPARK_SUBMIT_ARGS": arguments},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = [
        json.loads(line) for part in (tmp_path / "findings").glob("*.json") for line in part.open(encoding="utf-8")
    ]
    assert [(each["row"], json.loads(each["finding"])["rule"]) for each in found] == [("a2", "scale-drift")]
