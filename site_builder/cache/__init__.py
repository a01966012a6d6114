"""What is kept on the disk from one run to the next, and how to tell that files have not changed.

Nothing here is needed: a cache that is missing, damaged, or made by another version of the program
is as good as none.
"""

from site_builder.cache.blocks import Blocks, Span, write_blocks
from site_builder.cache.former import Former, Memory
from site_builder.cache.stamps import (
    Content,
    OwnTree,
    Stamp,
    Tree,
    are_of_one_writing,
    compare_tree,
    inode_of,
    own_stamp,
    read_own_tree,
    read_tree,
    stamp_of,
)
from site_builder.cache.store import VARIABLE, Store, find_folder, name_of

__all__ = [
    "VARIABLE",
    "Blocks",
    "Content",
    "Former",
    "Memory",
    "OwnTree",
    "Span",
    "Stamp",
    "Store",
    "Tree",
    "are_of_one_writing",
    "compare_tree",
    "find_folder",
    "inode_of",
    "name_of",
    "own_stamp",
    "read_own_tree",
    "read_tree",
    "stamp_of",
    "write_blocks",
]
