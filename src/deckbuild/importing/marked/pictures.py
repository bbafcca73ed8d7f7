"""Pictures that a text names -> files beside the lesson; what lies elsewhere is never fetched."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from deckbuild.importing.deck.contents import ALT_WANTED, Fields
from deckbuild.importing.draft import Filed, Origin
from deckbuild.importing.marked.blocks import Picture
from deckbuild.importing.reading import Remark
from deckbuild.load.pictures import read_picture
from deckbuild.load.refused import RefusedFileError
from deckbuild.runs import plain
from deckbuild.workspace import OutsideProject, Workspace


class Pictures:
    """Finds pictures beside a text and keeps them."""

    def __init__(self, near: Workspace | None) -> None:
        self._beside = near
        self.files: dict[str, bytes] = {}
        self.left_out: list[Remark] = []
        self._taken: dict[str, str] = {}

    def body(self, picture: Picture, origin: Origin, comments: list[str]) -> Fields:
        """The body of a slide with it; {} where it can't be had."""
        name = self.file(picture, origin)
        if not name:
            return {}
        alt = plain(picture.alt).strip()
        if not alt:
            comments.append(ALT_WANTED)
        caption = {"caption": picture.title} if picture.title else {}
        return {"image": {"file": Filed(name), "alt": alt or "Picture", **caption}}

    def file(self, picture: Picture, origin: Origin) -> str:
        """Name of the picture among the lesson's files; "" where it can't be had."""
        address = picture.address.partition("?")[0].partition("#")[0]
        if not address or re.match(r"[a-zA-Z][\w+.-]*:|//", address):
            self.left_out.append(Remark(f"a picture that lies elsewhere: {picture.address[:100]}", origin))
            return ""
        if address in self._taken:
            return self._taken[address]
        content = self._near(address)
        if content is None:
            self.left_out.append(Remark(f"a picture that is not there: {address[:100]}", origin))
            return ""
        try:
            asset = read_picture(content)
        except RefusedFileError as reason:
            self.left_out.append(Remark(f"the picture {address[:100]}, which {reason}", origin))
            return ""
        stem = re.sub(r"[^\w.-]+", "-", PurePosixPath(address).stem) or "picture"
        ending = "jpg" if asset.kind == "jpeg" else asset.kind
        name, number = f"{stem}.{ending}", 2
        while name in self.files and self.files[name] != asset.content:
            name, number = f"{stem}-{number}.{ending}", number + 1
        self.files[name] = asset.content
        self._taken[address] = name
        return name

    def _near(self, address: str) -> bytes | None:
        """A file that lies beside the text, or one folder up as lessons of The Carpentries have it."""
        if self._beside is None:
            return None
        for path in (unquote(address), unquote(address).removeprefix("../").lstrip("/")):
            try:
                content: bytes = self._beside.read(PurePosixPath(path))
                return content
            except (OSError, OutsideProject, ValueError):
                continue
        return None

    def lost(self, picture: Picture) -> bool:
        """Whether a picture will not be among the lesson's files, or says nothing there."""
        address = picture.address.partition("?")[0].partition("#")[0]
        elsewhere = not address or bool(re.match(r"[a-zA-Z][\w+.-]*:|//", address))
        return picture.ground or elsewhere or self._near(address) is None
