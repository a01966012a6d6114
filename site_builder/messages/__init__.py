"""How problems are shown: on a terminal, as JSON lines, to GitHub, as SARIF.

Every formatter takes problems in any order, sorts them itself, and returns text that is
empty or ends with a line feed. Content is untrusted: nothing of a catalogue reaches an
output as a control character (see ``printable``).
"""

from site_builder.messages.github import format_github
from site_builder.messages.json_lines import format_json
from site_builder.messages.reference import describe_codes_markdown, explain, nearest_code
from site_builder.messages.sarif import format_sarif
from site_builder.messages.summary import summarise
from site_builder.messages.text import format_text

__all__ = [
    "describe_codes_markdown",
    "explain",
    "format_github",
    "format_json",
    "format_sarif",
    "format_text",
    "nearest_code",
    "summarise",
]
