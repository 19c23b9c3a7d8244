"""Files made to harm whoever reads them: what each is called, what it holds, and whether it has to be refused."""

import io
import os
import socket
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker import readers

SECRET = "planted-secret-7f3a-91"
"""What stands in a file that no document may pull in."""

Make = Callable[[Path, Path], None]
"""Makes the file at a path; the other path is the secret's."""


@dataclass(frozen=True)
class Hostile:
    """A file `name` and how it is made; `refused` says that a check must name it and end with 2."""

    name: str
    make: Make
    refused: bool = True


def holding(data: bytes | str) -> Make:
    content = data.encode() if isinstance(data, str) else data
    return lambda path, _: _write(path, content)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


BODY = {
    ".xlf": '<xliff version="1.2"><file source-language="en" target-language="de"><body><trans-unit id="a">'
    "<source>{}</source><target>5</target></trans-unit></body></file></xliff>",
    ".tmx": '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>{}</seg></tuv>'
    '<tuv xml:lang="de"><seg>5</seg></tuv></tu></body></tmx>',
    ".ts": '<TS version="2.1" language="de" sourcelanguage="en"><context><name>a</name><message><source>{}</source>'
    "<translation>5</translation></message></context></TS>",
    ".xml": '<resources><string name="a">{}</string></resources>',
    ".resx": '<root><data name="a"><value>{}</value></data></root>',
    ".stringsdict": '<plist version="1.0"><dict><key>a</key><string>{}</string></dict></plist>',
}
"""A document of each XML format with a place for its words."""

SHARED = {".xml"}
"""Suffixes of which a file is passed over where its beginning is none of the format's."""

FAR = ("quadratic",)
"""Declarations so long that the beginning of the file does not show its format."""

ENTITIES = {
    "file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file://{secret}"> %p; <!ENTITY e "5">]>',
    "net": '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]>',
    "dtd": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY e "5">]>',
    "laughs": '<!DOCTYPE x [<!ENTITY a "5555555555">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8))
    + '<!ENTITY e "&i;">]>',
    "quadratic": '<!DOCTYPE x [<!ENTITY e "' + "5" * 50_000 + '">]>',
}
"""Declarations that an XML reader must not follow."""


def entity_files() -> Iterator[Hostile]:
    there = {suffix: body for suffix, body in BODY.items() if suffix in readers.suffixes()}
    for suffix, body in there.items():
        for kind, declaration in ENTITIES.items():
            words = "&e;" * (20_000 if kind == "quadratic" else 1)

            def make(path: Path, secret: Path, text: str = declaration, rest: str = body.format(words)) -> None:
                path.write_text('<?xml version="1.0"?>' + text.replace("{secret}", str(secret)) + rest, "utf-8")

            yield Hostile(f"{kind}.en{suffix}", make, refused=suffix not in SHARED and kind not in FAR)
        wide = '<?xml version="1.0" encoding="utf-16"?>' + ENTITIES["net"] + body.format("&e;")
        yield Hostile(f"wide.en{suffix}", holding(wide.encode("utf-16")), refused=suffix not in SHARED)
        yield Hostile(f"deep.en{suffix}", holding(body.format("<a>" * 200_000)), refused=suffix not in SHARED)
        yield Hostile(f"cut.en{suffix}", holding(body.format("5")[:-20]), refused=suffix not in SHARED)


def zipped(*parts: tuple[str, bytes], name: str = "word/document.xml") -> bytes:
    del name
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts:
            archive.writestr(part, data)
    return target.getvalue()


def _renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new)
    return data.replace(old, new)


WORD = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"
WORD_END = b"</w:t></w:r></w:p></w:body></w:document>"


def archives() -> Iterator[Hostile]:
    if ".docx" not in readers.suffixes():
        return
    bomb = WORD + b"5" * (300 << 20) + WORD_END
    whole = ("word/document.xml", WORD + b"5" + WORD_END)
    laughs = ENTITIES["laughs"].encode() + WORD.replace(b"<w:t>", b"<w:t>&e;") + WORD_END
    yield Hostile("bomb.en.docx", lambda path, _: _write(path, zipped(("word/document.xml", bomb))))
    yield Hostile("entities.en.docx", holding(zipped(("word/document.xml", laughs))))
    yield Hostile("no-parts.en.docx", holding(zipped(("mimetype", b"x"))))
    yield Hostile("no-archive.en.docx", holding(b"PK\x03\x04" + b"\0" * 60))
    yield Hostile("text.en.docx", holding("The bridge has 5 arches."))
    yield Hostile("cut.en.docx", holding(zipped(whole)[:-30]))
    yield Hostile("deep.en.docx", holding(zipped(("word/document.xml", WORD + b"<w:p>" * 200_000))))
    yield Hostile("empty.en.docx", holding(b""))
    yield Hostile("traversal.en.docx", holding(zipped(("../../../../tmp/out", b"x"), ("/etc/x", b"y"))))
    lying = _renamed(zipped(("word/document.xml", WORD)), b"word/document.xml", b"word/document.xm2")
    yield Hostile("other-part.en.docx", holding(lying))


