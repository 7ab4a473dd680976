//! What is shown over or beside the results: palette, help, tour, charts as tables, which jobs. None of it is a step to undo.

use super::action::Effect;
use super::commands::Command;
use super::state::{AppState, Notice, Page};
use crate::ids::Local;
use crate::text::messages::behaviour as words;

/// What lies over the window, apart from dialogs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The search of commands.
    Palette,
    /// The help, open at a section.
    Help(HelpSection),
    /// A step of the tour, from 0; it holds nothing back.
    Tour(usize),
}

/// A section of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpSection {
    /// Every command with its keys.
    Shortcuts,
    /// Terms and definitions.
    Glossary,
    /// What the method does not say.
    Limits,
}

impl HelpSection {
    /// The sections in their order.
    pub const ALL: [HelpSection; 3] = [HelpSection::Shortcuts, HelpSection::Glossary, HelpSection::Limits];
}

/// The number of steps of the tour.
pub const TOUR_STEPS: usize = 6;

/// The most commands remembered as recent.
const RECENT: usize = 6;

/// Where the keyboard goes next, for the page to give the focus to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The three first numbers of a project just made.
    Numbers,
    /// The tab of the page just opened.
    Tab,
    /// The name of the spending line just added.
    AddedLine,
    /// The spending line whose details are unfolded.
    UnfoldedLine,
}

/// What went to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The figures of a chart.
    Chart,
    /// A chart as a picture.
    Picture,
    /// A table.
    Table,
}

/// What is shown over or beside the results.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// What lies over the window.
    pub overlay: Option<Overlay>,
    /// Commands run from the palette, the last one first.
    pub recent: Vec<Command>,
    /// Whether the page of method must scroll to its limits.
    pub reveal_limits: bool,
    /// Whether charts show as tables unless one was turned back.
    pub tables: bool,
    /// How many times that changed: each time, charts turned one by one are forgotten.
    pub tables_changed: u32,
    /// Whether the page of jobs shows construction rather than permanent jobs.
    pub construction_jobs: bool,
    /// Where the keyboard goes next.
    pub wanted: Option<Wanted>,
}

/// Something that changes what is shown over or beside the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewAction {
    /// Palette, help or tour opens in place of what was open.
    Open(Overlay),
    /// What lies over the window goes.
    Close,
    /// A command was run from the palette.
    Ran(Command),
    /// The program starts: the tour shows if it never did.
    Started,
    /// The page of method shows its limits.
    ShowLimits,
    /// The page of method has scrolled there.
    LimitsShown,
    /// Every chart shows as a table, or as a chart again.
    Tables(bool),
    /// The page of jobs shows construction, or permanent jobs.
    ConstructionJobs(bool),
    /// The keyboard is to go there.
    Want(Wanted),
    /// It has gone there.
    Reached,
    /// Something was copied, which is told.
    Copied(Copied),
    /// What a change did to the project's own account was read and is not told again.
    AccountSeen,
}

/// Changes what is shown.
pub(super) fn act(state: &mut AppState, action: ViewAction) -> Vec<Effect> {
    match action {
        ViewAction::Open(Overlay::Tour(step)) if step >= TOUR_STEPS => state.view.overlay = None,
        ViewAction::Open(overlay) => {
            if let Overlay::Tour(_) = overlay {
                // The tour points at the first page.
                super::files::leave_draft(state);
                state.page = Page::Overview;
            }
            state.view.overlay = Some(overlay);
        }
        ViewAction::Close => state.view.overlay = None,
        ViewAction::Ran(command) => {
            state.view.recent.retain(|c| *c != command);
            state.view.recent.insert(0, command);
            state.view.recent.truncate(RECENT);
        }
        ViewAction::Started => {
            // It is shown once: whoever closes it, or the program, has seen that it exists, and the help brings it back.
            if state.settings.tour_shown.is_none() {
                state.settings.tour_shown = Some(true);
                state.view.overlay = Some(Overlay::Tour(0));
                return vec![Effect::KeepSettings];
            }
        }
        ViewAction::ShowLimits => {
            state.page = Page::Method;
            state.view.overlay = None;
            state.view.reveal_limits = true;
        }
        ViewAction::LimitsShown => state.view.reveal_limits = false,
        ViewAction::Tables(shown) => {
            state.view.tables = shown;
            state.view.tables_changed = state.view.tables_changed.wrapping_add(1);
        }
        ViewAction::ConstructionJobs(shown) => state.view.construction_jobs = shown,
        ViewAction::Want(wanted) => state.view.wanted = Some(wanted),
        ViewAction::Reached => state.view.wanted = None,
        ViewAction::Copied(what) => {
            let msg = match what {
                Copied::Chart => words::CHART_COPIED,
                Copied::Picture => words::PICTURE_COPIED,
                Copied::Table => words::TABLE_COPIED,
            };
            state.notice = Some(Notice {
                text: Local::new(msg.fr, msg.en),
                alarming: false,
            });
        }
        ViewAction::AccountSeen => state.account = None,
    }
    Vec::new()
}
