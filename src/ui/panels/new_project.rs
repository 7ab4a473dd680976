//! The page of a new project: where, what, three numbers; beside them, the first result and everything that was taken for granted.

use egui::{CentralPanel, Frame, Id, Key, Margin, Popup, Rect, ScrollArea, Sense, TextEdit, Ui, UiBuilder, pos2, vec2};

use super::{examples, new_project_results as results, scenario};
use crate::app::new_project::{Draft, activity_label};
use crate::app::{Action, AppState, DraftAction, DraftNumber};
use crate::data::search::{TerritoryGroup, search, search_territories, territory_group};
use crate::data::territories::{Structure, Territory};
use crate::text::messages::{assumptions as own, project as words, ui as shared};
use crate::text::number::{self, TypedUnit};
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{
    Button, NumberField, SearchField, SearchResult, clipped, dropdown, menu, paint, refused_fields,
};

/// The name of the activity's field, to give it the focus.
const ACTIVITY: &str = "new-activity";

/// Shows the page over the whole window below the toolbar.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let whole = ui.max_rect();
    let split = (whole.left() + whole.width() * 0.543).round();
    let narrow = whole.width() < theme.tokens.layout.compact_below_width;
    ui.painter().rect_filled(whole, 0.0, theme.colours.panel);
    // The page begins at its top each time it opens: the last frame that showed it tells.
    let (last, now) = (Id::unique("new project shown"), ui.ctx().cumulative_frame_nr());
    let just_opened = ui.data(|d| d.get_temp::<u64>(last)).is_none_or(|frame| frame + 1 < now);
    ui.data_mut(|d| d.insert_temp(last, now));
    let halves = [
        (Rect::from_min_max(whole.min, pos2(split, whole.bottom())), false),
        (Rect::from_min_max(pos2(split, whole.top()), whole.max), true),
    ];
    for (rect, right) in halves {
        let mut half = ui.new_child(UiBuilder::new().id_salt(("new project", right)).max_rect(rect));
        let fill = if right {
            theme.colours.window
        } else {
            theme.colours.panel
        };
        half.painter().rect_filled(rect, 0.0, fill);
        let x = match (narrow, right) {
            (true, _) => 20,
            (false, true) => 36,
            (false, false) => 56,
        };
        CentralPanel::no_frame().show(&mut half, |ui| {
            let mut area = ScrollArea::vertical()
                .id_salt(("new project", right))
                .auto_shrink([false, false]);
            if just_opened {
                area = area.vertical_scroll_offset(0.0);
            }
            area.show(ui, |ui| {
                Frame::new().inner_margin(Margin::symmetric(x, 24)).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 4.0;
                    if right {
                        results::show(ui, state, narrow, actions);
                    } else {
                        questions(ui, state, actions);
                    }
                });
            });
        });
    }
    ui.painter().vline(split, whole.y_range(), theme.hairline());
    keys(ui, state, just_opened, actions);
}

/// Gives the activity the focus when the page opens, and leaves the page with Escape when nothing else takes the key.
fn keys(ui: &Ui, state: &AppState, just_opened: bool, actions: &mut Vec<Action>) {
    if just_opened {
        ui.memory_mut(|m| m.request_focus(SearchField::focus_id(ACTIVITY)));
    }
    // A field takes Escape for itself on the frame before: what had the focus then is remembered.
    let held = Id::unique("new project held");
    let busy = ui.memory(|m| m.focused().is_some()) || Popup::is_any_open(ui.ctx());
    let was = ui.data(|d| d.get_temp::<bool>(held)).unwrap_or(false);
    ui.data_mut(|d| d.insert_temp(held, busy));
    if ui.input(|i| i.key_pressed(Key::Escape)) && !was && !busy && state.dialog.is_none() {
        actions.push(Action::Draft(DraftAction::Leave));
    }
}

fn push(actions: &mut Vec<Action>, action: DraftAction) {
    actions.push(Action::Draft(action));
}

