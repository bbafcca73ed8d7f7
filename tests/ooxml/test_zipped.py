"""The zips that we write are read back by Python's own reader, entry by entry, and do not depend on what was written before."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.ooxml.zipped import Entry, zipped

DATE = (2026, 11, 24, 18, 47, 54)
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0\\", exclude_categories=("Cs", "Cc")), min_size=1)
ENTRIES = st.lists(
    st.builds(Entry, NAMES, st.binary(max_size=300) | st.binary(max_size=3).map(lambda some: some * 50_000), st.booleans()),
    unique_by=lambda entry: entry.name,
)  # fmt: skip


@given(ENTRIES)
def test_what_was_put_in_comes_out(entries: list[Entry]) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(entries, DATE))) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
        assert [info.filename for info in infos] == [entry.name for entry in entries]
        assert [archive.read(info) for info in infos] == [entry.content for entry in entries]
        assert {info.date_time for info in infos} <= {DATE}
        stored = [info.compress_type == zipfile.ZIP_STORED for info in infos]

    assert stored == [entry.stored for entry in entries]


def test_the_same_entries_are_the_same_bytes_as_those_of_pythons_own_writer() -> None:
    entries = [Entry("a.xml", b"<a/>" * 100), Entry("b/c.png", b"\x89PNG", stored=True)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for entry in entries:
            info = zipfile.ZipInfo(entry.name, DATE)
            info.compress_type = zipfile.ZIP_STORED if entry.stored else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 0, 0
            archive.writestr(info, entry.content)
    theirs = zipfile.ZipFile(out).infolist()
    ours = zipfile.ZipFile(io.BytesIO(zipped(entries, DATE))).infolist()

    assert [(one.CRC, one.compress_size, one.header_offset) for one in ours] == [
        (one.CRC, one.compress_size, one.header_offset) for one in theirs
    ]
