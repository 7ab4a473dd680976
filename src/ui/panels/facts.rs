//! What the project says beside its numbers, in the left panel: its description, facts, and benefits that no figure counts.

use egui::{Id, TextEdit, Ui};

use super::support::quiet;
use crate::app::{Action, AppState, Edit, FactsEdit, Gesture};
use crate::ids::Local;
use crate::report::beside;
use crate::report::words as names;
use crate::scenario::{Basis, Benefit, Fact};
use crate::text::messages::project as words;
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Icon, SectionAside, checkbox, dropdown, icon_button, link, paint, section};

/// What a fact may rest on, in the order of the list.
const BASES: [Basis; 3] = [Basis::Sourced, Basis::Assumption, Basis::User];

/// Shows the section, folded until its title is clicked.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let scenario = state.document().scenario();
    let said = (scenario.facts.len() + scenario.benefits.len()).to_string();
    let key = Id::unique("facts open");
    let mut open = ui.data(|d| d.get_temp(key)).unwrap_or(false);
    if section(ui, words::FACTS.get(lang), SectionAside::Open(&said)) {
        open = !open;
        ui.data_mut(|d| d.insert_temp(key, open));
    }
    if !open {
        return;
    }
    ui.spacing_mut().item_spacing.y = 6.0;
    description(ui, state, actions);
    for (k, fact) in scenario.facts.iter().enumerate() {
        show_fact(ui, state, k, fact, actions);
    }
    if link(ui, words::ADD_FACT.get(lang)).clicked() {
        push(actions, FactsEdit::AddFact);
    }
    ui.add_space(4.0);
    show_benefits(ui, state, actions);
}

fn push(actions: &mut Vec<Action>, edit: FactsEdit) {
    actions.push(Action::Edit(Edit::Facts(edit), Gesture::Once));
}

/// A text of the document: each key is part of one movement, which ends when the field is left.
pub(super) struct Text<'a> {
    pub(super) salt: (&'static str, String),
    pub(super) name: &'a str,
    pub(super) hint: &'a str,
    pub(super) text: &'a str,
    pub(super) rows: usize,
    pub(super) style: Type,
}

impl Text<'_> {
    fn show(self, ui: &mut Ui, state: &AppState, edit: impl FnOnce(String) -> FactsEdit, actions: &mut Vec<Action>) {
        self.show_edit(ui, state, |text| Edit::Facts(edit(text)), actions);
    }

    /// Shows the field; what is typed becomes the edit.
    pub(super) fn show_edit(
        self,
        ui: &mut Ui,
        state: &AppState,
        edit: impl FnOnce(String) -> Edit,
        actions: &mut Vec<Action>,
    ) {
        let theme = Theme::of(ui.ctx());
        let mut text = self.text.to_owned();
        let id = Id::unique((self.salt, state.document().id));
        let field = if self.rows > 1 {
            TextEdit::multiline(&mut text).desired_rows(self.rows)
        } else {
            TextEdit::singleline(&mut text)
        };
        let field = field
            .id(id)
            .font(theme.font(self.style))
            .text_color(theme.colours.text)
            .hint_text(theme.rich(self.hint, self.style, theme.colours.text_muted))
            .desired_width(ui.available_width());
        let response = ui.add(field).accessible_name(self.name);
        paint::focus_ring(ui, &response, response.rect, theme.tokens.radius.field);
        if response.changed() {
            actions.push(Action::Edit(edit(text), Gesture::Moving));
        }
        if response.lost_focus() {
            actions.push(Action::EndGesture);
        }
    }
}

fn description(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let name = words::DESCRIPTION.get(lang);
    quiet(ui, name);
    let description = &state.document().scenario().description;
    Text {
        salt: ("description", String::new()),
        name,
        hint: description.get(lang),
        text: own(description, lang),
        rows: 3,
        style: Type::Small,
    }
    .show(ui, state, |t| FactsEdit::Description(lang, t), actions);
}

/// Returns what is said in this language itself: the other one's text is a hint, not what is being edited.
pub(super) fn own(text: &Local, lang: Lang) -> &str {
    match lang {
        Lang::Fr => &text.fr,
        Lang::En => &text.en,
    }
}

/// Returns what is said in this language and the hint where nothing is: the text of the other language, or what the field is for.
pub(super) fn perhaps(text: Option<&Local>, hint: Msg, lang: Lang) -> (&str, &str) {
    match text {
        Some(text) if !text.is_empty() => (own(text, lang), text.get(lang)),
        _ => ("", hint.get(lang)),
    }
}

