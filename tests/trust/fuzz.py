"""Coverage-guided fuzzing of the readers, of number reading and of the reporters, by atheris.

    python -m tests.trust.fuzz readers --minutes 10 --corpus fuzz/readers

Whatever is found to reach new code is kept in the corpus, and the next run begins with it. An input that raises is
written to `crash-…` beside it and ends the run with an error. `pip install atheris` comes before.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

TARGETS = ("readers", "numbers", "reporters")


def target(name: str) -> Callable[[bytes], None]:
    """What is done with each input; whatever it raises is a defect."""
    import atheris  # type: ignore[import-not-found]

    with atheris.instrument_imports(include=["checker"]):
        from checker import languages, readers
        from checker.errors import InputError
        from checker.extraction import extract
        from checker.reporters import Page, load, names
        from tests.trust.test_tracebacks import judged

    suffixes, codes, forms = sorted(readers.suffixes()), languages.codes(), names()

    def read(data: bytes) -> None:
        given = atheris.FuzzedDataProvider(data)
        suffix = suffixes[given.ConsumeIntInRange(0, len(suffixes) - 1)]
        try:
            text = readers.decode(given.ConsumeBytes(len(data)), f"a{suffix}")
            if suffix in readers.several():
                readers.versions(text, suffix)
            else:
                readers.parse(text, suffix)
        except InputError:
            pass

    def number(data: bytes) -> None:
        given = atheris.FuzzedDataProvider(data)
        code = codes[given.ConsumeIntInRange(0, len(codes) - 1)]
        text = given.ConsumeUnicodeNoSurrogates(len(data))
        for mention in extract(text, code):
            assert text[mention.start : mention.end] == mention.text

    def report(data: bytes) -> None:
        given = atheris.FuzzedDataProvider(data)
        one, other = (given.ConsumeUnicodeNoSurrogates(len(data) // 2) for _ in range(2))
        found = judged(one, other, ".md")
        for form in forms if found else ():
            load(form)(found, Page(exit_code=0))

    return {"readers": read, "numbers": number, "reporters": report}[name]


def main() -> None:
    """Fuzzes one target for so long."""
    import atheris

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--corpus", type=Path, default=None, help="a folder to begin with and to keep what is new in")
    given = parser.parse_args()
    corpus = given.corpus or Path("fuzz") / given.target
    corpus.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={round(60 * given.minutes)}", "-max_len=2000", "-timeout=20", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={corpus.parent}/", str(corpus)], target(given.target))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
