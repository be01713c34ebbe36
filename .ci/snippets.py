#!/usr/bin/env python3
"""Proves that every ```swift block of the documents compiles for a user of the package, and that samples of tests pass.

    snippets.py                     builds the blocks of README.md, Docs/**/*.md and Sources/*/*.docc/**/*.md
    snippets.py --self-test         shows that broken blocks of each kind fail at the right line and that good ones pass
    snippets.py --server FOLDER [NAME.swift …]
                                    writes the blocks marked `server` (with these names) into the folder, for outside-server.sh
    snippets.py --package README.md prints the `.package(...)` of the document's first manifest block, if it has one

The scheme. A block needs no mark: the blocks of a document run in order inside one `func … async throws` of a target of
the document's own. Each block sits in a nested `do { }` after the one before, so it sees the earlier names and may
shadow them. Import lines go to the top of the file, wherever the document shows them. None is added, so a document shows
(or sets up) the imports it needs.

HTML comments right before a block (blank lines between are fine) change that; several may stand above one another:

    <!-- setup: CODE -->         hidden lines before the block, in its place and scope; may span lines; may be repeated
    <!-- file: Name.swift -->    the block is a file of its own in the document's target: its top-level declarations
                                 are seen by all other blocks of the document. With `@main` in it, or named main.swift, it
                                 becomes an executable of its own, beside copies of the document's other files
    <!-- test: Name.swift -->    the block is a file of the document's test target, which is run. `import Testing` and a
                                 `@testable import` of the document's target are added
    <!-- manifest -->            the block is (part of) a Package.swift, evaluated by SwiftPM: a whole manifest starting
                                 with its tools version, or any list of `.package(…)`, `.product(…)`, `.target(…)`,
                                 `.executableTarget(…)` and `.testTarget(…)`, with or without `dependencies: [ ]` and
                                 `targets: [ ]` around them. outside-package.sh builds with README's. A document whose
                                 manifests name products of this package names all that its blocks import
    <!-- server: Name.swift -->  the block needs traits: it is a file of the program that outside-server.sh builds with
                                 them and runs, and isn't compiled here

There is no other way out: an unknown comment before a block, a mark without a block, and a ```swift line that isn't
understood as the start of a block are errors.
"""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRODUCTS = ["SESCore", "SESSigning", "SESClient", "SESIntake", "SESMonitoring", "SESTesting"]
# The products that are there for whoever names the first: all but SESClient are built upon SESCore too.
BROUGHT = {"SESClient": {"SESSigning"}} | dict.fromkeys(
    ["SESIntake", "SESMonitoring", "SESTesting"], {"SESClient", "SESCore", "SESSigning"})
FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})[ \t]*([^`]*)$")
MARK = re.compile(r"^(setup|file|test|manifest|server)\b\s*(?::\s*(.*))?$", re.DOTALL)
IMPORT = re.compile(r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+\w")


class Fault(Exception):
    """A document that doesn't keep the scheme, or a block that fails."""


@dataclass
class Block:
    line: int  # of its first line of code
    code: list
    kind: str = "flow"
    name: str = ""
    setup: list = field(default_factory=list)  # (line, code)


# Reading documents


def read_blocks(document, text):
    """The Swift blocks of a document, with their marks."""
    lines = text.splitlines()
    blocks, marks, number = [], [], 0

    def drop_marks():
        for line, comment in marks:
            if MARK.match(comment):
                raise Fault(f"{document}:{line}: error: no ```swift block follows <!-- {comment} -->")
        marks.clear()

    while number < len(lines):
        line = lines[number]
        fence = FENCE.match(line)
        if fence:
            indent, ticks, info = fence.groups()
            start = number + 1
            end = next((i for i in range(start, len(lines)) if closes(lines[i], ticks)), None)
            if end is None:
                raise Fault(f"{document}:{start}: error: the block isn't closed")
            if (info.split() or [""])[0].lower() == "swift":
                code = [c[len(indent):] if c.startswith(indent) else c.lstrip() for c in lines[start:end]]
                blocks.append(marked(document, Block(start + 1, code), marks))
                marks.clear()
            else:
                drop_marks()
            number = end + 1
            continue
        if line.lstrip().startswith("<!--"):
            start, comment = number, line
            while "-->" not in comment and number + 1 < len(lines):
                number += 1
                comment += "\n" + lines[number]
            marks.append((start + 1, comment.strip().removeprefix("<!--").split("-->")[0].strip()))
        elif re.search(r"(`{3,}|~{3,})\s*swift\b", line, re.IGNORECASE):
            raise Fault(f"{document}:{number + 1}: error: a Swift block must start on a line of its own")
        elif line.strip():
            drop_marks()
        number += 1
    drop_marks()
    return blocks


def closes(line, ticks):
    line = line.strip()
    return len(line) >= len(ticks) and not line.strip(ticks[0])


def marked(document, block, marks):
    for line, comment in marks:
        mark = MARK.match(comment)
        if not mark:
            raise Fault(f"{document}:{line}: error: <!-- {comment} --> before a Swift block is no mark this check knows")
        kind, value = mark.group(1), mark.group(2) or ""
        if kind == "setup":
            first = line + comment[: comment.index(value)].count("\n") if value else line
            block.setup.append((first, value))
        elif block.kind != "flow":
            raise Fault(f"{document}:{line}: error: a block has one of file, test, manifest and server")
        else:
            block.kind, block.name = kind, value.strip()
            if (kind == "manifest") != (not value) or (value and not re.fullmatch(r"[\w+-]+\.swift", block.name)):
                raise Fault(f"{document}:{line}: error: write <!-- file: Name.swift --> (or test, or server) or <!-- manifest -->")
    return block


# Writing the scratch package


def located(document, line, code):
    """Lines that the compiler reports under the document's name and number."""
    return [f'#sourceLocation(file: "{document}", line: {line})', *code, "#sourceLocation()"]


def own_file(document, block, head=()):
    parts = [*head]
    for line, code in block.setup:
        parts += located(document, line, code.splitlines())
    return "\n".join(parts + located(document, block.line, block.code)) + "\n"


def flow(document, blocks):
    """One function with all unmarked blocks of a document, each nested in the one before."""
    imports, body = [], []
    for block in blocks:
        body.append("do {")
        for line, code in [*block.setup, (block.line, "\n".join(block.code))]:
            kept = []
            for offset, text in enumerate(code.split("\n")):
                if IMPORT.match(text):
                    imports += located(document, line + offset, [text.strip()])
                    text = ""
                kept.append(text)
            body += located(document, line, kept)
    body += ["}"] * len(blocks)
    return "\n".join([*imports, "func document() async throws {", *body, "}"]) + "\n"


def write_package(folder, documents, dependency):
    """Writes the scratch package; returns whether it has tests."""
    products = [f'.product(name: "{name}", package: "{dependency.name}")' for name in PRODUCTS] if dependency else []
    targets = []

    def target(kind, name, files, needs=()):
        path = folder / "Sources" / name
        path.mkdir(parents=True)
        for file, text in files.items():
            (path / file).write_text(text, encoding="utf-8")
        needs = ", ".join([*(f'"{n}"' for n in needs), *products])
        targets.append(f'        .{kind}(name: "{name}", dependencies: [{needs}], path: "Sources/{name}"),')

    has_tests = False
    for document, blocks in documents.items():
        name = re.sub(r"\W", "_", document.removesuffix(".md"))
        files, tests, mains = {}, {}, {}
        for block in blocks:
            if block.kind == "file":
                is_main = block.name == "main.swift" or any(c.startswith("@main") for c in block.code)
                place, text = (mains if is_main else files), own_file(document, block)
            elif block.kind == "test":
                place, text = tests, own_file(document, block, ["import Testing", f"@testable import {name}"])
            else:
                continue
            key = f"{len(mains)}-{block.name}" if place is mains else block.name
            if key in place:
                raise Fault(f"{document}:{block.line}: error: two blocks are named {block.name}")
            place[key] = text
        target("target", name, {**files, "document.swift": flow(document, [b for b in blocks if b.kind == "flow"])})
        if tests:
            has_tests = True
            target("testTarget", f"{name}_Tests", tests, [name])
        for number, (key, text) in enumerate(mains.items()):
            target("executableTarget", f"{name}_main{number}", {**files, key.split("-", 1)[1]: text})

    package = f'.package(path: "{dependency}")' if dependency else ""
    (folder / "Package.swift").write_text(
        "// swift-tools-version: 6.3\nimport PackageDescription\n\nlet package = Package(\n"
        '    name: "snippets",\n    platforms: [.macOS(.v15)],\n'
        f"    dependencies: [{package}],\n    targets: [\n" + "\n".join(targets) + "\n    ]\n)\n"
    )
    return has_tests


# Manifest blocks


def calls(text):
    """The outermost `.name(…)` of a manifest fragment, and what is left of the text without them."""
    found, rest, position = [], "", 0
    text = re.sub(r"(?m)(^|\s)//.*$", "", text)
    while start := re.compile(r"\.(\w+)\s*\(").search(text, position):
        rest += text[position : start.start()]
        depth, end, quoted = 1, start.end(), False
        while depth and end < len(text):
            character = text[end]
            if character == '"' and text[end - 1] != "\\":
                quoted = not quoted
            elif not quoted:
                depth += (character == "(") - (character == ")")
            end += 1
        found.append((start.group(1), text[start.start() : end]))
        position = end
    return found, rest + text[position:]


def manifest(document, block):
    """The text of a whole Package.swift with what the block shows."""
    text = "\n".join(block.code)
    if text.lstrip().startswith("// swift-tools-version"):
        return text
    found, rest = calls(text)
    kinds = {"package": [], "product": [], "target": [], "executableTarget": [], "testTarget": []}
    for name, call in found:
        if name not in kinds:
            raise Fault(f"{document}:{block.line}: error: a manifest block can't hold .{name}(…) by itself")
        kinds[name].append(call)
    if not found or not re.fullmatch(r"(\s|,|\[|\]|(dependencies|targets)\s*:)*", rest):
        raise Fault(f"{document}:{block.line}: error: a manifest block is a whole Package.swift or a list of .package(…), .product(…) and targets")
    targets = kinds["target"] + kinds["executableTarget"] + kinds["testTarget"]
    if kinds["product"]:
        targets.append(f'.target(name: "Shown", dependencies: [{", ".join(kinds["product"])}])')
    # A fragment may use a package or a target that another block shows.
    shown = " ".join(kinds["package"])
    for name in sorted(set(re.findall(r'package:\s*"([^"]+)"', text))):
        if f"/{name}" not in shown:
            kinds["package"].append(f'.package(url: "https://example.com/{name}.git", from: "0.0.0")')
    named = set(re.findall(r'[tT]arget\(\s*name:\s*"([^"]+)"', text))
    used = {name for lists in re.findall(r"dependencies:\s*\[((?:[^][]|\[[^][]*\])*)\]", text) for name in re.findall(r'(?:^|,)\s*"([^"]+)"', lists)}
    targets += [f'.target(name: "{name}")' for name in sorted(used - named)]
    return (
        '// swift-tools-version: 6.3\nimport PackageDescription\n\nlet package = Package(\n    name: "shown",\n'
        f'    dependencies: [{", ".join(kinds["package"])}],\n    targets: [{", ".join(targets)}]\n)\n'
    )


def check_manifests(folder, documents):
    count = 0
    for document, blocks in documents.items():
        for block in (b for b in blocks if b.kind == "manifest"):
            place = folder / f"manifest-{count}"
            place.mkdir()
            (place / "Package.swift").write_text(manifest(document, block))
            count += 1
            result = swift(["package", "dump-package"], place)
            if result.returncode:
                raise Fault(f"{document}:{block.line}: error: SwiftPM refuses this manifest\n{result.stdout}")
    return count


def check_products(documents):
    """Whoever copies a document's manifests and its code must be able to build them: snippets are built with all products."""
    for document, blocks in documents.items():
        manifests = "\n".join(line for block in blocks if block.kind == "manifest" for line in block.code)
        named = set(re.findall(r'\.product\(\s*name:\s*"(\w+)",\s*package:\s*"swift-ses"', manifests))
        there = named.union(*(BROUGHT.get(name, set()) for name in named))
        for block in (b for b in blocks if named and b.kind != "manifest"):
            for number, line in enumerate(block.code, block.line):
                name = re.search(r"\bimport\s+(\w+)", line)[1] if IMPORT.match(line) else None
                if name in PRODUCTS and name not in there:
                    raise Fault(f"{document}:{number}: error: no manifest of this document names the product {name}")


# Building


def swift(arguments, folder):
    return subprocess.run(
        ["swift", *arguments], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace",
    )


def check(texts, folder, dependency):
    """Builds and runs all blocks of the documents (name to text); returns a line that counts them."""
    documents = {name: read_blocks(name, text) for name, text in texts.items()}
    documents = {name: blocks for name, blocks in documents.items() if blocks}
    folder.mkdir(parents=True)
    manifests = check_manifests(folder, documents)
    check_products(documents)
    package = folder / "package"
    package.mkdir()
    has_tests = write_package(package, documents, dependency)
    result = swift(["build", "--build-tests"], package)
    if result.returncode:
        raise Fault(result.stdout)
    ran = ""
    if has_tests:
        result = swift(["test"], package)
        closing = re.search(r"Test run with ([1-9]\d*) tests? .*passed", result.stdout)
        if result.returncode or not closing:
            raise Fault(result.stdout + "\nerror: the documents' tests failed, or none ran")
        ran = f", {closing.group(1)} tests passed"
    kinds = [block.kind for blocks in documents.values() for block in blocks if block.kind != "server"]
    return f"{len(kinds)} blocks of {len(documents)} documents compile ({manifests} of them manifests){ran}"


def write_server(texts, folder, names):
    """Writes the blocks marked server as files: all of them, or those with these names."""
    found = [(name, block) for name, text in texts.items() for block in read_blocks(name, text) if block.kind == "server"]
    found = [(name, block) for name, block in found if not names or block.name in names]
    if not found or len(found) < len(names):
        raise Fault(f"error: no block is marked server: {', '.join(names)}")
    for document, block in found:
        if (folder / block.name).exists():
            raise Fault(f"{document}:{block.line}: error: there is a {block.name} already")
        (folder / block.name).write_text(own_file(document, block), encoding="utf-8")
        print(f"{block.name} is {document}:{block.line}")


def documents_of(root):
    if not (root / "README.md").exists():
        raise Fault("error: there is no README.md")
    paths = [root / "README.md", *sorted(root.glob("Docs/**/*.md")), *sorted(root.glob("Sources/*/*.docc/**/*.md"))]
    return {str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in paths}


# The check's own test

GOOD = """\
Names are seen by later blocks and may be shadowed.

```swift
import Foundation

struct Point { var x = 1 }
let point = Point()
```

<!-- setup: let hidden = 2 -->
<!-- setup:
let other = hidden + doubled(1)
-->

```swift
let point = [point.x, other]
for x in point { print(x, Data().count) }
```

- In a list:

  <!-- file: Doubled.swift -->
  ```swift
  func doubled(_ x: Int) -> Int { 2 * x }
  protocol Shape {}
  extension Int: Shape {}
  ```

<!-- file: Main.swift -->
```swift
@main struct Main { static func main() { print(doubled(2)) } }
```

<!-- file: main.swift -->
```swift
print(doubled(3))
```

<!-- test: DoubledTests.swift -->
```swift
import Testing

@Test func doubles() { #expect(doubled(2) == 4) }
```

<!-- manifest -->
```swift
dependencies: [
    .package(url: "https://example.com/swift-ses.git", from: "0.1.0"),  // resolved elsewhere
],
targets: [.target(name: "Shop", dependencies: [.product(name: "SESClient", package: "swift-ses")])],
```

<!-- manifest -->
```swift
.testTarget(name: "ShopTests", dependencies: ["Shop", .product(name: "SESTesting", package: "swift-ses")]),
```

```sh
not swift
```
"""

# What is wrong, a document, and what the check must say of it.
BROKEN = [
    ("a block that doesn't compile", "\n```swift\nlet x = 1\n```\n\n```swift\nlet y: String = x\n```\n", "Broken.md:7:17: error:"),
    ("a name of a later block", "```swift\nprint(x)\n```\n```swift\nlet x = 1\n```\n", "Broken.md:2:7: error:"),
    ("a missing import", "```swift\nprint(Data())\n```\n", "Broken.md:2:7: error:"),
    ("an import of what isn't there", "```swift\nlet x = 1\nimport Nowhere\n```\n", "Broken.md:3:8: error:"),
    ("a data race", "```swift\nvar x = 1\nTask { x += 1 }\nx += 1\n```\n", "Broken.md:3:"),
    ("hidden lines that don't compile", "<!-- setup:\nlet a = 1\nlet b = c\n-->\n```swift\nprint(a)\n```\n", "Broken.md:3:9: error:"),
    ("a file that doesn't compile", "<!-- file: A.swift -->\n```swift\nlet a = b\n```\n", "Broken.md:3:9: error:"),
    ("a test that fails", "<!-- test: T.swift -->\n```swift\n@Test func t() { #expect(1 == 2) }\n```\n", "Broken.md:3:"),
    ("a test file without a test", "<!-- test: T.swift -->\n```swift\nlet x = 1\n```\n", "none ran"),
    ("a manifest that SwiftPM refuses", "<!-- manifest -->\n```swift\n.package(uri: \"x\")\n```\n", "Broken.md:3: error:"),
    ("code hidden as a manifest", "<!-- manifest -->\n```swift\nlet x = broken()\n```\n", "Broken.md:3: error:"),
    ("a product that isn't named", '<!-- manifest -->\n```swift\n.product(name: "SESClient", package: "swift-ses")\n```\n```swift\n@testable import SESCore  // events\n```\n',
     "Broken.md:6: error:"),
    ("a misspelt mark", "<!-- skip -->\n```swift\nlet x = 1\n```\n", "Broken.md:1: error:"),
    ("a mark without a block", "<!-- file: A.swift -->\nText.\n\n```swift\nlet x = 1\n```\n", "Broken.md:1: error:"),
    ("a block in a quotation", "> ```swift\n> let x = broken()\n> ```\n", "Broken.md:1: error:"),
    ("an unclosed block", "```swift\nlet x = 1\n", "Broken.md:1: error:"),
]


def self_test(folder):
    print("good document:", check({"Docs/Good.md": GOOD}, folder / "good", None))
    for number, (what, text, expected) in enumerate(BROKEN):
        try:
            check({"Broken.md": text}, folder / f"broken-{number}", None)
        except Fault as fault:
            if expected not in str(fault):
                sys.exit(f"{fault}\nerror: {what} should be reported as {expected}")
        else:
            sys.exit(f"error: {what} went unnoticed")
    print(f"{len(BROKEN)} kinds of broken documents are noticed")


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--package":
        for block in read_blocks(arguments[1], Path(arguments[1]).read_text(encoding="utf-8")):
            if block.kind == "manifest":
                found = re.search(r"\.package\s*\(", "\n".join(block.code))
                if found:
                    print(calls("\n".join(block.code)[found.start() :])[0][0][1])
                    return
        return
    if len(arguments) >= 2 and arguments[0] == "--server":
        write_server(documents_of(ROOT), Path(arguments[1]), arguments[2:])
        return
    if arguments not in ([], ["--self-test"]):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(dir=os.environ.get("CI_TMP")) as scratch:
        if arguments:
            self_test(Path(scratch))
        else:
            print(check(documents_of(ROOT), Path(scratch) / "documents", ROOT))


try:
    main(sys.argv[1:])
except Fault as fault:
    sys.exit(str(fault))
