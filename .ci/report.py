#!/usr/bin/env python3
"""Looks at report pages in a real browser: accessibility, overflow, scripts that ran, and pictures to look at.

    report.py FOLDER CHROMIUM AXE     checks FOLDER/*.html, writes pictures to FOLDER/pictures
    report.py --self-test CHROMIUM AXE  shows that faults of each kind are found
"""

import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

WIDTHS = [320, 375, 768, 961, 1280]
PROBE = """
<script>%s</script>
<script>
window.onload = async () => {
  document.querySelectorAll("details").forEach(d => { d.open = true; });
  const found = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
  const pre = document.createElement("pre");
  pre.id = "result";
  pre.textContent = JSON.stringify({
    passes: found.passes.length,
    violations: found.violations.map(v => v.id + ": " + v.nodes.length + " e.g. " + v.nodes[0].html.slice(0, 160)),
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
  });
  document.body.append(pre);
};
</script>
"""
FRAMES = """<!DOCTYPE html><meta charset="utf-8"><body><script>
const widths = %s, results = [];
let alerts = 0;
window.onload = async () => {
  for (const width of widths) {
    const frame = document.createElement("iframe");
    frame.style.cssText = `border:0;height:900px;width:${width}px`;
    frame.src = %s;
    document.body.append(frame);
    await new Promise(done => { frame.onload = done; });
    const page = frame.contentDocument;
    page.querySelectorAll("details").forEach(d => { d.open = true; });
    const wide = [...page.querySelectorAll("body *")].filter(e =>
      !e.closest(".scroll") && !e.closest(".hidden") && !e.closest("title,desc,thead") && !e.closest("svg svg") &&
      e.getBoundingClientRect().right > width + 1);
    results.push({width, scroll: page.documentElement.scrollWidth,
      wide: wide.slice(0, 3).map(e => e.outerHTML.slice(0, 160)),
      scripts: page.scripts.length, handlers: [...page.querySelectorAll("*")].filter(e =>
        e.getAttributeNames().some(n => n.startsWith("on") || n === "style" || n === "src" || n === "srcset" ||
          (/href$/.test(n) && !e.getAttribute(n).startsWith("#")))).length,
      elements: [...new Set([...page.querySelectorAll("*")].map(e => e.localName))].sort()});
    frame.remove();
  }
  const pre = document.createElement("pre");
  pre.id = "result";
  pre.textContent = JSON.stringify(results);
  document.body.append(pre);
};
</script>
"""


class Fault(Exception):
    """A page that isn't as it should be, or a browser that says nothing."""


class Browser:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def run(self, *arguments):
        # A profile of its own: another browser on the machine is none of our business.
        command = [self.program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                   "--disable-extensions", "--allow-file-access-from-files", f"--user-data-dir={self.folder}/profile", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=180, check=True).stdout

    def result(self, page, *arguments):
        dom = self.run("--virtual-time-budget=60000", *arguments, "--dump-dom", page.as_uri())
        found = re.search(r'<pre id="result">(.*?)</pre>', dom, re.DOTALL)
        if not found:
            raise Fault(f"{page.name}: the browser gave no result")
        return json.loads(html.unescape(found[1]))


def check_axe(browser, page, axe, scheme):
    text = page.read_text(encoding="utf-8")
    text, policies = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    if policies != 1:
        raise Fault(f"{page.name}: {policies} policies")
    copy = Path(browser.folder) / f"axe-{page.name}"
    copy.write_text(text.replace("</body>", PROBE % axe.read_text(encoding="utf-8") + "</body>"), encoding="utf-8")
    found = browser.result(copy, f"--blink-settings=preferredColorScheme={0 if scheme == 'dark' else 1}")
    if found["dark"] != (scheme == "dark"):
        raise Fault(f"{page.name}: the browser isn't {scheme}")
    if found["violations"] or found["passes"] < 10:
        raise Fault(f"{page.name}, {scheme}: axe finds {json.dumps(found, indent=1)}")
    return found["passes"]


def check_frames(browser, page):
    frames = Path(browser.folder) / f"frames-{page.name}"
    frames.write_text(FRAMES % (json.dumps(WIDTHS), json.dumps(page.as_uri())), encoding="utf-8")
    for found in browser.result(frames, "--window-size=1400,1000"):
        if found["scroll"] > found["width"] or found["wide"]:
            raise Fault(f"{page.name}: wider than {found['width']} pixels: {found['scroll']}, {found['wide']}")
        if found["scripts"] or found["handlers"]:
            raise Fault(f"{page.name}: scripts, styles or addresses in it: {found}")
        strange = set(found["elements"]) - ALLOWED
        if strange:
            raise Fault(f"{page.name}: elements that no report has: {strange}")


ALLOWED = set(
    "a bdi body caption circle dd desc details div dl dt figure footer g h1 h2 h3 head header html li line main meta ol p "
    "path rect section span style summary svg table tbody td text th thead time title tr tspan".split())


def check(browser, page, axe):
    passes = [check_axe(browser, page, axe, scheme) for scheme in ("light", "dark")]
    check_frames(browser, page)
    print(f"{page.name}: axe passes {passes[0]} rules in the light and {passes[1]} in the dark; fits {WIDTHS} pixels")


def pictures(browser, page, folder):
    folder.mkdir(exist_ok=True)
    for name, size, scheme in [("light", "1200,2600", 1), ("dark", "1200,2600", 0), ("narrow", "500,2600", 1)]:
        browser.run(f"--window-size={size}", f"--blink-settings=preferredColorScheme={scheme}",
                    f"--screenshot={folder}/{page.stem}-{name}.png", page.as_uri())


def self_test(browser, axe):
    """A page that is right passes; with one fault each it doesn't."""
    head = '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">' \
        '<meta name="viewport" content="width=device-width"><title>Page</title>'
    good = f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><main><h1>Page</h1><p>Text</p>' \
        '<svg role="img" aria-labelledby="t"><title id="t">Chart</title></svg></main></body></html>'
    faults = {
        "none": good,
        "picture without a text": good.replace(' aria-labelledby="t"><title id="t">Chart</title>', ">"),
        "no language": good.replace(' lang="en"', ""),
        "too wide": good.replace("<p>Text</p>", f"<p>{'W' * 400}</p>"),
        "a script": good.replace("<p>Text</p>", "<p>Text</p><script>1</script>"),
        "a handler": good.replace("<p>Text", '<p onclick="1">Text'),
        "an address": good.replace("<p>Text", '<p><a href="https://example.com/">Text</a>'),
        "a strange element": good.replace("<p>Text", "<p><b>Text</b>"),
    }
    for name, text in faults.items():
        page = Path(browser.folder) / "self-test.html"
        page.write_text(text, encoding="utf-8")
        try:
            check(browser, page, axe)
            passed = True
        except Fault:
            passed = False
        if passed != (name == "none"):
            sys.exit(f"error: the check of a page with this fault {'passes' if passed else 'fails'}: {name}")
        print(f"self-test, {name}: as it should be")


def main():
    place, program, axe = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    with tempfile.TemporaryDirectory() as folder:
        browser = Browser(program, folder)
        if place == "--self-test":
            self_test(browser, axe)
            return
        pages = sorted(Path(place).resolve().glob("*.html"))
        if len(pages) < 4:
            sys.exit(f"error: {len(pages)} pages in {place}")
        for page in pages:
            try:
                check(browser, page, axe)
            except Fault as fault:
                sys.exit(f"error: {fault}")
        pictures(browser, Path(place).resolve() / "shop.html", Path(place).resolve() / "pictures")


main()