BAD_BYTES = {
    "latin": "größer als 5".encode("latin-1"),
    "nul": b"The bridge has 5\x00 arches.",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "program": b"\x7fELF\x02\x01\x01" + b"\0" * 100,
    "wide-cut": b"\xff\xfeT\x00h",
    "surrogate": "5 \ud800".encode("utf-8", "surrogatepass"),
    "overlong": b"5 \xc0\xaf",
    "wide-4": b"\xff\xfe\x00\x00T\x00\x00\x00",
    "controls": b"5 \x01\x02\x03",
}
BROKEN = {
    ".json": {
        "deep": b'{"a":' * 100_000 + b"5",
        "array": b"[" * 200_000,
        "cut": b'{"a": "5',
        "big": b'{"a": ' + b"9" * 200_000 + b"}x",
    },
    ".yaml": {
        "object": b"a: !!python/object/apply:os.system ['echo planted']",
        "module": b"a: !!python/module:os",
        "anchors": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)),
        "deep": b"[" * 100_000,
        "flow": b"{" * 100_000,
        "tabs": b"a:\n\t- b: [",
    },
    ".po": {"cut": b'msgid "a\nmsgstr', "plural": b'msgid "a"\nmsgstr[99999999999] "b"\nmsgstr[x] "c"'},
}


def texts() -> Iterator[Hostile]:
    for suffix in (".md", ".html", ".txt"):
        for kind, data in BAD_BYTES.items():
            yield Hostile(f"{kind}.en{suffix}", holding(data))
    for suffix, files in BROKEN.items():
        for kind, data in files.items() if suffix in readers.suffixes() else ():
            yield Hostile(f"{kind}.en{suffix}", holding(data), refused=False)
    yield Hostile("doctype.en.html", _doctype, refused=False)
    yield Hostile("include.en.md", _include, refused=False)
    yield Hostile("include.en.mdx", _include, refused=False)


def _doctype(path: Path, secret: Path) -> None:
    path.write_text(f'<!DOCTYPE html [<!ENTITY e SYSTEM "file://{secret}">]><p>The bridge has &e; arches.</p>', "utf-8")


def _include(path: Path, secret: Path) -> None:
    path.write_text(
        f"![a]({secret})\n\n{{{{< include {secret} >}}}}\n\nimport x from '{secret}'\n\n{{%include {secret}%}}\n"
    )


def places() -> Iterator[Hostile]:
    """What is no file, or is not there when it is read."""
    yield Hostile("folder.en.md", lambda path, _: path.mkdir())
    yield Hostile("nowhere.en.md", lambda path, _: path.symlink_to(path.parent / "none"))
    yield Hostile("loop.en.md", lambda path, _: path.symlink_to(path))
    yield Hostile("out.en.md", lambda path, secret: path.symlink_to(secret))
    yield Hostile("up.en.md", lambda path, secret: path.symlink_to(os.path.relpath(secret, path.parent)))
    yield Hostile("zero.en.md", lambda path, _: path.symlink_to("/dev/zero"))
    yield Hostile("random.en.md", lambda path, _: path.symlink_to("/dev/urandom"))
    yield Hostile("memory.en.md", lambda path, _: path.symlink_to("/proc/self/mem"))
    yield Hostile("environment.en.md", lambda path, _: path.symlink_to("/proc/self/environ"))
    yield Hostile("pipe.en.md", lambda path, _: os.mkfifo(path))
    yield Hostile("socket.en.md", lambda path, _: _socket(path))
    yield Hostile("huge.en.md", lambda path, _: _sparse(path, readers.LIMIT + 1))
    yield Hostile("enormous.en.md", lambda path, _: _sparse(path, 1 << 40))
    if hasattr(os, "geteuid") and os.geteuid():
        yield Hostile("unreadable.en.md", _unreadable)


def _socket(path: Path) -> None:
    short = Path(os.path.relpath(path))  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(short if len(str(short)) < len(str(path)) else path))


def _sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def _unreadable(path: Path, _: Path) -> None:
    path.write_text("5")
    path.chmod(0)


def every() -> list[Hostile]:
    return [*places(), *texts(), *entity_files(), *archives()]
