//! The spending lines of a phase: amount, origin, local share with its cap, and warnings beside the line they are about.

use egui::{Align2, Rangef, Rect, Sense, TextEdit, Ui, UiBuilder, pos2, vec2};

use super::purchases::{origin_legend, origin_text, phase_choice, total_origin};
use super::scenario::{phase_name, saved_phase};
use super::{fields, line_details};
use crate::app::{Action, AppState, Edit, Gesture};
use crate::ids::IndustryCode;
use crate::problem::What;
use crate::report::problems::sentence;
use crate::report::words as names;
use crate::study::{LineKind, LineStudy, PhaseStudy, Territory};
use crate::text::messages::ui as words;
use crate::text::number::{self, TypedUnit};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{
    Button, CapSlider, Icon, LegendMark, Notice, NoticeTone, NumberField, Segments, clipped, dropdown, icon_button,
    legend, origin_bar, paint,
};

/// Under this width sources give their room to the figures; they stand on the page of the method too.
const NARROW: f32 = 760.0;

/// Left edges of the columns, as parts of the width of the table.
struct Columns {
    name: f32,
    amount: f32,
    origin: f32,
    slider: f32,
    share: f32,
    rest: f32,
    other: f32,
    abroad: f32,
    source: f32,
    end: f32,
}

impl Columns {
    fn of(rect: Rect) -> Self {
        let at = |part: f32| rect.left() + rect.width() * part;
        if rect.width() < NARROW {
            return Self {
                name: at(0.0) + 34.0,
                amount: at(0.265),
                origin: at(0.387),
                slider: at(0.465),
                share: at(0.568),
                rest: at(0.66),
                other: at(0.77),
                abroad: at(0.867),
                source: rect.right() - 34.0,
                end: rect.right() - 8.0,
            };
        }
        Self {
            name: at(0.0) + 34.0,
            amount: at(0.235),
            origin: at(0.345),
            slider: at(0.44),
            share: at(0.57),
            rest: at(0.645),
            other: at(0.725),
            abroad: at(0.80),
            source: at(0.87),
            end: rect.right() - 8.0,
        }
    }
}

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let study = state.document().study();
    let Some(phase) = study.phases.get(state.phase) else {
        return;
    };
    let place = names::in_place(study, Territory::Study, lang);
    let values = [
        ("share", number::percent(phase.sourcing.local_share, lang)),
        ("place", place),
        ("cap", number::percent(phase.sourcing.maximum, lang)),
    ];
    let title = words::SPENDING_FINDING.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str())));
    ui.label(theme.rich(title, Type::Title, theme.colours.text));
    ui.horizontal(|ui| {
        phase_choice(ui, state, words::PHASE_OF_LINES, Segments::Fit, actions);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let edited = phase.lines.iter().any(|l| l.edited);
            let reason = (!edited).then_some(words::NOTHING_TO_RESET.get(lang));
            let reset = Button::secondary(words::RESET_ALL.get(lang))
                .icon(Icon::Reset)
                .disabled_because(reason);
            if reset.show(ui).clicked() && edited {
                actions.push(Action::Edit(Edit::ResetLines(state.phase), Gesture::Once));
            }
            if Button::secondary(words::ADD_LINE.get(lang))
                .icon(Icon::Plus)
                .show(ui)
                .clicked()
            {
                let industry = IndustryCode::new("5A");
                actions.push(Action::Edit(
                    Edit::AddLine(state.phase, industry, 100_000.0),
                    Gesture::Once,
                ));
            }
        });
    });
    ui.add_space(6.0);
    theme.card().inner_margin(egui::Margin::ZERO).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        header(ui, state, phase);
        let mut lines: Vec<&LineStudy> = phase.lines.iter().collect();
        // Lines of the user's own come first: they are what is being worked on.
        let own = |l: &LineStudy| l.kind != LineKind::Added;
        lines.sort_by(|a, b| {
            let by_amount = b.amount.total_cmp(&a.amount);
            own(a).cmp(&own(b)).then(by_amount).then_with(|| a.id.cmp(&b.id))
        });
        for line in lines {
            ui.push_id(line.id.as_str(), |ui| row(ui, state, phase, line, actions));
        }
        total(ui, state, phase);
    });
    ui.add_space(8.0);
    let mut marks = origin_legend(state);
    marks.push((LegendMark::Changed, words::LEGEND_YOURS.get(lang).to_owned()));
    marks.push((LegendMark::Cap, words::LEGEND_CAP.get(lang).to_owned()));
    marks.push((LegendMark::SavedRing, words::LEGEND_SAVED.get(lang).to_owned()));
    let marks: Vec<(LegendMark, &str)> = marks.iter().map(|(m, t)| (*m, t.as_str())).collect();
    legend(ui, &marks);
    ui.add_space(8.0);
    ui.label(theme.rich(words::SPENDING_NOTE.get(lang), Type::Small, theme.colours.text_muted));
}

