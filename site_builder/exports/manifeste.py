"""The web application manifest: what a device needs to install the site.

https://www.w3.org/TR/appmanifest/
"""

from __future__ import annotations

import json

from site_builder.model.site import Site

URI = "manifest.webmanifest"

# As in docs/assets/stylesheets/cat-base.css.
_PRINCIPALE = "#1d4f5c"
_FOND = "#faf7f2"
_IMAGES = "assets/images"


def describe_manifest(site: Site, name: str, description: str | None) -> str:
    """Return the manifest, in JSON.

    ``name`` and ``description`` are the site's, plain text. Addresses are relative to the
    manifest, which stands at the root of the site, wherever that is.
    """
    charte = site.charte
    manifest = {
        "name": name,
        "short_name": site.nom_court or name,
        "description": description,
        "lang": "fr",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        # With a way back where the browser has one, as a phone without a button for it needs.
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "theme_color": (charte and charte.couleur_principale) or _PRINCIPALE,
        "background_color": _FOND,
        "icons": [
            {"src": f"{_IMAGES}/repere.svg", "sizes": "any", "type": "image/svg+xml"},
            *(
                {
                    "src": f"{_IMAGES}/repere-{size}.png",
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                }
                for size in (192, 512)
            ),
            {
                "src": f"{_IMAGES}/repere-plein-512.png",
                "sizes": "512x512",
                "type": "image/png",
                "purpose": "maskable",
            },
        ],
    }
    known = {key: value for key, value in manifest.items() if value is not None}
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"
