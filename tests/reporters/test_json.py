"""The JSON report is the contract's."""

import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.jsonform import line, mention_line, natural, value_object
from checker.model import Bound, Kind, Label, Location, Mention, Moment, Quantity, Report, Value
from checker.reporters import Page
from checker.reporters.json import render
from checker.show import plain

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "checker" / "reporters" / "report.schema.json").read_text(encoding="utf-8")
)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_report_follows_the_schema(sample: tuple[str, Report]) -> None:
    rendered = render(sample[1], Page())
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(rendered))
    assert rendered.endswith("}\n")


def test_keys_stand_in_the_order_of_the_contract(drifting: Report) -> None:
    found = json.loads(render(drifting, Page()))
    assert list(found)[:5] == ["schema", "signature", "documents", "claims", "findings"]
    assert list(found["findings"][0]) == [
        "rule",
        "level",
        "document",
        "claim",
        "lang",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "text",
        "message",
        "expected",
        "found",
        "suggestion",
        "confidence",
        "nli",
        "related",
        "fingerprint",
    ]
    assert [claim["id"] for claim in found["claims"]] == ["harbour/1", "harbour/2", "harbour/9", "harbour/10"]


def test_a_row_has_its_id_instead_of_document_and_path(drifting: Report) -> None:
    found = json.loads(line("segment 7", drifting.findings[1]))
    assert found["row"] == "segment 7"
    assert not {"document", "path"} & set(found)
    assert "path" not in found["related"][0]
    assert line("x", drifting.findings[1]).count("\n") == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Quantity(Decimal("1.60E+9"), Decimal("1.60E+9"), "USD"),
         {"low": "1600000000", "high": "1600000000", "bound": "exact", "unit": "USD"}),
        (Quantity(Decimal("0.50"), Decimal("2.0"), None, Bound.ABOUT),
         {"low": "0.5", "high": "2", "bound": "about", "unit": None}),
        (Quantity(Decimal(3), Decimal(3), "meter", per="second"),
         {"low": "3", "high": "3", "bound": "exact", "unit": "meter", "per": "second"}),
        (Moment(2026, 11, 21), {"date": "2026-11-21"}),
        (Moment(2026, 11), {"date": "2026-11"}),
        (Moment(hour=14, minute=30), {"time": "14:30"}),
        (Moment(2026, 11, 21, hour=9), {"date": "2026-11-21", "time": "09:00"}),
        (Moment(weekday=3), {"date": "-W-3"}),
        (Moment(year=1990, decade=True), {"date": "199"}),
        (Moment(year=2020, bound=Bound.AT_LEAST), {"date": "2020", "bound": "at-least"}),
        (Label("ChatGPT4o", "chatgpt", "4o"), {"name": "ChatGPT4o"}),
    ],
)  # fmt: skip
def test_a_value_has_the_contract_s_form(value: Value, expected: dict[str, object]) -> None:
    assert value_object(value) == expected
    validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/value", "$defs": SCHEMA["$defs"]})
    validator.validate(json.loads(json.dumps(value_object(value))))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30, places=9))
def test_a_decimal_is_written_whole_and_plain(number: Decimal) -> None:
    text = plain(number)
    assert Decimal(text) == number
    assert "E" not in text
    assert not (("." in text) and text.endswith(("0", ".")))


def test_a_mention_of_a_stream_has_no_path() -> None:
    mention = Mention("50 %", 3, 7, Kind.PERCENT, Quantity(Decimal(50), Decimal(50), "percent"))
    found = json.loads(mention_line(mention, Location("de", "", 1, 4, 1, 8, "50 %")))
    assert list(found) == ["lang", "line", "column", "end_line", "end_column", "text", "kind", "value"]
    assert "path" in json.loads(mention_line(mention, Location("de", "a.txt", 1, 4, 1, 8, "50 %")))


@given(st.lists(st.text(alphabet="a/019", max_size=6)))
def test_ids_sort_as_people_count(names: list[str]) -> None:
    assert sorted([*names, "d/10", "d/9"], key=natural).index("d/9") < sorted(
        [*names, "d/10", "d/9"], key=natural
    ).index("d/10")


def test_nothing_in_json_steers_a_terminal(drifting: Report) -> None:
    hostile = "\x1b[31m\x9b2J\u202e\u2066\u2028\x07"
    rendered = render(Report(hostile, drifting.documents, drifting.claims, drifting.findings, (), (hostile,)), Page())
    assert not (set(hostile) - set("[31m2J")) & set(rendered)
    assert json.loads(rendered)["signature"] == hostile
