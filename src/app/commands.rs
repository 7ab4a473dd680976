//! The table of commands: group, title, what each does and its keys, read by menus, toolbar, palette and help alike.
//!
//! A new command is a variant, a row of [`Command::entry`], an arm of [`Command::action`] and a place in [`Command::all`].

use super::action::{Action, Gesture};
use super::compare::CompareAction;
use super::edit::Edit;
use super::export::ExportAction;
use super::export_sheet::SheetAction;
use super::group::GroupAction;
use super::new_project::DraftAction;
use super::state::{AppState, Page, ThemePreference};
use super::view::{HelpSection, Overlay, ViewAction};
use crate::report::words as names;
use crate::scenario::presets;
use crate::study::Territory;
use crate::text::messages::{compare, group, help as h, ui as words};
use crate::text::{Lang, Msg};

/// A command that the user can give by name or by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// A new project.
    New,
    /// Open a file.
    Open,
    /// Open a shipped scenario.
    Example(usize),
    /// Open a shipped group of scenarios.
    Group(usize),
    /// Save.
    Save,
    /// Save under another name.
    SaveAs,
    /// Export the project in front.
    Export,
    /// A copy of the project in front, to make a variant of it.
    Duplicate,
    /// Close the project in front.
    Close,
    /// Close the window.
    Quit,
    /// Take back the last step.
    Undo,
    /// Do it again.
    Redo,
    /// Add a phase; true for construction.
    AddPhase(bool),
    /// Add a spending line to the phase whose lines show.
    AddLine,
    /// Show a page of results.
    Page(Page),
    /// Show the next page.
    NextPage,
    /// Show the page before.
    PreviousPage,
    /// Sum results over another territory.
    Territory(Territory),
    /// Show the starting version, or no longer.
    Ghost,
    /// Take the project as it stands for the starting version.
    StartHere,
    /// Show every chart as a table, or as a chart again.
    Tables,
    /// Open the list of problems.
    Problems,
    /// Change the language.
    Language(Lang),
    /// Change the theme.
    Theme(ThemePreference),
    /// Bring an open project to the front.
    Project(usize),
    /// Bring the next open project to the front.
    NextProject,
    /// Bring the one before to the front.
    PreviousProject,
    /// Search commands.
    Palette,
    /// Open the help.
    Help,
    /// Open the help at the glossary.
    Glossary,
    /// Show the limits of the method.
    Limits,
    /// Take the tour.
    Tour,
}

/// Where a command stands in menus and in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Files.
    File,
    /// What changes the document.
    Edit,
    /// Pages of results.
    Pages,
    /// What is shown and how.
    View,
    /// Open projects.
    Projects,
    /// Finding one's way.
    Help,
}

impl Group {
    /// The groups in their order.
    pub const ALL: [Group; 6] = [
        Group::File,
        Group::Edit,
        Group::Pages,
        Group::View,
        Group::Projects,
        Group::Help,
    ];

    /// Returns its name.
    pub fn name(self) -> Msg {
        match self {
            Group::File => h::GROUP_FILE,
            Group::Edit => h::GROUP_EDIT,
            Group::Pages => h::GROUP_PAGES,
            Group::View => h::GROUP_VIEW,
            Group::Projects => h::GROUP_PROJECTS,
            Group::Help => h::GROUP_HELP,
        }
    }
}

/// A key with the modifiers held; all of them, and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key, by its English name.
    pub key: &'static str,
    /// Whether Ctrl (Cmd on macOS) is held.
    pub ctrl: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Alt is held.
    pub alt: bool,
}

const fn key(key: &'static str) -> Option<Shortcut> {
    Some(Shortcut {
        key,
        ctrl: false,
        shift: false,
        alt: false,
    })
}

const fn ctrl(key: &'static str) -> Option<Shortcut> {
    Some(Shortcut {
        key,
        ctrl: true,
        shift: false,
        alt: false,
    })
}

const fn ctrl_shift(key: &'static str) -> Option<Shortcut> {
    Some(Shortcut {
        key,
        ctrl: true,
        shift: true,
        alt: false,
    })
}

/// The digit keys, for the first pages and projects.
const DIGITS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