fn header(ui: &mut Ui, state: &AppState, phase: &PhaseStudy) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    ui.painter()
        .rect_filled(rect, theme.tokens.radius.card, theme.colours.sunken);
    let c = Columns::of(rect);
    let unit = if phase.construction {
        words::MONEY_ALL
    } else {
        words::MONEY_YEAR
    };
    let put = |from: f32, to: f32, text: &str, right: bool| {
        let room = to - from - 6.0;
        let style = if paint::text_width(ui, text, Type::SmallMedium) > room {
            Type::Caption
        } else {
            Type::SmallMedium
        };
        let galley = paint::line(ui, text, style, theme.colours.text_secondary, room);
        if right {
            paint::right(ui.painter(), to - 8.0, rect.center().y, galley);
        } else {
            paint::left(ui.painter(), from, rect.center().y, galley);
        }
    };
    put(c.name, c.amount, words::LINE.get(lang), false);
    let unit = unit.fill(lang, &[("year", &state.document().study().data_year.to_string())]);
    put(c.amount, c.origin, &unit, true);
    put(c.origin, c.slider, words::FIRST_ROUND.get(lang), false);
    put(c.slider, c.rest, words::LOCAL_AND_CAP.get(lang), false);
    if !state.document().study().whole_province {
        put(c.rest, c.other, words::REST.get(lang), true);
    }
    put(c.other, c.abroad, words::OTHER.get(lang), true);
    put(c.abroad, c.source, words::ABROAD.get(lang), true);
    if rect.width() >= NARROW {
        put(c.source + 4.0, c.end, words::SOURCE.get(lang), false);
    }
}

fn cell(ui: &mut Ui, from: f32, to: f32, rect: Rect, height: f32) -> Ui {
    let area = Rect::from_min_max(
        pos2(from, rect.center().y - height / 2.0),
        pos2(to - 10.0, rect.center().y + height / 2.0),
    );
    ui.new_child(
        UiBuilder::new()
            .max_rect(area)
            // Not where it stands on the page: a field must stay itself while the page scrolls.
            .id_salt((from - rect.left()).to_bits()),
    )
}

