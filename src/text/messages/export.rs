//! Words of exports: what is written, and why it is not.

crate::messages! {
    HELP: "Écrit les graphiques et les chiffres de scénarios dans un dossier" | "Writes the charts and figures of scenarios into a folder";
    USAGE: "retombees export FICHIER… --to DOSSIER [OPTIONS]" | "retombees export FILE… --to FOLDER [OPTIONS]";
    HELP_FILES: "Scénarios à exporter" | "Scenarios to export";
    VALUE_TO: "DOSSIER" | "FOLDER";
    HELP_TO: "Dossier où écrire, créé au besoin" | "Folder to write into, created if needed";
    VALUE_CHARTS: "SORTES" | "KINDS";
    HELP_CHARTS: "Graphiques\u{a0}: svg, png, pdf, séparés par des virgules (par défaut, les trois)\u{a0}; fr/effets.svg et en/effects.svg" | "Charts: svg, png, pdf, separated by commas (all three by default); fr/effets.svg and en/effects.svg";
    VALUE_SHAPE: "FORME" | "SHAPE";
    HELP_SHAPE: "Forme des graphiques\u{a0}: wide (16/9), standard (4/3), square ou column (par défaut, wide)" | "Shape of charts: wide (16:9), standard (4:3), square or column (wide by default)";
    VALUE_GROUND: "FOND" | "GROUND";
    HELP_GROUND: "Fond des graphiques\u{a0}: white ou clear, transparent (par défaut, white)" | "Ground of charts: white or clear, transparent (white by default)";
    VALUE_SCALE: "ÉCHELLE" | "SCALE";
    HELP_SCALE: "Échelle des PNG, de 1 à 4 (par défaut, 2)" | "Scale of PNGs, from 1 to 4 (2 by default)";
    HELP_WORKBOOK: "Écrit aussi un classeur Excel qui se recalcule, un par langue\u{a0}; seul, n’écrit que cela" | "Also writes an Excel workbook that recalculates, one per language; alone, writes only that";
    NO_WORKBOOK: "{path}\u{a0}: le classeur n’a pas pu être fait ({reason})" | "{path}: the workbook could not be made ({reason})";
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
    FAILED: "{path} n’a pas pu être écrit\u{a0}: {reason}. Rien n’a été laissé à moitié écrit. Vérifier le dossier, ou en choisir un autre." | "{path} could not be written: {reason}. Nothing was left half-written. Check the folder, or choose another one.";
    FILE_FOR_FOLDER: "un fichier porte le nom d’un dossier de ce chemin" | "a file has the name of a folder on that path";
    FAILED_FULL: "{path} n’a pas pu être écrit\u{a0}: {reason}. Rien n’a été écrit. Libérer de la place, ou choisir un autre dossier." | "{path} could not be written: {reason}. Nothing was written. Free some space, or choose another folder.";

    // Legend of a chart that shows differences with the starting version
    DIFFERENCES: "Écart avec la version de départ" | "Difference from the starting version";
    NOT_DRAWN: "{path}\u{a0}: un graphique n’a pas pu être dessiné ({reason})" | "{path}: a chart could not be drawn ({reason})";

    // The sheet from which a project is exported
    EXPORT: "Exporter" | "Export";
    EXPORT_HINT: "Exporter le projet\u{a0}: graphiques, chiffres et scénario" | "Export the project: charts, figures and scenario";
    SHEET_TITLE: "Exporter «\u{a0}{name}\u{a0}»" | "Export “{name}”";
    WHAT: "Ce qui est écrit" | "What is written";
    SLIDES: "Diapositives PowerPoint" | "PowerPoint slides";
    WITH_COMPARISON: "Diapositives, graphiques et chiffres montrent aussi la comparaison des {count} projets" | "Slides, charts and figures also show the comparison of the {count} projects";
    CHARTS_PNG: "Graphiques\u{a0}: PNG" | "Charts: PNG";
    CHARTS_SVG: "SVG" | "SVG";
    CHARTS_PDF: "PDF" | "PDF";
    WITH_REPORT: "Étude complète en PDF" | "Whole study as a PDF";
    WITH_WORKBOOK: "Classeur Excel qui se recalcule" | "Excel workbook that recalculates";
    WITH_DATA: "Chiffres (CSV, JSON) et scénario" | "Figures (CSV, JSON) and scenario";
    IN_LANGUAGES: "Langues" | "Languages";
    FRENCH: "Français" | "French";
    ENGLISH: "Anglais" | "English";
    SHAPE: "Forme des graphiques" | "Shape of charts";
    SHAPE_WIDE: "16/9" | "16:9";
    SHAPE_STANDARD: "4/3" | "4:3";
    SHAPE_SQUARE: "Carré" | "Square";
    SHAPE_COLUMN: "Colonne" | "Column";
    GROUND: "Fond" | "Ground";
    GROUND_WHITE: "Blanc" | "White";
    GROUND_CLEAR: "Transparent" | "Transparent";
    SCALE: "Largeur des PNG, en pixels" | "Width of PNGs, in pixels";
    SCALE_WIDTH: "{width}" | "{width}";
    PIXELS: "{width} × {height} pixels" | "{width} × {height} pixels";
    PREVIEW: "Aperçu" | "Preview";
    PREVIEW_OF: "Graphique {at} sur {count}" | "Chart {at} of {count}";
    PREVIOUS_PICTURE: "Graphique précédent" | "Previous chart";
    NEXT_PICTURE: "Graphique suivant" | "Next chart";
    DRAWING: "Dessin en cours…" | "Drawing…";
    FOLDER: "Dossier où écrire" | "Folder to write into";
    CHOOSE_FOLDER: "Choisir…" | "Choose…";
    PICK_FOLDER: "Choisir un dossier" | "Choose a folder";
    IN_THE_WAY: "{path} existe déjà ({count} {count=fichier|fichiers} en tout). Rien n’a été écrit." | "{path} exists already ({count} {count=file|files} in all). Nothing was written.";
    REPLACE_THEM: "Remplacer" | "Replace";
    PROGRESS: "{done} {done=fichier|fichiers} sur {total}" | "{done} {done=file|files} of {total}";
    STOP: "Arrêter" | "Stop";
    WRITTEN_INTO: "{count} {count=fichier écrit|fichiers écrits} dans {path}" | "{count} {count=file|files} written into {path}";
    NOT_WRITTEN: "Rien n’a été écrit\u{a0}: {reason}" | "Nothing was written: {reason}";
    NOT_WRITTEN_FULL: "Rien n’a été écrit\u{a0}: {reason}. Libérez de la place, ou choisissez un autre dossier." | "Nothing was written: {reason}. Free some space, or choose another folder.";
    NOT_WRITTEN_AT: "Rien n’a été laissé à moitié écrit. {path}\u{a0}: {reason}" | "Nothing was left half-written. {path}: {reason}";
    CLOSE: "Fermer" | "Close";
    OPEN_FOLDER: "Ouvrir le dossier" | "Open the folder";
    WRITTEN_NOT_OPENED: "{count} {count=fichier écrit|fichiers écrits} dans {path}. Aucun programme de cet ordinateur n’a pu ouvrir ce dossier." | "{count} {count=file|files} written into {path}. No program on this computer could open that folder.";
    NO_LANGUAGE: "Cochez une langue au moins" | "Tick one language at least";
    NOTHING_WANTED: "Cochez au moins une sorte de fichier" | "Tick at least one kind of file";
    NO_FOLDER: "Indiquez un dossier" | "Name a folder";
}
