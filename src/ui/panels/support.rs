//! Editing public money: support, early closure, tax rules, property tax base.

use egui::{Ui, vec2};

use super::{fields, page};
use crate::app::{Action, AppState, Edit, Gesture, Page, PublicEdit, SupportNumber, TaxBaseNumber};
use crate::data::programmes::{Programme, ProgrammeGovernment, ProgrammeKind};
use crate::report::finances::{GOVERNMENTS, form, government};
use crate::report::words as names;
use crate::scenario::{Basis, Government, Input, Phase, PhaseKind, Support, SupportKind};
use crate::study::{SupportForm, government as study_government};
use crate::text::messages::ui as words;
use crate::text::number::{self, TypedUnit};
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Button, Icon, NumberField, SectionAside, dropdown, icon_button, section};

/// Shows what the left panel says of public support: its sum, and the way to its page.
pub fn summary(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let finances = state.document().study().finances.as_ref();
    let face: f64 = finances.map_or(0.0, |f| f.planned.supports.iter().map(|s| s.nominal).sum());
    let sum = number::dollars_in_millions(face, lang);
    if section(ui, words::SUPPORT_SECTION.get(lang), SectionAside::Open(&sum)) {
        actions.push(Action::ShowPage(Page::Finances));
    }
}

/// Shows every support with its numbers, and what else rules public money.
pub fn editor(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    page::text_card(ui, words::SUPPORT_EDITOR.get(lang), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let scenario = state.document().scenario();
        if scenario.support.is_empty() {
            quiet(ui, words::SUPPORT_EMPTY.get(lang));
        }
        for support in &scenario.support {
            row(ui, state, support, actions);
        }
        add(ui, state, actions);
        ui.separator();
        life(ui, state, actions);
        for (k, phase) in scenario.phases.iter().enumerate() {
            tax_base(ui, state, k, phase, actions);
        }
    });
}

/// Writes a quiet remark.
pub(super) fn quiet(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.label(theme.rich(text, Type::Small, theme.colours.text_muted));
}

fn form_of(kind: &SupportKind) -> SupportForm {
    match kind {
        SupportKind::Grant { .. } => SupportForm::Grant,
        SupportKind::Loan { .. } => SupportForm::Loan,
        SupportKind::Equity { .. } => SupportForm::Equity,
        SupportKind::Credit { .. } => SupportForm::Credit,
        SupportKind::Holiday { .. } => SupportForm::Holiday,
    }
}

/// A number of a support as a field shows it.
struct Shown<'a> {
    which: SupportNumber,
    label: Msg,
    value: Option<&'a Input>,
    default: f64,
    scale: f64,
    unit: (&'static str, TypedUnit),
    places: usize,
}

fn shown<'a>(state: &AppState, support: &'a Support) -> Vec<Shown<'a>> {
    let default = |id: &str| {
        let own = state.document().scenario().parameters.get(id).map(|i| i.value);
        own.or_else(|| state.library.parameter(id).map(|p| p.value))
            .unwrap_or(0.0)
    };
    let money = |which, label, value| Shown {
        which,
        label,
        value,
        default: 0.0,
        scale: 1e-6,
        unit: ("M$", TypedUnit::Millions),
        places: 2,
    };
    let percent = |which, label, value, default| Shown {
        which,
        label,
        value,
        default,
        scale: 100.0,
        unit: ("%", TypedUnit::Percent),
        places: 2,
    };
    let years = |which, label, value, default| Shown {
        which,
        label,
        value,
        default,
        scale: 1.0,
        unit: ("", TypedUnit::Plain),
        places: 0,
    };
    match &support.kind {
        SupportKind::Grant { amount } => vec![money(SupportNumber::Amount, words::SUPPORT_AMOUNT, Some(amount))],
        SupportKind::Loan {
            amount,
            rate,
            term,
            moratorium,
        } => vec![
            money(SupportNumber::Amount, words::SUPPORT_AMOUNT, Some(amount)),
            percent(
                SupportNumber::Rate,
                words::SUPPORT_RATE,
                rate.as_ref(),
                default("default_loan_rate"),
            ),
            years(
                SupportNumber::Term,
                words::SUPPORT_TERM,
                term.as_ref(),
                default("default_loan_term"),
            ),
            years(
                SupportNumber::Moratorium,
                words::SUPPORT_MORATORIUM,
                moratorium.as_ref(),
                default("default_loan_moratorium"),
            ),
        ],
        SupportKind::Equity { amount, loss_share } => vec![
            money(SupportNumber::Amount, words::SUPPORT_AMOUNT, Some(amount)),
            percent(
                SupportNumber::LossShare,
                words::SUPPORT_LOSS,
                loss_share.as_ref(),
                default("equity_loss_share"),
            ),
        ],
        SupportKind::Credit { rate, spending } => vec![
            percent(SupportNumber::Rate, words::SUPPORT_CREDIT_RATE, Some(rate), 0.0),
            spent(
                state,
                money(SupportNumber::Spending, words::SUPPORT_SPENDING, spending.as_ref()),
            ),
        ],
        SupportKind::Holiday {
            rate,
            spending,
            years: length,
        } => vec![
            percent(SupportNumber::Rate, words::SUPPORT_CREDIT_RATE, Some(rate), 0.0),
            spent(
                state,
                money(SupportNumber::Spending, words::SUPPORT_SPENDING, spending.as_ref()),
            ),
            years(
                SupportNumber::Years,
                words::SUPPORT_YEARS,
                length.as_ref(),
                support
                    .programme
                    .as_deref()
                    .and_then(|id| state.library.programme(id)?.years)
                    .map_or(10.0, f64::from),
            ),
        ],
    }
}

