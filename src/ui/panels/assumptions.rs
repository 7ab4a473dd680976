//! Everything the program took for granted, with its source; each can be changed and reset.

use egui::{Id, Ui};

use super::fields;
use crate::app::{Action, AppState, Edit, Gesture, Page};
use crate::report::{glossary, words as names};
use crate::scenario::Method;
use crate::study::{Assumption, AssumptionUnit, Basis};
use crate::text::messages::{assumptions as own, ui as words};
use crate::text::number::{self, TypedUnit};
use crate::text::{Lang, Msg};
use crate::ui::focus;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{
    AssumptionRow, Button, NumberField, SectionAside, checkbox, dropdown, link, open_anew, opened, paint, section,
};

/// The methods with their names, in the order of the list.
const METHODS: [(Method, Msg); 4] = [
    (Method::Flq, words::METHOD_FLQ),
    (Method::Aflq, words::METHOD_AFLQ),
    (Method::Slq, words::METHOD_SLQ),
    (Method::Cilq, words::METHOD_CILQ),
];

/// Returns the name of a method.
pub fn method_name(method: Method) -> Msg {
    METHODS
        .iter()
        .find(|(m, _)| *m == method)
        .map_or(words::METHOD, |(_, name)| *name)
}

/// Returns where the place of the assumption to be opened and scrolled to is kept until the list shows.
fn revealed() -> Id {
    Id::unique("assumption to reveal")
}

/// Opens an assumption and scrolls to it at the next frame.
///
/// * `at`: its place in the study's list.
pub fn reveal(ctx: &egui::Context, at: usize) {
    ctx.data_mut(|d| d.insert_temp(revealed(), at));
}

/// Shows the list.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let document = state.document();
    let assumptions = &document.study().assumptions;
    let changed = assumptions.iter().filter(|a| a.overridden).count();
    let waiting = assumptions.iter().filter(|a| a.is_to_confirm()).count();
    let count = words::ASSUMPTIONS_COUNT.fill(
        lang,
        &[
            ("count", &number::whole(assumptions.len() as f64, lang)),
            ("changed", &number::whole(changed as f64, lang)),
        ],
    );
    section(ui, words::ASSUMPTIONS.get(lang), SectionAside::Text(&count));
    if !document.study().whole_province {
        ui.label(theme.rich(words::METHOD.get(lang), Type::Small, theme.colours.text_secondary));
        let about = words::METHOD_ABOUT.get(lang);
        ui.label(theme.rich(about, Type::Caption, theme.colours.text_muted));
        let options = METHODS.map(|(_, msg)| msg.get(lang));
        let now = document.scenario().model.method;
        let at = METHODS.iter().position(|(m, _)| *m == now).unwrap_or(0);
        if let Some((method, _)) =
            dropdown(ui, words::METHOD.get(lang), &options, at, ui.available_width()).and_then(|k| METHODS.get(k))
        {
            actions.push(Action::Edit(Edit::Method(*method), Gesture::Once));
        }
        ui.add_space(4.0);
    }
    let open_id = Id::unique("assumption open");
    // What is open stays so on this page of this project only: a field takes the focus where it is asked for, not where one arrives.
    let here = (document.id.0, state.page);
    let kept: Option<((u64, Page), String)> = ui.data(|d| d.get_temp(open_id));
    let mut open = kept.filter(|(at, _)| *at == here).map(|(_, key)| key);
    // Its field could not take the focus yet where a window has just closed.
    let free = focus::is_free(ui.ctx());
    let reveal: Option<usize> = ui.data(|d| d.get_temp(revealed())).filter(|_| free);
    if free {
        ui.data_mut(|d| d.remove::<usize>(revealed()));
    }
    let only_id = Id::unique(("assumptions to confirm only", document.id));
    let mut only = ui.data(|d| d.get_temp::<bool>(only_id)).unwrap_or(false);
    // One that is to be shown must be on the list.
    only &= reveal.is_none_or(|k| assumptions.get(k).is_some_and(Assumption::is_to_confirm));
    if ui.data_mut(|d| d.remove_temp::<bool>(asked())) == Some(true) {
        only = true;
        ui.scroll_to_cursor(Some(egui::Align::Min));
    }
    only &= waiting > 0;
    if waiting > 0 {
        let only_these = own::ONLY_TO_CONFIRM.fill(lang, &[("count", &waiting.to_string())]);
        if let Some(now) = checkbox(ui, only, &only_these) {
            only = now;
        }
        ui.add_space(2.0);
    }
    ui.data_mut(|d| d.insert_temp(only_id, only));
    for (k, a) in assumptions.iter().enumerate() {
        let key = format!("{:?}", a.kind);
        // The one that is open stays while it is being confirmed.
        if only && !a.is_to_confirm() && open.as_deref() != Some(key.as_str()) {
            continue;
        }
        if reveal == Some(k) {
            open = Some(key.clone());
            open_anew(ui, (document.id, &key));
            ui.scroll_to_cursor(Some(egui::Align::Center));
        }
        let name = names::assumption_with_phase(document.study(), a, lang);
        let value = names::assumption_value(a, lang);
        let source = source(a, lang);
        let reset = words::RESET.fill(lang, &[("name", &name)]);
        let response = AssumptionRow {
            name: &name,
            value: &value,
            source: &source,
            overridden: a.overridden && a.basis == Basis::User,
            warning: false,
            reset: &reset,
        }
        .show(ui);
        if response.reset {
            actions.push(Action::Edit(Edit::Assumption(a.kind.clone(), None), Gesture::Once));
        }
        let is_open = open.as_deref() == Some(key.as_str());
        if response.clicked {
            open = if is_open { None } else { Some(key.clone()) };
        }
        opened(ui, (document.id, &key), is_open, |ui| {
            details(ui, state, a, &name, actions)
        });
    }
    ui.data_mut(|d| match open {
        Some(key) => {
            d.insert_temp(open_id, (here, key));
        }
        None => d.remove::<((u64, Page), String)>(open_id),
    });
}

