"""What browsers are told to refuse, and the files that tell web servers to say so.

The same policy stands in each page, where it holds whatever the server is, and in the headers,
which alone can say who may frame a page. Three dialects: ``_headers`` of static hosts such as
Netlify and Cloudflare Pages, ``.htaccess`` of Apache, and an ``nginx.conf`` to include.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from site_builder.folders import folders_of

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""What pages may load and do: their own site's files, and send no form."""

TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types catalogue"
"""Scripts may turn no text into a script, but through docs/assets/javascripts/confiance.mjs."""

PAGE_POLICIES = (CONTENT_POLICY, TRUSTED_TYPES)
"""The policies that a page can say itself, each in a ``meta`` of its own."""

# What a page of the site never asks for. Copying a link and printing are all that it does.
_UNUSED = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)

FOREVER = "public, max-age=31536000, immutable"
"""For a file whose name changes with its content."""
ASK_AGAIN = "no-cache"
"""For the others: a browser keeps them, and asks each time whether they changed."""

# « catalogue.4ff1087d.css »: eight digits of a hash before the extension.
_HASHED = r"\.[0-9a-f]{8}\.[a-z0-9]+$"


def describe_headers(frame_ancestors: Sequence[str] = ()) -> dict[str, str]:
    """Return the headers of every answer.

    ``frame_ancestors`` are the origins (``https://…``, or ``self``) whose pages may show the
    site in a frame; none may by default.
    """
    ancestors = " ".join(map(_quote_keyword, frame_ancestors)) or "'none'"
    policies = (CONTENT_POLICY, f"frame-ancestors {ancestors}", TRUSTED_TYPES)
    return {
        "Content-Security-Policy": "; ".join(policies),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def _quote_keyword(ancestor: str) -> str:
    return "'self'" if ancestor == "self" else ancestor


def describe_servers(
    files: Collection[str], *, root: str = "/", frame_ancestors: Sequence[str] = ()
) -> dict[str, str]:
    """Return the texts of the files for servers, by name.

    ``files`` are the paths of the site's files, relative to it; ``root`` is the path of the
    site's address, with its slashes: ``/`` or ``/catalogue/``.
    """
    headers = describe_headers(frame_ancestors)
    return {
        "_headers": _describe_static_hosts(headers, files, root),
        ".htaccess": _describe_apache(headers, root),
        "nginx.conf": _describe_nginx(headers, root),
    }


def _describe_static_hosts(headers: dict[str, str], files: Collection[str], root: str) -> str:
    # These hosts join the values of a header that two rules give, and ask again for what no rule
    # lets a browser keep: only the files kept for ever have a rule.
    rules = [(f"{root}*", headers)]
    rules += [(f"{root}{path}", {"Cache-Control": FOREVER}) for path in _find_hashed(files)]
    return "\n".join(_describe_rule(path, values) for path, values in rules)


def _describe_rule(path: str, headers: dict[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def _find_hashed(files: Iterable[str]) -> list[str]:
    """Return hashed files, and ``folder/*`` for a folder that holds nothing else, sorted.

    Hosts read a hundred rules at most; an index has more files than that.
    """
    hashed: dict[str, list[str]] = {}
    others: list[str] = []
    for path in files:
        # The name of a hashed file has two dots at least, and few others have.
        if path.count(".") > 1 and re.search(_HASHED, path):
            hashed.setdefault(path.rpartition("/")[0], []).append(path)
        else:
            others.append(path)
    mixed = folders_of([*others, *hashed])
    found: list[str] = []
    for folder, paths in hashed.items():
        found += [f"{folder}/*"] if len(paths) > 1 and folder not in mixed else paths
    return sorted(found)


def _describe_apache(headers: dict[str, str], root: str) -> str:
    said = "\n".join(f'  Header always set {name} "{value}"' for name, value in headers.items())
    return f"""\
# Apache 2.4. « AllowOverride All » doit le permettre, ou copiez ces lignes dans la configuration.
Options -Indexes
ErrorDocument 404 {root}404.html
AddDefaultCharset utf-8
AddType text/javascript .mjs
AddType text/plain .yml
AddType application/manifest+json .webmanifest

<IfModule mod_headers.c>
{said}
  Header always set Cache-Control "{ASK_AGAIN}"
  <FilesMatch "{_HASHED}">
    Header always set Cache-Control "{FOREVER}"
  </FilesMatch>
</IfModule>

<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/javascript text/plain
  AddOutputFilterByType DEFLATE application/json application/xml application/manifest+json
  AddOutputFilterByType DEFLATE image/svg+xml
</IfModule>
"""


def _describe_nginx(headers: dict[str, str], root: str) -> str:
    said = "\n".join(f'add_header {name} "{value}" always;' for name, value in headers.items())
    return f"""\
# nginx, dans le bloc « server » du site : include /chemin/du/site/nginx.conf;
# Un bloc « location » qui a ses propres « add_header » perd ceux-ci : incluez-y ce fichier aussi.
error_page 404 {root}404.html;
charset utf-8;

{said}

set $catalogue_cache "{ASK_AGAIN}";
if ($uri ~ "{_HASHED}") {{
  set $catalogue_cache "{FOREVER}";
}}
add_header Cache-Control $catalogue_cache always;

gzip on;
gzip_vary on;
gzip_types text/css text/javascript text/plain application/javascript application/json
  application/manifest+json application/xml image/svg+xml;

# Des types que d’anciennes versions ne connaissent pas.
location ~ \\.mjs$ {{
  types {{ }}
  default_type text/javascript;
}}
location ~ \\.yml$ {{
  types {{ }}
  default_type text/plain;
}}
location ~ \\.webmanifest$ {{
  types {{ }}
  default_type application/manifest+json;
}}
"""