fn show_fact(ui: &mut Ui, state: &AppState, k: usize, fact: &Fact, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let number = (k + 1).to_string();
    let named = |msg: Msg| msg.fill(lang, &[("number", &number)]);
    let last = state.document().scenario().facts.len() - 1;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(theme.rich(named(words::FACT), Type::SmallMedium, theme.colours.text_secondary));
        let options = BASES.map(|b| names::basis(b).get(lang));
        let at = BASES.iter().position(|b| *b == fact.basis).unwrap_or(0);
        let chosen = dropdown(ui, &named(words::FACT_BASIS), &options, at, 108.0);
        if let Some(basis) = chosen.and_then(|c| BASES.get(c)) {
            push(actions, FactsEdit::FactBasis(k, *basis));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if icon_button(ui, Icon::Close, &named(words::REMOVE_FACT), true).clicked() {
                push(actions, FactsEdit::RemoveFact(k));
            }
            if icon_button(ui, Icon::ChevronDown, &named(words::FACT_DOWN), k < last).clicked() {
                push(actions, FactsEdit::MoveFact(k, k + 1));
            }
            if icon_button(ui, Icon::ChevronUp, &named(words::FACT_UP), k > 0).clicked() {
                push(actions, FactsEdit::MoveFact(k, k - 1));
            }
        });
    });
    Text {
        salt: ("fact", k.to_string()),
        name: &named(words::FACT_TEXT),
        hint: perhaps(Some(&fact.text), words::FACT_HINT, lang).1,
        text: own(&fact.text, lang),
        rows: 2,
        style: Type::Small,
    }
    .show(ui, state, |t| FactsEdit::FactText(k, lang, t), actions);
    let (text, hint) = perhaps(fact.source.as_ref(), words::SOURCE_HINT, lang);
    Text {
        salt: ("fact-source", k.to_string()),
        name: &named(words::FACT_SOURCE),
        hint,
        text,
        rows: 1,
        style: Type::Small,
    }
    .show(ui, state, |t| FactsEdit::FactSource(k, lang, t), actions);
}

fn show_benefits(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let ticked = &state.document().scenario().benefits;
    ui.label(theme.rich(words::BENEFITS.get(lang), Type::BodyMedium, theme.colours.text));
    quiet(ui, words::BENEFITS_NOTE.get(lang));
    for entry in &state.library.benefits.benefits {
        let own = ticked.iter().find(|b| b.id == entry.id);
        let label = entry.label.get(lang);
        // The box stands before the words, which are cut where both do not fit.
        let room = ui.available_width() - 24.0;
        let changed = ui
            .scope(|ui| {
                ui.set_max_width(room);
                checkbox(ui, own.is_some(), label)
            })
            .inner;
        if let Some(on) = changed {
            push(actions, FactsEdit::Tick(entry.id.clone(), on));
        }
        if let Some(benefit) = own {
            ui.indent(("benefit", &entry.id), |ui| {
                evidence(ui, state, benefit, label, actions);
                if let Some(note) = &entry.note {
                    quiet(ui, note.get(lang));
                }
            });
        }
    }
    let own = ticked.iter().filter(|b| state.library.benefit(&b.id).is_none());
    for benefit in own {
        let (text, hint) = perhaps(benefit.text.as_ref(), words::BENEFIT_HINT, lang);
        let named = benefit.text.as_ref().map_or("", |t| t.get(lang));
        let name = if named.is_empty() {
            words::BENEFIT_TEXT.get(lang)
        } else {
            named
        };
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let remove = words::REMOVE_BENEFIT.fill(lang, &[("name", name)]);
                if icon_button(ui, Icon::Close, &remove, true).clicked() {
                    push(actions, FactsEdit::Tick(benefit.id.clone(), false));
                }
                Text {
                    salt: ("benefit", benefit.id.clone()),
                    name: words::BENEFIT_TEXT.get(lang),
                    hint,
                    text,
                    rows: 1,
                    style: Type::Small,
                }
                .show(
                    ui,
                    state,
                    |t| FactsEdit::BenefitText(benefit.id.clone(), lang, t),
                    actions,
                );
            });
        });
        ui.indent(("benefit", &benefit.id), |ui| {
            evidence(ui, state, benefit, name, actions);
        });
    }
    if link(ui, words::ADD_BENEFIT.get(lang)).clicked() {
        push(actions, FactsEdit::AddBenefit);
    }
}

fn evidence(ui: &mut Ui, state: &AppState, benefit: &Benefit, name: &str, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let (text, hint) = perhaps(benefit.evidence.as_ref(), words::EVIDENCE_HINT, lang);
    Text {
        salt: ("evidence", benefit.id.clone()),
        name: &words::EVIDENCE.fill(lang, &[("name", name)]),
        hint,
        text,
        rows: 1,
        style: Type::Small,
    }
    .show(ui, state, |t| FactsEdit::Evidence(benefit.id.clone(), lang, t), actions);
}

/// Writes the benefits on the page of the method; the card is left out where the project ticks none.
pub fn report(ui: &mut Ui, state: &AppState) {
    let lang = state.lang();
    let benefits = beside::benefits(state.document().study(), &state.library, lang);
    if benefits.is_empty() {
        return;
    }
    super::page::text_card(ui, words::BENEFITS_REPORT.get(lang), |ui| {
        let theme = Theme::of(ui.ctx());
        quiet(ui, words::BENEFITS_REPORT_NOTE.get(lang));
        for benefit in &benefits {
            ui.add_space(2.0);
            ui.label(theme.rich(&benefit.label, Type::Body, theme.colours.text_secondary));
            quiet(ui, &beside::below(benefit, lang).join(" · "));
        }
    });
}