fn row(ui: &mut Ui, state: &AppState, phase: &PhaseStudy, line: &LineStudy, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let k = state.phase;
    let document = state.document();
    let name = names::line(line, lang, &state.library);
    let height = theme.tokens.control.table_row;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let c = Columns::of(rect);
    let area = Rect::from_min_size(rect.min + vec2(2.0, 0.0), vec2(20.0, rect.height()));
    line_details::chevron(ui, state, line, &name, area);
    if line.edited {
        paint::diamond(
            ui.painter(),
            pos2(rect.left() + 26.0, rect.center().y),
            colours.r#override,
        );
    }
    if line.kind == LineKind::Added {
        own_line(ui, state, line, &name, (rect, &c), actions);
    } else {
        let area = Rect::from_x_y_ranges(Rangef::new(c.name, c.amount - 6.0), rect.y_range());
        clipped(ui, "name", area, &name, (Type::Body, colours.text));
    }

    let small = theme.tokens.control.height;
    let spoken = words::LINE_AMOUNT.fill(lang, &[("name", &name)]);
    let mut ui_amount = cell(ui, c.amount, c.origin, rect, small);
    let to_price_year = price_ratio(phase);
    let field = NumberField::new(
        ("amount", document.id, k, line.id.as_str()),
        &spoken,
        Some(line.amount / 1e6),
        lang,
    )
    .unit("", "", TypedUnit::Millions)
    .places(2)
    .right_aligned()
    .quiet()
    .overridden(
        line.edited
            && line
                .default_amount
                .is_none_or(|d| (d - line.amount).abs() > 1e-6 * d.abs()),
    );
    let edit = |v: f64| Edit::LineAmount(k, line.id.clone(), Some(v * 1e6 * to_price_year));
    fields::number(&mut ui_amount, state, field, edit, actions);

    let mut ui_bar = cell(ui, c.origin, c.slider, rect, 12.0);
    let text = origin_text(state, &name, line.origin.shares());
    let width = ui_bar.available_width();
    origin_bar(&mut ui_bar, line.origin.shares(), vec2(width, 12.0), &text);

    let spoken = words::LINE_LOCAL.fill(lang, &[("name", &name)]);
    let value = number::percent(line.origin.study, lang);
    let no_supply = (line.cap <= 0.0 && !line.fixed).then_some(words::NO_LOCAL_SUPPLY.get(lang));
    let saved = saved_line(state, line).filter(|s| (s - line.origin.study).abs() > 1e-9);
    let mut ui_slider = cell(ui, c.slider, c.share, rect, 20.0);
    let slider = CapSlider::new(
        ("line", document.id, k, line.id.as_str()),
        &spoken,
        line.origin.study,
        &value,
    )
    .cap(line.cap.max(line.origin.study))
    .saved(saved)
    .disabled_because(no_supply)
    .show(&mut ui_slider);
    fields::slid(&slider, |v| Edit::LineLocal(k, line.id.clone(), Some(v)), actions);
    let mut ui_share = cell(ui, c.share, c.rest, rect, small);
    let field = NumberField::new(
        ("share", document.id, k, line.id.as_str()),
        &spoken,
        Some(line.origin.study * 100.0),
        lang,
    )
    .unit("", "%", TypedUnit::Percent)
    .range(0.0..=100.0)
    .places(0)
    .right_aligned()
    .quiet()
    .overridden(line.fixed)
    .disabled_because(matches!(line.kind, LineKind::NonComparableImport).then_some(words::NO_LOCAL_SUPPLY.get(lang)));
    let edit = |v: f64| Edit::LineLocal(k, line.id.clone(), Some(v / 100.0));
    fields::number(&mut ui_share, state, field, edit, actions);

    let ink = colours.text_secondary;
    let percent = |to: f32, share: f32| {
        let galley = paint::line(ui, &number::percent(f64::from(share), lang), Type::Body, ink, 60.0);
        paint::right(ui.painter(), to - 8.0, rect.center().y, galley);
    };
    if !document.study().whole_province {
        percent(c.other, line.origin.rest as f32);
    }
    percent(c.abroad, line.origin.other as f32);
    percent(c.source, line.origin.abroad as f32);
    let room = c.end - c.source - if line.edited { 30.0 } else { 0.0 };
    if rect.width() >= NARROW {
        let area = Rect::from_x_y_ranges(Rangef::new(c.source + 4.0, c.source + room), rect.y_range());
        clipped(
            ui,
            "source",
            area,
            &source(state, line),
            (Type::Small, colours.text_muted),
        );
    }
    if line.edited {
        let mut ui_reset = cell(ui, c.end - 26.0, c.end + 10.0, rect, 24.0);
        let (icon, msg) = if line.kind == LineKind::Added {
            (Icon::Close, words::REMOVE_LINE)
        } else {
            (Icon::Reset, words::RESET)
        };
        if icon_button(&mut ui_reset, icon, &msg.fill(lang, &[("name", &name)]), true).clicked() {
            actions.push(Action::Edit(Edit::ResetLine(k, line.id.clone()), Gesture::Once));
        }
    }
    if line_details::is_open(ui, state, line) {
        line_details::show(ui, state, line, &name, actions);
    }
    ui.painter()
        .hline(rect.x_range(), ui.min_rect().bottom(), theme.hairline());
    warning(ui, state, line, actions);
}

/// Shows the name and the industry of a line of the user's own, both to be changed.
fn own_line(
    ui: &mut Ui,
    state: &AppState,
    line: &LineStudy,
    name: &str,
    (rect, c): (Rect, &Columns),
    actions: &mut Vec<Action>,
) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let middle = c.name + (c.amount - c.name) * 0.5;
    let mut left = cell(ui, c.name, middle, rect, theme.tokens.control.height);
    let mut label = line.label.as_ref().map_or_else(String::new, |l| l.get(lang).to_owned());
    let field = TextEdit::singleline(&mut label)
        .hint_text(words::LINE_NAME.get(lang))
        .desired_width(f32::INFINITY);
    let spoken = format!("{}, {name}", words::LINE_NAME.get(lang));
    let response = left.add(field).accessible_name(spoken);
    if response.changed() {
        actions.push(Action::Edit(
            Edit::LineLabel(state.phase, line.id.clone(), lang, label),
            Gesture::Moving,
        ));
    }
    if response.lost_focus() {
        actions.push(Action::EndGesture);
    }
    let mut right = cell(ui, middle, c.amount + 4.0, rect, theme.tokens.control.height);
    let industries = &state.library.economy.industries;
    let texts: Vec<String> = industries
        .iter()
        .map(|i| format!("{} · {}", i.code, i.short.get(lang)))
        .collect();
    let options: Vec<&str> = texts.iter().map(String::as_str).collect();
    let spoken = words::LINE_INDUSTRY.fill(lang, &[("name", name)]);
    let width = right.available_width();
    if let Some(industry) =
        dropdown(&mut right, &spoken, &options, line.industry.unwrap_or(0), width).and_then(|k| industries.get(k))
    {
        let edit = Edit::LineIndustry(state.phase, line.id.clone(), IndustryCode::new(&industry.code));
        actions.push(Action::Edit(edit, Gesture::Once));
    }
}

