"""Building and publishing the site: CAT-B9xx."""

from __future__ import annotations

from site_builder.problems.codes.rule import Rule
from site_builder.problems.problem import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        code="CAT-B901",
        severity=Severity.ERREUR,
        titre="La sortie n’est pas un dossier ordinaire",
        message="le site ne peut pas être construit dans « {value} », qui est {reason}",
        label="sortie refusée",
        pourquoi="Le site est mis en place d’un seul coup, en échangeant deux dossiers. Un "
        "fichier, un lien symbolique ou un point de montage ne peut pas être échangé ainsi.",
        remede="Choisissez un autre dossier de sortie, ou indiquez le vrai chemin du dossier. "
        "Sur un point de montage, construisez dans un de ses sous-dossiers.",
    ),
    Rule(
        code="CAT-B902",
        severity=Severity.ERREUR,
        titre="La sortie contient les sources",
        message="le site ne peut pas remplacer « {value} », qui contient « {source} »",
        label="sortie refusée",
        pourquoi="Publier remplace tout le dossier de sortie. Les fichiers du catalogue, ou le "
        "dossier où vous travaillez, seraient supprimés.",
        remede="Choisissez un dossier qui ne sert qu’au site, par exemple « site ».",
    ),
    Rule(
        code="CAT-B903",
        severity=Severity.ERREUR,
        titre="La sortie contient autre chose qu’un site",
        message="le dossier « {value} » contient autre chose qu’un site construit ; rien n’y a "
        "été changé",
        label="sortie refusée",
        pourquoi="Publier remplace tout le dossier de sortie. Un dossier n’est remplacé que s’il "
        "est vide, ou s’il contient un site : « index.html », « 404.html » et « sitemap.xml », "
        "sans dossier « .git ».",
        remede="Choisissez un autre dossier de sortie, ou videz celui-ci s’il ne contient rien "
        "d’utile.",
    ),
    Rule(
        code="CAT-B904",
        severity=Severity.ERREUR,
        titre="Disque plein",
        message="il n’y a plus de place sur le disque pour construire « {value} » ; le site en "
        "ligne n’a pas changé",
        label="disque plein",
        pourquoi="Le nouveau site est construit à côté de l’ancien avant de le remplacer : il "
        "faut la place pour les deux.",
        remede="Libérez de la place sur le disque, puis recommencez.",
    ),
    Rule(
        code="CAT-B905",
        severity=Severity.ERREUR,
        titre="Écriture impossible",
        message="« {value} » ne peut pas être construit : {reason} ; le site en ligne n’a pas "
        "changé",
        label="écriture impossible",
        pourquoi="Le site est construit dans un dossier voisin de la sortie : il faut pouvoir "
        "écrire dans le dossier qui la contient.",
        remede="Vérifiez les droits sur le dossier qui contient la sortie et sur les fichiers "
        "du projet, puis recommencez.",
    ),
    Rule(
        code="CAT-B906",
        severity=Severity.ERREUR,
        titre="Une autre construction n’en finit pas",
        message="une autre construction de « {value} » n’en finit pas ; le site en ligne n’a "
        "pas changé",
        label="construction en cours",
        pourquoi="Deux constructions ne mettent jamais leur site en place en même temps : la "
        "seconde attend la première, mais pas indéfiniment.",
        remede="Attendez la fin de l’autre construction, ou arrêtez-la, puis recommencez.",
    ),
    Rule(
        code="CAT-B907",
        severity=Severity.ERREUR,
        titre="Une autre construction a changé le site entre-temps",
        message="une autre construction a changé « {value} » pendant celle-ci ; le site en ligne "
        "est le sien",
        label="site changé entre-temps",
        pourquoi="Les pages qui n’ont pas changé sont reprises du site en ligne. Si une autre "
        "construction le remplace entre-temps, ce ne sont plus celles qui étaient attendues.",
        remede="Recommencez la construction.",
    ),
    Rule(
        code="CAT-B910",
        severity=Severity.ERREUR,
        titre="Page absente du site construit",
        message="« {value} » manque dans le site construit",
        label="page absente",
        pourquoi="Une page prévue qui n’est pas écrite donne une erreur au visiteur qui la "
        "demande.",
        remede="Reconstruisez le site. Si la page manque encore, signalez-le : le défaut vient "
        "du programme ou d’un réglage de « mkdocs.yml », non du contenu d’une fiche.",
    ),
    Rule(
        code="CAT-B911",
        severity=Severity.ERREUR,
        titre="Page vide",
        message="« {value} » est vide dans le site construit",
        label="page vide",
        pourquoi="Le visiteur verrait une page blanche.",
        remede="Reconstruisez le site. Si la page est encore vide, signalez-le : le défaut vient "
        "du programme, non du contenu d’une fiche.",
    ),
    Rule(
        code="CAT-B912",
        severity=Severity.ERREUR,
        titre="Lien vers une page qui n’existe pas",
        message="le lien « {value} » mène à « {target} », qui n’existe pas{others}",
        label="lien cassé",
        pourquoi="Le visiteur qui suit ce lien arrive sur une erreur.",
        remede="Corrigez l’adresse du lien, ou créez la page ou le fichier qu’il vise. Un lien "
        "vers un fichier « .md » ou « .yml » n’est corrigé que si ce fichier est une page du "
        "site.",
    ),
    Rule(
        code="CAT-B913",
        severity=Severity.ERREUR,
        titre="Lien vers une partie de page qui n’existe pas",
        message="le lien « {value} » vise « #{fragment} », qui n’existe pas dans {where}{others}",
        label="ancre absente",
        pourquoi="Le visiteur arrive en haut de la page au lieu de la partie annoncée, et les "
        "lecteurs d’écran perdent leur place.",
        remede="Corrigez la fin du lien, après « # ». Le titre visé a peut-être été reformulé : "
        "l’ancre d’un titre suit ses mots.",
    ),
    Rule(
        code="CAT-B914",
        severity=Severity.ERREUR,
        titre="Sorte de lien interdite",
        message="le lien « {value} » n’est pas d’une sorte permise{others}",
        label="lien interdit",
        pourquoi="Seuls les liens « https », « mailto » (courriel) et « tel » (téléphone) sont "
        "sûrs. Un lien « javascript » peut exécuter du code chez le visiteur.",
        remede="Remplacez le lien par une adresse de site en « https », une adresse de courriel "
        "ou un numéro de téléphone.",
    ),
    Rule(
        code="CAT-B915",
        severity=Severity.AVERTISSEMENT,
        titre="Lien non chiffré",
        message="le lien « {value} » n’est pas chiffré{others}",
        label="http sans s",
        pourquoi="Ce que le visiteur lit ou envoie par une adresse « http:// » peut être lu et "
        "modifié en chemin.",
        remede="Essayez la même adresse avec « https:// » : presque tous les sites l’acceptent.",
    ),
    Rule(
        code="CAT-B916",
        severity=Severity.ERREUR,
        titre="Lien qui sort du site",
        message="le lien « {value} » sort du site{others}",
        label="hors du site",
        pourquoi="Le lien remonte plus haut que l’accueil du site : ce qu’il vise n’en fait pas "
        "partie et ne peut pas être vérifié.",
        remede="Corrigez le lien. Pour viser un autre site, écrivez son adresse en entier, avec "
        "« https:// ».",
    ),
    Rule(
        code="CAT-B917",
        severity=Severity.ERREUR,
        titre="Identifiant en double dans une page",
        message="l’identifiant « {value} » est employé plusieurs fois dans la page{others}",
        label="identifiant en double",
        pourquoi="Un lien vers cet identifiant ne peut mener qu’au premier, et les lecteurs "
        "d’écran confondent les éléments.",
        remede="Donnez un identifiant différent à chaque élément de la page.",
    ),
)
