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
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def program() -> str | None:
    """Path of LibreOffice on this machine, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_pdf(content: bytes, suffix: str) -> bytes:
    """A deck or document as PDF; raises CannotDraw."""
    soffice = program()
    if soffice is None:
        raise CannotDraw("LibreOffice is not installed here (no soffice on the path)")
    with tempfile.TemporaryDirectory(prefix="deckbuild-") as folder:
        source = Path(folder, "source" + suffix)
        source.write_bytes(content)
        profile = Path(folder, "profile", "user")
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [soffice, f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore",
                   "--convert-to", "pdf", "--outdir", folder, str(source)]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            raise CannotDraw(f"LibreOffice took more than {TIMEOUT} s") from None
        made = source.with_suffix(".pdf")
        if not made.is_file():
            raise CannotDraw("LibreOffice made no PDF of it")
        return made.read_bytes()


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