/// Shows the warnings about a line under it, with the click that mends them.
fn warning(ui: &mut Ui, state: &AppState, line: &LineStudy, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let place = format!("phases[{}].lines[{}]", state.phase, line.id);
    for problem in state.document().study().warnings.iter().filter(|p| p.place == place) {
        let What::LocalPurchaseAboveCapacity { share, limit, .. } = problem.what else {
            continue;
        };
        let s = sentence(problem, lang, Some(&state.library));
        let text = format!("{}. {}", s.what, s.remedy);
        let fix = words::BRING_DOWN.fill(lang, &[("share", &number::percent(limit, lang))]);
        let clicked = egui::Frame::new()
            .inner_margin(egui::Margin {
                left: 24,
                right: 10,
                top: 4,
                bottom: 8,
            })
            .show(ui, |ui| {
                Notice {
                    tone: NoticeTone::Warning,
                    lead: "",
                    text: &text,
                    links: &[fix.as_str()],
                }
                .show(ui)
            });
        if clicked.inner.is_some() && share > 0.0 {
            // Local purchases grow with the local share, so the share that meets the limit is in proportion; rounded down, it stays under it.
            let wanted = (line.origin.study * limit / share * 1000.0).floor() / 1000.0;
            actions.push(Action::Edit(
                Edit::LineLocal(state.phase, line.id.clone(), Some(wanted)),
                Gesture::Once,
            ));
        }
    }
}

/// Returns what turns dollars of the data year, as shown, into dollars of the phase's price year, as kept.
fn price_ratio(phase: &PhaseStudy) -> f64 {
    if phase.price_factor > 0.0 {
        1.0 / phase.price_factor
    } else {
        1.0
    }
}

fn saved_line(state: &AppState, line: &LineStudy) -> Option<f64> {
    let lines = &saved_phase(state, state.phase)?.lines;
    lines.iter().find(|l| l.id == line.id).map(|l| l.origin.study)
}

fn source(state: &AppState, line: &LineStudy) -> String {
    let lang = state.lang();
    if line.edited {
        return words::YOURS.get(lang).to_owned();
    }
    match line.kind {
        LineKind::Works | LineKind::Equipment | LineKind::IntellectualProperty => words::CAPITAL.get(lang).to_owned(),
        _ => words::RECIPE.fill(lang, &[("code", &state.document().scenario().activity.recipe)]),
    }
}

fn total(ui: &mut Ui, state: &AppState, phase: &PhaseStudy) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
    let c = Columns::of(rect);
    let ink = theme.colours.text;
    let name = state
        .document()
        .scenario()
        .phases
        .get(state.phase)
        .map_or_else(String::new, |p| phase_name(p, lang));
    let title = format!("{} · {}", words::TOTAL_PURCHASES.get(lang), name.to_lowercase());
    let area = Rect::from_x_y_ranges(Rangef::new(c.name, c.amount), rect.y_range());
    clipped(ui, "total", area, &title, (Type::Strong, ink));
    let amount = paint::line(
        ui,
        &number::decimal(phase.purchases / 1e6, 2, lang),
        Type::Strong,
        ink,
        100.0,
    );
    paint::right(ui.painter(), c.origin - 18.0, rect.center().y, amount);
    let shares = total_origin(phase);
    let mut ui_bar = cell(ui, c.origin, c.slider, rect, 12.0);
    let width = ui_bar.available_width();
    origin_bar(
        &mut ui_bar,
        shares,
        vec2(width, 12.0),
        &origin_text(state, &title, shares),
    );
    let [study, rest, other, abroad] = shares.map(|s| number::percent(s, lang));
    let put = |to: f32, text: &str| {
        let galley = paint::line(ui, text, Type::Strong, ink, 60.0);
        paint::right(ui.painter(), to - 18.0 + 10.0, rect.center().y, galley);
    };
    put(c.rest - 10.0, &study);
    if !state.document().study().whole_province {
        put(c.other, &rest);
    }
    put(c.abroad, &other);
    put(c.source, &abroad);
    if rect.width() < NARROW {
        return;
    }
    let cap = words::CAP_VALUE.fill(lang, &[("value", &number::percent(phase.sourcing.maximum, lang))]);
    let galley = paint::line(ui, &cap, Type::Small, theme.colours.text_muted, c.end - c.source);
    paint::place(
        ui.painter(),
        Align2::LEFT_CENTER
            .align_size_within_rect(
                galley.size(),
                Rect::from_min_max(pos2(c.source + 4.0, rect.top()), pos2(c.end, rect.bottom())),
            )
            .min,
        galley,
    );
}
