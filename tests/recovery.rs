//! Work that must not be lost: processes killed or panicking at any moment, disks that are full, files that change under the window, two windows.
//!
//! The tests marked as ignored are the other process: this binary runs itself with one of them and kills it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use retombees::app::conflicts::reason;
use retombees::app::recovery::{Failure, Held, Leftovers, Standing, rows};
use retombees::app::{
    Action, AppState, Dialog, DocumentId, Edit, Effect, FileAction, FileDialog, FileEffect, Gesture, Settings,
    ThemePreference, update,
};
use retombees::data::library::{Library, fingerprint};
use retombees::ids::Local;
use retombees::scenario::{Scenario, file};
use retombees::shell::autosave::{Backup, collect, put_aside};
use retombees::shell::crash;
use retombees::shell::files::{NotSaved, failure, full, names_like, save};
use retombees::shell::lock::Session;
use retombees::text::messages::recovery as words;
use retombees::text::{Lang, Msg};
use retombees::ui::root;
use retombees::ui::theme::Theme;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

fn start() -> AppState {
    AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap()
}

const OPERATION: usize = 1;

fn jobs(k: usize) -> Action {
    Action::Edit(Edit::Jobs(OPERATION, 200.0 + k as f64), Gesture::Once)
}

fn files(action: FileAction) -> Action {
    Action::Files(action)
}

/// Does what the state asks about files, as the window does.
fn live(state: &mut AppState, action: Action) -> Vec<Effect> {
    let mut others = Vec::new();
    for effect in update(state, action) {
        match effect {
            Effect::Write(id, path, text, revision) => {
                let path = full(&path);
                let own = state
                    .documents
                    .iter()
                    .find(|d| d.id == id && d.path.as_ref() == Some(&path));
                let back = match save(&path, &text, own.and_then(|d| d.disk.version.as_deref())) {
                    Ok(path) => Action::Saved(id, path, revision),
                    Err(NotSaved::Changed(bytes)) => files(FileAction::Changed(id, path, bytes)),
                    Err(NotSaved::Failed(failure)) => files(FileAction::Failed(Some(id), path, failure)),
                };
                others.extend(live(state, back));
            }
            Effect::Read(path) => {
                let path = full(&path);
                let back = match fs::read(&path) {
                    Ok(bytes) => Action::FileRead(path, bytes),
                    Err(e) => files(FileAction::Failed(None, path.clone(), failure(&e, &path))),
                };
                others.extend(live(state, back));
            }
            Effect::Files(FileEffect::Drop(copy)) => fs::remove_file(copy).unwrap(),
            Effect::Files(FileEffect::PutAside(copy)) => {
                let aside = put_aside(&copy).unwrap();
                others.extend(live(state, files(FileAction::PutAside(aside))));
            }
            Effect::Files(FileEffect::ReadBeside(id, path)) => {
                let bytes = fs::read(path).unwrap();
                others.extend(live(state, files(FileAction::Beside(id, bytes))));
            }
            other => others.push(other),
        }
    }
    others
}

fn begin(folder: &Path) -> (Arc<Session>, Backup) {
    let session = Arc::new(Session::begin(folder).unwrap());
    let backup = Backup::begin(session.clone(), |failure| panic!("{failure:?}"));
    (session, backup)
}

/// Returns a fingerprint of what a scenario says, whatever data it was saved with.
fn said(scenario: &Scenario) -> String {
    let mut scenario = scenario.clone();
    scenario.economy.fingerprint = None;
    fingerprint(file::write(&scenario).unwrap().as_bytes())
}

fn scenario(state: &AppState) -> Scenario {
    state.document().scenario().clone()
}

fn copies(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path());
    entries.filter(|p| p.extension().is_some_and(|e| e == "copy")).collect()
}

fn until(what: &str, mut done: impl FnMut() -> bool) -> Duration {
    let started = Instant::now();
    while !done() {
        assert!(started.elapsed() < Duration::from_secs(10), "{what} never came");
        std::thread::sleep(Duration::from_millis(5));
    }
    started.elapsed()
}

/// A reproducible source of chance.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }
}

// Kills

fn milliseconds() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()
}

/// Runs this binary again as another process that lives in `folder`.
fn other_process(test: &str, folder: &Path, seed: u64) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", test, "--ignored", "--nocapture", "--test-threads=1"])
        .env("RETOMBEES_TEST_FOLDER", folder)
        .env("RETOMBEES_TEST_SEED", seed.to_string());
    command
}

fn given_folder() -> Option<PathBuf> {
    std::env::var_os("RETOMBEES_TEST_FOLDER").map(PathBuf::from)
}