/// Gives eligible spending its default, the investment.
fn spent<'a>(state: &AppState, shown: Shown<'a>) -> Shown<'a> {
    let phases = state.document().scenario().phases.iter();
    let invested = phases.filter_map(|p| match &p.kind {
        PhaseKind::Construction { investment, .. } => Some(investment.value),
        PhaseKind::Operation { .. } => None,
    });
    Shown {
        default: invested.sum(),
        ..shown
    }
}

fn row(ui: &mut Ui, state: &AppState, support: &Support, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let document = state.document();
    let kind = form(form_of(&support.kind)).get(lang);
    let name = support.label.as_ref().map_or(kind, |l| l.get(lang)).to_owned();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        ui.label(theme.rich(&name, Type::BodyMedium, theme.colours.text));
        if name != kind {
            quiet(ui, kind);
        }
        let programme = support.programme.as_deref().and_then(|id| state.library.programme(id));
        if let Some(p) = programme {
            quiet(ui, &programme_name(p, lang));
        }
        let remove = words::SUPPORT_REMOVE.fill(lang, &[("name", &name)]);
        if icon_button(ui, Icon::Close, &remove, true).clicked() {
            push(actions, PublicEdit::Remove(support.id.clone()));
        }
    });
    // The fields of a loan, the most there are, fit side by side in the narrowest window.
    let width = ((ui.available_width() - 110.0 - 80.0 - 40.0) / 4.0).clamp(84.0, 122.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let texts: Vec<&str> = GOVERNMENTS.iter().map(|g| government(*g).get(lang)).collect();
        let at = GOVERNMENTS
            .iter()
            .position(|g| *g == study_government(support.government))
            .unwrap_or(0);
        let label = format!("{} – {name}", words::GOVERNMENT.get(lang));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            quiet(ui, words::GOVERNMENT.get(lang));
            if let Some(k) = dropdown(ui, &label, &texts, at, 110.0) {
                let picked = [Government::Quebec, Government::Federal, Government::Municipal]
                    .get(k)
                    .copied();
                if let Some(g) = picked {
                    push(actions, PublicEdit::Government(support.id.clone(), g));
                }
            }
        });
        let year = format!("{} – {name}", words::SUPPORT_YEAR.get(lang));
        let field = NumberField::new(
            ("support year", document.id, support.id.as_str()),
            &year,
            Some(f64::from(support.year)),
            lang,
        )
        .label(words::SUPPORT_YEAR.get(lang))
        .year()
        .width(80.0);
        let id = support.id.clone();
        fields::number(
            ui,
            state,
            field,
            |v| Edit::Public(PublicEdit::Year(id.clone(), v as i32)),
            actions,
        );
        for s in shown(state, support) {
            let label = format!("{} – {name}", s.label.get(lang));
            let value = s.value.map_or(s.default, |i| i.value) * s.scale;
            let salt = ("support", document.id, support.id.as_str(), s.which as u8);
            let (left, right) = match s.unit.0 {
                "M$" if lang == Lang::En => ("$", "M"),
                unit => ("", unit),
            };
            let field = NumberField::new(salt, &label, Some(value), lang)
                .label(s.label.get(lang))
                .unit(left, right, s.unit.1)
                .places(s.places)
                .overridden(s.value.is_some_and(|i| i.basis == Basis::User))
                .width(width);
            let edit = |v: f64| Edit::Public(PublicEdit::Number(support.id.clone(), s.which, Some(v / s.scale)));
            fields::number(ui, state, field, edit, actions);
        }
    });
    if let Some(p) = support.programme.as_deref().and_then(|id| state.library.programme(id)) {
        quiet(ui, p.conditions.get(lang));
        if let Some(excluded) = &p.excluded {
            quiet(ui, excluded.get(lang));
        }
        quiet(
            ui,
            &words::PROGRAMME_SOURCE.fill(lang, &[("source", p.source.title.get(lang))]),
        );
    }
}

