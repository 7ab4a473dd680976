//! Words for work that must not be lost: recovery, files that fail, conflicts, recent files, quitting.

crate::messages! {
    // What was recovered
    RECOVERED_TITLE: "Vos projets ont été récupérés" | "Your projects were recovered";
    RECOVERED_TITLE_ONE: "Votre projet a été récupéré" | "Your project was recovered";
    RECOVERED_ONE: "La dernière séance s’est terminée sans avertir. Ce projet revient de sa copie de secours, écrite au plus deux secondes après votre dernière modification\u{a0}; il reste à enregistrer." | "The last session ended without warning. This project comes back from its backup copy, written at most two seconds after your last change; it is still to be saved.";
    RECOVERED_MANY: "La dernière séance s’est terminée sans avertir. Ces projets reviennent de leurs copies de secours, écrites au plus deux secondes après vos dernières modifications\u{a0}; ils restent à enregistrer." | "The last session ended without warning. These projects come back from their backup copies, written at most two seconds after your last changes; they are still to be saved.";
    CRASH_TITLE: "Retombées s’est arrêté à cause d’une erreur" | "Retombées stopped because of an error";
    CRASH_TEXT: "Un rapport décrit l’erreur, sans le contenu de vos projets\u{a0}: {path}" | "A report describes the error, without the content of your projects: {path}";
    BROKEN_TITLE: "Une copie de secours est illisible" | "A backup copy cannot be read";
    BROKEN_TEXT: "Elle est conservée telle quelle\u{a0}: {path}" | "It is kept as it is: {path}";
    RECOVERED_NAME: "{name}, récupéré" | "{name}, recovered";
    RECOVERED_WHEN: "dernière modification {age}" | "last change {age}";
    NEVER_SAVED: "jamais enregistré" | "never saved";
    AS_OPENED: "{path}" | "{path}";
    FILE_CHANGED: "{path}, modifié entre-temps par un autre programme" | "{path}, changed meanwhile by another program";
    FILE_GONE: "{path}, introuvable maintenant" | "{path}, no longer to be found";
    KEEP_ONE: "Garder ce projet" | "Keep this project";
    KEEP_ALL: "Garder ces projets" | "Keep these projects";
    COMPARE_FILE: "Ouvrir aussi le fichier enregistré" | "Open the saved file too";
    THROW_AWAY: "Jeter…" | "Throw away…";
    DISCARD_TITLE: "Jeter «\u{a0}{name}\u{a0}» récupéré\u{a0}?" | "Throw away the recovered “{name}”?";
    DISCARD_TEXT: "Les modifications récupérées seront perdues. Le fichier enregistré, s’il y en a un, reste tel quel." | "The recovered changes will be lost. The saved file, if there is one, stays as it is.";
    DISCARD: "Jeter les modifications" | "Throw the changes away";
    BESIDE: "{name} (version du disque)" | "{name} (version on disk)";
    SHOW_RECOVERED: "Projets récupérés…" | "Recovered projects…";
    NO_BACKUP: "Vos modifications ne sont pas copiées en lieu sûr\u{a0}: {reason}. Enregistrez souvent." | "Your changes are not being backed up: {reason}. Save often.";

    // Ages
    AGE_NOW: "à l’instant" | "just now";
    AGE_MINUTE: "il y a une minute" | "a minute ago";
    AGE_MINUTES: "il y a {count} minutes" | "{count} minutes ago";
    AGE_HOUR: "il y a une heure" | "an hour ago";
    AGE_HOURS: "il y a {count} heures" | "{count} hours ago";
    AGE_DAY: "il y a un jour" | "a day ago";
    AGE_DAYS: "il y a {count} jours" | "{count} days ago";

    // Files that fail
    NOT_SAVED: "{path} n’a pas été enregistré\u{a0}: {reason}" | "{path} was not saved: {reason}";
    NOT_OPENED: "{path} n’a pas été ouvert\u{a0}: {reason}" | "{path} was not opened: {reason}";
    NOT_SAVED_TITLE: "«\u{a0}{name}\u{a0}» n’a pas été enregistré" | "“{name}” was not saved";
    NOT_OPENED_TITLE: "{name} n’a pas été ouvert" | "{name} was not opened";
    NOTHING_LOST: "Votre projet reste ouvert avec ses modifications\u{a0}; ce qui se trouvait à cet endroit n’a pas changé" | "Your project stays open with its changes; what stood in that place has not changed";
    RETRY: "Réessayer" | "Try again";
    WHY_READ_ONLY: "le fichier est en lecture seule" | "the file is read-only";
    DO_READ_ONLY: "Enregistrez sous un autre nom, ou retirez la lecture seule dans les propriétés du fichier, puis réessayez" | "Save under another name, or clear read-only in the properties of the file, then try again";
    WHY_READ_ONLY_PLACE: "cet emplacement n’accepte aucune écriture" | "nothing can be written in that place";
    WHY_DENIED: "vous n’avez pas le droit d’utiliser ce fichier ou son dossier" | "you have no right to use this file or its folder";
    DO_ELSEWHERE: "Enregistrez dans un autre dossier, par exemple Documents" | "Save in another folder, for instance Documents";
    DO_RIGHTS: "Demandez l’accès à la personne qui gère ce dossier, ou une copie du fichier" | "Ask whoever looks after that folder for access, or for a copy of the file";
    WHY_NO_FOLDER: "son dossier n’existe pas, ou n’existe plus" | "its folder does not exist, or no longer does";
    WHY_MISSING: "le fichier n’existe pas, ou n’existe plus" | "the file does not exist, or no longer does";
    DO_MISSING: "Vérifiez le chemin\u{a0}; le fichier a peut-être été déplacé ou renommé" | "Check the path; the file may have been moved or renamed";
    WHY_FOLDER: "ce chemin est celui d’un dossier" | "that path is a folder’s";
    DO_FOLDER: "Choisissez un nom de fichier dans ce dossier" | "Choose the name of a file inside that folder";
    WHY_FULL: "il n’y a plus de place sur le disque, ou votre quota est atteint" | "no space is left on the disk, or your quota is used up";
    DO_FULL: "Libérez de la place puis réessayez, ou enregistrez sur un autre disque" | "Free some space then try again, or save on another disk";
    WHY_TOO_LONG: "le nom ou le chemin est trop long pour ce système" | "the name or the path is too long for this system";
    DO_TOO_LONG: "Choisissez un nom plus court ou un dossier moins profond" | "Choose a shorter name or a folder less deep";
    WHY_BAD_NAME: "ce système n’accepte pas ce nom" | "this system takes no such name";
    DO_BAD_NAME: "Choisissez un autre nom, sans caractères spéciaux" | "Choose another name, without special characters";
    WHY_UNREACHABLE: "le réseau ou l’appareil ne répond pas" | "the network or the device does not answer";
    DO_UNREACHABLE: "Rebranchez-le puis réessayez, ou enregistrez sur cet ordinateur" | "Connect it again then try again, or save on this computer";
    DO_RECONNECT: "Rebranchez-le puis réessayez" | "Connect it again then try again";
    WHY_BUSY: "un autre programme utilise ce fichier" | "another program is using the file";
    DO_BUSY: "Fermez-le dans l’autre programme puis réessayez, ou enregistrez sous un autre nom" | "Close it in the other program then try again, or save under another name";
    DO_BUSY_OPEN: "Fermez-le dans l’autre programme puis réessayez" | "Close it in the other program then try again";
    WHY_OPEN_HERE: "un autre projet ouvert dans cette fenêtre porte ce fichier" | "another project open in this window has this file";
    WHY_OPEN_ELSEWHERE: "une autre fenêtre a ce fichier ouvert" | "another window has this file open";
    DO_ANOTHER_NAME: "Enregistrez sous un autre nom" | "Save under another name";
    WHY_OTHER: "erreur {code} du système" | "system error {code}";
    DO_OTHER: "Réessayez, ou enregistrez ailleurs" | "Try again, or save elsewhere";
    DO_OTHER_OPEN: "Vérifiez le fichier puis réessayez" | "Check the file then try again";

    // Another version in the file
    CONFLICT_TITLE: "Le fichier de «\u{a0}{name}\u{a0}» a changé sur le disque" | "The file of “{name}” changed on disk";
    CONFLICT_AT_SAVE: "Un autre programme ou une autre personne l’a modifié depuis que vous l’avez ouvert. Rien n’a été écrit." | "Another program or person changed it since you opened it. Nothing was written.";
    CONFLICT_SEEN: "Un autre programme ou une autre personne l’a modifié depuis que vous l’avez ouvert. Votre projet n’a pas bougé." | "Another program or person changed it since you opened it. Your project has not moved.";
    CONFLICT_BROKEN: "Ce que contient maintenant le fichier n’est pas un projet lisible" | "What the file now holds cannot be read as a project";
    DIFFERENCES: "Ce qui diffère ({count})" | "What differs ({count})";
    ONE_DIFFERENCE: "Ce qui diffère" | "What differs";
    FIELD: "Champ" | "Field";
    HERE: "Ici" | "Here";
    THERE: "Sur le disque" | "On disk";
    MORE_DIFFERENCES: "et {count} {count=autre|autres}" | "and {count} more";
    OVERWRITE: "Remplacer la version du disque" | "Replace the version on disk";
    RELOAD: "Reprendre la version du disque" | "Take the version on disk";
    OPEN_BOTH: "Ouvrir les deux" | "Open both";
    RELOADED: "Version du disque reprise\u{a0}; «\u{a0}Annuler\u{a0}» ramène la vôtre" | "Version on disk taken; “Undo” brings yours back";

    // A file in two windows
    HELD_TITLE: "{name} est déjà ouvert dans une autre fenêtre" | "{name} is already open in another window";
    HELD_TEXT: "La fenêtre qui montre «\u{a0}{title}\u{a0}» l’a ouvert {age}. Une copie se modifie sans gêner l’autre fenêtre, et s’enregistre sous un autre nom." | "The window that shows “{title}” opened it {age}. A copy can be changed without disturbing the other window, and is saved under another name.";
    OPEN_COPY: "Ouvrir une copie" | "Open a copy";
    OPEN_ANYWAY: "Ouvrir quand même" | "Open anyway";

    // Recent files and typed paths
    RECENT: "Fichiers récents" | "Recent files";
    NO_RECENT: "Aucun fichier récent" | "No recent file";
    RECENT_MISSING: "{name} (introuvable)" | "{name} (not found)";
    FORGET: "Retirer {name} de la liste" | "Remove {name} from the list";
    NAMES_BELOW: "Noms possibles" | "Possible names";
    FOLDER_NAME: "{name} (dossier)" | "{name} (folder)";

    // Quitting
    QUIT_TITLE: "Enregistrer avant de quitter\u{a0}?" | "Save before quitting?";
    QUIT_ONE: "Ce projet a des modifications non enregistrées" | "This project has unsaved changes";
    QUIT_MANY: "Ces projets ont des modifications non enregistrées" | "These projects have unsaved changes";
    SAVE_AND_QUIT: "Enregistrer et quitter" | "Save and quit";
    SAVE_ALL: "Tout enregistrer et quitter" | "Save all and quit";
    QUIT_UNSAVED: "Quitter sans enregistrer" | "Quit without saving";

    // The report of a crash
    REPORT_WHERE: "Retombées s’est arrêté à cause d’une erreur. Vos projets reviendront au prochain démarrage. Rapport\u{a0}: {path}" | "Retombées stopped because of an error. Your projects will come back at the next start. Report: {path}";
    REPORT_NOWHERE: "Retombées s’est arrêté à cause d’une erreur. Vos projets reviendront au prochain démarrage." | "Retombées stopped because of an error. Your projects will come back at the next start.";
}