/// Edits without rest, saves now and then, and notes each version before anything else happens to it; killed from outside.
#[test]
#[ignore = "the process that is killed"]
fn a_restless_editor() {
    let Some(folder) = given_folder() else { return };
    let seed: u64 = std::env::var("RETOMBEES_TEST_SEED").unwrap().parse().unwrap();
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut state = start();
    let (_session, mut backup) = begin(&folder.join("own"));
    let mut log = fs::File::create(folder.join("log")).unwrap();
    update(&mut state, Action::OpenPreset(0));
    for k in 0..2 {
        update(&mut state, Action::Activate(k));
        let name = ["saved", "never saved"][k];
        for lang in Lang::ALL {
            update(&mut state, Action::Edit(Edit::Name(lang, name.into()), Gesture::Once));
        }
    }
    let file_of_first = folder.join("a saved projet été.ron");
    let mut write = |line: String| log.write_all(format!("{line}\n").as_bytes()).unwrap();
    let mut jobs = 200.0;
    loop {
        let front = dice.roll(2) as usize;
        update(&mut state, Action::Activate(front));
        // Single edits, drags without rest, steps back, a save of the first now and then.
        let burst = if dice.roll(5) == 0 { 60 } else { 1 };
        for _ in 0..burst {
            jobs += 1.0;
            let gesture = if burst > 1 { Gesture::Moving } else { Gesture::Once };
            let action = if burst == 1 && dice.roll(6) == 0 {
                Action::Undo
            } else {
                Action::Edit(Edit::Jobs(OPERATION, jobs), gesture)
            };
            update(&mut state, action);
            let document = state.document();
            write(format!(
                "edit\t{}\t{}\t{}",
                document.scenario().name.fr,
                milliseconds(),
                said(document.scenario())
            ));
            backup.look(&state);
            std::thread::sleep(Duration::from_millis(dice.roll(12)));
        }
        update(&mut state, Action::EndGesture);
        if dice.roll(12) == 0 {
            update(&mut state, Action::Activate(0));
            let id = state.document().id;
            // Noted before: a kill may come before or after the file is replaced.
            write(format!(
                "save\tsaved\t{}\t{}",
                milliseconds(),
                said(state.document().scenario())
            ));
            live(&mut state, Action::SaveTo(id, file_of_first.clone()));
            assert_eq!(state.dialog, None);
            backup.look(&state);
        }
        std::thread::sleep(Duration::from_millis(dice.roll(60)));
    }
}

/// What a kill cost: edits lost, and how long before the kill the first of them was made.
#[derive(Debug, Default)]
struct Cost {
    edits: usize,
    milliseconds: u128,
}

/// Kills an editor after a while, brings its work back, and returns what it lost; panics when a file is not whole.
fn kill_once(seed: u64) -> Cost {
    let mut dice = Dice(seed + 77);
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let mut child: Child = other_process("a_restless_editor", folder.path(), seed)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    until("the first edit", || fs::metadata(&log).is_ok_and(|m| m.len() > 0));
    std::thread::sleep(Duration::from_millis(dice.roll(2_500)));
    let killed = milliseconds();
    child.kill().unwrap();
    child.wait().unwrap();

    let text = fs::read_to_string(&log).unwrap();
    let mut versions: BTreeMap<String, Vec<(u128, String)>> = BTreeMap::new();
    let mut saves: Vec<String> = Vec::new();
    for line in text.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        // The last line may be cut by the kill.
        let [kind, name, at, version] = parts.as_slice() else {
            continue;
        };
        if version.len() < 16 {
            continue;
        }
        if *kind == "save" {
            saves.push((*version).to_owned());
        } else {
            let version = (at.parse().unwrap(), (*version).to_owned());
            versions.entry((*name).to_owned()).or_default().push(version);
        }
    }

    // The file is whole, and is what was saved last or just before.
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let on_disk = fs::read(folder.path().join("a saved projet été.ron"));
    match &on_disk {
        Ok(bytes) => {
            let version = said(&file::read(bytes).expect("the user's file is whole"));
            assert!(
                saves.iter().rev().take(2).any(|s| *s == version),
                "the file is none of the last two saves"
            );
            found.insert("saved".into(), version);
        }
        Err(_) => assert!(saves.len() <= 1, "a saved file is missing"),
    }
    // The rename is all that ends a save: at most the unfinished text of one stays beside it.
    let own = folder.path().join("own");
    let session = Session::begin(&own).unwrap();
    let left = collect(&session);
    assert_eq!(left.broken, Vec::<PathBuf>::new());
    let mut state = start();
    live(&mut state, files(FileAction::Found(left)));
    for (at, _) in rows(&state) {
        let scenario = state.documents[at].scenario();
        assert!(state.documents[at].is_modified());
        found.insert(scenario.name.fr.clone(), said(scenario));
    }
    if let Ok(bytes) = &on_disk {
        let now = fs::read(folder.path().join("a saved projet été.ron")).unwrap();
        assert_eq!(&now, bytes, "recovery writes no file of the user");
    }
    session.end();

    let mut cost = Cost::default();
    for (name, versions) in &versions {
        let back = found.get(name).and_then(|f| versions.iter().rposition(|(_, v)| v == f));
        let lost = &versions[back.map_or(0, |p| p + 1)..];
        cost.edits += lost.len();
        if let Some((at, _)) = lost.first() {
            cost.milliseconds = cost.milliseconds.max(killed.saturating_sub(*at));
        }
    }
    cost
}

#[test]
fn a_kill_at_any_moment_costs_at_most_two_seconds() {
    let kills: u64 = std::env::var("RETOMBEES_TEST_KILLS").map_or(6, |n| n.parse().unwrap());
    let mut costs: Vec<Cost> = (1..=kills).map(kill_once).collect();
    costs.sort_by_key(|c| c.milliseconds);
    let times: Vec<u128> = costs.iter().map(|c| c.milliseconds).collect();
    let mut edits: Vec<usize> = costs.iter().map(|c| c.edits).collect();
    edits.sort_unstable();
    println!("{kills} kills; milliseconds lost, sorted: {times:?}; edits lost, sorted: {edits:?}");
    assert!(*times.last().unwrap() <= 2_000, "{times:?}");
}

// Panics