/// The left half: what the user says.
fn questions(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let response = ui.label(theme.rich(shared::NEW.get(lang), Type::Figure, theme.colours.text));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, shared::NEW.get(lang)));
    ui.label(theme.rich(words::SUBTITLE.get(lang), Type::Body, theme.colours.text_secondary));
    step(ui, 1, words::WHERE.get(lang));
    place(ui, state, actions);
    step(ui, 2, words::WHAT.get(lang));
    activity(ui, state, actions);
    step(ui, 3, words::NUMBERS.get(lang));
    let to_name = numbers(ui, state, actions);
    ui.add_space(12.0);
    let to_button = name(ui, state, to_name, actions);
    ui.add_space(16.0);
    buttons(ui, state, to_button, actions);
}

/// A question with its number.
fn step(ui: &mut Ui, number: u8, title: &str) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(14.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
    let centre = rect.left_center() + vec2(10.0, 0.0);
    ui.painter().circle_filled(centre, 10.0, theme.colours.accent);
    let digit = paint::line(
        ui,
        &number.to_string(),
        Type::SmallStrong,
        theme.colours.on_accent,
        20.0,
    );
    paint::centred(ui.painter(), centre, digit);
    let text = paint::line(ui, title, Type::Strong, theme.colours.text, rect.width() - 30.0);
    paint::left(ui.painter(), rect.left() + 29.0, rect.center().y, text);
    ui.add_space(4.0);
}

fn caption(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.label(theme.rich(text, Type::Small, theme.colours.text_secondary));
}

/// The region, and a smaller territory inside it where one is known.
fn place(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let library = &*state.library;
    let chosen = state.draft.region.as_ref().and_then(|r| library.territory(r.as_str()));
    // A smaller territory shows under the region it lies in.
    let region = chosen.map(|t| match &t.structure {
        Structure::Scaled(parent) => library.territory(parent.as_str()).unwrap_or(t),
        _ => t,
    });
    let smaller: Vec<&Territory> = library
        .territories
        .iter()
        .filter(|t| matches!((&t.structure, region), (Structure::Scaled(parent), Some(r)) if *parent == r.code))
        .collect();
    let gap = 12.0;
    let width = (ui.available_width() - gap) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let wide = if smaller.is_empty() { width * 2.0 + gap } else { width };
        ui.vertical(|ui| {
            ui.set_width(wide);
            caption(ui, shared::REGION.get(lang));
            regions(ui, state, region, actions);
        });
        if !smaller.is_empty() {
            ui.vertical(|ui| {
                ui.set_width(width);
                caption(ui, words::MRC.get(lang));
                let mut options = vec![words::WHOLE_REGION.get(lang)];
                options.extend(smaller.iter().map(|t| t.label.get(lang)));
                let at = smaller
                    .iter()
                    .position(|t| Some(&t.code) == state.draft.region.as_ref())
                    .map_or(0, |k| k + 1);
                let picked = dropdown(ui, words::MRC.get(lang), &options, at, width);
                let territory = picked.map(|k| match k {
                    0 => region,
                    k => smaller.get(k - 1).copied(),
                });
                if let Some(Some(t)) = territory {
                    push(actions, DraftAction::Region(t.code.clone()));
                }
                if let [only] = smaller.as_slice() {
                    let theme = Theme::of(ui.ctx());
                    let text = own::MRC_SHIPPED.fill(lang, &[("name", only.label.get(lang))]);
                    ui.label(theme.rich(text, Type::Small, theme.colours.text_muted));
                }
            });
        }
    });
}