fn digit(at: Option<usize>, alt: bool) -> Option<Shortcut> {
    let at = at?;
    // The tenth page has the key after 9.
    let key = match DIGITS.get(at) {
        Some(key) => *key,
        None if alt && at == DIGITS.len() => "0",
        None => return None,
    };
    Some(Shortcut {
        key,
        ctrl: !alt,
        shift: false,
        alt,
    })
}

/// The row of a command in the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Where it stands.
    pub group: Group,
    /// Its title; `{name}` stands for what it is given.
    pub title: Msg,
    /// What it does.
    pub about: Msg,
    /// The keys that give it.
    pub keys: Option<Shortcut>,
    /// Other keys that give it too, as people know them from other programs.
    pub also: Option<Shortcut>,
}

/// The territories that results can be summed over, in the order of the bar above them.
const TERRITORIES: [Territory; 3] = [Territory::Study, Territory::Province, Territory::Country];

/// The themes in the order of their menu.
const THEMES: [ThemePreference; 4] = [
    ThemePreference::System,
    ThemePreference::Light,
    ThemePreference::Dark,
    ThemePreference::HighContrast,
];

impl Command {
    /// Returns every command that can be given now, in the order of the menus; those not available are among them.
    pub fn all(state: &AppState) -> Vec<Command> {
        let mut all = vec![Command::New, Command::Open];
        all.extend((0..presets::SHIPPED.len()).map(Command::Example));
        all.extend((0..presets::GROUPS.len()).map(Command::Group));
        all.extend([
            Command::Save,
            Command::SaveAs,
            Command::Export,
            Command::Duplicate,
            Command::Close,
            Command::Quit,
        ]);
        all.extend([Command::Undo, Command::Redo]);
        all.extend([Command::AddPhase(true), Command::AddPhase(false), Command::AddLine]);
        all.extend(Page::ALL.map(Command::Page));
        all.extend([Command::NextPage, Command::PreviousPage]);
        all.extend(TERRITORIES.map(Command::Territory));
        all.extend([Command::Ghost, Command::StartHere, Command::Tables, Command::Problems]);
        all.extend(Lang::ALL.map(Command::Language));
        all.extend(THEMES.map(Command::Theme));
        all.extend((0..state.documents.len()).map(Command::Project));
        all.extend([Command::NextProject, Command::PreviousProject]);
        all.extend([
            Command::Palette,
            Command::Help,
            Command::Glossary,
            Command::Limits,
            Command::Tour,
        ]);
        all
    }