#[test]
#[ignore = "the process that panics"]
fn an_editor_with_a_bug() {
    let Some(folder) = given_folder() else { return };
    let mut state = start();
    let (_session, mut backup) = begin(&folder.join("own"));
    crash::install(folder.join("crashes"), backup.last_work());
    update(
        &mut state,
        Action::Edit(Edit::Name(Lang::Fr, "Projet discret".into()), Gesture::Once),
    );
    update(&mut state, jobs(7));
    backup.look(&state);
    // The writer has had no time: what is written is written by the hook.
    let nothing: Vec<u8> = Vec::new();
    println!("{}", nothing[state.documents.len()]);
}

#[test]
fn a_panic_loses_nothing_and_says_where_its_report_is() {
    let folder = tempfile::tempdir().unwrap();
    let output = other_process("an_editor_with_a_bug", folder.path(), 1)
        .output()
        .unwrap();
    assert!(!output.status.success());
    let reports: Vec<PathBuf> = fs::read_dir(folder.path().join("crashes"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    assert_eq!(reports.len(), 1);
    let told = String::from_utf8_lossy(&output.stderr);
    let shown = reports[0].display().to_string();
    assert_eq!(told.matches(&shown).count(), 2, "in both languages: {told}");
    assert!(told.contains("Vos projets reviendront") && told.contains("Your projects will come back"));
    let report = fs::read_to_string(&reports[0]).unwrap();
    for part in [
        "index out of bounds",
        "tests/recovery.rs",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
    ] {
        assert!(report.contains(part), "{part} is not in {report}");
    }
    assert!(!report.contains("Projet discret"), "{report}");

    let session = Session::begin(&folder.path().join("own")).unwrap();
    let mut left = collect(&session);
    left.crash = crash::untold(&folder.path().join("crashes"));
    assert_eq!(left.crash.as_ref(), Some(&reports[0]));
    assert_eq!(crash::untold(&folder.path().join("crashes")), None, "told once");
    let mut state = start();
    live(&mut state, files(FileAction::Found(left)));
    assert_eq!(state.safety.crash.as_ref(), Some(&reports[0]));
    let recovered = &scenario(&state);
    assert_eq!(recovered.name.fr, "Projet discret");
    assert!(
        file::write(recovered).unwrap().contains("207"),
        "the edit made just before the panic is there"
    );
}

// Copies

#[test]
fn a_copy_follows_within_two_seconds_and_goes_with_a_save_a_close_or_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let (_session, mut backup) = begin(&own);
    let mut state = start();
    backup.look(&state);
    std::thread::sleep(Duration::from_millis(800));
    assert_eq!(copies(&own).len(), 0, "nothing changed, nothing is written");

    update(&mut state, jobs(1));
    backup.look(&state);
    let came = until("the copy", || copies(&own).len() == 1);
    assert!(came < Duration::from_secs(2), "{came:?}");
    let written = fs::metadata(&copies(&own)[0]).unwrap().modified().unwrap();
    backup.look(&state);
    std::thread::sleep(Duration::from_millis(800));
    let again = fs::metadata(&copies(&own)[0]).unwrap().modified().unwrap();
    assert_eq!(written, again, "what did not change is not written again");

    // During a drag, which never rests, the copy is never more than two seconds behind.
    let started = Instant::now();
    let mut seen: Vec<(Instant, String)> = Vec::new();
    let mut k = 0;
    while started.elapsed() < Duration::from_secs(4) {
        k += 1;
        let drag = Action::Edit(Edit::Jobs(OPERATION, 300.0 + f64::from(k)), Gesture::Moving);
        update(&mut state, drag);
        backup.look(&state);
        seen.push((Instant::now(), format!("{:?}", 300.0 + f64::from(k))));
        std::thread::sleep(Duration::from_millis(10));
        let text = fs::read_to_string(&copies(&own)[0]).unwrap();
        if let Some(at) = seen.iter().rposition(|(_, v)| text.contains(v.as_str())) {
            seen.drain(..=at);
        }
        let oldest = seen.first().map_or(Duration::ZERO, |(at, _)| at.elapsed());
        assert!(oldest < Duration::from_secs(2), "{oldest:?} behind");
    }
    assert!(seen.len() < 300, "the copy followed the drag");

    let id = state.document().id;
    live(&mut state, Action::SaveTo(id, folder.path().join("un.ron")));
    backup.look(&state);
    until("the end of the copy after a save", || copies(&own).is_empty());
    update(&mut state, jobs(2));
    backup.look(&state);
    until("a new copy", || copies(&own).len() == 1);
    update(&mut state, Action::CloseAnyway(0));
    backup.look(&state);
    until("the end of the copy after a close", || copies(&own).is_empty());
    update(&mut state, jobs(3));
    backup.look(&state);
    until("a third copy", || copies(&own).len() == 1);
    backup.end();
    assert_eq!(
        fs::read_dir(&own).unwrap().count(),
        0,
        "a window that closes leaves nothing"
    );
}

#[test]
fn a_copy_that_cannot_be_written_is_told_once_and_written_when_it_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let session = Arc::new(Session::begin(&own).unwrap());
    let told = Arc::new(Mutex::new(Vec::new()));
    let say = told.clone();
    let mut backup = Backup::begin(session, move |failure| say.lock().unwrap().push(failure));
    // The folder of copies goes away.
    let away = folder.path().join("away");
    fs::rename(&own, &away).unwrap();
    let mut state = start();
    update(&mut state, jobs(1));
    backup.look(&state);
    until("the notice", || !told.lock().unwrap().is_empty());
    update(&mut state, files(FileAction::NoBackup(told.lock().unwrap()[0].clone())));
    let notice = state.notice.clone().unwrap();
    assert!(notice.alarming && notice.text.fr.contains("Enregistrez souvent"));
    fs::rename(&away, &own).unwrap();
    until("the copy", || copies(&own).len() == 1);
    assert_eq!(*told.lock().unwrap(), [Failure::MissingFolder]);
}

