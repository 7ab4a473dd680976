//! The user's settings, in a file of their own; a broken or missing file means that nothing was set.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::files::read_limited;
use crate::app::recovery::{RECENT, Recent};
use crate::app::{Settings, ThemePreference};
use crate::disk::write_atomic;
use crate::text::Lang;

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct SettingsFile {
    lang: Option<String>,
    theme: Option<String>,
    ghost: Option<bool>,
    tour_shown: Option<bool>,
}

const THEMES: [(ThemePreference, &str); 4] = [
    (ThemePreference::System, "system"),
    (ThemePreference::Light, "light"),
    (ThemePreference::Dark, "dark"),
    (ThemePreference::HighContrast, "high-contrast"),
];

fn path() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", super::APP_ID)?;
    Some(folders.config_dir().join("settings.ron"))
}

/// Reads the settings.
pub fn load() -> Settings {
    let file: SettingsFile = path()
        .and_then(|p| read_limited(&p, 65_536).ok())
        .and_then(|bytes| ron::de::from_bytes(&bytes).ok())
        .unwrap_or_default();
    let lang = file
        .lang
        .as_deref()
        .and_then(|code| Lang::ALL.into_iter().find(|l| l.code() == code));
    let theme = file
        .theme
        .as_deref()
        .and_then(|name| THEMES.iter().find(|(_, n)| *n == name).map(|(t, _)| *t));
    Settings {
        lang,
        theme,
        ghost: file.ghost,
        tour_shown: file.tour_shown,
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct RecentFile {
    files: Vec<PathBuf>,
}

fn recent_path() -> Option<PathBuf> {
    Some(path()?.with_file_name("recent.ron"))
}

fn read_recent() -> Vec<PathBuf> {
    let file: RecentFile = recent_path()
        .and_then(|p| read_limited(&p, 1 << 20).ok())
        .and_then(|bytes| ron::de::from_bytes(&bytes).ok())
        .unwrap_or_default();
    file.files
}

/// Reads the recent files; whether each is still there is looked at later, since a network may take its time to say.
pub fn load_recent() -> Vec<Recent> {
    let mut files = read_recent();
    files.truncate(RECENT);
    files.into_iter().map(|path| Recent { path, missing: false }).collect()
}

/// Writes the recent files, with those that another window added meanwhile; `forgotten` are those that the user removed.
pub fn keep_recent(recent: &[Recent], forgotten: &[PathBuf]) {
    let mut files: Vec<PathBuf> = recent.iter().map(|r| r.path.clone()).collect();
    for path in read_recent() {
        if !files.contains(&path) && !forgotten.contains(&path) {
            files.push(path);
        }
    }
    files.truncate(RECENT);
    let (Some(path), Ok(text)) = (recent_path(), ron::to_string(&RecentFile { files })) else {
        return;
    };
    if let Some(folder) = path.parent()
        && std::fs::create_dir_all(folder).is_ok()
    {
        // A list that cannot be kept is no reason to disturb the user.
        let _ = write_atomic(&path, &text);
    }
}

/// Writes the settings; losing them is no reason to disturb the user.
pub fn keep(settings: &Settings) {
    let name = |t: ThemePreference| {
        THEMES
            .iter()
            .find(|(theme, _)| *theme == t)
            .map(|(_, n)| (*n).to_owned())
    };
    let file = SettingsFile {
        lang: settings.lang.map(|l| l.code().to_owned()),
        theme: settings.theme.and_then(name),
        ghost: settings.ghost,
        tour_shown: settings.tour_shown,
    };
    let (Some(path), Ok(text)) = (path(), ron::to_string(&file)) else {
        return;
    };
    if let Some(folder) = path.parent()
        && std::fs::create_dir_all(folder).is_ok()
    {
        let _ = write_atomic(&path, &text);
    }
}