fn push(actions: &mut Vec<Action>, edit: PublicEdit) {
    actions.push(Action::Edit(Edit::Public(edit), Gesture::Once));
}

fn programme_name(p: &Programme, lang: Lang) -> String {
    if p.confirmed {
        p.label.get(lang).to_owned()
    } else {
        words::SUPPORT_TO_CONFIRM.fill(lang, &[("name", p.label.get(lang))])
    }
}

/// The list from which a support is added: free forms first, then each programme in the forms that it takes and that are computed.
fn add(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let forms = [
        SupportForm::Grant,
        SupportForm::Loan,
        SupportForm::Equity,
        SupportForm::Credit,
        SupportForm::Holiday,
    ];
    let mut texts = vec![words::SUPPORT_ADD.get(lang).to_owned()];
    let mut edits: Vec<PublicEdit> = Vec::new();
    for f in forms {
        texts.push(format!("{}, {}", form(f).get(lang), words::SUPPORT_FREE.get(lang)));
        edits.push(PublicEdit::Add(Government::Quebec, None, Box::new(new_kind(f, 0.2))));
    }
    for p in &state.library.programmes {
        let giver = match p.government {
            ProgrammeGovernment::Federal => Government::Federal,
            ProgrammeGovernment::Quebec => Government::Quebec,
            ProgrammeGovernment::Municipal => Government::Municipal,
        };
        for kind in &p.kinds {
            let Some(f) = computed_form(*kind) else { continue };
            let rates: Vec<(String, f64)> = match f {
                SupportForm::Credit | SupportForm::Holiday => p
                    .rates
                    .iter()
                    .map(|r| (format!(", {}", r.label.get(lang)), r.rate))
                    .collect(),
                _ => vec![(String::new(), 0.0)],
            };
            for (where_, rate) in rates {
                let share = if rate > 0.0 {
                    format!(" – {}", number::percent(rate, lang))
                } else {
                    String::new()
                };
                texts.push(format!(
                    "{}, {}{where_}{share}",
                    programme_name(p, lang),
                    form(f).get(lang).to_lowercase()
                ));
                edits.push(PublicEdit::Add(giver, Some(p.id.clone()), Box::new(new_kind(f, rate))));
            }
        }
    }
    let options: Vec<&str> = texts.iter().map(String::as_str).collect();
    let width = ui.available_width().min(420.0);
    if let Some(k) = dropdown(ui, words::SUPPORT_ADD.get(lang), &options, 0, width)
        && let Some(edit) = k.checked_sub(1).and_then(|k| edits.get(k))
    {
        push(actions, edit.clone());
    }
}

fn computed_form(kind: ProgrammeKind) -> Option<SupportForm> {
    match kind {
        ProgrammeKind::Grant => Some(SupportForm::Grant),
        ProgrammeKind::Loan => Some(SupportForm::Loan),
        ProgrammeKind::Equity => Some(SupportForm::Equity),
        ProgrammeKind::Credit => Some(SupportForm::Credit),
        ProgrammeKind::Holiday => Some(SupportForm::Holiday),
        // A guarantee costs nothing until it is called; the user states what it would cost as a grant.
        ProgrammeKind::Guarantee => None,
    }
}