/// Leaves the copies of a session that dies, with these documents.
fn die_with(own: &Path, state: &AppState) {
    let (session, mut backup) = begin(own);
    backup.look(state);
    let modified = state.documents.iter().filter(|d| d.is_modified()).count();
    let before = copies(own).len();
    until("the copies", || copies(own).len() == before + modified);
    // The lock goes, as it does with a process; the copies stay.
    drop(backup);
    // The writer of the dropped copies sleeps for ever and holds the session: let go of its lock by force, as the end of a process does.
    forget_lock(own, session);
}

/// Takes the place of the end of a process: the lock file is replaced by one that nobody holds.
fn forget_lock(own: &Path, session: Arc<Session>) {
    let copy = session.copy_path("x");
    let name = copy.file_name().unwrap().to_string_lossy().replace(".x.copy", ".lock");
    fs::remove_file(own.join(&name)).unwrap();
    fs::write(own.join(name), "").unwrap();
}

#[test]
fn what_is_recovered_keeps_its_file_is_compared_with_it_and_listed() {
    let folder = tempfile::tempdir().unwrap();
    let (own, path) = (folder.path().join("own"), folder.path().join("un.ron"));
    let mut state = start();
    let id = state.document().id;
    live(&mut state, Action::SaveTo(id, path.clone()));
    let path = state.document().path.clone().unwrap();
    let saved = scenario(&state);
    update(&mut state, jobs(1));
    let changed = scenario(&state);
    update(&mut state, Action::OpenPreset(0));
    update(&mut state, jobs(2));
    die_with(&own, &state);

    let session = Session::begin(&own).unwrap();
    let left = collect(&session);
    assert_eq!(left.found.len(), 2);
    let mut state = start();
    live(&mut state, files(FileAction::Found(left)));
    assert_eq!(state.dialog, Some(Dialog::Files(FileDialog::Recovered)));
    let standings: Vec<Standing> = rows(&state).map(|(_, row)| row.standing).collect();
    assert!(
        standings.contains(&Standing::AsOpened) && standings.contains(&Standing::NeverSaved),
        "{standings:?}"
    );
    let at = state
        .documents
        .iter()
        .position(|d| d.path.as_ref() == Some(&path))
        .unwrap();
    update(&mut state, Action::Activate(at));
    assert_eq!(said(&scenario(&state)), said(&changed));
    assert_eq!(
        said(state.document().starting_version().0),
        said(&saved),
        "compared with its file"
    );
    assert!(state.document().is_modified());
    // A click on the file in the list of recent ones comes back to it.
    assert_eq!(update(&mut state, Action::OpenPath(path.clone())), []);
    assert_eq!(state.active, at);

    // Its file opens beside it.
    let id = state.document().id;
    live(&mut state, files(FileAction::OpenBeside(id)));
    let beside = state.document();
    assert_eq!(beside.path, None);
    assert!(beside.scenario().name.fr.ends_with("(version du disque)"));
    assert_eq!(beside.scenario().phases, saved.phases);

    // Thrown away only after a question; saved, it is recovered no more.
    let never = state
        .documents
        .iter()
        .find(|d| d.disk.recovered && d.path.is_none())
        .unwrap()
        .id;
    update(&mut state, files(FileAction::AskDiscard(never)));
    assert_eq!(state.dialog, Some(Dialog::Files(FileDialog::Discard(never))));
    assert!(state.documents.iter().any(|d| d.id == never));
    update(&mut state, files(FileAction::Discard(never)));
    assert!(!state.documents.iter().any(|d| d.id == never));
    let at = state.documents.iter().position(|d| d.id == id).unwrap();
    update(&mut state, Action::Activate(at));
    live(&mut state, Action::Save);
    assert!(!state.document().is_modified());
    assert_eq!(rows(&state).count(), 0);
    assert_eq!(said(&file::read(&fs::read(&path).unwrap()).unwrap()), said(&changed));
}

#[test]
fn a_copy_that_says_what_its_file_says_is_dropped_in_silence() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let mut state = start();
    let id = state.document().id;
    live(&mut state, Action::SaveTo(id, folder.path().join("un.ron")));
    update(&mut state, jobs(1));
    die_with(&own, &state);
    live(&mut state, Action::Save);
    let session = Session::begin(&own).unwrap();
    let left = collect(&session);
    assert_eq!(left.found.len(), 1);
    let mut after = start();
    live(&mut after, files(FileAction::Found(left)));
    assert_eq!((after.documents.len(), after.dialog.clone()), (1, None));
    assert!(copies(&own).is_empty());
}

#[test]
fn a_file_that_changed_or_went_since_the_copy_is_told() {
    for gone in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own");
        let mut state = start();
        let id = state.document().id;
        live(&mut state, Action::SaveTo(id, folder.path().join("un.ron")));
        let path = state.document().path.clone().unwrap();
        update(&mut state, jobs(1));
        die_with(&own, &state);
        if gone {
            fs::remove_file(&path).unwrap();
        } else {
            update(&mut state, jobs(2));
            live(&mut state, Action::Save);
        }
        let theirs = fs::read(&path).ok();
        let session = Session::begin(&own).unwrap();
        let mut after = start();
        live(&mut after, files(FileAction::Found(collect(&session))));
        let standing = rows(&after).next().unwrap().1.standing;
        assert_eq!(standing, if gone { Standing::Gone } else { Standing::Changed });
        update(&mut after, Action::Dismiss);
        live(&mut after, Action::Save);
        if gone {
            assert!(!after.document().is_modified() && path.exists());
        } else {
            assert!(
                matches!(&after.dialog, Some(Dialog::Files(FileDialog::Conflict(_)))),
                "{:?}",
                after.dialog
            );
            assert_eq!(fs::read(&path).ok(), theirs, "not replaced without a question");
        }
    }
}

