//! The purchases of a phase in the left panel: its lines, largest first, with their origin.

use egui::{Ui, vec2};

use crate::app::{Action, AppState, Page};
use crate::report::role::Role;
use crate::report::words as names;
use crate::study::{PhaseStudy, Territory};
use crate::text::messages::ui as words;
use crate::text::{Lang, Msg, number};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{LegendMark, SectionAside, Segments, clipped, legend, origin_bar, paint, section, segmented};

/// Shows the choice of the phase whose lines show.
pub fn phase_choice(ui: &mut Ui, state: &AppState, name: Msg, width: Segments, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let study = state.document().study();
    let labels: Vec<String> = study
        .phases
        .iter()
        .map(|p| {
            let amount = number::dollars_in_millions(p.purchases, lang);
            let per_year = if p.construction {
                String::new()
            } else {
                format!("/{}", if lang == Lang::Fr { "an" } else { "yr" })
            };
            format!("{} {amount}{per_year}", names::phase(study, p, lang))
        })
        .collect();
    let options: Vec<&str> = labels.iter().map(String::as_str).collect();
    if let Some(k) = segmented(ui, name.get(lang), &options, state.phase, width) {
        actions.push(Action::ShowPhase(k));
    }
}

/// Returns what a screen reader and a tooltip say of a line's origin.
pub fn origin_text(state: &AppState, name: &str, shares: [f64; 4]) -> String {
    let lang = state.lang();
    let study = state.document().study();
    let [home, rest, other, abroad] = shares.map(|s| number::percent(s, lang));
    let place = names::in_place(study, Territory::Study, lang);
    let msg = if study.whole_province {
        words::ORIGIN_TEXT_PROVINCE
    } else {
        words::ORIGIN_TEXT
    };
    let values = [
        ("name", name),
        ("study", &home),
        ("place", &place),
        ("rest", &rest),
        ("other", &other),
        ("abroad", &abroad),
    ];
    msg.fill(lang, &values)
}

/// Returns the legend of origins, in their fixed order.
pub fn origin_legend(state: &AppState) -> Vec<(LegendMark, String)> {
    let lang = state.lang();
    let study = state.document().study();
    let place = |t| names::place_name(study, t, lang);
    let mut marks = vec![(LegendMark::Role(Role::Study), place(Territory::Study))];
    if !study.whole_province {
        marks.push((LegendMark::Role(Role::RestOfProvince), place(Territory::RestOfProvince)));
    }
    marks.push((LegendMark::Role(Role::RestOfCanada), place(Territory::RestOfCountry)));
    marks.push((LegendMark::Role(Role::Abroad), words::ABROAD.get(lang).to_owned()));
    marks
}

/// Shows the lines of the phase shown, largest first, with their origin.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    if section(
        ui,
        words::SPENDING.get(lang),
        SectionAside::Link(words::DETAILS.get(lang)),
    ) {
        actions.push(Action::ShowPage(Page::Spending));
    }
    let width = ui.available_width();
    phase_choice(ui, state, words::PHASE_SHOWN, Segments::Fill(width), actions);
    let Some(phase) = state.document().study().phases.get(state.phase) else {
        return;
    };
    ui.add_space(2.0);
    let unit = if phase.construction {
        words::MONEY_ALL
    } else {
        words::MONEY_YEAR
    };
    let unit = unit.fill(lang, &[("year", &state.document().study().data_year.to_string())]);
    let theme = Theme::of(ui.ctx());
    let muted = theme.colours.text_muted;
    row(
        ui,
        None,
        ("header", [words::LINE.get(lang), &unit]),
        (Type::Caption, muted),
        |ui, rect| {
            let galley = paint::line(ui, words::ORIGIN.get(lang), Type::Caption, muted, rect.width());
            paint::left(ui.painter(), rect.left(), rect.center().y, galley);
        },
    );
    let mut lines: Vec<_> = phase.lines.iter().filter(|l| l.amount > 0.0).collect();
    lines.sort_by(|a, b| b.amount.total_cmp(&a.amount));
    for l in lines {
        let name = names::line(l, lang, &state.library);
        let amount = number::decimal_or_less(l.amount / 1e6, 1, lang);
        let mark = l.edited.then_some(theme.colours.r#override);
        row(
            ui,
            mark,
            (l.id.as_str(), [&name, &amount]),
            (Type::Body, theme.colours.text),
            |ui, rect| {
                let text = origin_text(state, &name, l.origin.shares());
                bar_at(ui, rect, l.origin.shares(), &text);
            },
        );
    }
    total(ui, state, phase);
    ui.add_space(2.0);
    let marks = origin_legend(state);
    let marks: Vec<(LegendMark, &str)> = marks.iter().map(|(m, t)| (*m, t.as_str())).collect();
    legend(ui, &marks);
}

/// Returns the origin of all purchases of a phase together, by value.
pub fn total_origin(phase: &PhaseStudy) -> [f64; 4] {
    phase.origin_of_purchases()
}

fn total(ui: &mut Ui, state: &AppState, phase: &PhaseStudy) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let study = state.document().study();
    let line = ui.max_rect().x_range();
    ui.painter().hline(line, ui.cursor().top(), theme.hairline());
    let place = names::in_place(study, Territory::Study, lang);
    let share = number::percent(phase.sourcing.local_share, lang);
    let name = words::PURCHASES_TOTAL.fill(lang, &[("share", &share), ("place", &place)]);
    let amount = number::decimal_or_less(phase.purchases / 1e6, 1, lang);
    row(
        ui,
        None,
        ("total", [&name, &amount]),
        (Type::Strong, theme.colours.text),
        |ui, rect| {
            let shares = total_origin(phase);
            bar_at(ui, rect, shares, &origin_text(state, &name, shares));
        },
    );
}

fn bar_at(ui: &mut Ui, rect: egui::Rect, shares: [f64; 4], text: &str) {
    let mut child =
        ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(0.0, (rect.height() - 10.0) / 2.0))));
    origin_bar(&mut child, shares, vec2(rect.width(), 10.0), text);
}

/// Shows a row of the small table of lines: diamond, name, amount, and what `last` paints in the third column.
fn row(
    ui: &mut Ui,
    mark: Option<egui::Color32>,
    (key, [name, amount]): (&str, [&str; 2]),
    (style, ink): (Type, egui::Color32),
    last: impl FnOnce(&mut Ui, egui::Rect),
) {
    let theme = Theme::of(ui.ctx());
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, theme.tokens.control.row), egui::Sense::hover());
    let bar = (width * 0.27).clamp(70.0, 110.0);
    let amount_right = rect.right() - bar - 12.0;
    if let Some(colour) = mark {
        paint::diamond(ui.painter(), egui::pos2(rect.left() + 4.0, rect.center().y), colour);
    }
    let amount = paint::line(ui, amount, style, ink, 90.0);
    let room = egui::Rangef::new(rect.left() + 13.0, amount_right - amount.size().x - 8.0);
    clipped(
        ui,
        ("line", key),
        egui::Rect::from_x_y_ranges(room, rect.y_range()),
        name,
        (style, ink),
    );
    paint::right(ui.painter(), amount_right, rect.center().y, amount);
    let column = egui::Rect::from_min_max(egui::pos2(rect.right() - bar, rect.top()), rect.max);
    last(ui, column);
}
