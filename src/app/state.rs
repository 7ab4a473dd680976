//! What the window shows: open documents, settings and what is unfolded. Only documents are undoable.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::account::AccountChange;
use super::action::{PathRequest, Refusal};
use super::budget::{BudgetDraft, BudgetNotice};
use super::claims::ClaimsState;
use super::compare::CompareState;
use super::document::{Document, DocumentId};
use super::export::{PictureFile, Tried};
use super::export_sheet::ExportSheet;
use super::followers::LinesMoved;
use super::group::OpenGroup;
use super::levers::PhaseLevers;
use super::new_project::Draft;
use super::recovery::{FileDialog, Safety};
use super::trail::TrailStudy;
use super::view::View;
use crate::data::library::Library;
use crate::ids::{LineId, Local};
use crate::problem::Problem;
use crate::report::finances::FinancesView;
use crate::report::levers::LeverMeasure;
use crate::report::timeline::MoneyKind;
use crate::report::trail::TrailView;
use crate::report::wanted::Wanted;
use crate::scenario::{file, presets};
use crate::study::{Cache, Government, Territory, UnderMethod};
use crate::text::messages::{
    claims as claim_words, compare as compare_words, levers as lever_words, trail as trail_words, ui as words,
};
use crate::text::{Lang, Msg};

/// A page of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Headline cards and the main charts.
    #[default]
    Overview,
    /// Jobs by effect, place and industry, who holds them and what they pay.
    Jobs,
    /// What residents earn, and the families that supports.
    Income,
    /// What governments receive and give.
    Finances,
    /// Where each dollar spent ends.
    MoneyTrail,
    /// Every year of the project.
    Timeline,
    /// Spending lines, their origin and their effect.
    Spending,
    /// What more local purchases would bring, what the region lacks, how varied its jobs are.
    Levers,
    /// Projects beside each other.
    Compare,
    /// Definitions, region, multipliers, checks and sources.
    Method,
    /// Public claims beside the model and published cases.
    Claims,
}

impl Page {
    /// The pages in the order of their tabs.
    pub const ALL: [Page; 11] = [
        Page::Overview,
        Page::Jobs,
        Page::Income,
        Page::Finances,
        Page::MoneyTrail,
        Page::Timeline,
        Page::Spending,
        Page::Levers,
        Page::Compare,
        Page::Method,
        Page::Claims,
    ];

    /// Returns the title of its tab.
    pub fn title(self) -> Msg {
        match self {
            Page::Overview => words::OVERVIEW,
            Page::Jobs => words::JOBS_PAGE,
            Page::Income => words::INCOME_PAGE,
            Page::Finances => words::FINANCES_PAGE,
            Page::MoneyTrail => trail_words::PAGE,
            Page::Timeline => words::TIMELINE_PAGE,
            Page::Spending => words::SPENDING_PAGE,
            Page::Levers => lever_words::PAGE,
            Page::Compare => compare_words::PAGE,
            Page::Method => words::METHOD_PAGE,
            Page::Claims => claim_words::PAGE,
        }
    }
}

/// Which theme the user asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemePreference {
    /// The system's own choice.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
    /// Black on white, strong lines.
    HighContrast,
}

impl ThemePreference {
    /// Returns its name.
    pub fn title(self) -> Msg {
        match self {
            ThemePreference::System => words::THEME_SYSTEM,
            ThemePreference::Light => words::THEME_LIGHT,
            ThemePreference::Dark => words::THEME_DARK,
            ThemePreference::HighContrast => words::THEME_CONTRAST,
        }
    }
}

/// What the user set; nothing where the user never did, so that better defaults reach them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settings {
    /// The language.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: Option<ThemePreference>,
    /// Whether the saved version shows behind the results.
    pub ghost: Option<bool>,
    /// Whether the tour was shown once.
    pub tour_shown: Option<bool>,
}

/// A question or a message that holds the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// A document with unsaved changes is about to close.
    Unsaved(usize),
    /// Documents with unsaved changes stand open while the window closes.
    UnsavedAtQuit,
    /// A path must be typed, for want of a dialog service.
    Path(PathRequest),
    /// A file stands where a picture was to go.
    ReplacePicture(Box<PictureFile>, std::path::PathBuf),
    /// A file would be replaced.
    Replace(DocumentId, std::path::PathBuf),
    /// A file was refused, with all its problems.
    Refused(Refusal),
    /// Several files were refused, with all their problems.
    RefusedFiles(Vec<Refusal>),
    /// Something about files that could cost work.
    Files(FileDialog),
    /// The project is exported.
    Export(Box<ExportSheet>),
    /// A budget was pasted, to be looked at before it changes anything.
    Budget(Box<BudgetDraft>),
}

/// A short message in the status bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it says.
    pub text: Local,
    /// Whether something went wrong.
    pub alarming: bool,
}

/// A document computed under each regional method.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodStudies {
    /// The document.
    pub document: DocumentId,
    /// Its revision.
    pub revision: u64,
    /// What each method says; empty for a whole province.
    pub methods: Vec<UnderMethod>,
}