#[test]
fn a_copy_that_cannot_be_read_is_put_aside_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let session = Arc::new(Session::begin(&own).unwrap());
    let good_outside = "(version: 1, written: 5, path: None, base: None, text: \"(version: 1, nonsense\")";
    for (name, text) in [
        ("1", "(version: 1, text: \"cut"),
        ("2", good_outside),
        ("3", "\u{0}\u{1}"),
    ] {
        fs::write(session.copy_path(name), text).unwrap();
    }
    forget_lock(&own, session);
    let here = Session::begin(&own).unwrap();
    let left = collect(&here);
    assert_eq!((left.found.len(), left.broken.len()), (1, 2));
    let mut state = start();
    live(&mut state, files(FileAction::Found(left)));
    assert_eq!(state.documents.len(), 1);
    assert_eq!(state.safety.broken.len(), 3);
    for path in &state.safety.broken {
        assert!(path.exists(), "{} is kept", path.display());
        assert!(path.parent().unwrap().ends_with("unreadable"));
    }
    assert_eq!(state.dialog, Some(Dialog::Files(FileDialog::Recovered)));
    assert_eq!(collect(&here), Leftovers::default(), "told once");
}

// Files that fail

/// Returns the failure that a save of the document in front meets.
fn refused_at(state: &mut AppState, path: &Path) -> Failure {
    let id = state.document().id;
    let modified = state.document().is_modified();
    live(state, Action::SaveTo(id, path.to_path_buf()));
    assert_eq!(state.document().is_modified(), modified, "{}", path.display());
    let notice = state.notice.clone().unwrap();
    assert!(notice.alarming);
    match state.dialog.take() {
        Some(Dialog::Files(FileDialog::Failed(Some(of), at, failure))) => {
            assert_eq!(of, id);
            for lang in Lang::ALL {
                let why = reason(&failure, lang);
                assert!(
                    notice.text.get(lang).contains(&why) && !why.contains("os error"),
                    "{why}"
                );
                assert!(notice.text.get(lang).contains(&at.display().to_string()));
            }
            failure
        }
        other => panic!("{}: {other:?}", path.display()),
    }
}

#[test]
fn every_failure_is_told_in_words_and_costs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = start();
    update(&mut state, jobs(1));
    let at = |name: &str| folder.path().join(name);
    assert_eq!(refused_at(&mut state, &at("parti/un.ron")), Failure::MissingFolder);
    fs::create_dir(at("dossier.ron")).unwrap();
    assert_eq!(refused_at(&mut state, &at("dossier.ron")), Failure::IsFolder);
    assert_eq!(
        refused_at(&mut state, &at(&format!("{}.ron", "é".repeat(300)))),
        Failure::TooLong
    );
    fs::write(at("fichier"), "x").unwrap();
    assert_eq!(refused_at(&mut state, &at("fichier/un.ron")), Failure::MissingFolder);
    fs::write(at("lecture.ron"), "earlier").unwrap();
    let mut rights = fs::metadata(at("lecture.ron")).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(at("lecture.ron"), rights).unwrap();
    assert_eq!(refused_at(&mut state, &at("lecture.ron")), Failure::ReadOnlyFile);
    assert_eq!(fs::read_to_string(at("lecture.ron")).unwrap(), "earlier");
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["dossier.ron", "fichier", "lecture.ron"],
        "no temporary file stays"
    );

    // Opening fails in words too.
    live(&mut state, Action::OpenPath(at("absent.ron")));
    assert!(
        matches!(
            &state.dialog,
            Some(Dialog::Files(FileDialog::Failed(None, _, Failure::Missing)))
        ),
        "{:?}",
        state.dialog
    );
    assert_eq!(state.documents.len(), 1);

    // Spaces, accents and two hundred characters are no failure.
    let long = at(&format!("Étude d’impact « œuvre » n° 1 {}.ron", "à".repeat(80)));
    let id = state.document().id;
    live(&mut state, Action::Dismiss);
    live(&mut state, Action::SaveTo(id, long.clone()));
    assert_eq!(state.dialog, None);
    assert!(long.exists() && !state.document().is_modified());
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("fermé");
    fs::create_dir(&place).unwrap();
    fs::set_permissions(&place, fs::Permissions::from_mode(0o555)).unwrap();
    let mut state = start();
    update(&mut state, jobs(1));
    // Root writes anywhere: for it, a system folder that takes no file at all.
    let by_all = fs::write(place.join("essai"), "").is_ok();
    let refused = if by_all {
        refused_at(&mut state, Path::new("/proc/un.ron"))
    } else {
        refused_at(&mut state, &place.join("un.ron"))
    };
    let expected = [Failure::Denied, Failure::ReadOnlyPlace, Failure::Missing];
    assert!(expected.contains(&refused), "{refused:?}");
    fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
#[ignore = "the process whose files may not grow"]
fn an_editor_without_room() {
    let Some(folder) = given_folder() else { return };
    let mut state = start();
    let path = folder.join("un.ron");
    live(&mut state, Action::OpenPath(path.clone()));
    assert_eq!(state.documents.len(), 2, "{:?}", state.dialog);
    update(&mut state, jobs(1));
    let before = fs::read(&path).unwrap();
    assert_eq!(refused_at(&mut state, &full(&path)), Failure::Full);
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(state.document().is_modified());
    println!("refused as it should be");
}

