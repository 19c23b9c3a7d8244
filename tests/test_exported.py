"""The public surface: names, signatures, fields. A change here is a change for everybody who uses it."""

import inspect
import tomllib
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest

import checker


def test_the_public_names() -> None:
    assert checker.__all__ == [
        "Bound",
        "CheckerError",
        "Dismissed",
        "FailOn",
        "Finding",
        "Ground",
        "InputError",
        "Kind",
        "Label",
        "LanguageDataError",
        "Level",
        "Location",
        "Mention",
        "ModelError",
        "Moment",
        "Outdated",
        "Probabilities",
        "Quantity",
        "Report",
        "ReportClaim",
        "ReportDocument",
        "ReportMention",
        "Rule",
        "Settings",
        "SettingsError",
        "Skipped",
        "Stale",
        "UsageError",
        "Value",
        "__version__",
        "check",
        "extract",
        "nli",
    ]
    assert set(checker.__all__) <= set(dir(checker))


@pytest.mark.parametrize("name", checker.__all__)
def test_a_public_name_is_there(name: str) -> None:
    assert getattr(checker, name) is not None


def test_the_version_is_the_distribution_s() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project.get("version", checker.__version__) == checker.__version__


def test_a_name_that_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Documnt'"):
        _ = checker.Documnt


def test_the_signatures() -> None:
    assert list(inspect.signature(checker.extract).parameters) == ["text", "language"]
    found = inspect.signature(checker.check).parameters
    assert list(found) == ["paths", "source", "rules_only", "model", "settings"]
    assert all(parameter.default is None for name, parameter in found.items() if name != "paths")


@pytest.mark.parametrize(
    ("noun", "names"),
    [
        ("Report", "signature documents claims findings coverage errors notes dismissed outdated older"),
        ("Stale", "commit date"),
        ("Dismissed", "finding by reason place"),
        ("Outdated", "document source location"),
        ("ReportClaim", "id document kind mentions missing label cells"),
        ("ReportMention", "location value before after"),
        ("Location", "lang path line column end_line end_column text"),
        (
            "Finding",
            "rule level document claim location message expected found confidence nli related fingerprint suggestion "
            "byte_columns stale judged sentence",
        ),
        (
            "Settings",
            "source fail_on rules_only model cache levels ignore names keep language_levels paths exclude baseline "
            "tolerance skip history",
        ),
    ],
)
def test_the_fields_of_a_noun(noun: str, names: str) -> None:
    assert [field.name for field in fields(getattr(checker, noun))] == names.split()


def test_a_mention_and_its_values_have_the_contract_s_fields() -> None:
    for noun, names in (
        ("Mention", "text start end kind value"),
        ("Quantity", "low high bound unit"),
        ("Label", "name"),
    ):
        assert set(names.split()) <= {field.name for field in fields(getattr(checker, noun))}
    assert {"date", "time"} <= set(dir(checker.Moment))


def test_extract_gives_mentions_in_their_places() -> None:
    text = "Der Umsatz stieg auf 1,2 Mrd. €"
    (mention,) = checker.extract(text, "de")
    assert text[mention.start : mention.end] == mention.text
    assert isinstance(mention.value, checker.Quantity)
    assert (mention.kind, mention.value.unit, mention.value.low) == (
        checker.Kind.MONEY,
        "EUR",
        Decimal(1_200_000_000),
    )
