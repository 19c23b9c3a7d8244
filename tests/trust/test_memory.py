"""Memory stays bounded: fifty megabytes of text in two languages under a gibibyte."""

import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.trust.amounts import amounts

GIB = 1 << 10
"""The most memory that a check may have, in MiB."""
MEASURE = """
import re, sys
from pathlib import Path
from checker import cli
options = ["--rules-only", "--no-cache", "--quiet", "--fail-on", "never", "--output", sys.argv[2]]
code = cli.run(["check", sys.argv[1], *options])
print(code, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) >> 10)
"""
SENTENCES = {
    "en": ("The {} of {} kept {} boats by the water.", "Nobody in {} knew why the {} had closed, and nobody asked."),
    "de": ("Der {} von {} hielt {} Boote am Wasser.", "Niemand in {} wusste, warum der {} geschlossen war."),
}
PLACES = ("Aldmoor", "Brenvik", "Castrel", "Dunholm", "Eskaby", "Farrow", "Greylock", "Hestmark")


def told(language: str, size: int) -> Iterator[str]:
    """Paragraphs of five sentences, so many characters in all; one sentence in five holds a number."""
    draw, written = random.Random(size), 0
    with_number, without = SENTENCES[language]
    while written < size:
        place, thing = draw.choice(PLACES), draw.choice(PLACES)
        number = draw.randrange(3, 100_000)
        paragraph = " ".join([with_number.format(thing, place, number), *[without.format(place, thing)] * 4]) + "\n\n"
        written += len(paragraph)
        yield paragraph


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell what memory was used")
@amounts("size", 1 << 20, 50 << 20)
def test_a_long_text_in_two_languages(size: int, tmp_path: Path, figure: Callable[[str], None]) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for language in SENTENCES:
        with (folder / f"long.{language}.txt").open("w", encoding="utf-8") as file:
            file.writelines(told(language, size // 2))
    command = [sys.executable, "-c", MEASURE, str(folder), str(tmp_path / "out.txt")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=7200, check=True)
    code, peak = map(int, done.stdout.split())
    figure(f"{size >> 20} MB of text: {peak} MiB")
    assert code == 0
    assert peak <= (GIB if size > 1 << 20 else GIB // 4)