/// A real refusal to grow: a limit on the size of files, in a process of its own.
#[cfg(unix)]
#[test]
fn a_full_disk_is_told_and_the_earlier_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = start();
    let id = state.document().id;
    live(&mut state, Action::SaveTo(id, folder.path().join("un.ron")));
    let child = other_process("an_editor_without_room", folder.path(), 1);
    let mut limited = Command::new("bash");
    limited
        .args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\""])
        .arg(child.get_program())
        .args(child.get_args());
    for (name, value) in child.get_envs() {
        limited.env(name, value.unwrap());
    }
    // The output goes through pipes, which have no size.
    let output = limited.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        said.contains("refused as it should be"),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(names, ["un.ron"], "no temporary file stays");
}

/// The same with a real full disk: give a folder on a disk with no room left, holding `un.ron`.
#[test]
#[ignore = "needs a full disk: RETOMBEES_TEST_FOLDER"]
fn a_disk_without_room() {
    an_editor_without_room();
}

// Conflicts

/// Opens a file, then has another program change it.
fn changed_under(folder: &Path, state: &mut AppState) -> (DocumentId, PathBuf, Scenario) {
    let id = state.document().id;
    live(state, Action::SaveTo(id, folder.join("un.ron")));
    let path = state.document().path.clone().unwrap();
    let mut theirs = scenario(state);
    theirs.name = Local::new("À eux", "Theirs");
    theirs.phases[OPERATION].end += 3;
    fs::write(&path, file::write(&theirs).unwrap()).unwrap();
    update(state, jobs(1));
    (id, path, theirs)
}

fn conflict_of(state: &AppState) -> &retombees::app::conflicts::Conflict {
    match &state.dialog {
        Some(Dialog::Files(FileDialog::Conflict(conflict))) => conflict,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_that_changed_is_never_replaced_without_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = start();
    let (id, path, theirs) = changed_under(folder.path(), &mut state);
    let mine = scenario(&state);
    live(&mut state, Action::Save);
    let conflict = conflict_of(&state).clone();
    assert!(conflict.at_save && conflict.document == id);
    assert_eq!(said(&file::read(&fs::read(&path).unwrap()).unwrap()), said(&theirs));
    // What differs is listed: both names, the last year, and the jobs that were just changed.
    let places: Vec<&str> = conflict.differences.iter().map(|d| d.place.as_str()).collect();
    for place in ["name.fr", "name.en", "phases[1].end", "phases[1].kind.jobs.value"] {
        assert!(places.contains(&place), "{place} is not in {places:?}");
    }
    for d in &conflict.differences {
        assert_ne!(d.here, d.there);
        assert!(
            d.place.starts_with("name.") || d.place.starts_with("phases[1]."),
            "{d:?}"
        );
    }

    // Replaced on demand, but only the version that was shown.
    let mut newer = theirs.clone();
    newer.phases[OPERATION].end += 1;
    fs::write(&path, file::write(&newer).unwrap()).unwrap();
    live(&mut state, files(FileAction::Overwrite(id)));
    assert_ne!(
        conflict_of(&state).version,
        conflict.version,
        "a still newer version asks again"
    );
    assert_eq!(said(&file::read(&fs::read(&path).unwrap()).unwrap()), said(&newer));
    live(&mut state, files(FileAction::Overwrite(id)));
    assert_eq!(state.dialog, None);
    assert!(!state.document().is_modified());
    assert_eq!(said(&file::read(&fs::read(&path).unwrap()).unwrap()), said(&mine));
}

#[test]
fn the_version_on_disk_is_taken_as_one_step_that_undo_takes_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = start();
    let (id, path, theirs) = changed_under(folder.path(), &mut state);
    let mine = scenario(&state);
    live(&mut state, Action::Save);
    update(&mut state, files(FileAction::Reload(id)));
    assert_eq!(scenario(&state), theirs);
    assert!(!state.document().is_modified());
    assert_eq!(
        state.document().history.undo_name().unwrap().fr,
        "version du disque rechargée"
    );
    update(&mut state, Action::Undo);
    assert_eq!(said(&scenario(&state)), said(&mine));
    assert!(state.document().is_modified());
    // The version taken is known now: the next save asks nothing.
    live(&mut state, Action::Save);
    assert_eq!(state.dialog, None);
    assert_eq!(said(&file::read(&fs::read(&path).unwrap()).unwrap()), said(&mine));
}

#[test]
fn a_look_at_the_file_tells_of_each_version_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = start();
    let (id, path, _) = changed_under(folder.path(), &mut state);
    let look = |state: &mut AppState| {
        let bytes = fs::read(&path).unwrap();
        update(state, files(FileAction::Seen(id, path.clone(), bytes)));
    };
    look(&mut state);
    assert!(!conflict_of(&state).at_save);
    update(&mut state, Action::Dismiss);
    look(&mut state);
    assert_eq!(state.dialog, None, "told once");
    // A dialog that is open is not taken away by a look.
    fs::write(&path, "not a scenario").unwrap();
    update(&mut state, Action::Close(0));
    look(&mut state);
    assert_eq!(state.dialog, Some(Dialog::Unsaved(0)));
    update(&mut state, Action::Dismiss);
    look(&mut state);
    assert!(conflict_of(&state).disk.is_none());
    update(&mut state, Action::Dismiss);
    // The same document written by another program is no conflict.
    let saved = state.document().saved().clone();
    fs::write(&path, format!("{}\n\n", file::write(&saved).unwrap())).unwrap();
    look(&mut state);
    assert_eq!(state.dialog, None);
    live(&mut state, Action::Save);
    assert_eq!(state.dialog, None);
    assert!(!state.document().is_modified());
}

