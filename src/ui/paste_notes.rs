//! What the dialog of a pasted budget says beside its rows: doubts, the year of its dollars, what was left out, sums that differ, totals.

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, vec2};

use crate::app::budget::{Decision, YearFrom};
use crate::app::paste::{PastedRow, Why};
use crate::app::{Action, AppState, BudgetDraft, PasteAction};
use crate::problem::Problem;
use crate::report::places;
use crate::report::problems::sentence;
use crate::study::PhaseStudy;
use crate::text::messages::{budgets, editor as words, lines};
use crate::text::number;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Icon, NoticeTone, icon_in, link, problem_row};

/// Begins what is said of a doubt: its sign and its words.
fn begin(ui: &mut Ui, area: Rect, salt: &str, said: &str) -> Ui {
    let theme = Theme::of(ui.ctx());
    let mut ui = ui.new_child(
        UiBuilder::new()
            .max_rect(area)
            .layout(egui::Layout::left_to_right(egui::Align::Center))
            .id_salt(salt),
    );
    ui.spacing_mut().item_spacing.x = 8.0;
    let (mark, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
    icon_in(ui.painter(), mark.center(), Icon::Warning, theme.colours.warning);
    ui.label(theme.rich(said, Type::SmallMedium, theme.colours.warning));
    ui
}

/// Shows a link with a longer name for screen readers; returns whether it was clicked.
fn offer(ui: &mut Ui, text: &str, label: &str) -> bool {
    let response = link(ui, text);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(label));
    response.clicked()
}

/// Says under a row that its industry is to be checked, with the next ones that answer, one click away.
pub(super) fn industry(
    ui: &mut Ui,
    state: &AppState,
    (k, decision): (usize, Decision),
    spoken: &str,
    area: Rect,
    actions: &mut Vec<Action>,
) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let industries = &state.library.economy.industries;
    let msg = if decision.industry.is_some() {
        lines::PASTE_DOUBT
    } else {
        lines::PASTE_TIE
    };
    let mut ui = begin(ui, area, "doubt", msg.get(lang));
    let mut take = |industry: usize| actions.push(Action::Paste(PasteAction::Industry(k, industry)));
    if let Some(own) = decision.industry {
        let label = lines::PASTE_RIGHT_OF.fill(lang, &[("name", spoken)]);
        if offer(&mut ui, lines::PASTE_RIGHT.get(lang), &label) {
            take(own);
        }
    }
    let others: Vec<usize> = decision.doubt.into_iter().flatten().flatten().collect();
    if decision.industry.is_some() && !others.is_empty() {
        let text = lines::PASTE_RATHER.get(lang);
        ui.label(theme.rich(text, Type::Small, theme.colours.text_secondary));
    }
    for other in others {
        let Some(industry) = industries.get(other) else {
            continue;
        };
        let name = format!("{} · {}", industry.code, industry.short.get(lang));
        let values = [("industry", name.as_str()), ("name", spoken)];
        if offer(&mut ui, &name, &lines::PASTE_RATHER_OF.fill(lang, &values)) {
            take(other);
        }
    }
}

/// Says under a row that its local share reads two ways, each one click away.
pub(super) fn share(
    ui: &mut Ui,
    state: &AppState,
    (k, row): (usize, &PastedRow),
    spoken: &str,
    area: Rect,
    actions: &mut Vec<Action>,
) {
    let lang = state.lang();
    let said = budgets::SHARE_DOUBT.fill(lang, &[("written", &row.local_written)]);
    let mut ui = begin(ui, area, "share_doubt", &said);
    let readings = [(row.local, false), (row.local_other, true)];
    for (value, other) in readings {
        let Some(value) = value else { continue };
        let text = number::percent_with(value, places::places(value * 100.0, 2), lang);
        let label = budgets::SHARE_TAKE.fill(lang, &[("value", &text), ("name", spoken)]);
        if offer(&mut ui, &text, &label) {
            actions.push(Action::Paste(PasteAction::Share(k, other)));
        }
    }
}

/// Says of which year the dollars are taken to be, and why.
pub(super) fn year(ui: &mut Ui, state: &AppState, draft: &BudgetDraft) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let year = draft.year.to_string();
    let (said, ink) = match draft.year_from {
        YearFrom::User => return,
        YearFrom::Header => (
            budgets::YEAR_READ.fill(lang, &[("year", &year)]),
            theme.colours.text_muted,
        ),
        YearFrom::Phase => (
            budgets::YEAR_ASSUMED.fill(lang, &[("year", &year)]),
            theme.colours.warning,
        ),
        YearFrom::Unknown(stated) => (
            budgets::YEAR_UNKNOWN.fill(lang, &[("year", &year), ("stated", &stated.to_string())]),
            theme.colours.warning,
        ),
    };
    ui.label(theme.rich(said, Type::Small, ink));
}

