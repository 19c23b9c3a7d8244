"""The commands that say what the tool knows: rules, languages, the model."""

import typer

from checker import console, options
from checker.cli.codes import FAILED
from checker.options import When

app = typer.Typer()
model = typer.Typer(help="Say what the bundled model is, and whether it is whole.")
app.add_typer(model, name="model")


@app.command()
def explain(
    rule: options.RuleName = None,
    markdown: options.Markdown = False,
) -> None:
    """Say what a rule means, with a bad and a good example."""
    from checker import pages, rules

    if rule is None:
        console.say(rules.book() if markdown else pages.rule_list(list(rules.pages()), console.width()))
        return
    chosen = rules.named(rule)
    color = console.colored(When.AUTO, None)
    console.say(rules.markdown(chosen) if markdown else pages.rule(chosen, console.width(), color))


@app.command()
def languages() -> None:
    """List the languages covered, and for which kinds of claim."""
    from checker.coverage import coverage
    from checker.pages import coverage_table

    with console.progress(quiet=False) as progress:
        rows = list(coverage(progress))
    console.say(coverage_table(rows))


@model.callback(invoke_without_command=True)
def _model(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        console.say(context.get_help() + "\n")
        raise typer.Exit(FAILED)


@model.command()
def info() -> None:
    """Show version, digest, files and card of the bundled model."""
    from checker.nli import bundle
    from checker.pages import bundle_page

    found = bundle.read()
    console.say(bundle_page(found.version, found.digest, bundle.sizes(found), bundle.card(found)))


@model.command()
def verify() -> None:
    """Check every file of the bundled model against its manifest."""
    from checker.nli import bundle

    found = bundle.read()
    bundle.verify(found)
    console.say(f"version {found.version}, digest {found.digest}: {len(found.files)} files are as the manifest says\n")
