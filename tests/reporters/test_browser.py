"""The HTML report in a real browser: no error, no page scroll to the side, no text too faint, filters that filter."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from checker.model import Report
from checker.reporters import Page
from checker.reporters.html import render
from tests.reporters.hostile import hostile
from tests.reporters.many import many

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium is installed; the HTML report is not looked at")

MEASURE = """
(() => {
  const parts = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => {
    const [r, g, b] = rgb.slice(0, 3).map((it) => it / 255)
      .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const rgb = parts(getComputedStyle(at).backgroundColor);
      if (rgb.length < 4 || rgb[3] > 0) return rgb;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = new Set();
  let least = 99;
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.getClientRects().length) continue;
    const [low, high] = [light(parts(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    least = Math.min(least, ratio);
    if (ratio < 4.5) faint.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  const choose = (name, value) => {
    const select = document.querySelector(`select[name=${name}]`);
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    return [...document.querySelectorAll("li[data-rule]")].filter((it) => it.getClientRects().length).length;
  };
  const result = {
    width: document.documentElement.scrollWidth, window: innerWidth, faint: [...faint], least,
    direction: getComputedStyle(document.querySelector("td[lang=ar]")).direction,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    all: choose("lang", ""), german: choose("lang", "de"), none: choose("rule", "unit-drift"),
  };
  document.body.textContent = JSON.stringify(result);
  document.body.id = "measured";
})();
"""


def browse(page: Path, tmp_path: Path, *flags: str) -> tuple[str, str]:
    """The page's elements after its script has run, and what the console said."""
    assert BROWSER
    command = [
        *(BROWSER, "--headless=new", "--disable-gpu", "--window-size=1280,900", "--virtual-time-budget=5000"),
        *("--enable-logging=stderr", f"--user-data-dir={tmp_path / 'profile'}", *flags),
        *(("--no-sandbox",) if os.name == "posix" and os.geteuid() == 0 else ()),
        *("--dump-dom", page.as_uri()),
    ]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    said = [line for line in done.stderr.decode(errors="replace").splitlines() if ":CONSOLE" in line]
    return done.stdout.decode(), "\n".join(said)


def test_the_script_runs_under_the_policy_and_says_nothing(drifting: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render(drifting, Page()), encoding="utf-8")
    elements, console = browse(path, tmp_path)
    assert not console
    assert f">{len(drifting.findings)} findings shown</output>" in elements
    assert not re.search(r'<form id="filters"[^>]*hidden', elements)


def measured(report: Report, tmp_path: Path, *flags: str) -> dict[str, Any]:
    """What a script of ours finds on the page, which the page's own policy would not let in."""
    page = render(report, Page())
    open_page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    path = tmp_path / "report.html"
    path.write_text(open_page.replace("</body>", f"<script>{MEASURE}</script></body>"), encoding="utf-8")
    elements, console = browse(path, tmp_path, *flags)
    assert not console
    found = re.search(r'<body id="measured">(.*?)</body>', elements, re.S)
    assert found
    result: dict[str, Any] = json.loads(found[1])
    return result


@pytest.mark.parametrize("dark", [False, True])
def test_a_large_page_is_readable_and_filters(dark: bool, tmp_path: Path) -> None:
    found = measured(many(200), tmp_path, *(["--blink-settings=preferredColorScheme=0"] if dark else []))
    assert found["dark"] is dark
    assert found["width"] <= found["window"] <= 1280
    assert found["faint"] == []
    assert found["direction"] == "rtl"
    assert (found["all"], found["german"], found["none"]) == (400, 200, 0)


@pytest.mark.parametrize("words", ["W" * 3000, "नि" * 2000, "漢" * 2000, "<b onclick=x>" * 40])
def test_no_words_make_the_page_scroll_to_the_side(words: str, drifting: Report, tmp_path: Path) -> None:
    found = measured(hostile(drifting, words), tmp_path)
    assert found["width"] <= found["window"]
    assert found["faint"] == []