/// The state of the window.
pub struct AppState {
    /// The data.
    pub library: Arc<Library>,
    /// The open documents; never empty.
    pub documents: Vec<Document>,
    /// The one in front.
    pub active: usize,
    /// What the user set.
    pub settings: Settings,
    /// The language of the system.
    pub system_lang: Lang,
    /// The page shown.
    pub page: Page,
    /// The territory results are summed over.
    pub territory: Territory,
    /// The phase whose spending lines show.
    pub phase: usize,
    /// What the page of public finances is asked to show.
    pub finances: FinancesView,
    /// What the page of the money trail is asked to show.
    pub trail_view: TrailView,
    /// How the page of years says amounts.
    pub money: MoneyKind,
    /// What lies over the results, and how they are shown.
    pub view: View,
    /// Whether the list of problems is open.
    pub problems_open: bool,
    /// The spending lines chosen, to be changed together.
    pub chosen: BTreeSet<LineId>,
    /// What ten points more of local share on each line of the phase shown would bring, while a page that tells it shows.
    pub levers: Option<PhaseLevers>,
    /// What levers are ranked by on their page.
    pub lever_measure: LeverMeasure,
    /// What is told of the budget last pasted.
    pub budget_notice: Option<BudgetNotice>,
    /// What the last change of purchases did to the project's own account.
    pub account: Option<AccountChange>,
    /// The lines that the last change moved without touching them.
    pub moved: Option<LinesMoved>,
    /// What was last asked to be exported, to be proposed again.
    pub(super) wanted: Option<Wanted>,
    /// How many exports were begun.
    pub(super) export_jobs: u64,
    /// The question or message that holds the window.
    pub dialog: Option<Dialog>,
    /// Where the picture asked about was to go before.
    pub tried: Option<Tried>,
    /// The project being described on the page of a new project.
    pub draft: Draft,
    /// The last thing to tell.
    pub notice: Option<Notice>,
    /// Whether the window was allowed to close.
    pub closing: bool,
    /// What keeps work safe: recovered documents, recent files.
    pub safety: Safety,
    /// The document that closes once it is saved.
    pub(super) close_once_saved: Option<DocumentId>,
    /// The document in front under each regional method, while the method page shows.
    pub methods: Option<MethodStudies>,
    /// The money trail of the phase shown, while its page shows.
    pub trail: Option<TrailStudy>,
    /// The group of scenarios that shows in place of the project in front.
    pub group: Option<Box<OpenGroup>>,
    /// The projects compared.
    pub compare: CompareState,
    /// The claim looked at.
    pub claims: ClaimsState,
    /// The example that opened with the window, until it is put to use.
    pub(super) given: Option<DocumentId>,
    /// Files dropped together that are still to be read.
    pub(super) dropped: Vec<std::path::PathBuf>,
    pub(super) cache: Cache,
    pub(super) next_id: u64,
}

impl AppState {
    /// Starts with the first shipped scenario open and computed.
    pub fn new(library: Arc<Library>, settings: Settings, system_lang: Lang) -> Result<Self, Vec<Problem>> {
        let text = presets::SHIPPED.first().map_or("", |(_, text)| text);
        let scenario = file::read(text.as_bytes())?;
        let mut cache = Cache::default();
        let document = Document::open(DocumentId(0), scenario, None, &library, &mut cache)?.shipped();
        let phase = document.scenario().first_operation().unwrap_or(0);
        Ok(Self {
            library,
            documents: vec![document],
            active: 0,
            settings,
            system_lang,
            page: Page::default(),
            territory: Territory::Study,
            phase,
            finances: FinancesView {
                government: Some(Government::Quebec),
                net_cost: false,
            },
            trail_view: TrailView::default(),
            money: MoneyKind::default(),
            view: View::default(),
            problems_open: false,
            chosen: BTreeSet::new(),
            levers: None,
            lever_measure: LeverMeasure::default(),
            budget_notice: None,
            account: None,
            moved: None,
            wanted: None,
            export_jobs: 0,
            dialog: None,
            tried: None,
            draft: Draft::default(),
            notice: None,
            closing: false,
            safety: Safety::default(),
            close_once_saved: None,
            methods: None,
            trail: None,
            group: None,
            compare: CompareState::default(),
            claims: ClaimsState::default(),
            given: Some(DocumentId(0)),
            dropped: Vec::new(),
            cache,
            next_id: 1,
        })
    }

    /// Returns the document in front.
    pub fn document(&self) -> &Document {
        // `documents` is never empty and `active` always inside it: `update` keeps both.
        &self.documents[self.active]
    }

    /// Returns whether a document is the example that opens with the window, still as it was and of use for nothing yet.
    pub(super) fn is_given(&self, id: DocumentId) -> bool {
        let untouched = |d: &&Document| d.id == id && d.path.is_none() && !d.is_modified();
        self.given == Some(id) && self.documents.iter().any(|d| untouched(&d))
    }

    /// Returns the language shown.
    pub fn lang(&self) -> Lang {
        self.settings.lang.unwrap_or(self.system_lang)
    }

    /// Returns the theme asked for.
    pub fn theme(&self) -> ThemePreference {
        self.settings.theme.unwrap_or(ThemePreference::System)
    }

    /// Returns whether the saved version shows behind the results.
    pub fn ghost(&self) -> bool {
        self.settings.ghost.unwrap_or(true)
    }

    /// Returns whether any document has unsaved changes.
    pub fn has_unsaved(&self) -> bool {
        self.documents.iter().any(Document::is_modified)
    }
}
