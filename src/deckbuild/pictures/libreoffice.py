"""LibreOffice as the renderer: one run to PDF, then a picture a page.  Never reaches the network."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from deckbuild.pictures.renderer import CannotDraw

TIMEOUT = 300
_COMMON = "/org.openoffice.Office.Common"
_SAFE = (
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
)
PDF_EXPORT = tuple(
    (f"{_COMMON}/Filter/PDF/Export", name, value)
    for name, value in (
        ("UseTaggedPDF", "true"), ("PDFUACompliance", "true"), ("ExportBookmarks", "true"),
        ("ExportBookmarksToPDFDestination", "true"), ("ExportFormFields", "false"), ("IsSkipEmptyPages", "false"),
    )
)  # fmt: skip
"""Settings for PDFs that are kept: tagged, with bookmarks, with a destination for each bookmark of a document."""


def program() -> str | None:
    """Path of LibreOffice on this machine, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_pdf(content: bytes, suffix: str) -> bytes:
    """A deck or document as PDF; raises CannotDraw."""
    return convert({f"source{suffix}": content})[f"source{suffix}"]


def convert(files: Mapping[str, bytes], settings: Sequence[tuple[str, str, str]] = ()) -> dict[str, bytes]:
    """Decks and documents as PDF, all in one run, by the same names; raises CannotDraw."""
    soffice = program()
    if soffice is None:
        raise CannotDraw("LibreOffice is not installed here (no soffice on the path)")
    with tempfile.TemporaryDirectory(prefix="deckbuild-") as folder:
        sources = {name: Path(folder, f"{number}{Path(name).suffix}") for number, name in enumerate(files)}
        for name, source in sources.items():
            source.write_bytes(files[name])
        profile = Path(folder, "profile", "user")
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_registry((*_SAFE, *settings)), encoding="utf-8")
        command = [soffice, f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore",
                   "--convert-to", "pdf", "--outdir", folder, *map(str, sources.values())]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            raise CannotDraw(f"LibreOffice took more than {TIMEOUT} s") from None
        made = {name: source.with_suffix(".pdf") for name, source in sources.items()}
        if not all(pdf.is_file() for pdf in made.values()):
            raise CannotDraw("LibreOffice made no PDF of it")
        return {name: pdf.read_bytes() for name, pdf in made.items()}


def _registry(settings: Sequence[tuple[str, str, str]]) -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in settings
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    return f"{head}\n{items}</oor:items>\n"


def page_pictures(content: bytes, suffix: str, most: int, width: int) -> list[bytes]:
    """PNGs of the first pages of a deck or document, `width` pixels wide; raises CannotDraw."""
    import pypdfium2

    document = pypdfium2.PdfDocument(to_pdf(content, suffix))
    try:
        pictures = []
        for number in range(min(most, len(document))):
            page, out = document[number], io.BytesIO()
            page.render(scale=width / page.get_width()).to_pil().save(out, "PNG", optimize=False)
            pictures.append(out.getvalue())
        return pictures
    finally:
        document.close()


class LibreOffice:
    """Draws with LibreOffice."""

    def __init__(self) -> None:
        soffice = program()
        if soffice is None:
            raise CannotDraw("LibreOffice is not installed here (no soffice on the path)")
        said = subprocess.run([soffice, "--version"], capture_output=True, text=True, timeout=60, check=False).stdout
        self.name = said.strip() or "LibreOffice"

    def draw(self, deck: bytes, numbers: Sequence[int], width: int) -> Mapping[int, bytes]:
        """See `Renderer.draw`."""
        import pypdfium2

        document = pypdfium2.PdfDocument(to_pdf(deck, ".pptx"))
        try:
            pictures = {}
            for number in numbers:
                page = document[number - 1]
                out = io.BytesIO()
                page.render(scale=width / page.get_width()).to_pil().save(out, "PNG", optimize=False)
                pictures[number] = out.getvalue()
            return pictures
        finally:
            document.close()
