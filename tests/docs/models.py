"""Every model that an editor fills."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.champs import Modele
from site_builder.model.kinds import KINDS, SITE
from site_builder.model.reference import models_in


def find_models() -> Iterator[type[Modele]]:
    """Yield every kind of record and every part of one."""
    waiting = [kind.model for kind in (*KINDS.values(), SITE)]
    seen: set[type[Modele]] = set()
    for model in waiting:
        if model not in seen:
            seen.add(model)
            yield model
            waiting += (m for f in model.model_fields.values() for m in models_in(f.annotation))


MODELS = list(find_models())
