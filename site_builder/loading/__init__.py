"""Reading a catalogue: files → located values → frozen records, problems collected."""

from site_builder.loading.document import Document
from site_builder.loading.folder import Loaded, Progress, load_catalogue
from site_builder.loading.logo import Logo, read_logo

__all__ = ["Document", "Loaded", "Logo", "Progress", "load_catalogue", "read_logo"]