// Places

#[test]
fn a_file_is_itself_however_its_path_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = start();
    let id = state.document().id;
    fs::create_dir(folder.path().join("sous")).unwrap();
    live(&mut state, Action::SaveTo(id, folder.path().join("un.ron")));
    live(&mut state, Action::OpenPath(folder.path().join("sous/../un.ron")));
    assert_eq!((state.documents.len(), state.active), (1, 0));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path().join("un.ron"), folder.path().join("lien.ron")).unwrap();
        live(&mut state, Action::OpenPath(folder.path().join("lien.ron")));
        assert_eq!(state.documents.len(), 1);
        // A save through the link writes the file that it leads to.
        update(&mut state, jobs(1));
        live(&mut state, Action::SaveTo(id, folder.path().join("lien.ron")));
        assert!(
            fs::symlink_metadata(folder.path().join("lien.ron"))
                .unwrap()
                .is_symlink()
        );
    }
    assert!(!state.document().is_modified());
    // Two projects of one window never share a file.
    update(&mut state, Action::OpenPreset(0));
    let other = state.document().id;
    let path = state.documents[0].path.clone().unwrap();
    let before = fs::read(&path).unwrap();
    live(&mut state, Action::SaveTo(other, path.clone()));
    assert!(
        matches!(&state.dialog, Some(Dialog::Files(FileDialog::Failed(Some(id), _, Failure::OpenHere))) if *id == other)
    );
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn names_are_listed_as_they_are_typed() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["usine.ron", "Usines", "autre.ron", "usine.txt", ".cache.ron"] {
        let path = folder.path().join(name);
        if name == "Usines" {
            fs::create_dir(path).unwrap();
        } else {
            fs::write(path, "").unwrap();
        }
    }
    let at = |end: &str| format!("{}/{end}", folder.path().display());
    let names =
        |typed: &str| -> Vec<(String, bool)> { names_like(typed).into_iter().map(|e| (e.name, e.folder)).collect() };
    assert_eq!(names(&at("us")), [("Usines".into(), true), ("usine.ron".into(), false)]);
    assert_eq!(
        names(&at("")),
        [
            ("Usines".into(), true),
            ("autre.ron".into(), false),
            ("usine.ron".into(), false)
        ]
    );
    assert_eq!(names(&at("nulle/part")), []);
    let typed: Vec<String> = names_like(&at("us")).into_iter().map(|e| e.typed).collect();
    assert_eq!(typed, [at("Usines/"), at("usine.ron")]);

    // What was typed since wants other names.
    let mut state = start();
    let effects = update(&mut state, files(FileAction::List("u".into())));
    assert_eq!(effects, [Effect::Files(FileEffect::List("u".into()))]);
    update(&mut state, files(FileAction::List("us".into())));
    update(&mut state, files(FileAction::Listed("u".into(), names_like(&at("u")))));
    assert_eq!(state.safety.listing.1, []);
    update(
        &mut state,
        files(FileAction::Listed("us".into(), names_like(&at("us")))),
    );
    assert_eq!(state.safety.listing.1.len(), 2);
}

#[test]
fn the_last_ten_files_are_remembered_and_missing_ones_can_be_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = start();
    let text = file::write(&scenario(&state)).unwrap();
    for k in 0..12 {
        let path = folder.path().join(format!("{k}.ron"));
        fs::write(&path, &text).unwrap();
        live(&mut state, Action::OpenPath(path));
    }
    let names = |state: &AppState| -> Vec<String> {
        let paths = state.safety.recent.iter();
        paths
            .map(|r| r.path.file_name().unwrap().to_string_lossy().into_owned())
            .collect()
    };
    let expected: Vec<String> = (2..12).rev().map(|k| format!("{k}.ron")).collect();
    assert_eq!(names(&state), expected);
    let five = full(&folder.path().join("5.ron"));
    fs::remove_file(&five).unwrap();
    let at = state
        .documents
        .iter()
        .position(|d| d.path.as_ref() == Some(&five))
        .unwrap();
    update(&mut state, Action::CloseAnyway(at));
    live(&mut state, Action::OpenPath(five.clone()));
    assert!(state.safety.recent.iter().all(|r| r.missing == (r.path == five)));
    update(&mut state, files(FileAction::Forget(five)));
    assert_eq!(names(&state).len(), 9);
    assert!(!names(&state).contains(&"5.ron".to_owned()));
}

// Quitting

#[test]
fn all_projects_are_saved_before_the_window_closes_or_it_stays_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = start();
    let first = state.document().id;
    live(&mut state, Action::SaveTo(first, folder.path().join("un.ron")));
    update(&mut state, jobs(1));
    update(&mut state, Action::OpenPreset(0));
    let second = state.document().id;
    update(&mut state, jobs(2));
    update(&mut state, Action::Quit);
    assert_eq!(state.dialog, Some(Dialog::UnsavedAtQuit));
    // The first has a file and is saved at once; the second asks where.
    let effects = live(&mut state, files(FileAction::SaveAllAndQuit));
    assert!(
        matches!(effects.as_slice(), [Effect::PickSave(id, _)] if *id == second),
        "{effects:?}"
    );
    assert!(!state.closing && !state.documents[0].is_modified());
    let effects = live(&mut state, Action::SaveTo(second, folder.path().join("parti/deux.ron")));
    assert_eq!(effects, []);
    assert!(!state.closing, "what could not be saved keeps the window open");
    update(&mut state, Action::Dismiss);
    let effects = live(&mut state, Action::SaveTo(second, folder.path().join("deux.ron")));
    assert_eq!((effects, state.closing), (vec![], false), "a later save only saves");
    update(&mut state, jobs(3));
    let effects = live(&mut state, files(FileAction::SaveAllAndQuit));
    assert_eq!(effects, [Effect::Close]);
    assert!(state.closing && !state.has_unsaved());
}

