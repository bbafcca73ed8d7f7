"""What the readers of pictures and tables raise, and `assets.py` turns into a message at the path that was written."""

from __future__ import annotations


class RefusedFileError(Exception):
    """The file can't be used: a code, what is wrong (to go on after the file's name), and a hint."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
