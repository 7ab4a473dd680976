//! Editing how much of each phase is new: the factors from gross to net.

use egui::Ui;

use super::fields;
use super::support::quiet;
use crate::app::{Action, AppState, Edit, Gesture, NetFactor, PublicEdit};
use crate::data::programmes::Factor;
use crate::report::words as names;
use crate::scenario::{Basis, Phase};
use crate::text::Msg;
use crate::text::messages::ui as words;
use crate::text::number::{self, TypedUnit};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{NumberField, SectionAside, dropdown, section};

/// Shows the factors from gross to net of every phase in the left panel.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    section(ui, words::NET_SECTION.get(lang), SectionAside::Nothing);
    quiet(ui, words::NET_ABOUT.get(lang));
    let document = state.document();
    for (k, phase) in document.scenario().phases.iter().enumerate() {
        let Some(of) = document.study().phases.get(k) else {
            continue;
        };
        let name = names::phase(document.study(), of, lang);
        let title = words::NET_FACTORS.fill(lang, &[("phase", &name.to_lowercase())]);
        ui.label(theme.rich(&name, Type::Small, theme.colours.text_secondary));
        preset(ui, state, k, phase, &title, actions);
        sources(ui, state, phase);
        if phase.additionality.is_some() {
            let width = (ui.available_width() - 8.0) / 2.0;
            for pair in FACTORS.chunks(2) {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 8.0;
                    for (which, factor, label) in pair {
                        let (own, value) = factor_of(state, phase, *which, *factor);
                        let text = format!("{} ({})", label.get(lang), name.to_lowercase());
                        let field = NumberField::new(
                            ("factor", document.id, k, *which as u8),
                            &text,
                            Some(value * 100.0),
                            lang,
                        )
                        .label(label.get(lang))
                        .unit("", "%", TypedUnit::Percent)
                        .places(0)
                        .range(0.0..=100.0)
                        .overridden(own)
                        .width(width);
                        let edit = |v: f64| Edit::Public(PublicEdit::Factor(k, *which, Some(v / 100.0)));
                        fields::number(ui, state, field, edit, actions);
                    }
                });
            }
        }
    }
}

/// Says what the chosen preset is for and who gives its levels; those not read in the publication itself say so.
fn sources(ui: &mut Ui, state: &AppState, phase: &Phase) {
    let lang = state.lang();
    let all = &state.library.additionality;
    let id = phase.additionality.as_ref().and_then(|a| a.preset.as_deref());
    let Some(preset) = id.and_then(|id| all.preset(id)) else {
        return;
    };
    quiet(ui, preset.note.get(lang));
    let levels = all.factors.iter().find(|f| f.factor == Factor::Displacement);
    if let Some((source, levels)) = levels.and_then(|f| Some((f.source.as_ref()?, f))) {
        quiet(
            ui,
            &words::PROGRAMME_SOURCE.fill(lang, &[("source", source.title.get(lang))]),
        );
        if !levels.verified {
            quiet(ui, levels.note.get(lang));
        }
    }
}

const FACTORS: [(NetFactor, Option<Factor>, Msg); 4] = [
    (
        NetFactor::Deadweight,
        Some(Factor::Deadweight),
        words::FACTOR_DEADWEIGHT,
    ),
    (
        NetFactor::Displacement,
        Some(Factor::Displacement),
        words::FACTOR_DISPLACEMENT,
    ),
    (
        NetFactor::Substitution,
        Some(Factor::Substitution),
        words::FACTOR_SUBSTITUTION,
    ),
    (NetFactor::Reference, None, words::FACTOR_REFERENCE),
];

/// Returns whether a factor is stated, and its value: stated, of the preset, or 0.
fn factor_of(state: &AppState, phase: &Phase, which: NetFactor, factor: Option<Factor>) -> (bool, f64) {
    let Some(a) = &phase.additionality else {
        return (false, 0.0);
    };
    let own = match which {
        NetFactor::Deadweight => &a.deadweight,
        NetFactor::Displacement => &a.displacement,
        NetFactor::Substitution => &a.substitution,
        NetFactor::Reference => &a.reference,
    };
    let preset = a.preset.as_deref().zip(factor);
    let of_preset = preset.and_then(|(id, f)| state.library.additionality.share(id, f));
    (
        own.as_ref().is_some_and(|i| i.basis == Basis::User),
        own.as_ref().map_or(of_preset.unwrap_or(0.0), |i| i.value),
    )
}

fn preset(ui: &mut Ui, state: &AppState, k: usize, phase: &Phase, name: &str, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let presets = &state.library.additionality.presets;
    let mut options = vec![words::NET_PRESET_NONE.get(lang)];
    let named: Vec<String> = presets
        .iter()
        .map(|p| {
            let left = number::percent(state.library.additionality.left(&p.id), lang);
            words::NET_PRESET_LEFT.fill(lang, &[("preset", p.label.get(lang)), ("share", &left)])
        })
        .collect();
    options.extend(named.iter().map(String::as_str));
    options.push(words::NET_PRESET_OWN.get(lang));
    let own = options.len() - 1;
    let at = match &phase.additionality {
        None => 0,
        Some(a) => match a
            .preset
            .as_deref()
            .and_then(|id| presets.iter().position(|p| p.id == id))
        {
            Some(at) if a.stated().next().is_none() => at + 1,
            _ => own,
        },
    };
    if let Some(picked) = dropdown(ui, name, &options, at, ui.available_width()) {
        let edit = match picked {
            0 => PublicEdit::Preset(k, None),
            p if p == own => PublicEdit::Factor(
                k,
                NetFactor::Deadweight,
                Some(factor_of(state, phase, NetFactor::Deadweight, Some(Factor::Deadweight)).1),
            ),
            p => PublicEdit::Preset(k, presets.get(p - 1).map(|p| p.id.clone())),
        };
        actions.push(Action::Edit(Edit::Public(edit), Gesture::Once));
    }
}
