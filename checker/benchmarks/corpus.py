"""`checker corpus` as a user runs it: rows a second, processor time, memory, by workers, engine, model and format."""

import json
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from subprocess import Popen
from xml.sax.saxutils import escape

from checker.benchmarks.running import Ran, watched
from checker.benchmarks.timing import again
from checker.datafiles import SUFFIX, language, lines, matching

Pair = tuple[str, str, str]
"""An id, the source's line and the other's."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Files of lines that match by number: the source's code and lines, and those of the other languages."""

    source: str
    first: Sequence[str]
    others: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, folder: Path, source: str, names: Sequence[str], known: Sequence[str]) -> "Texts":
        """The texts of a folder; raises `InputError` where a file is missing or has other lines."""
        first = lines(folder / (source + SUFFIX))
        others = {language(name, known): matching(folder / (name + SUFFIX), len(first), source) for name in names}
        return cls(language(source), first, others)

    def pairs(self) -> Iterator[tuple[str, Pair]]:
        """Each line in each language once."""
        for code, other in self.others.items():
            for number, (one, two) in enumerate(zip(self.first, other, strict=True), 1):
                yield code, (f"{code}:{number}", one, two)

    def many(self, count: int, numbered: bool) -> Iterator[tuple[str, Pair]]:
        """`count` pairs: the lines again and again, none met twice, and `numbered` with a number in each."""
        every = len(self.first) * len(self.others)
        for times in range(-(-count // every)):
            behind = again(times, numbered)
            for code, (name, one, two) in islice(self.pairs(), count - times * every):
                yield code, (f"{times}:{name}", one + behind, two + behind)


def rows(path: Path, source: str, pairs: Iterator[tuple[str, Pair]]) -> int:
    """Writes rows as JSON lines, and says how many."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for code, (name, one, two) in pairs:
            file.write(json.dumps({"id": name, "texts": {source: one, code: two}}, ensure_ascii=False) + "\n")
            count += 1
    return count


def po(path: Path, code: str, pairs: Iterator[Pair]) -> int:
    """Writes a PO file in one language, and says how many entries it has."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write(f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {code}\\n"\n')
        for name, one, two in pairs:
            quoted = [json.dumps(text, ensure_ascii=False) for text in (name, one, two)]
            file.write("\nmsgctxt {}\nmsgid {}\nmsgstr {}\n".format(*quoted))
            count += 1
    return count


def xliff(path: Path, source: str, code: str, pairs: Iterator[Pair], size: int) -> int:
    """Writes an XLIFF file of at least `size` bytes, and says how many units it has."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">')
        named = f'source-language="{source}" target-language="{code}"'
        file.write(f'<file original="a" datatype="plaintext" {named}><body>\n')
        for name, one, two in pairs:
            texts = f"<source>{escape(one)}</source><target>{escape(two)}</target>"
            file.write(f'<trans-unit id="{name}">{texts}</trans-unit>\n')
            count += 1
            if file.tell() >= size:
                break
        file.write("</body></file></xliff>\n")
    return count


def command(file: Path, source: str, output: Path, *more: str) -> list[str]:
    """A run as on the command line."""
    return [
        *(sys.executable, "-m", "checker", "corpus", str(file), "--source", source, "--output", str(output)),
        *("--fail-on", "never", "--quiet", *more),
    ]


def run(file: Path, source: str, output: Path, *more: str) -> Ran:
    """Such a run, watched."""
    return watched(command(file, source, output, *more))


def at_once(file: Path, source: str, folder: Path) -> float:
    """The seconds after which two runs of one worker each, begun together, have both ended."""
    with ThreadPoolExecutor(2) as pool:
        runs = [
            pool.submit(run, file, source, folder / f"{name}.jsonl", "--rules-only", "--workers", "1") for name in "ab"
        ]
        return max(each.result().seconds for each in runs)


def kills(file: Path, source: str, folder: Path, count: int, seed: int) -> tuple[int, bool]:
    """Kills a run so many times at random moments, each time going on with it, and lets it end at last.

    Says how many times it was killed before it had ended, and whether the bytes are those of a run that nobody killed.
    """
    whole, broken = folder / "whole.jsonl", folder / "broken.jsonl"
    took = run(file, source, whole, "--rules-only").seconds
    draw = random.Random(seed)
    killed = 0
    for _ in range(count):
        child = Popen(command(file, source, broken, "--rules-only", "--resume"))
        time.sleep(draw.uniform(0, 2 * took / count) + draw.random())
        killed += child.poll() is None
        child.kill()
        child.wait()
        if broken.exists():
            break
    if not broken.exists():
        run(file, source, broken, "--rules-only", "--resume")
    return killed, whole.read_bytes() == broken.read_bytes()


def told(title: str, count: int, ran: Ran) -> str:
    """A line for a run."""
    return (
        f"{title:<34}{count:>9,} rows {ran.seconds:8.1f} s {count / max(ran.seconds, 1e-9):8,.0f} /s"
        f" {1000 * ran.cpu / max(count, 1):7.2f} CPU s/1000 {ran.peak:6,.0f} MB {ran.growth:+6.1f} %\n"
    )