fn regions(ui: &mut Ui, state: &AppState, region: Option<&Territory>, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let library = &*state.library;
    let shown = region.map_or_else(String::new, |t| {
        scenario::region_label(t.code.as_str(), t.label.get(lang))
    });
    let of = |group| {
        let same = library.territories.iter().filter(|t| territory_group(t) == group);
        same.count().to_string()
    };
    let shipped = own::REGIONS_SHIPPED.fill(
        lang,
        &[
            ("regions", &of(TerritoryGroup::Regions)),
            ("provinces", &of(TerritoryGroup::Provinces)),
        ],
    );
    let mut found = Vec::new();
    let response = SearchField::new("new-region", shared::REGION.get(lang), &shown)
        .hint(words::REGION_HINT.get(lang))
        .footer(shared::SEARCH_KEYS.get(lang), words::REGION_ABOUT.get(lang))
        .nothing_found(&shipped, words::REGION_ALL.get(lang))
        .height(Theme::of(ui.ctx()).tokens.control.height)
        .on_demand()
        .show(ui, |query| {
            found = search_territories(library, query);
            let mut group = None;
            let rows = found
                .iter()
                .map(|t| {
                    let own = territory_group(t);
                    let begins = group != Some(own);
                    group = Some(own);
                    let smaller = own == TerritoryGroup::Smaller;
                    SearchResult {
                        code: if smaller { String::new() } else { t.code.to_string() },
                        title: t.label.get(lang).to_owned(),
                        group: if begins {
                            group_name(own).get(lang).to_owned()
                        } else {
                            String::new()
                        },
                        ..SearchResult::default()
                    }
                })
                .collect();
            let count = number::whole(found.len() as f64, lang);
            let all = number::whole(library.territories.len() as f64, lang);
            (
                rows,
                words::REGION_COUNT.fill(lang, &[("count", &count), ("all", &all)]),
            )
        });
    if let Some(t) = response.chosen.and_then(|k| found.get(k)) {
        push(actions, DraftAction::Region(t.code.clone()));
    }
}

fn group_name(group: TerritoryGroup) -> Msg {
    match group {
        TerritoryGroup::Regions => words::GROUP_REGIONS,
        TerritoryGroup::Smaller => words::GROUP_SMALLER,
        TerritoryGroup::Provinces => words::GROUP_PROVINCES,
    }
}

fn activity(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let library = &*state.library;
    let other = if lang == Lang::Fr { Lang::En } else { Lang::Fr };
    let chosen = state.draft.activity.as_ref().map_or_else(String::new, |a| {
        let code =
            a.id.as_deref()
                .and_then(|id| library.activity(id))
                .map(|a| a.scian.as_str());
        let code = code.unwrap_or(&a.recipe);
        format!("{} ({code})", activity_label(library, a).get(lang))
    });
    let mut found = Vec::new();
    let response = SearchField::new(ACTIVITY, shared::ACTIVITY.get(lang), &chosen)
        .hint(shared::ACTIVITY_HINT.get(lang))
        .footer(shared::SEARCH_KEYS.get(lang), words::ACTIVITY_ABOUT.get(lang))
        .nothing_found(shared::SEARCH_NOTHING.get(lang), shared::SEARCH_ALL.get(lang))
        .height(40.0)
        .on_demand()
        .show(ui, |query| {
            found = search(library, query);
            let count = number::whole(found.len() as f64, lang);
            let all = number::whole(search(library, "").len() as f64, lang);
            let rows = found
                .iter()
                .map(|f| SearchResult {
                    code: f.code.to_owned(),
                    title: f.label.get(lang).to_owned(),
                    subtitle: match f.activity {
                        Some(_) => f.label.get(other).to_owned(),
                        None => String::new(),
                    },
                    found: f.matched.clone().unwrap_or_default(),
                    group: String::new(),
                })
                .collect();
            (
                rows,
                if found.len() == 1 {
                    words::ACTIVITY_COUNT_ONE.fill(lang, &[("all", &all)])
                } else {
                    words::ACTIVITY_COUNT.fill(lang, &[("count", &count), ("all", &all)])
                },
            )
        });
    if let Some(f) = response.chosen.and_then(|k| found.get(k)) {
        push(
            actions,
            DraftAction::Activity(f.activity.map(|a| a.id.clone()), f.recipe.code.clone()),
        );
    }
}

/// Returns what the numbers of the page belong to: another one after each change, whoever made it.
pub(super) fn stamp(draft: &Draft) -> Id {
    Id::unique(("draft", draft.generation, draft.revision))
}

