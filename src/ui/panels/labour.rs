//! Who would hold the jobs, at the foot of the page of jobs: chart, inputs, tables.

use egui::{Align, Layout, Ui, vec2};

use super::facts::{Text, own, perhaps};
use super::support::quiet;
use super::{fields, page};
use crate::app::{Action, AppState, Edit, Gesture, LabourEdit, ProgrammeNumber, ProgrammeText};
use crate::ids::Local;
use crate::report::labour::{chart, hiring_note, industries, notes, programmes, warning, years};
use crate::report::words as names;
use crate::scenario::{Basis, PhaseKind, SchoolProgramme};
use crate::study::AssumptionKind;
use crate::text::messages::labour as words;
use crate::text::number::TypedUnit;
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Icon, Notice, NoticeTone, NumberField, icon_button, link};

/// Shows the section.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let scope = page::scope(state);
    let Some(spec) = chart(&scope) else { return };
    page::heading(ui, words::TITLE.get(state.lang()));
    if let Some((what, remedy)) = warning(&scope) {
        Notice {
            tone: NoticeTone::Warning,
            lead: &format!("{what}."),
            text: &format!("{remedy}."),
            links: &[],
        }
        .show(ui);
    }
    page::chart_column(ui, state, &[spec], actions);
    if !state.draft.open {
        inputs(ui, state, actions);
    }
    page::table_card(ui, &years(&scope), &notes(&scope), state.lang());
    if let Some((table, note)) = industries(&scope, state.view.construction_jobs) {
        page::table_card(ui, &table, &[note], state.lang());
    }
    let tables = programmes(&scope);
    let last = tables.len().saturating_sub(1);
    for (k, table) in tables.iter().enumerate() {
        let note = (k == last).then(|| hiring_note(&scope));
        page::table_card(ui, table, &Vec::from_iter(note), state.lang());
    }
}

fn push(actions: &mut Vec<Action>, edit: LabourEdit) {
    actions.push(Action::Edit(Edit::Labour(edit), Gesture::Once));
}

/// Lays fields side by side from their tops, on another row where there is no room.
fn side_by_side(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let layout = Layout::left_to_right(Align::Min).with_main_wrap(true);
    let size = vec2(ui.available_width(), 0.0);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 6.0);
        content(ui);
    });
}

/// The width of a field of this section.
const FIELD: f32 = 128.0;

fn inputs(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    page::text_card(ui, words::INPUTS.get(lang), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        side_by_side(ui, |ui| {
            unemployment(ui, state, actions);
            hiring(ui, state, actions);
            parameter(ui, state, "labour_warning_share", words::THRESHOLD, actions);
            if !state.document().scenario().labour.programmes.is_empty() {
                parameter(ui, state, "replacement_rate", words::REPLACEMENT, actions);
            }
        });
        back(ui, state, actions);
        let stated = &state.document().scenario().labour.programmes;
        if stated.is_empty() {
            quiet(ui, words::NO_PROGRAMME.get(lang));
        }
        for (k, programme) in stated.iter().enumerate() {
            ui.separator();
            row(ui, state, k, programme, actions);
        }
        if link(ui, words::ADD_PROGRAMME.get(lang)).clicked() {
            push(actions, LabourEdit::Add);
        }
    });
}

fn percent<'a>(field: NumberField<'a>, label: &'a str, places: usize) -> NumberField<'a> {
    field
        .label(label)
        .unit("", "%", TypedUnit::Percent)
        .places(places)
        .width(FIELD)
}

fn unemployment(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let document = state.document();
    let label = words::UNEMPLOYMENT.get(lang);
    let used = document.study().labour.unemployment.as_ref();
    let stated = document.scenario().labour.unemployment.as_ref();
    let field = NumberField::new(("unemployment", document.id), label, used.map(|u| u.rate * 100.0), lang)
        .blank()
        .overridden(stated.is_some_and(|i| i.basis == Basis::User));
    let edit = |v: f64| Edit::Labour(LabourEdit::Unemployment(Some(v / 100.0)));
    fields::number(ui, state, percent(field, label, 1), edit, actions);
}

/// The way back from a stated unemployment rate.
fn back(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let scenario = state.document().scenario();
    if scenario.labour.unemployment.is_none() {
        return;
    }
    let territory = state.library.territory(scenario.region.as_str());
    let published = territory.and_then(|t| t.labour.as_ref()?.unemployment.as_ref());
    let message = if published.is_some() {
        words::UNEMPLOYMENT_BACK
    } else {
        words::UNEMPLOYMENT_NONE
    };
    if link(ui, message.get(state.lang())).clicked() {
        push(actions, LabourEdit::Unemployment(None));
    }
}

