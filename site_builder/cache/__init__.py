"""What is kept on the disk from one run to the next, and how to tell that files have not changed.

Nothing here is needed: a cache that is missing, damaged, or made by another version of the program
is as good as none.
"""

from site_builder.cache.stamps import Content, Stamp, is_same, read_tree, stamp_of
from site_builder.cache.store import VARIABLE, Store, find_folder

__all__ = [
    "VARIABLE",
    "Content",
    "Stamp",
    "Store",
    "find_folder",
    "is_same",
    "read_tree",
    "stamp_of",
]
