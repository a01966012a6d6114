"""Reading a catalogue: files → located values → frozen records, problems collected."""

from site_builder.loading.document import Document
from site_builder.loading.folder import Loaded, Progress, load_catalogue, read_source
from site_builder.loading.logo import Logo, read_logo
from site_builder.loading.memo import Known, Memo, Spread, read_anew
from site_builder.loading.packing import Packed, pack_files, unpack_files
from site_builder.loading.result import FileResult, load_file, place_of

__all__ = [
    "Document",
    "FileResult",
    "Known",
    "Loaded",
    "Logo",
    "Memo",
    "Packed",
    "Progress",
    "Spread",
    "load_catalogue",
    "load_file",
    "pack_files",
    "place_of",
    "read_anew",
    "read_logo",
    "read_source",
    "unpack_files",
]
