//! Words of exports: what is written, and why it is not.

crate::messages! {
    HELP: "Écrit les graphiques et les chiffres de scénarios dans un dossier" | "Writes the charts and figures of scenarios into a folder";
    USAGE: "retombees export FICHIER… --to DOSSIER [OPTIONS]" | "retombees export FILE… --to FOLDER [OPTIONS]";
    HELP_FILES: "Scénarios à exporter" | "Scenarios to export";
    VALUE_TO: "DOSSIER" | "FOLDER";
    HELP_TO: "Dossier où écrire, créé au besoin" | "Folder to write into, created if needed";
    VALUE_CHARTS: "SORTES" | "KINDS";
    HELP_CHARTS: "Graphiques\u{a0}: svg, png, pdf, séparés par des virgules (par défaut, les trois)" | "Charts: svg, png, pdf, separated by commas (all three by default)";
    VALUE_SHAPE: "FORME" | "SHAPE";
    HELP_SHAPE: "Forme des graphiques\u{a0}: wide (16/9), standard (4/3), square ou column (par défaut, wide)" | "Shape of charts: wide (16:9), standard (4:3), square or column (wide by default)";
    VALUE_GROUND: "FOND" | "GROUND";
    HELP_GROUND: "Fond des graphiques\u{a0}: white ou clear, transparent (par défaut, white)" | "Ground of charts: white or clear, transparent (white by default)";
    VALUE_SCALE: "ÉCHELLE" | "SCALE";
    HELP_SCALE: "Échelle des PNG, de 1 à 4 (par défaut, 2)" | "Scale of PNGs, from 1 to 4 (2 by default)";
    HELP_DATA: "Écrit aussi les chiffres en CSV et en JSON, et le scénario\u{a0}; seul, n’écrit que cela" | "Also writes figures as CSV and JSON, and the scenario; alone, writes only those";
    HELP_REPLACE: "Remplace les fichiers qui existent déjà" | "Replaces files that already exist";
    ONLY_EXPORT_BOTH: "--lang both ne vaut que pour export" | "--lang both is for export only";
    HELP_LANGS: "Langues des graphiques\u{a0}: fr, en ou both (par défaut, celle de la commande)" | "Languages of charts: fr, en or both (the command’s by default)";

    EXPORT_PICTURE: "Exporter le graphique" | "Export the chart";
    AS_PNG: "Image PNG…" | "PNG image…";
    AS_SVG: "Dessin SVG…" | "SVG drawing…";
    AS_PDF: "Page PDF…" | "PDF page…";
    PICTURE_WRITTEN: "Graphique écrit dans {path}" | "Chart written to {path}";
    PICTURE_FAILED: "Le graphique n’a pas été écrit dans {path}\u{a0}: {reason}" | "The chart was not written to {path}: {reason}";
    REPLACE_TEXT: "Le fichier qui s’y trouve sera perdu" | "The file that stands there will be lost";
    WRITTEN_ONE: "Un fichier écrit dans {path}" | "One file written into {path}";
    WRITTEN: "{count} fichiers écrits dans {path}" | "{count} files written into {path}";
    EXISTS_ONE: "{path}\u{a0}: ce fichier existe déjà, rien n’a été écrit. Ajouter --replace pour le remplacer, ou choisir un autre dossier." | "{path}: this file already exists, nothing was written. Add --replace to replace it, or choose another folder.";
    EXISTS: "{path} et d’autres ({count} en tout)\u{a0}: ces fichiers existent déjà, rien n’a été écrit. Ajouter --replace pour les remplacer, ou choisir un autre dossier." | "{path} and others ({count} in all): these files already exist, nothing was written. Add --replace to replace them, or choose another folder.";
    SAME_NAME: "{path}\u{a0}: deux scénarios portent ce nom. Les exporter dans deux dossiers." | "{path}: two scenarios have this name. Export them into two folders.";
    FAILED: "{path}\u{a0}: l’écriture a échoué ({reason}). Rien n’a été laissé à moitié écrit. Vérifier l’espace libre et les droits du dossier." | "{path}: writing failed ({reason}). Nothing was left half-written. Check the folder’s free space and permissions.";
    NOT_DRAWN: "{path}\u{a0}: un graphique n’a pas pu être dessiné ({reason})" | "{path}: a chart could not be drawn ({reason})";
}