/// Returns where it is kept that the list is asked for, with what is to be confirmed alone.
fn asked() -> Id {
    Id::unique("assumptions to confirm asked")
}

/// Says in the bar over the page how many assumptions are to be confirmed, where the bar has room for it.
pub fn to_confirm_in_bar(ui: &mut Ui, state: &AppState) {
    let Some(text) = waiting(state) else { return };
    let needed = paint::line(ui, &text, Type::Body, Theme::of(ui.ctx()).colours.text, f32::INFINITY)
        .size()
        .x;
    if ui.available_width() >= needed + 8.0 {
        let frame = ui.ctx().cumulative_frame_nr();
        ui.data_mut(|d| d.insert_temp(in_bar(), frame));
        link_to_them(ui, &text);
    }
}

/// Says under the heading how many assumptions are to be confirmed, where the bar over the page could not; nothing when none is.
pub fn to_confirm(ui: &mut Ui, state: &AppState) {
    let Some(text) = waiting(state) else { return };
    let frame = ui.ctx().cumulative_frame_nr();
    if ui.data(|d| d.get_temp::<u64>(in_bar())) == Some(frame) {
        return;
    }
    // It belongs to the sentence above it.
    ui.add_space(-ui.spacing().item_spacing.y + 2.0);
    link_to_them(ui, &text);
}

/// Where the bar keeps in which frame it last said so.
fn in_bar() -> Id {
    Id::unique("assumptions told in the bar")
}

/// Returns how many assumptions are to be confirmed, in words; nothing when none is.
fn waiting(state: &AppState) -> Option<String> {
    let all = &state.document().study().assumptions;
    let count = all.iter().filter(|a| a.is_to_confirm()).count();
    (count > 0).then(|| counted(count, state.lang()))
}

fn link_to_them(ui: &mut Ui, text: &str) {
    if link(ui, text).clicked() {
        ui.data_mut(|d| d.insert_temp(asked(), true));
        ui.ctx().request_repaint();
    }
}

