//! When the program stops because of a bug: the copies are written, and a report says what happened without what the projects hold.

use std::backtrace::Backtrace;
use std::fs;
use std::io::Write;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

use super::autosave::LastWork;
use super::lock::now;
use crate::text::Lang;
use crate::text::messages::recovery as words;

/// Begins the name of every report; `.new` after it stands for a report that nobody was told of.
const PREFIX: &str = "crash-";

/// Makes every panic from now on write the copies and a report before it ends the program.
pub fn install(folder: PathBuf, work: LastWork) {
    let earlier = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        work.write();
        let report = write(&folder, &text(info));
        earlier(info);
        let mut err = std::io::stderr();
        for lang in Lang::ALL {
            let said = match &report {
                Some(path) => words::REPORT_WHERE.fill(lang, &[("path", &path.display().to_string())]),
                None => words::REPORT_NOWHERE.get(lang).to_owned(),
            };
            // Nobody is left to tell when the terminal is gone.
            let _ = writeln!(err, "{said}");
        }
    }));
}

/// Returns what happened, where, in which program and on which system.
fn text(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let message = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("");
    let place = info.location().map_or_else(String::new, ToString::to_string);
    let thread = std::thread::current();
    format!(
        "retombees {}\nsystem: {} {}\ntime: {} s\nthread: {}\nplace: {place}\nmessage: {message}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        now(),
        thread.name().unwrap_or("-"),
        Backtrace::force_capture(),
    )
}

fn write(folder: &Path, text: &str) -> Option<PathBuf> {
    fs::create_dir_all(folder).ok()?;
    // Two panics may come in the same second.
    let path = (0..100)
        .map(|k| folder.join(format!("{PREFIX}{}-{k}.txt", now())))
        .find(|path| !path.exists())?;
    fs::write(&path, text).ok()?;
    // Without this mark the report is there all the same; only the next start says nothing of it.
    let _ = fs::write(path.with_extension("new"), "");
    Some(path)
}

/// Returns the latest report that nobody was told of, and takes note that somebody is.
pub fn untold(folder: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?.flatten().map(|e| e.path());
    let mut marks: Vec<PathBuf> = entries
        .filter(|path| path.extension().is_some_and(|e| e == "new"))
        .collect();
    marks.sort();
    for mark in &marks {
        let _ = fs::remove_file(mark);
    }
    marks
        .last()
        .map(|mark| mark.with_extension("txt"))
        .filter(|p| p.exists())
}
