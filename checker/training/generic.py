"""Examples from published NLI sets: JSON lines of pairs, and tables written out as sentences."""

import random
from collections.abc import Iterator
from pathlib import Path

from checker.datafiles import objects
from checker.model import LABELS, NOT_ENTAILMENT
from checker.training.examples import Example

_PAIRS, _TABLES = "_pairs.jsonl.gz", "_tables.jsonl.gz"
_LETTERS = {"E": "entailment", "N": "neutral", "C": "contradiction"}


def pairs(path: Path) -> Iterator[Example]:
    """The pairs of a file of premise, hypothesis, label and their languages."""
    source = path.name.split(".")[0]
    for row in objects(path):
        if row["label"] in (*LABELS, NOT_ENTAILMENT) and row["premise"] and row["hypothesis"]:
            languages = (row["premise_lang"], row["hypothesis_lang"])
            yield Example(row["premise"], row["hypothesis"], row["label"], source, *languages)


def sentences(table: dict[str, list[str]], most: int, draw: random.Random) -> str:
    """A table as text: its title, then `key: values.` for at most `most` of its rows."""
    title, *fields = table.items()
    if len(fields) > most:
        kept = sorted(draw.sample(range(len(fields)), most))
        fields = [fields[index] for index in kept]
    facts = [f"{key}: {', '.join(values)}." for key, values in fields]
    return " ".join([", ".join(title[1]) + ".", *facts])


def tables(folder: Path, count: int, seed: int, most: int = 14) -> Iterator[Example]:
    """`count` claims about tables, the table in one language and the claim in another, one in three in the same."""
    draw = random.Random(seed)
    languages = sorted(path.name.removesuffix(_PAIRS) for path in folder.glob("*" + _PAIRS))
    claims = {code: list(objects(folder / (code + _PAIRS))) for code in languages}
    texts = {code: {r["table_id"]: r["table"] for r in objects(folder / (code + _TABLES))} for code in languages}
    made = 0
    while made < count:
        theirs = draw.choice(languages)
        claim = draw.choice(claims[theirs])
        ours = theirs if draw.random() < 0.34 else draw.choice(languages)
        table = texts[ours].get(claim["table_id"])
        if not table or len(table) > most + 1 or not claim["hypothesis"]:
            continue
        made += 1
        text = sentences(table, most, draw)
        yield Example(text, claim["hypothesis"], _LETTERS[claim["label"]], folder.name, ours, theirs)