/// Writes how many assumptions are to be confirmed.
pub(super) fn counted(count: usize, lang: Lang) -> String {
    match count {
        1 => own::ONE_TO_CONFIRM.get(lang).to_owned(),
        n => own::TO_CONFIRM_COUNT.fill(lang, &[("count", &n.to_string())]),
    }
}

/// Returns who says so, in a few words.
pub(super) fn source(a: &Assumption, lang: Lang) -> String {
    if a.is_to_confirm() {
        return own::TO_CONFIRM.get(lang).to_owned();
    }
    match (a.overridden, a.basis, &a.source) {
        (true, Basis::User, _) => words::YOURS.get(lang).to_owned(),
        _ if a.computed => words::COMPUTED.get(lang).to_owned(),
        (_, _, Some(source)) => source.get(lang).to_owned(),
        (_, Basis::Assumption | Basis::User, None) => words::ASSUMPTION.get(lang).to_owned(),
        (_, Basis::Sourced, None) => names::basis(Basis::Sourced).get(lang).to_owned(),
    }
}

/// The field, the note, the default and the range of an assumption.
fn details(ui: &mut Ui, state: &AppState, a: &Assumption, name: &str, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let quiet = |text: &str| theme.rich(text, Type::Small, theme.colours.text_muted);
    ui.indent(("details", name), |ui| {
        if a.editable && a.unit != AssumptionUnit::Code {
            let (scale, unit, right, places) = unit(a.unit);
            let salt = ("assumption", state.document().id, format!("{:?}", a.kind));
            let field = NumberField::new(salt, name, Some(a.value * scale), lang)
                .unit("", right, unit)
                .places(places)
                .overridden(a.overridden && a.basis == Basis::User)
                .width(150.0);
            let edit = |v: f64| Edit::Assumption(a.kind.clone(), Some(v / scale));
            fields::number(ui, state, field, edit, actions);
        }
        if a.is_to_confirm() && a.editable && a.unit != AssumptionUnit::Code {
            let button = Button::secondary(own::CONFIRM.get(lang)).show(ui);
            if button.on_hover_text(own::CONFIRM_TIP.get(lang)).clicked() {
                actions.push(Action::Edit(
                    Edit::Assumption(a.kind.clone(), Some(a.value)),
                    Gesture::Once,
                ));
            }
        }
        for text in remarks(a, lang) {
            ui.label(quiet(&text));
        }
    });
}

/// Returns how a field shows a unit: its scale, how typed suffixes count, what is written at right, and decimals.
pub(super) fn unit(unit: AssumptionUnit) -> (f64, TypedUnit, &'static str, usize) {
    match unit {
        AssumptionUnit::Share => (100.0, TypedUnit::Percent, "%", 1),
        AssumptionUnit::Dollars => (1.0, TypedUnit::Dollars, "$", 0),
        _ => (1.0, TypedUnit::Plain, "", 2),
    }
}

/// Returns what to know of an assumption: its note, its default and its range, its source.
pub(super) fn remarks(a: &Assumption, lang: Lang) -> Vec<String> {
    let defined = glossary::definition(names::assumption(a, lang).as_str(), lang);
    let mut out: Vec<String> = defined.into_iter().map(str::to_owned).collect();
    out.extend(names::assumption_notes(a, lang));
    let write = |v: f64| names::assumption_value(&Assumption { value: v, ..a.clone() }, lang);
    let mut facts = Vec::new();
    if a.overridden {
        facts.push(words::DEFAULT_VALUE.fill(lang, &[("value", &write(a.default))]));
    }
    if let Some((low, high)) = a.range {
        facts.push(words::RANGE.fill(lang, &[("low", &write(low)), ("high", &write(high))]));
    }
    if !facts.is_empty() {
        out.push(facts.join(" · "));
    }
    out.extend(a.source.iter().map(|s| s.get(lang).to_owned()));
    out
}
