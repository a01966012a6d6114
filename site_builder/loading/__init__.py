"""Reading a catalogue: files → located values → frozen records, problems collected."""

from site_builder.loading.document import Document
from site_builder.loading.folder import Loaded, Progress, load_catalogue

__all__ = ["Document", "Loaded", "Progress", "load_catalogue"]
