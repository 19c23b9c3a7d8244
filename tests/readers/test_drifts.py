"""A folder of three languages in each format, one number wrong in one of them: it is told, at its place in the file."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

import checker
from checker import readers

Texts = Mapping[str, Mapping[str, str]]

TEXTS: Texts = {
    "en": {
        "fee": "The pass costs 48 dollars a year.",
        "size": "The reservoir holds 730 million litres.",
        "since": "The mill has been working since 1894.",
    },
    "de": {
        "fee": "Der Pass kostet 48 Dollar im Jahr.",
        "size": "Der Stausee fasst 730 Millionen Liter.",
        "since": "Die Mühle arbeitet seit 1894.",
    },
    "ar": {
        "fee": "تبلغ تكلفة البطاقة 48 دولارًا في السنة.",
        "size": "يتسع الخزان لـ 730 مليون لتر.",
        "since": "تعمل الطاحونة منذ عام 1894.",
    },
}
DRIFTED = "930 Millionen Liter"
WRONG: Texts = TEXTS | {"de": TEXTS["de"] | {"size": f"Der Stausee fasst {DRIFTED}."}}


def subtitles(texts: Mapping[str, str], head: str, sign: str) -> str:
    cues = []
    for number, text in enumerate(texts.values(), 1):
        first, _, rest = text.partition(" ")
        times = (f"00:00:0{number}{sign}000", f"00:00:0{number}{sign}900")
        cues.append(f"{number}\n{times[0]} --> {times[1]}\n{first}\n{rest}\n")
    return head + "\n".join(cues)


def word(texts: Mapping[str, str]) -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts.values())
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        body = f'<w:document xmlns:w="{space}"><w:body>{paragraphs}</w:body></w:document>'
        archive.writestr("word/document.xml", body)
    return file.getvalue()


def plural(texts: Mapping[str, str]) -> str:
    entries = "".join(
        f"<key>{key}</key><dict><key>NSStringLocalizedFormatKey</key><string>{text}</string></dict>\n"
        for key, text in texts.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>\n{entries}</dict></plist>\n'


def resx(texts: Mapping[str, str]) -> str:
    return (
        "<root>\n"
        + "".join(f'<data name="{key}"><value>{text}</value></data>\n' for key, text in texts.items())
        + "</root>"
    )


def lines(texts: Mapping[str, str], form: str, head: str = "") -> str:
    """The texts in reversed order of keys in Arabic: order is of no matter where there are keys."""
    return head + "".join(form.format(key=key, text=text) for key, text in texts.items())


WRITERS: dict[str, Callable[[str, Mapping[str, str]], str | bytes]] = {
    "locales/{}.json": lambda _, texts: json.dumps({"home": texts}, indent=2),
    "public/locales/{}/common.json": lambda _, texts: json.dumps(texts, ensure_ascii=False),
    "config/locales/{}.yml": lambda tag, texts: yaml.safe_dump({tag: {"home": dict(texts)}}, allow_unicode=True),
    "lib/l10n/app_{}.arb": lambda tag, texts: json.dumps({"@@locale": tag, **texts, "@fee": {"x": "5"}}, indent=1),
    "{}.lproj/Localizable.strings": lambda _, texts: lines(texts, '"{key}" = "{text}";\n'),
    "{}.lproj/Localizable.stringsdict": lambda _, texts: plural(texts),
    "messages_{}.properties": lambda _, texts: lines(texts, "{key} = {text}\n", "# 5\n"),
    "l10n/{}/mill.ftl": lambda _, texts: lines(texts, "{key} = {text}\n"),
    "Strings.{}.resx": lambda _, texts: resx(texts),
    "film.{}.srt": lambda _, texts: subtitles(texts, "", ","),
    "film.{}.vtt": lambda _, texts: subtitles(texts, "WEBVTT\n\n", "."),
    "report.{}.docx": lambda _, texts: word(texts),
    "docs/{}/mill.rst": lambda _, texts: lines(texts, "{text}\n\n", "Mill\n====\n\n"),
    "docs/{}/mill.adoc": lambda _, texts: lines(texts, "{text}\n\n", "= Mill\n\n"),
}


def table(texts: Texts) -> str:
    keys = next(iter(texts.values()))
    return (
        "key,"
        + ",".join(texts)
        + "\n"
        + "".join(",".join((key, *(t[key] for t in texts.values()))) + "\n" for key in keys)
    )


def catalogue(texts: Texts) -> str:
    keys = next(iter(texts.values()))
    strings = {
        key: {
            "localizations": {tag: {"stringUnit": {"state": "translated", "value": t[key]}} for tag, t in texts.items()}
        }
        for key in keys
    }
    return json.dumps({"sourceLanguage": "en", "strings": strings, "version": "1.0"}, indent=1)


def place(path: Path, line: int, column: int, end_column: int) -> str:
    """What stands in a file at a place of one line; in a Word document, in its text."""
    text = readers.decode(path.read_bytes(), path.name)
    return re.split(r"\r\n|\n|\r", text)[line - 1][column - 1 : end_column - 1]


def drifts(folder: Path) -> list[tuple[str, str]]:
    report = checker.check(folder, source="en", rules_only=True)
    assert report.errors == ()
    found = []
    for finding in report.findings:
        at = finding.location
        assert at.line == at.end_line
        found.append((Path(at.path).name, place(Path(at.path), at.line, at.column, at.end_column)))
        assert place(Path(at.path), at.line, at.column, at.end_column) == at.text
    return found


@pytest.mark.parametrize("name", WRITERS)
def test_a_drift_is_told_at_its_place(tmp_path: Path, name: str) -> None:
    for texts, expected in ((TEXTS, 0), (WRONG, 1)):
        for tag, said in texts.items():
            path = tmp_path / name.format(tag)
            path.parent.mkdir(parents=True, exist_ok=True)
            ordered = dict(sorted(said.items(), reverse=tag == "ar" and path.suffix in readers.keyed()))
            content = WRITERS[name](tag, ordered)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        found = drifts(tmp_path)
        assert found == [(Path(name.format("de")).name, DRIFTED)] * expected


@pytest.mark.parametrize(("name", "write"), [("texts.csv", table), ("Localizable.xcstrings", catalogue)])
def test_a_file_of_several_languages_is_a_set(tmp_path: Path, name: str, write: Callable[[Texts], str]) -> None:
    for texts, expected in ((TEXTS, 0), (WRONG, 1)):
        (tmp_path / name).write_text(write(texts), "utf-8")
        assert drifts(tmp_path) == [(name, DRIFTED)] * expected


def test_files_that_are_no_translations_are_passed_over(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for tag, texts in TEXTS.items():
        (docs / f"mill.{tag}.md").write_text("\n\n".join(texts.values()), "utf-8")
    for name, text in {
        "package.json": '{"version": "5.0"}',
        "tsconfig.json": "// no JSON at all {",
        "_config.yml": "port: 5",
        "data.csv": "year,value\n2024,5\n",
        "gradle.properties": "a=5",
        "docs/sizes.json": "{",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    report = checker.check(tmp_path, rules_only=True)
    assert (report.errors, [document.id for document in report.documents]) == ((), ["mill"])


COMMENTED = {
    "{}.yml": '# {comment}\na: "{text}"\n',
    "m_{}.properties": "! {comment}\na = {text}\n",
    "{}.strings": '/* {comment} */\n"a" = "{text}"; // b\n',
    "{}.ftl": "# {comment}\na = {text}\n",
    "R.{}.resx": '<root>\n<!-- {comment} -->\n<data name="a"><value>{text}</value></data>\n</root>\n',
    "{}.vtt": "WEBVTT\n\nNOTE {comment}\n\n00:01.000 --> 00:02.000\n{text}\n",
    "{}.rst": ".. {comment}\n\n{text}\n",
    "{}.adoc": "// {comment}\n{text}\n",
}


@pytest.mark.parametrize("comment", ["checker: ignore value-drift — rounded", "checker: off", "plain"])
@pytest.mark.parametrize("name", COMMENTED)
def test_comments_set_findings_aside(tmp_path: Path, name: str, comment: str) -> None:
    for tag, text in (("en", "It costs 5 dollars."), ("de", "Es kostet 6 Dollar.")):
        content = COMMENTED[name].format(comment=comment if tag == "de" else "plain", text=text)
        (tmp_path / name.format(tag)).write_text(content, "utf-8")
    report = checker.check(tmp_path, source="en", rules_only=True)
    assert report.errors == ()
    assert len(report.dismissed) == ("ignore" in comment)
    assert [finding.rule for finding in report.findings if finding.level != "note"] == ["value-drift"] * (
        comment == "plain"
    )
