//! The panel that follows every change of the spending lines: headline figures, gross and net, with their difference from the saved version.

use egui::{ScrollArea, Sense, Ui, vec2};

use crate::app::{Action, AppState, Edit};
use crate::report::chart::{Difference, Tone};
use crate::report::overview::Scope;
use crate::report::spending::{self, LiveFigure};
use crate::report::words as names;
use crate::study::Territory;
use crate::text::messages::{editor as words, finances, report};
use crate::text::number::{self, TypedUnit};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{NumberField, paint};

use super::fields;

/// Height of a figure with its label.
const FIGURE: f32 = 80.0;

/// Shows the panel.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let document = state.document();
    let study = document.study();
    let Some(phase) = study.phases.get(state.phase) else {
        return;
    };
    // Another region has other figures: their difference would compare places, not versions.
    let saved = document.moved_from_start().filter(|start| start.region == study.region);
    let scope = Scope {
        study,
        saved,
        library: &state.library,
        territory: Territory::Study,
        lang,
    };
    let then = saved.and_then(|s| s.phases.iter().find(|p| p.id == phase.id));
    ScrollArea::vertical()
        .id_salt("live")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.label(theme.rich(words::LIVE.get(lang), Type::Strong, theme.colours.text));
            let about = match then {
                Some(then) => {
                    let share = number::percent(then.sourcing.local_share, lang);
                    words::LIVE_SAVED.fill(lang, &[("share", &share)])
                }
                None => words::LIVE_SAME.get(lang).to_owned(),
            };
            ui.label(theme.rich(about, Type::Small, theme.colours.text_muted));
            ui.add_space(6.0);
            for figure in spending::live(&scope, phase) {
                show_figure(ui, &figure, lang);
            }
            ui.add_space(8.0);
            if !study.whole_province {
                let place = names::place_name(study, Territory::Study, lang);
                let note = words::LIVE_NOTE.fill(lang, &[("place", &place)]);
                ui.label(theme.rich(note, Type::Small, theme.colours.text_muted));
                ui.add_space(6.0);
                content(ui, state, actions);
            }
        });
}

/// Shows the share of purchases made in the province, which moves the province's total.
fn content(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, k, document) = (state.lang(), state.phase, state.document());
    let Some(phase) = document.study().phases.get(k) else {
        return;
    };
    let stated = document
        .scenario()
        .phases
        .get(k)
        .is_some_and(|p| p.province_content.is_some());
    let name = words::LIVE_CONTENT.get(lang);
    let field = NumberField::new(
        ("live content", document.id, k),
        name,
        Some(phase.sourcing.province_share * 100.0),
        lang,
    )
    .labelled()
    .unit("", "%", TypedUnit::Percent)
    .range(0.0..=100.0)
    .places(0)
    .overridden(stated)
    .width(150.0);
    fields::number(ui, state, field, |v| Edit::ProvinceContent(k, Some(v / 100.0)), actions);
}

fn show_figure(ui: &mut Ui, figure: &LiveFigure, lang: crate::text::Lang) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), FIGURE), Sense::hover());
    let net = figure
        .net
        .as_deref()
        .map(|n| format!(", {n} {}", finances::NET.get(lang)));
    let change = figure.difference.as_ref().map(|d| format!(", {}", d.text));
    let said = format!(
        "{}, {}, {} {}{}{}",
        figure.label,
        figure.unit,
        figure.gross,
        report::GROSS.get(lang),
        net.unwrap_or_default(),
        change.unwrap_or_default()
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
    let line = |text: &str, style, ink| paint::line(ui, text, style, ink, rect.width());
    let mut y = rect.top() + 9.0;
    paint::left(
        ui.painter(),
        rect.left(),
        y,
        line(&figure.label, Type::SmallStrong, colours.text),
    );
    y += 16.0;
    paint::left(
        ui.painter(),
        rect.left(),
        y,
        line(&figure.unit, Type::Caption, colours.text_muted),
    );
    y += 24.0;
    let mut x = rect.left();
    let mut put = |text: &str, caption: &str| {
        let shown = paint::left(ui.painter(), x, y, line(text, Type::Figure, colours.text));
        let caption = paint::left(
            ui.painter(),
            shown.right() + 4.0,
            y + 4.0,
            line(caption, Type::Caption, colours.text_muted),
        );
        x = caption.right() + 16.0;
    };
    put(&figure.gross, report::GROSS.get(lang));
    if let Some(net) = &figure.net {
        put(net, finances::NET.get(lang));
    }
    if let Some(Difference { text, tone }) = &figure.difference {
        let ink = match tone {
            Tone::Gain => colours.positive,
            Tone::Loss => colours.negative,
            Tone::Neutral => colours.text_secondary,
        };
        let galley = line(text, Type::SmallStrong, ink);
        // Beside long figures there is no room: the difference then stands above them.
        let beside = x + galley.size().x <= rect.right() - 2.0;
        let at = if beside { y + 2.0 } else { y - 22.0 };
        paint::right(ui.painter(), rect.right() - 2.0, at, galley);
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 2.0, theme.hairline());
}