    /// Returns the row of the command.
    pub fn entry(self) -> Entry {
        use Group::{Edit, File, Help, Pages, Projects, View};
        let row = |group, title, about, keys| Entry {
            group,
            title,
            about,
            keys,
            also: None,
        };
        match self {
            Command::New => row(File, words::NEW, h::ABOUT_NEW, ctrl("N")),
            Command::Open => row(File, words::OPEN, h::ABOUT_OPEN, ctrl("O")),
            Command::Group(_) => row(File, group::OPEN_GROUP, group::ABOUT_GROUP, None),
            Command::Example(_) => row(File, h::EXAMPLE, h::ABOUT_EXAMPLE, None),
            Command::Save => row(File, words::SAVE, h::ABOUT_SAVE, ctrl("S")),
            Command::SaveAs => row(File, words::SAVE_AS, h::ABOUT_SAVE_AS, ctrl_shift("S")),
            Command::Export => row(File, words::EXPORT, h::ABOUT_EXPORT, ctrl("E")),
            Command::Duplicate => row(File, compare::DUPLICATE, h::ABOUT_DUPLICATE, ctrl("D")),
            Command::Close => row(File, words::CLOSE, h::ABOUT_CLOSE, ctrl("W")),
            Command::Quit => row(File, words::QUIT, h::ABOUT_QUIT, ctrl("Q")),
            Command::Undo => row(Edit, words::UNDO, h::ABOUT_UNDO, ctrl("Z")),
            Command::Redo => Entry {
                also: ctrl("Y"),
                ..row(Edit, words::REDO, h::ABOUT_REDO, ctrl_shift("Z"))
            },
            Command::AddPhase(true) => row(Edit, h::ADD_CONSTRUCTION, h::ABOUT_ADD_PHASE, None),
            Command::AddPhase(false) => row(Edit, h::ADD_OPERATION, h::ABOUT_ADD_PHASE, None),
            Command::AddLine => row(Edit, h::ADD_LINE, h::ABOUT_ADD_LINE, ctrl_shift("L")),
            Command::Page(page) => {
                let at = Page::ALL.iter().position(|p| *p == page);
                row(Pages, h::SHOW_PAGE, h::ABOUT_PAGE, digit(at, true))
            }
            Command::NextPage => row(Pages, h::NEXT_PAGE, h::ABOUT_PAGE, ctrl("PageDown")),
            Command::PreviousPage => row(Pages, h::PREVIOUS_PAGE, h::ABOUT_PAGE, ctrl("PageUp")),
            Command::Territory(_) => row(View, h::SHOW_TERRITORY, h::ABOUT_TERRITORY, None),
            Command::Ghost => row(View, h::GHOST, h::ABOUT_GHOST, ctrl("G")),
            Command::StartHere => row(View, h::START_HERE, h::ABOUT_START_HERE, None),
            Command::Tables => row(View, h::TABLES, h::ABOUT_TABLES, ctrl_shift("T")),
            Command::Problems => row(View, h::PROBLEMS, h::ABOUT_PROBLEMS, key("F8")),
            Command::Language(Lang::Fr) => row(View, h::IN_FRENCH, h::ABOUT_LANGUAGE, None),
            Command::Language(Lang::En) => row(View, h::IN_ENGLISH, h::ABOUT_LANGUAGE, None),
            Command::Theme(_) => row(View, h::SHOW_THEME, h::ABOUT_THEME, None),
            Command::Project(k) => row(Projects, h::SHOW_PROJECT, h::ABOUT_PROJECT, digit(Some(k), false)),
            Command::NextProject => row(Projects, h::NEXT_PROJECT, h::ABOUT_PROJECT, ctrl("Tab")),
            Command::PreviousProject => row(Projects, h::PREVIOUS_PROJECT, h::ABOUT_PROJECT, ctrl_shift("Tab")),
            Command::Palette => Entry {
                also: ctrl_shift("P"),
                ..row(Help, h::PALETTE, h::ABOUT_PALETTE, ctrl("K"))
            },
            // The question mark is read as a typed character, wherever its key is.
            Command::Help => row(Help, h::HELP, h::ABOUT_HELP, key("F1")),
            Command::Glossary => row(Help, h::GLOSSARY, h::ABOUT_GLOSSARY, None),
            Command::Limits => row(Help, h::LIMITS, h::ABOUT_LIMITS, None),
            Command::Tour => row(Help, h::TOUR, h::ABOUT_TOUR, None),
        }
    }

    /// Returns the title shown in menus and tooltips, with what it is given.
    pub fn title(self, state: &AppState, lang: Lang) -> String {
        let name = match self {
            Command::Group(k) => presets::group_names().get(k).map(|n| n.get(lang).to_owned()),
            Command::Example(k) => presets::names().get(k).map(|n| n.get(lang).to_owned()),
            Command::Page(page) => Some(page.title().get(lang).to_owned()),
            Command::Territory(t) => Some(names::place_name(state.document().study(), t, lang)),
            Command::Theme(theme) => Some(theme.title().get(lang).to_owned()),
            Command::Project(k) => state.documents.get(k).map(|d| d.scenario().name.get(lang).to_owned()),
            _ => None,
        };
        let title = self.entry().title;
        match name {
            Some(name) => title.fill(lang, &[("name", &name)]),
            None => title.get(lang).to_owned(),
        }
    }

    /// Returns the keys that give the command.
    pub fn shortcut(self) -> Option<Shortcut> {
        self.entry().keys
    }

