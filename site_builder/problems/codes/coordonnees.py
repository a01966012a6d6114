"""Telephones, e-mails, web addresses: CAT-V30x to CAT-V32x."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-V301",
        severity=Severity.ERREUR,
        titre="Numéro de téléphone illisible",
        message="«\u00a0{value}\u00a0» n’est pas un numéro de téléphone",
        label="numéro illisible",
        pourquoi="Un numéro que le téléphone ne peut pas composer coupe la personne de son "
        "interlocuteur.",
        remede="N’écrivez que le numéro, un seul par champ\u202f; une précision («\u00a0poste "
        "12\u00a0», les horaires) va dans un autre champ.",
        mauvais="telephone: 01 99 00 12 34 (accueil)",
        bon="telephone: 01 99 00 12 34\nprecisions: Accueil",
    ),
    Rule(
        code="CAT-V302",
        severity=Severity.ERREUR,
        titre="Numéro de téléphone trop court ou trop long",
        message="un numéro de téléphone français compte 10 chiffres\u202f; celui-ci en a {count}",
        label="{count} chiffres",
        pourquoi="Un numéro que le téléphone ne peut pas composer coupe la personne de son "
        "interlocuteur.",
        remede="Comptez les chiffres, et vérifiez que le 0 du début n’a pas été perdu.",
        mauvais="telephone: 199001234",
        bon="telephone: 01 99 00 12 34",
    ),
    Rule(
        code="CAT-V303",
        severity=Severity.ERREUR,
        titre="Numéro de téléphone inexistant",
        message="aucun numéro français ne s’écrit «\u00a0{value}\u00a0»",
        label="numéro inexistant",
        pourquoi="Ce numéro n’est dans aucune des tranches ouvertes en France\u00a0: l’appel ne "
        "peut pas aboutir.",
        remede="Vérifiez le numéro auprès de la structure. Les numéros courts (115, 39 49) "
        "s’écrivent tels quels.",
        mauvais="telephone: 12 34",
        bon="telephone: 39 49",
    ),
    Rule(
        code="CAT-V304",
        severity=Severity.ERREUR,
        titre="Numéro de téléphone étranger",
        message="«\u00a0{value}\u00a0» est un numéro étranger (indicatif +{country})",
        label="numéro étranger",
        pourquoi="Le catalogue ne publie que des numéros français, de métropole et d’outre-mer.",
        remede="Donnez le numéro français de la structure, ou son courriel.",
        mauvais="telephone: +44 20 7946 0123",
        bon="telephone: 01 99 00 12 34",
    ),
    Rule(
        code="CAT-V305",
        severity=Severity.ERREUR,
        titre="Numéro de téléphone surtaxé",
        message="«\u00a0{value}\u00a0» est un numéro surtaxé",
        label="numéro surtaxé",
        pourquoi="Un service public ne fait pas payer l’appel de la personne qui cherche de "
        "l’aide.",
        remede="Donnez un numéro sans surcoût, ou le courriel de la structure.",
        mauvais="telephone: 0 899 00 00 00",
        bon="telephone: 01 99 00 12 34",
    ),
    Rule(
        code="CAT-V310",
        severity=Severity.ERREUR,
        titre="Adresse électronique mal formée",
        message="«\u00a0{value}\u00a0» n’est pas une adresse électronique",
        label="adresse mal formée",
        pourquoi="Un message envoyé à cette adresse se perdrait.",
        remede="Écrivez une seule adresse, sans espace, avec des points et non des virgules.",
        mauvais="courriel: contact@exemple,fr",
        bon="courriel: contact@exemple.fr",
    ),
    Rule(
        code="CAT-V311",
        severity=Severity.ERREUR,
        titre="Arobase absente",
        message="il manque l’arobase dans l’adresse électronique «\u00a0{value}\u00a0»",
        label="@ absente",
        pourquoi="Un message envoyé à cette adresse se perdrait.",
        remede="Ajoutez le signe @ entre le nom et le domaine.",
        mauvais="courriel: contact.exemple.fr",
        bon="courriel: contact@exemple.fr",
    ),
    Rule(
        code="CAT-V320",
        severity=Severity.ERREUR,
        titre="Adresse web non sécurisée",
        message="l’adresse «\u00a0{value}\u00a0» commence par http et non par https",
        label="http sans s",
        pourquoi="Une page en http peut être lue et modifiée en chemin\u202f; les navigateurs "
        "avertissent leurs visiteurs.",
        remede="Remplacez http par https, et vérifiez dans un navigateur que la page s’ouvre.",
        mauvais="site_web: http://www.exemple.fr",
        bon="site_web: https://www.exemple.fr",
    ),
    Rule(
        code="CAT-V321",
        severity=Severity.ERREUR,
        titre="Adresse web incomplète",
        message="l’adresse «\u00a0{value}\u00a0» est incomplète",
        label="début absent",
        pourquoi="Sans son début, le navigateur chercherait cette adresse à l’intérieur de notre "
        "propre site.",
        remede="Commencez l’adresse par «\u00a0https://\u00a0», ou un lien de courriel par "
        "«\u00a0mailto:accueil@exemple.fr\u00a0».",
        mauvais="site_web: www.exemple.fr",
        bon="site_web: https://www.exemple.fr",
    ),
    Rule(
        code="CAT-V322",
        severity=Severity.ERREUR,
        titre="Sorte d’adresse refusée",
        message="une adresse «\u00a0{scheme}\u00a0» n’est pas acceptée ici (sont "
        "acceptées\u00a0: {allowed})",
        label="{scheme} refusé",
        pourquoi="Certaines sortes d’adresse exécutent du code ou ouvrent un fichier dans le "
        "navigateur du visiteur.",
        remede="Donnez une adresse qui commence par «\u00a0https://\u00a0».",
        mauvais="site_web: ftp://exemple.fr",
        bon="site_web: https://www.exemple.fr",
    ),
    Rule(
        code="CAT-V323",
        severity=Severity.ERREUR,
        titre="Adresse web mal formée",
        message="«\u00a0{value}\u00a0» n’est pas une adresse web",
        label="adresse mal formée",
        pourquoi="Le lien ne mènerait nulle part, ou mènerait ailleurs que là où il le dit.",
        remede="Copiez l’adresse depuis la barre du navigateur\u00a0: ni espace, ni caractère "
        "invisible, un nom de site complet.",
        mauvais="site_web: https://exemple fr",
        bon="site_web: https://www.exemple.fr",
    ),
    Rule(
        code="CAT-V324",
        severity=Severity.ERREUR,
        titre="Identifiant dans une adresse web",
        message="l’adresse web contient un identifiant avant le signe @",
        label="identifiant",
        pourquoi="Un nom ou un mot de passe dans une adresse serait publié, et peut tromper le "
        "visiteur sur le site qu’il ouvre.",
        remede="Retirez ce qui se trouve entre «\u00a0https://\u00a0» et le signe @.",
        mauvais="site_web: https://nom@exemple.fr",
        bon="site_web: https://exemple.fr",
    ),
)