/// Shows one of the three numbers.
fn typed(
    ui: &mut Ui,
    which: DraftNumber,
    scale: f64,
    field: NumberField<'_>,
    next: &mut bool,
    actions: &mut Vec<Action>,
) -> Option<String> {
    let response = field.show(ui);
    if std::mem::take(next) {
        response.response.request_focus();
    }
    // Enter ends a number and goes on to the next field.
    *next = response.committed && !response.cancelled && ui.input(|i| i.key_pressed(Key::Enter));
    if response.cancelled {
        push(actions, DraftAction::Restore(which));
    } else if let Some(value) = response.change {
        push(actions, DraftAction::Number(which, Some(value * scale)));
    }
    if response.committed {
        push(actions, DraftAction::Settle);
    }
    response.wrong
}

/// Shows the three numbers; returns whether the keyboard goes on to the field after them.
fn numbers(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) -> bool {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let draft = &state.draft;
    let gap = 12.0;
    let width = (ui.available_width() - 2.0 * gap) / 3.0;
    let height = theme.tokens.control.height_primary_number;
    let field = |which: &'static str, name: &'static str, value: Option<f64>| {
        NumberField::new(("draft", which, draft.generation), name, value, lang)
            .labelled()
            .blank()
            .stamp(stamp(draft))
            .height(height)
            .width(width)
            .message_apart()
    };
    let percent = |v: f64| number::percent(v, lang);
    let maximum = draft.maximum();
    let most = shared::CAP_REACHED.fill(lang, &[("value", &percent(maximum.unwrap_or(1.0)))]);
    let refused = (!draft.problems.is_empty() && draft.study.is_some()).then_some(most.as_str());
    let mut notes: [(String, bool); 3] = Default::default();
    let mut next = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let (left, right) = if lang == Lang::Fr { ("", "M$") } else { ("$", "M") };
        let money = field(
            "investment",
            words_of(DraftNumber::Investment).get(lang),
            draft.investment.map(|v| v / 1e6),
        )
        .unit(left, right, TypedUnit::Millions)
        .places(1)
        .up_to_places(3);
        let wrong = typed(ui, DraftNumber::Investment, 1e6, money, &mut next, actions);
        let year = state.library.economy.data_year.to_string();
        let quebec = draft.region.as_ref().and_then(|r| state.library.territory(r.as_str()));
        let note = match quebec {
            Some(t) if t.province.as_str() != "QC" => words::INVESTMENT_NOTE_ELSEWHERE,
            _ => words::INVESTMENT_NOTE,
        };
        notes[0] = said(wrong, note.fill(lang, &[("year", &year)]));
        let people = field("jobs", words_of(DraftNumber::Jobs).get(lang), draft.jobs)
            .unit("", "", TypedUnit::Plain)
            .up_to_places(3)
            .range(0.0..=1e7);
        let wrong = typed(ui, DraftNumber::Jobs, 1.0, people, &mut next, actions);
        notes[1] = said(wrong, words::JOBS_NOTE.get(lang).to_owned());
        let part = field(
            "share",
            words_of(DraftNumber::LocalShare).get(lang),
            draft.local_share.map(|v| v * 100.0),
        )
        .unit("", "%", TypedUnit::Percent)
        .places(0)
        .range(0.0..=maximum.map_or(100.0, |m| if refused.is_some() { 100.0 } else { m * 100.0 }))
        .too_high(&most)
        .refused(refused);
        let wrong = typed(ui, DraftNumber::LocalShare, 0.01, part, &mut next, actions);
        let default = draft
            .study
            .as_ref()
            .and_then(|s| s.operation())
            .map(|p| p.sourcing.default_share);
        let note = match (draft.local_share, default, maximum) {
            (None, Some(share), Some(most)) => {
                words::SHARE_NOTE_DEFAULT.fill(lang, &[("share", &percent(share)), ("most", &percent(most))])
            }
            (Some(_), _, Some(most)) => words::SHARE_NOTE.fill(lang, &[("most", &percent(most))]),
            _ => words::SHARE_NOTE_EMPTY.get(lang).to_owned(),
        };
        // A share given before the rest may turn out to be beyond reach.
        notes[2] = said(wrong.or(refused.map(str::to_owned)), note);
    });
    let line = theme.type_style(Type::Small).line;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (k, (text, wrong)) in notes.iter().enumerate() {
            let (rect, _) = ui.allocate_exact_size(vec2(width, 2.0 * line), Sense::hover());
            let ink = if *wrong {
                theme.colours.error
            } else {
                theme.colours.text_muted
            };
            let one = paint::text_width(ui, text, Type::Small) <= width;
            let rect = if one {
                Rect::from_min_size(rect.min, vec2(width, line))
            } else {
                rect
            };
            clipped(ui, ("note", k), rect, text, (Type::Small, ink));
        }
    });
    next
}