// What is asked

struct Asked {
    state: AppState,
    waiting: Vec<Action>,
}

type Window = egui_kittest::Harness<'static, Asked>;

fn window(lang: Lang, prepare: impl FnOnce(&mut AppState)) -> Window {
    let mut state = AppState::new(LIBRARY.clone(), Settings::default(), lang).unwrap();
    prepare(&mut state);
    let mut harness = egui_kittest::Harness::builder()
        .with_size(egui::vec2(1040.0, 716.0))
        .with_max_steps(12)
        .with_context_setup(|ctx| Theme::install(ctx, root::theme_choice(ThemePreference::Light)))
        .build_ui_state(
            |ui, asked: &mut Asked| {
                for action in std::mem::take(&mut asked.waiting) {
                    live(&mut asked.state, action);
                }
                root::show(ui, &asked.state, &mut asked.waiting);
                if !asked.waiting.is_empty() {
                    ui.ctx().request_repaint();
                }
            },
            Asked {
                state,
                waiting: Vec::new(),
            },
        );
    harness.run();
    harness
}

/// Presses a button or a link of the dialog, by its name.
fn press(harness: &mut Window, name: &str) {
    use egui_kittest::kittest::NodeT;
    let found = harness.root().children_recursive().find(|node| {
        let node = node.accesskit_node();
        matches!(node.role(), egui::Role::Button | egui::Role::Link) && node.label().as_deref() == Some(name)
    });
    found
        .unwrap_or_else(|| panic!("nothing is called {name:?}"))
        .click_accesskit();
    harness.run();
}

#[test]
fn the_questions_do_what_they_say_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    for lang in Lang::ALL {
        let of = |msg: Msg| msg.get(lang);
        // A conflict: another place, the version on disk, both, or replaced.
        let conflict = |state: &mut AppState| {
            let (_, _, theirs) = changed_under(folder.path(), state);
            live(state, Action::Save);
            assert_eq!(conflict_of(state).disk.as_ref(), Some(&theirs));
        };
        let clean = || drop(fs::remove_file(folder.path().join("un.ron")));
        let mut harness = window(lang, conflict);
        press(&mut harness, of(words::RELOAD));
        assert_eq!(scenario(&harness.state().state).name.en, "Theirs");
        clean();
        let mut harness = window(lang, conflict);
        press(&mut harness, of(words::OPEN_BOTH));
        assert_eq!(harness.state().state.documents.len(), 2);
        clean();
        let mut harness = window(lang, conflict);
        press(&mut harness, of(words::OVERWRITE));
        assert!(!harness.state().state.document().is_modified());
        clean();

        // A failure: tried again once the folder is there.
        let place = folder.path().join(format!("dossier {}", lang.code()));
        let mut harness = window(lang, |state| {
            update(state, jobs(1));
            refused_at(state, &place.join("un.ron"));
            let id = state.document().id;
            live(state, Action::SaveTo(id, place.join("un.ron")));
        });
        fs::create_dir(&place).unwrap();
        press(&mut harness, of(words::RETRY));
        assert_eq!(harness.state().state.dialog, None);
        assert!(place.join("un.ron").exists() && !harness.state().state.document().is_modified());

        // Open elsewhere: a copy has no file.
        let held = Held {
            path: place.join("un.ron"),
            bytes: fs::read(place.join("un.ron")).unwrap(),
            title: "Usine".into(),
            age: 7_300,
        };
        let ask = |state: &mut AppState| drop(live(state, files(FileAction::Held(held.clone()))));
        let mut harness = window(lang, ask);
        press(&mut harness, of(words::OPEN_COPY));
        assert_eq!(harness.state().state.document().path, None);
        let mut harness = window(lang, ask);
        press(&mut harness, of(words::OPEN_ANYWAY));
        assert_eq!(harness.state().state.document().path, Some(held.path.clone()));

        // Recovered: kept, or thrown away after a question.
        let own = folder.path().join(format!("own {}", lang.code()));
        let mut before = start();
        update(&mut before, jobs(1));
        die_with(&own, &before);
        let session = Session::begin(&own).unwrap();
        let mut harness = window(lang, |state| {
            drop(live(state, files(FileAction::Found(collect(&session)))))
        });
        press(&mut harness, of(words::THROW_AWAY));
        // The button that takes a step back has the same French name as the one of the dialog.
        harness.state_mut().waiting.push(files(FileAction::ShowRecovered));
        harness.run();
        press(&mut harness, of(words::KEEP_ONE));
        assert_eq!(harness.state().state.dialog, None);
        assert_eq!(rows(&harness.state().state).count(), 1);
        harness.state_mut().waiting.push(files(FileAction::ShowRecovered));
        harness.run();
        press(&mut harness, of(words::THROW_AWAY));
        press(&mut harness, of(words::DISCARD));
        assert_eq!(rows(&harness.state().state).count(), 0);
        assert_eq!(harness.state().state.documents.len(), 1);
    }
}
