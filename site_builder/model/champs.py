"""The types of the fields that records are made of.

The reader hands every scalar over as text; a type here decides what the text means and
refuses it with a code of the register, so that the loader can say where and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

# Whoever declares fields does so in one of these.
from site_builder.model.modele import Fiche as Fiche  # noqa: PLC0414
from site_builder.model.modele import Modele as Modele  # noqa: PLC0414
from site_builder.model.validation import (
    as_list,
    number_of,
    percentage,
    positive,
    refusing,
    whole,
)
from site_builder.vocabulary.adresses_web import parse_lien, parse_site_web
from site_builder.vocabulary.courriels import parse_courriel
from site_builder.vocabulary.dates import parse_date
from site_builder.vocabulary.nombres import parse_nombre
from site_builder.vocabulary.oui_non import parse_oui_non
from site_builder.vocabulary.siret import parse_siret
from site_builder.vocabulary.telephones import Telephone, parse_telephone
from site_builder.vocabulary.value import Vocabulary

_FEW_VALUES = 20


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks a text shown to the public; ``riche`` when restricted Markdown is allowed."""

    riche: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field that holds the slug of a record of ``kind`` (its folder's name).

    Nothing is checked here: whether the record exists is a rule across records.
    """

    kind: str


@dataclass(frozen=True, slots=True)
class Ferme:
    """Marks a field that takes one value of ``vocabulary`` and refuses any other."""

    vocabulary: Vocabulary

    def _check(self, value: str) -> str:
        if value not in self.vocabulary:
            # Sixty values would hide the sentence; the guide has room for them.
            few = len(self.vocabulary) <= _FEW_VALUES
            values = ", ".join(self.vocabulary.values) if few else "voir le guide du format"
            context = {"nearest": self.vocabulary.nearest(value) or "", "values": values}
            raise PydanticCustomError("CAT-M004", "not in the list", context)
        return value

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, core_schema.str_schema())

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "enum": list(self.vocabulary.values),
            "markdownEnumDescriptions": [
                f"**{entry.label}** — {entry.description}" for entry in self.vocabulary
            ],
        }


@dataclass(frozen=True, slots=True)
class Longueur:
    """Marks a text of ``limite`` characters at most, on one line unless ``lignes``.

    pydantic's own limit would encode each text to count it, and keep that second copy.
    """

    limite: int
    lignes: bool = False

    def _check(self, value: str) -> str:
        if len(value) > self.limite:
            raise PydanticKnownError("string_too_long", {"max_length": self.limite})
        if "\n" in value and not self.lignes:
            raise PydanticCustomError("CAT-M011", "one line only")
        return value

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "maxLength": self.limite}


# A YAML list; a single value standing alone is taken for a list of one.
Liste = BeforeValidator(as_list)

_LIGNE = 300
_TEXTE = 20_000
_RESUME = 300
_MOT = 100

Nom = Annotated[str, Longueur(200), Prose(riche=False)]
Ligne = Annotated[str, Longueur(_LIGNE), Prose(riche=False)]
Resume = Annotated[str, Longueur(_RESUME, lignes=True), Prose(riche=False)]
Texte = Annotated[str, Longueur(_TEXTE, lignes=True), Prose(riche=True)]
# What people type, read by the search alone: the rules on texts for the public do not apply.
Mot = Annotated[str, Longueur(_MOT)]

Jour = Annotated[
    date,
    PlainValidator(refusing(parse_date)),
    PlainSerializer(lambda jour: jour.isoformat(), return_type=str),
    WithJsonSchema({"type": "string", "format": "date"}),
]


_number = refusing(parse_nombre)

Nombre = Annotated[
    Decimal,
    PlainValidator(_number),
    PlainSerializer(number_of, return_type=Any),
    WithJsonSchema({"type": "number"}),
]
# Degrees: a decimal point, and as many digits as wanted (three would be refused in a number).
Degres = Annotated[
    str,
    Field(pattern=r"^-?[0-9]{1,3}(\.[0-9]+)?$"),
    AfterValidator(float),
    PlainSerializer(float, return_type=float),
    WithJsonSchema({"type": "number"}),
]
Montant = Annotated[Nombre, AfterValidator(positive)]
Pourcentage = Annotated[Nombre, AfterValidator(positive), AfterValidator(percentage)]
Entier = Annotated[
    int,
    PlainValidator(lambda value: whole(positive(_number(value)))),
    WithJsonSchema({"type": "integer", "minimum": 0}),
]


OuiNon = Annotated[
    bool,
    PlainValidator(refusing(parse_oui_non)),
    WithJsonSchema({"enum": ["oui", "non", True, False]}),
]
NumeroTelephone = Annotated[
    Telephone,
    PlainValidator(refusing(parse_telephone)),
    PlainSerializer(lambda numero: numero.data_inclusion, return_type=str),
    WithJsonSchema({"type": "string"}),
]
Courriel = Annotated[
    str,
    AfterValidator(refusing(parse_courriel)),
    WithJsonSchema({"type": "string", "format": "email"}),
]
SiteWeb = Annotated[
    str,
    AfterValidator(refusing(parse_site_web)),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://"}),
]
Lien = Annotated[
    str,
    AfterValidator(refusing(parse_lien)),
    WithJsonSchema({"type": "string", "pattern": "^(https://|mailto:|tel:)"}),
]
Siret = Annotated[
    str,
    AfterValidator(refusing(parse_siret)),
    WithJsonSchema({"type": "string", "pattern": "^[0-9 ]{14,}$"}),
]


def champ(
    titre: str, description: str, exemple: object, *, defaut: Any = None, **rules: Any
) -> Any:
    """Declare an optional field with its French title, description and example."""
    return Field(default=defaut, title=titre, description=description, examples=[exemple], **rules)


def obligatoire(titre: str, description: str, exemple: object, **rules: Any) -> Any:
    """Declare a field that an editor has to fill."""
    return Field(title=titre, description=description, examples=[exemple], **rules)