    /// Returns the action to take.
    pub fn action(self, state: &AppState) -> Action {
        let open = |overlay| Action::View(ViewAction::Open(overlay));
        match self {
            Command::New => Action::New,
            Command::Open => Action::Open,
            Command::Group(k) => Action::Group(GroupAction::Shipped(k)),
            Command::Example(k) => Action::OpenPreset(k),
            Command::Save => Action::Save,
            Command::SaveAs => Action::SaveAs,
            Command::Export => Action::Export(ExportAction::Sheet(SheetAction::Open)),
            Command::Close if state.group.is_some() => Action::Group(GroupAction::Close),
            Command::Close if state.draft.open => Action::Draft(DraftAction::Leave),
            Command::Duplicate => Action::Compare(CompareAction::Duplicate),
            Command::Close => Action::Close(state.active),
            Command::Quit => Action::Quit,
            Command::Undo => Action::Undo,
            Command::Redo => Action::Redo,
            Command::AddPhase(construction) => Action::Edit(Edit::AddPhase(construction), Gesture::Once),
            Command::AddLine => Action::AddLine,
            Command::Page(page) => Action::ShowPage(page),
            Command::NextPage => Action::ShowPage(neighbour(state.page, 1)),
            Command::PreviousPage => Action::ShowPage(neighbour(state.page, Page::ALL.len() - 1)),
            Command::Territory(territory) => Action::SetTerritory(territory),
            Command::Ghost => Action::ShowGhost(!state.ghost()),
            Command::StartHere => Action::StartHere,
            Command::Tables => Action::View(ViewAction::Tables(!state.view.tables)),
            Command::Problems => Action::ToggleProblems,
            Command::Language(lang) => Action::SetLang(lang),
            Command::Theme(theme) => Action::SetTheme(theme),
            Command::Project(k) => Action::Activate(k),
            Command::NextProject => Action::Activate((state.active + 1) % state.documents.len()),
            Command::PreviousProject => {
                Action::Activate((state.active + state.documents.len() - 1) % state.documents.len())
            }
            Command::Palette => open(Overlay::Palette),
            Command::Help => open(Overlay::Help(HelpSection::Shortcuts)),
            Command::Glossary => open(Overlay::Help(HelpSection::Glossary)),
            Command::Limits => Action::View(ViewAction::ShowLimits),
            Command::Tour => open(Overlay::Tour(0)),
        }
    }

    /// Returns why the command would do nothing now; nothing when it would do something.
    pub fn why_not(self, state: &AppState) -> Option<Msg> {
        let when = |no: bool, why: Msg| no.then_some(why);
        match self {
            // What is typed there is no document yet, and the one behind the page does not show.
            Command::Undo
            | Command::Redo
            | Command::StartHere
            | Command::Save
            | Command::SaveAs
            | Command::Export
            | Command::Duplicate
                if state.draft.open =>
            {
                Some(h::NO_DOCUMENT_YET)
            }
            // Neither does the project behind a group.
            Command::Undo
            | Command::Redo
            | Command::StartHere
            | Command::Save
            | Command::SaveAs
            | Command::Export
            | Command::Duplicate
            | Command::AddPhase(_)
            | Command::AddLine
            | Command::Territory(_)
            | Command::Ghost
            | Command::Problems
                if state.group.is_some() =>
            {
                Some(group::GROUP_SHOWS)
            }
            Command::Undo => when(state.document().history.undo_name().is_none(), h::NOTHING_TO_UNDO),
            Command::Redo => when(state.document().history.redo_name().is_none(), h::NOTHING_TO_REDO),
            Command::StartHere => when(state.document().moved_from_start().is_none(), h::NOTHING_MOVED),
            Command::AddLine => when(state.document().scenario().phases.is_empty(), h::NO_PHASE),
            Command::Page(page) => when(
                page == state.page && !state.draft.open && state.group.is_none(),
                h::SHOWN_ALREADY,
            ),
            Command::Territory(Territory::Province) if state.document().study().whole_province => {
                Some(h::WHOLE_PROVINCE)
            }
            Command::Territory(territory) => when(territory == state.territory, h::SHOWN_ALREADY),
            Command::Problems => when(state.document().study().warnings.is_empty(), h::NO_WARNING),
            Command::Language(lang) => when(lang == state.lang(), h::SHOWN_ALREADY),
            Command::Theme(theme) => when(theme == state.theme(), h::SHOWN_ALREADY),
            Command::Project(k) => when(k == state.active && state.group.is_none(), h::SHOWN_ALREADY),
            Command::NextProject | Command::PreviousProject => when(state.documents.len() < 2, h::ONE_PROJECT),
            _ => None,
        }
    }

    /// Returns whether the command would do something now.
    pub fn is_enabled(self, state: &AppState) -> bool {
        self.why_not(state).is_none()
    }
}

/// Returns the page some places after another, from the first again after the last.
fn neighbour(page: Page, by: usize) -> Page {
    let at = Page::ALL.iter().position(|p| *p == page).unwrap_or(0);
    Page::ALL.get((at + by) % Page::ALL.len()).copied().unwrap_or(page)
}