/// Shows what was left out, sums that differ from their lines, and everything that could not be read, each with its place and what to do.
pub(super) fn remarks(ui: &mut Ui, state: &AppState, draft: &BudgetDraft) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let checks = draft.total_checks();
    let said = |row: usize, text: &str, why: Why| {
        let agrees = checks.iter().any(|c| c.row == row && c.agrees);
        let msg = match why {
            Why::Header => lines::PASTE_HEADS,
            Why::Total if agrees => budgets::TOTAL_AGREES,
            Why::Total => words::LEFT_TOTAL,
            Why::NoAmount => words::LEFT_NO_AMOUNT,
            Why::Unreadable => words::LEFT_UNREADABLE,
        };
        msg.fill(lang, &[("row", &row.to_string()), ("text", text)])
    };
    let mut left: Vec<String> = draft
        .pasted
        .left_out
        .iter()
        .filter(|l| l.why != Why::Header)
        .map(|l| said(l.row, &l.text, l.why))
        .collect();
    let heads = draft.pasted.left_out.iter().find(|l| l.why == Why::Header);
    if !draft.pasted.unused.is_empty() {
        left.push(words::LEFT_COLUMNS.fill(lang, &[("names", &draft.pasted.unused.join(", "))]));
    }
    let problems: Vec<&Problem> = draft.pasted.problems.iter().chain(&draft.refused).collect();
    if let Some(heads) = heads {
        let text = lines::PASTE_HEADS.fill(lang, &[("row", &heads.row.to_string())]);
        ui.label(theme.rich(text, Type::Small, theme.colours.text_muted));
    }
    if left.is_empty() && problems.is_empty() {
        return;
    }
    ScrollArea::vertical()
        .id_salt("remarks")
        .max_height(110.0)
        .min_scrolled_height(40.0)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            if !left.is_empty() {
                let text = format!("{} · {}", words::LEFT_OUT.get(lang), left.join(" · "));
                ui.label(theme.rich(text, Type::Small, theme.colours.text_muted));
            }
            for check in checks.iter().filter(|c| !c.agrees) {
                let money = |v: f64| number::dollars_in_millions_with(v, number::needed_places(v / 1e6, 2), lang);
                let values = [
                    ("row", check.row.to_string()),
                    ("text", check.name.clone()),
                    ("stated", money(check.stated)),
                    ("sum", money(check.sum)),
                    ("gap", money((check.stated - check.sum).abs())),
                ];
                let values = values.each_ref().map(|(n, v)| (*n, v.as_str()));
                let mut said = budgets::TOTAL_DIFFERS.fill(lang, &values);
                if let Some((row, text)) = &check.missing {
                    let values = [("row", row.to_string()), ("text", text.clone())];
                    let values = values.each_ref().map(|(n, v)| (*n, v.as_str()));
                    said = format!("{said} {}.", budgets::TOTAL_MISSES.fill(lang, &values));
                }
                problem_row(ui, NoticeTone::Warning, "", &said, &[]);
            }
            for problem in problems {
                let s = sentence(problem, lang, Some(&state.library));
                let place = if problem.place.is_empty() {
                    String::new()
                } else {
                    places::words(&problem.place, lang, Some(&state.library))
                };
                problem_row(ui, NoticeTone::Error, &place, &format!("{}. {}", s.what, s.remedy), &[]);
            }
        });
}

/// Shows the budget pasted beside the one there is, in the dollars of the page; what was pasted in dollars of another year is said in both.
pub(super) fn totals(ui: &mut Ui, state: &AppState, draft: &BudgetDraft, phase: &PhaseStudy) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let library = &state.library;
    let data_year = library.economy.data_year;
    let to_data_year = library.price_index.factor(draft.year, data_year);
    let factor = to_data_year.filter(|f| *f > 0.0).unwrap_or(1.0);
    let money = |v: f64| number::dollars_in_millions_with(v, 2, lang);
    let page = data_year.to_string();
    if draft.year != data_year {
        let values = [
            ("own", money(draft.total())),
            ("year", draft.year.to_string()),
            ("converted", money(draft.total() * factor)),
            ("page", page.clone()),
        ];
        let values = values.each_ref().map(|(n, v)| (*n, v.as_str()));
        let said = budgets::TOTAL_CONVERTED.fill(lang, &values);
        ui.label(theme.rich(said, Type::Small, theme.colours.text_secondary));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let of_page = budgets::IN_DOLLARS.fill(lang, &[("page", &page)]);
        ui.label(theme.rich(of_page, Type::Small, theme.colours.text_muted));
        ui.add_space(8.0);
        for (label, value) in [
            (words::PASTE_TOTAL, draft.total() * factor),
            (words::PASTE_NOW, phase.purchases),
            (words::PASTE_AFTER, draft.total_after(phase, library, factor) * factor),
        ] {
            ui.label(theme.rich(label.get(lang), Type::Small, theme.colours.text_secondary));
            ui.label(theme.rich(money(value), Type::Strong, theme.colours.text));
            ui.add_space(14.0);
        }
    });
}