/// Returns a support to begin with; its amount says that it is to be replaced.
fn new_kind(form: SupportForm, rate: f64) -> SupportKind {
    let amount = crate::app::edit::example(1e6);
    let rate = Input::user(rate);
    match form {
        SupportForm::Grant => SupportKind::Grant { amount },
        SupportForm::Loan => SupportKind::Loan {
            amount,
            rate: None,
            term: None,
            moratorium: None,
        },
        SupportForm::Equity => SupportKind::Equity {
            amount,
            loss_share: None,
        },
        SupportForm::Credit => SupportKind::Credit { rate, spending: None },
        SupportForm::Holiday => SupportKind::Holiday {
            rate,
            spending: None,
            years: None,
        },
    }
}

/// The early closure and the year of the law.
fn life(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let document = state.document();
    let scenario = document.scenario();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if let Some(law) = &document.study().structure.law {
            let field = NumberField::new(
                ("law year", document.id),
                words::LAW_YEAR.get(lang),
                Some(f64::from(law.asked)),
                lang,
            )
            .labelled()
            .year()
            .overridden(scenario.model.law_year.is_some())
            .width(190.0);
            fields::number(
                ui,
                state,
                field,
                |v| Edit::Public(PublicEdit::LawYear(Some(v as i32))),
                actions,
            );
        }
        match (&scenario.early_closure, scenario.operation_years()) {
            (Some(year), _) => {
                let field = NumberField::new(
                    ("closure", document.id),
                    words::EARLY_CLOSURE.get(lang),
                    Some(year.value),
                    lang,
                )
                .labelled()
                .year()
                .overridden(year.basis == Basis::User)
                .width(240.0);
                let edit = |v: f64| Edit::Public(PublicEdit::EarlyClosure(Some(v as i32)));
                fields::number(ui, state, field, edit, actions);
                if icon_button(ui, Icon::Close, words::EARLY_CLOSURE_REMOVE.get(lang), true).clicked() {
                    push(actions, PublicEdit::EarlyClosure(None));
                }
            }
            (None, Some(years))
                if years.start() < years.end()
                    && Button::secondary(words::EARLY_CLOSURE_ADD.get(lang)).show(ui).clicked() =>
            {
                let year = (years.start() + 1).min(years.end() - 1);
                push(actions, PublicEdit::EarlyClosure(Some(year)));
            }
            _ => {}
        }
    });
}

fn tax_base(ui: &mut Ui, state: &AppState, k: usize, phase: &Phase, actions: &mut Vec<Action>) {
    let PhaseKind::Operation { tax_base, .. } = &phase.kind else {
        return;
    };
    let lang = state.lang();
    let document = state.document();
    let Some(of) = document.study().phases.get(k) else {
        return;
    };
    let name = names::phase(document.study(), of, lang).to_lowercase();
    let theme = Theme::of(ui.ctx());
    let title = words::TAX_BASE.fill(lang, &[("phase", &name)]);
    ui.label(theme.rich(&title, Type::BodyMedium, theme.colours.text));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let base = tax_base.as_ref();
        let dollars = if lang == Lang::Fr { ("", "$") } else { ("$", "") };
        let rows = [
            (
                TaxBaseNumber::Value,
                words::TAX_BASE_VALUE,
                base.map(|b| b.assessed_value.value),
                1.0,
                dollars,
                TypedUnit::Dollars,
                0,
            ),
            (
                TaxBaseNumber::Rate,
                words::TAX_BASE_RATE,
                base.map(|b| b.rate.value),
                1.0,
                dollars,
                TypedUnit::Dollars,
                4,
            ),
            (
                TaxBaseNumber::Loss,
                words::TAX_BASE_LOSS,
                base.and_then(|b| b.equalization_loss.as_ref()).map(|i| i.value),
                100.0,
                ("", "%"),
                TypedUnit::Percent,
                0,
            ),
        ];
        for (which, label, value, scale, (left, right), unit, places) in rows {
            let field = NumberField::new(
                ("tax base", document.id, k, which as u8),
                label.get(lang),
                value.map(|v| v * scale),
                lang,
            )
            .labelled()
            .unit(left, right, unit)
            .places(places)
            .width(190.0);
            let edit = |v: f64| Edit::Public(PublicEdit::TaxBase(k, which, Some(v / scale)));
            fields::number(ui, state, field, edit, actions);
        }
    });
}