/// The local hiring of each phase of operation.
fn hiring(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let document = state.document();
    let study = document.study();
    if study.whole_province {
        return;
    }
    let phases = document.scenario().phases.iter().zip(&study.phases).enumerate();
    for (k, (phase, computed)) in phases {
        let (PhaseKind::Operation { local_hiring, .. }, Some(project)) = (&phase.kind, &computed.project) else {
            continue;
        };
        let name = words::LOCAL_HIRING_OF.fill(lang, &[("phase", &names::phase(study, computed, lang).to_lowercase())]);
        let field = NumberField::new(
            ("labour hiring", document.id, k),
            &name,
            Some(project.hiring_share * 100.0),
            lang,
        )
        .overridden(local_hiring.as_ref().is_some_and(|i| i.basis == Basis::User));
        let edit = |v: f64| Edit::Assumption(AssumptionKind::LocalHiring(k), Some(v / 100.0));
        fields::number(
            ui,
            state,
            percent(field, words::LOCAL_HIRING.get(lang), 0),
            edit,
            actions,
        );
    }
}

fn parameter(ui: &mut Ui, state: &AppState, id: &'static str, label: Msg, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let document = state.document();
    let Some(known) = state.library.parameter(id) else {
        return;
    };
    let own = document.scenario().parameters.get(id);
    let value = own.map_or(known.value, |i| i.value);
    let field = NumberField::new(
        ("labour parameter", document.id, id),
        known.label.get(lang),
        Some(value * 100.0),
        lang,
    )
    .overridden(own.is_some_and(|i| i.basis == Basis::User));
    let edit = |v: f64| Edit::Assumption(AssumptionKind::Parameter(id.to_owned()), Some(v / 100.0));
    fields::number(
        ui,
        state,
        percent(field, label.get(lang), 0).up_to_places(1),
        edit,
        actions,
    );
}

fn row(ui: &mut Ui, state: &AppState, k: usize, programme: &SchoolProgramme, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let number = (k + 1).to_string();
    let named = |msg: Msg| msg.fill(lang, &[("number", &number)]);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let theme = Theme::of(ui.ctx());
        ui.label(theme.rich(named(words::UNNAMED), Type::BodyMedium, theme.colours.text));
        if icon_button(ui, Icon::Close, &named(words::REMOVE_PROGRAMME), true).clicked() {
            push(actions, LabourEdit::Remove(k));
        }
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let width = (ui.available_width() - 8.0) / 2.0;
        let texts = [
            (
                ProgrammeText::School,
                &programme.school,
                words::SCHOOL_OF,
                words::SCHOOL_HINT,
            ),
            (
                ProgrammeText::Programme,
                &programme.programme,
                words::PROGRAMME_OF,
                words::PROGRAMME_HINT,
            ),
        ];
        for (which, said, name, hint) in texts {
            ui.allocate_ui(vec2(width, 28.0), |ui| {
                name_field(ui, state, (k, which), (said, &named(name), hint), lang, actions);
            });
        }
    });
    side_by_side(ui, |ui| {
        let numbers = [
            (ProgrammeNumber::Seats, words::SEATS, programme.seats.value),
            (
                ProgrammeNumber::Graduation,
                words::GRADUATION,
                programme.graduation.value,
            ),
            (ProgrammeNumber::Hired, words::SHARE_HIRED, programme.hired.value),
            (
                ProgrammeNumber::FirstYear,
                words::FIRST_YEAR,
                f64::from(programme.first_year),
            ),
        ];
        for (which, label, value) in numbers {
            let label = label.get(lang);
            let name = words::FIELD_OF.fill(lang, &[("field", label), ("number", &number)]);
            let scale = match which {
                ProgrammeNumber::Graduation | ProgrammeNumber::Hired => 100.0,
                ProgrammeNumber::Seats | ProgrammeNumber::FirstYear => 1.0,
            };
            let salt = ("programme", state.document().id, k, which as u8);
            let field = NumberField::new(salt, &name, Some(value * scale), lang);
            let field = match which {
                ProgrammeNumber::Seats => field.label(label).places(0).up_to_places(1).width(FIELD),
                ProgrammeNumber::Graduation | ProgrammeNumber::Hired => percent(field, label, 0).up_to_places(1),
                ProgrammeNumber::FirstYear => field.label(label).year().width(FIELD),
            };
            let edit = |v: f64| Edit::Labour(LabourEdit::Number(k, which, v / scale));
            fields::number(ui, state, field, edit, actions);
        }
    });
}

fn name_field(
    ui: &mut Ui,
    state: &AppState,
    (k, which): (usize, ProgrammeText),
    (said, name, hint): (&Local, &str, Msg),
    lang: Lang,
    actions: &mut Vec<Action>,
) {
    Text {
        salt: ("programme-name", format!("{k} {which:?}")),
        name,
        hint: perhaps(Some(said), hint, lang).1,
        text: own(said, lang),
        rows: 1,
        style: Type::Body,
    }
    .show_edit(
        ui,
        state,
        |text| Edit::Labour(LabourEdit::Text(k, which, lang, text)),
        actions,
    );
}
