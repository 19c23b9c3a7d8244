"""`python -m checker.training`: from the base and public data to a bundle."""

import json
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from checker.training import recipe as recipes

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False)

Base = Annotated[Path, typer.Option(help="The base encoder: a file that begins with E5S1.")]
Texts = Annotated[list[Path], typer.Option(help="Folders of row-parallel LANG.txt.gz files; repeatable.")]
Work = Annotated[Path, typer.Option(help="Folder for data, checkpoints and caches.")]
Bundle = Annotated[Path, typer.Option(help="Folder of the bundle.")]
Recipe = Annotated[Path, typer.Option(help="Recipe of sizes and shares.")]
TAUGHT = Path(__file__).with_name("taught.toml")
Start = Annotated[str | None, typer.Option(help="Which LANG to measure from; the first, if not said.")]
Threads = Annotated[int, typer.Option(help="Threads of torch.")]
Dev = Annotated[list[Path] | None, typer.Option(help="NLI sets to calibrate prose on, or to measure; repeatable.")]
Weights = Annotated[
    list[Path] | None, typer.Option(help="Checkpoints or pair models (.onnx), of which the mean is taken; repeatable.")
]
Partners = Annotated[
    list[Path] | None, typer.Option(help="Checkpoints or pair models whose verdicts are to count as much; repeatable.")
]
Version = Annotated[str, typer.Option(help="Version of the bundle.")]


@app.command()
def encoder(
    base: Base,
    tokenizer: Annotated[Path, typer.Option(help="tokenizer.json of the base.")],
    parallel: Texts,
    bundle: Bundle,
    count: Annotated[list[Path] | None, typer.Option(help="Further folders whose pieces are counted.")] = None,
    measure: Annotated[Path | None, typer.Option(help="Row-parallel folder to measure alignment on.")] = None,
    start: Start = None,
    recipe: Recipe = recipes.DEFAULT,
    threads: Threads = 2,
) -> None:
    """Builds the frozen encoder: vocabulary, embeddings, lower layers, alignment head."""
    from checker.training import build

    made = build.encoder(
        base, tokenizer, parallel, [*parallel, *(count or [])], measure, start, bundle, recipes.read(recipe), threads
    )
    typer.echo(json.dumps(made, indent=1))


@app.command()
def data(
    nli: Annotated[Path, typer.Option(help="Folder of NLI sets to train on.")],
    parallel: Texts,
    work: Work,
    recipe: Recipe = recipes.DEFAULT,
) -> None:
    """Builds the training data and the held-out pairs."""
    from checker.training import data as building

    counts = building.build(nli, parallel, recipes.read(recipe), work / "data")
    typer.echo(json.dumps(counts, indent=1))


@app.command()
def teach(
    bundle: Bundle,
    work: Work,
    parallel: Texts,
    similar: Annotated[list[Path] | None, typer.Option(help="Files of pairs in several languages; repeatable.")] = None,
    recipe: Recipe = TAUGHT,
) -> None:
    """Adds pairs in many languages to the training data, labelled by a bundle."""
    from checker.training import build

    typer.echo(json.dumps(build.teach(bundle, work, similar or [], parallel, recipes.read(recipe)), indent=1))


@app.command()
def train(
    base: Base,
    bundle: Bundle,
    work: Work,
    recipe: Recipe = recipes.DEFAULT,
    begin: Weights = None,
    threads: Threads = 1,
) -> None:
    """Trains the recipe's pair model on the frozen encoder; goes on from its last checkpoint."""
    from checker.training import build

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    build.train(base, bundle, work, recipes.read(recipe), begin or [], threads)


@app.command()
def export(
    base: Base,
    bundle: Bundle,
    work: Work,
    recipe: Recipe = recipes.DEFAULT,
    dev: Dev = None,
    beside: Weights = None,
    partner: Partners = None,
    version: Version = "1",
) -> None:
    """Writes the recipe's pair model, the mean of the run and what is beside it, calibrated, and the manifest."""
    from checker.training import build

    given = recipes.read(recipe)
    temperature = build.export(base, bundle, work, given, dev or [], beside or [], partner or [], version)
    typer.echo(json.dumps({"temperature": temperature}))


@app.command()
def weigh(
    work: Work,
    bundle: Bundle,
    dev: Dev = None,
    version: Version = "1",
) -> None:
    """Fits how verdicts on prose are weighed with the nearness of the texts, and writes the manifest."""
    from checker.training import build

    typer.echo(json.dumps(asdict(build.weigh(bundle, work, dev or [], version))))


@app.command()
def evaluate(
    work: Work,
    bundle: Bundle,
    dev: Dev = None,
    translations: Annotated[Path | None, typer.Option(help="Row-parallel folder for false alarms.")] = None,
    start: Start = None,
    out: Annotated[Path | None, typer.Option(help="Where the figures go as JSON.")] = None,
) -> None:
    """Measures a bundle."""
    from checker.training import build

    figures = build.evaluate(bundle, work, dev or [], translations, start)
    text = json.dumps(figures, indent=1, sort_keys=True)
    if out:
        out.write_text(text + "\n", encoding="utf-8")
    typer.echo(text)


@app.command()
def card(
    work: Work, bundle: Bundle, figures: Annotated[Path, typer.Option(help="JSON that `evaluate` wrote.")]
) -> None:
    """Writes the model card."""
    from checker.training import card as cards

    (bundle / "MODEL_CARD.md").write_text(cards.render(work, bundle, figures), encoding="utf-8")


if __name__ == "__main__":
    app()