fn words_of(which: DraftNumber) -> Msg {
    match which {
        DraftNumber::Investment => shared::INVESTMENT,
        DraftNumber::Jobs => shared::JOBS,
        DraftNumber::LocalShare => shared::LOCAL_SHARE,
    }
}

/// Returns what stands under a field: what is wrong with it, or its note.
fn said(wrong: Option<String>, note: String) -> (String, bool) {
    match wrong {
        Some(wrong) => (wrong, true),
        None => (note, false),
    }
}

/// Shows the name; returns whether the keyboard goes on to what follows.
///
/// * `focus`: whether it comes here.
fn name(ui: &mut Ui, state: &AppState, focus: bool, actions: &mut Vec<Action>) -> bool {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    caption(ui, words::NAME.get(lang));
    let proposed = state.draft.proposed_name(&state.library);
    let mut text = state.draft.name.clone();
    let edit = TextEdit::singleline(&mut text)
        .id(Id::unique("new name"))
        .font(theme.font(Type::Body))
        .hint_text(theme.rich(proposed.get(lang), Type::Body, theme.colours.text_muted))
        .margin(Margin::symmetric(8, 6))
        .desired_width(ui.available_width());
    let response = ui.add(edit).accessible_name(words::NAME.get(lang));
    paint::focus_ring(ui, &response, response.rect, theme.tokens.radius.field);
    if response.changed() {
        push(actions, DraftAction::Name(text));
    }
    if focus {
        response.request_focus();
    }
    response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter))
}

/// Returns why the project cannot be made yet; nothing where it can.
fn hindrance(ui: &Ui, state: &AppState) -> Option<String> {
    let lang = state.lang();
    let missing: Vec<&str> = state.draft.missing().iter().map(|m| m.get(lang)).collect();
    if !missing.is_empty() {
        return Some(words::CREATE_NEEDS.fill(lang, &[("missing", &missing.join(", "))]));
    }
    let refused = !state.draft.problems.is_empty() || !refused_fields(ui.ctx(), stamp(&state.draft)).is_empty();
    refused.then(|| words::CREATE_REFUSED.get(lang).to_owned())
}

/// Shows what is done with the page.
///
/// * `focus`: whether the keyboard comes here.
fn buttons(ui: &mut Ui, state: &AppState, focus: bool, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let why = hindrance(ui, state);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let create = Button::primary(words::CREATE.get(lang))
            .height(36.0)
            .disabled_because(why.as_deref());
        let create = create.show(ui);
        if focus {
            create.request_focus();
        }
        if create.clicked() {
            push(actions, DraftAction::Create);
        }
        let example = Button::secondary(words::EXAMPLE.get(lang)).height(36.0).show(ui);
        menu(&example, actions, |ui, actions| {
            ui.set_min_width(300.0);
            actions.extend(examples::show(ui, lang).map(Action::OpenPreset));
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(theme.rich(words::ESCAPE.get(lang), Type::Small, theme.colours.text_muted));
        });
    });
    // What is missing is also written, for who does not point at the button.
    if let Some(why) = &why {
        ui.label(theme.rich(why, Type::Small, theme.colours.text_muted));
    }
}
