//! What the pages of results share: the sentence at their head, a row of headline cards, charts two by two, tables in cards.

use egui::{Label, Margin, Ui, vec2};

use crate::app::{Action, AppState, Copied, Edit, ExportAction, Gesture, PictureFile};
use crate::report::chart::{ChartSpec, Difference, TableSpec};
use crate::report::overview::{self, Card, Scope};
use crate::report::pictures::{NamedPicture, Picture, PictureKind};
use crate::report::{glossary, why};
use crate::study::Territory;
use crate::text::Lang;
use crate::text::messages::{self, editor, finances, report as words};
use crate::ui::chart_card::{ChartCard, ChartCardResponse, CopyAs};
use crate::ui::copied::copy;
use crate::ui::table;
use crate::ui::theme::{Theme, Type};
use crate::ui::tour::{self, Anchor};
use crate::ui::widgets::{CardBody, FigureCard, GrossNet, Icon, LABEL_LINE, icon_button, paint, term};

/// Returns what the pages are about: the document in front, beside its saved version where it compares.
pub fn scope(state: &AppState) -> Scope<'_> {
    if state.draft.open
        && let Some(study) = &state.draft.study
    {
        // The page of a new project is about that project, not about the one behind it.
        return Scope {
            study,
            saved: None,
            library: &state.library,
            territory: Territory::Study,
            lang: state.lang(),
        };
    }
    let document = state.document();
    Scope {
        study: document.study(),
        // Another region has other figures: their difference would compare places, not versions.
        saved: document
            .moved_from_start()
            .filter(|start| state.ghost() && start.region == document.study().region),
        library: &state.library,
        territory: state.territory,
        lang: state.lang(),
    }
}

/// Shows the sentence that heads a page.
pub fn heading(ui: &mut Ui, title: &str) {
    let theme = Theme::of(ui.ctx());
    let gap = theme.tokens.layout.card_gap;
    ui.spacing_mut().item_spacing = vec2(gap, gap);
    let galley = paint::paragraph(ui, title, Type::Title, theme.colours.text, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
    paint::place(ui.painter(), rect.min, galley);
}

/// The least width of a headline card: its label on two lines, its figures, and the link to its formula.
const LEAST_CARD: f32 = 112.0;

/// Shows headline cards side by side, on one row where they have room.
pub fn card_row(ui: &mut Ui, state: &AppState, cards: &[Card], compact: bool, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let gap = theme.tokens.layout.card_gap;
    let room = ui.available_width();
    // As many cards on a row as can be read, in rows of even lengths.
    let fit = (((room + gap) / (LEAST_CARD + gap)) as usize).clamp(1, cards.len().max(1));
    let rows = cards.len().div_ceil(fit).max(1);
    let across = cards.len().div_ceil(rows).max(1);
    let width = (room - gap * (across as f32 - 1.0)) / across as f32;
    let side = if compact {
        10.0
    } else {
        theme.tokens.layout.card_padding_x
    };
    let inside = width - 2.0 * side;
    // A label is never cut: where one needs two lines, all cards keep room for two.
    let long = cards
        .iter()
        .any(|c| paint::text_width(ui, &c.label, Type::SmallStrong) > inside);
    let label_lines = if long { 2 } else { 1 };
    // Units are written alike: where the place has no room in one card, it stands above the cards for all.
    let has_room = |c: &Card| paint::text_width(ui, &c.unit, Type::Caption) <= inside;
    let short = compact || !cards.iter().all(has_room);
    for row in cards.chunks(across) {
        ui.horizontal_top(|ui| {
            for card in row {
                figure(ui, state, card, (width, label_lines, short), compact, actions);
            }
        });
    }
}

/// Where it is kept how far the page is scrolled.
fn scrolled_id() -> egui::Id {
    egui::Id::unique("page scrolled by")
}

/// Remembers how far the page is scrolled, points.
pub fn scrolled(ui: &Ui, by: f32) {
    ui.data_mut(|data| data.insert_temp(scrolled_id(), by));
}

/// Returns where the window ended if the page were not scrolled, so that what fills the window keeps its height while it scrolls.
pub fn bottom(ui: &Ui) -> f32 {
    let by: f32 = ui.data(|data| data.get_temp(scrolled_id())).unwrap_or(0.0);
    ui.clip_rect().bottom() - by
}

/// The part of the width that the first of two charts takes.
const WIDER: f32 = 0.58;

/// Under this width of the page each chart takes a row.
const LEAST_PAIR: f32 = 620.0;

/// Shows charts two by two, or one under the other in a narrow page, sharing the height left in the window.
pub fn chart_grid(ui: &mut Ui, state: &AppState, charts: &[ChartSpec], actions: &mut Vec<Action>) {
    let gap = Theme::of(ui.ctx()).tokens.layout.card_gap;
    let wide = ui.available_width() - gap;
    let theme = Theme::of(ui.ctx());
    // A table whose names or figures have no room beside another chart takes the whole width.
    let alone = |pair: &[ChartSpec]| {
        let cards = pair.iter().zip([wide * WIDER, wide * (1.0 - WIDER)]);
        cards
            .map(|(spec, width)| card_of(spec, width, 0.0, state))
            .any(|card| card.is_table(ui) && !card.table_fits(ui))
    };
    let across = if ui.available_width() < LEAST_PAIR { 1 } else { 2 };
    let charts: Vec<&[ChartSpec]> = charts
        .chunks(across)
        .flat_map(|pair| if alone(pair) { pair.chunks(1) } else { pair.chunks(2) })
        .collect();
    // What is left of the window under the cards, shared by the rows of charts as far as they can be read.
    let bottom = bottom(ui) - theme.tokens.layout.page_margin;
    let mut rows = charts.len() as f32;
    for pair in charts {
        let share = (bottom - ui.cursor().top() - gap * (rows - 1.0)) / rows;
        rows -= 1.0;
        let widths: &[f32] = if pair.len() == 2 {
            &[wide * WIDER, wide * (1.0 - WIDER)]
        } else {
            &[wide + gap]
        };
        let sized: Vec<(&ChartSpec, f32)> = pair.iter().zip(widths.iter().copied()).collect();
        let tallest = |f: &dyn Fn(&ChartCard<'_>, &Ui) -> f32| {
            sized
                .iter()
                .map(|(spec, w)| f(&card_of(spec, *w, 0.0, state), ui))
                .fold(0.0, f32::max)
        };
        let least = tallest(&|card, ui| card.least_height(ui));
        let most = tallest(&|card, ui| card.comfortable_height(ui)) * 1.1;
        let height = share.clamp(least, most.max(least));
        ui.horizontal_top(|ui| {
            for (spec, width) in sized {
                let response = card_of(spec, width, height, state).show(ui);
                answer_chart(ui, state, response, spec, actions);
            }
        });
    }
}

/// Shows charts one under the other, each at the height at which it looks best.
pub fn chart_column(ui: &mut Ui, state: &AppState, charts: &[ChartSpec], actions: &mut Vec<Action>) {
    let width = ui.available_width();
    for spec in charts {
        let height = card_of(spec, width, 0.0, state).comfortable_height(ui);
        let response = card_of(spec, width, height, state).show(ui);
        answer_chart(ui, state, response, spec, actions);
    }
}

/// Does what was asked of a chart: to be copied as figures or as a picture, or to be written to a file as it stands.
pub fn answer_chart(
    ui: &Ui,
    state: &AppState,
    response: ChartCardResponse,
    spec: &ChartSpec,
    actions: &mut Vec<Action>,
) {
    let table = || spec.to_table(words::TOTAL.get(state.lang()));
    answer(ui, state, response, table, || Picture::Chart(spec.clone()), actions);
}

/// Does what was asked of a chart or a flow diagram, which are made only then.
pub fn answer(
    ui: &Ui,
    state: &AppState,
    response: ChartCardResponse,
    table: impl FnOnce() -> TableSpec,
    picture: impl FnOnce() -> Picture,
    actions: &mut Vec<Action>,
) {
    if response.copy == Some(CopyAs::Figures) {
        copy(ui.ctx(), table().to_tab_separated(), Copied::Chart);
    }
    let copied = response.copy == Some(CopyAs::Picture);
    if let Some(kind) = response.export.or(copied.then_some(PictureKind::Png)) {
        let lang = state.lang();
        let file = Box::new(PictureFile {
            picture: NamedPicture::of(picture(), lang),
            kind,
            project: state.document().scenario().name.get(lang).to_owned(),
            lang,
        });
        actions.push(Action::Export(match copied {
            true => ExportAction::Copy(file),
            false => ExportAction::Pick(file),
        }));
    }
}

/// Lays two columns side by side, the first one taking `part` of the width.
pub fn two_columns(ui: &mut Ui, part: f32, first: impl FnOnce(&mut Ui), second: impl FnOnce(&mut Ui)) {
    let gap = Theme::of(ui.ctx()).tokens.layout.card_gap;
    let left = (ui.available_width() - gap) * part;
    let right = ui.available_width() - gap - left;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap, gap);
        for (width, content) in [
            (left, Box::new(first) as Box<dyn FnOnce(&mut Ui)>),
            (right, Box::new(second)),
        ] {
            ui.vertical(|ui| {
                ui.set_width(width);
                content(ui);
            });
        }
    });
}

/// Shows a table in a card, with notes below it; it can be copied as a spreadsheet reads it.
pub fn table_card(ui: &mut Ui, spec: &TableSpec, notes: &[String], lang: Lang) {
    card_with(ui, spec, notes, lang, |ui| table::show(ui, spec));
}

/// Shows such a table whose names are links, and returns the row of the one clicked.
///
/// * `spoken`: what a screen reader says of a link, by its name.
pub fn linked_table_card(
    ui: &mut Ui,
    spec: &TableSpec,
    notes: &[String],
    lang: Lang,
    spoken: &dyn Fn(&str) -> String,
) -> Option<usize> {
    card_with(ui, spec, notes, lang, |ui| table::show_linked(ui, spec, spoken))
}

fn card_with<R>(ui: &mut Ui, spec: &TableSpec, notes: &[String], lang: Lang, table: impl FnOnce(&mut Ui) -> R) -> R {
    card_frame(ui, |ui| {
        let theme = Theme::of(ui.ctx());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let room = ui.available_width() - theme.tokens.control.hit_target;
            ui.vertical(|ui| {
                ui.set_width(room);
                let title = Label::new(theme.rich(&spec.title, Type::Strong, theme.colours.text)).wrap();
                let (at, galley, response) = title.layout_in_ui(ui);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spec.title));
                ui.painter().galley(at, galley.clone(), theme.colours.text);
                term::within(ui, ("title", &spec.title), at, &galley);
            });
            let name = editor::COPY_TABLE_OF.fill(lang, &[("title", &spec.title)]);
            if icon_button(ui, Icon::Copy, &name, true).clicked() {
                copy(ui.ctx(), spec.to_tab_separated(), Copied::Table);
            }
        });
        let shown = table(ui);
        for note in notes {
            ui.label(theme.rich(note, Type::Small, theme.colours.text_muted));
        }
        shown
    })
}

/// Shows a card with a title.
pub fn text_card(ui: &mut Ui, title: &str, content: impl FnOnce(&mut Ui)) {
    card_frame(ui, |ui| {
        let theme = Theme::of(ui.ctx());
        ui.label(theme.rich(title, Type::Strong, theme.colours.text));
        content(ui);
    });
}

fn card_frame<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui.ctx());
    let frame = theme.card().inner_margin(Margin::symmetric(14, 10));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        content(ui)
    });
    shown.inner
}

fn card_of<'a>(spec: &'a ChartSpec, width: f32, height: f32, state: &AppState) -> ChartCard<'a> {
    let view = &state.view;
    ChartCard::new(spec, vec2(width, height), state.lang()).tables(view.tables, view.tables_changed)
}

fn figure(
    ui: &mut Ui,
    state: &AppState,
    card: &Card,
    (width, label_lines, short): (f32, u8, bool),
    compact: bool,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let lang = state.lang();
    let height = FigureCard::height(theme, compact, true) + LABEL_LINE * f32::from(label_lines - 1);
    let scope = scope(state);
    // The signed difference is followed by what it counts.
    let difference = card
        .figure
        .as_ref()
        .ok()
        .and_then(|f| f.difference.as_ref())
        .map(|d| Difference {
            text: why::with_unit(card, &d.text, &scope),
            tone: d.tone,
        });
    let body = match &card.figure {
        Ok(f) => CardBody::Figures(GrossNet {
            gross: &f.gross,
            gross_caption: if f.has_net { words::GROSS.get(lang) } else { "" },
            net: f.net.as_deref().map(|net| (net, finances::NET.get(lang))),
            band: None,
            parts: &f.shares,
            parts_caption: &f.caption,
            difference: difference.as_ref(),
        }),
        Err(missing) if missing.action.is_empty() => CardBody::NotApplicable {
            mark: finances::NOT_COMPUTED.get(lang),
            reason: &missing.sentence,
        },
        Err(missing) => CardBody::Empty {
            sentence: &missing.sentence,
            action: &missing.action,
        },
    };
    let negative = (card.id == "gdp").then(|| overview::negative_gdp(&scope)).flatten();
    let response = FigureCard {
        label: &card.label,
        unit: if compact { &card.short_unit } else { &card.unit },
        short_unit: &card.short_unit,
        short,
        body,
        why: why::asked(&scope),
        warning: negative.map(|(_, short)| short.get(lang)),
        stale: None,
        width,
        compact,
        label_lines,
    }
    .show(ui, height);
    // What the label means, told where it stands.
    let side = if compact {
        10.0
    } else {
        theme.tokens.layout.card_padding_x
    };
    let corner = response.rect.min + vec2(side, theme.tokens.layout.card_padding_y);
    let room = width - 2.0 * side;
    let galley = paint::paragraph(ui, &card.label, Type::SmallStrong, theme.colours.text, room);
    let lines = LABEL_LINE * galley.rows.len() as f32;
    let label = egui::Rect::from_min_size(corner, vec2(galley.size().x, lines - 1.0));
    let meaning = glossary::definition(&card.label, lang)
        .or((card.id == "construction").then(|| messages::glossary::JOB_YEARS_IS.get(lang)));
    let defined = meaning.is_some_and(|definition| {
        let term = term::over(ui, ("card", card.id), label, &card.label, definition);
        term.hovered()
    });
    if card.id == "jobs" {
        tour::mark(ui, Anchor::Card, response.rect);
    }
    match &card.figure {
        Ok(f) => {
            super::why::popup(ui, &response, state, card, actions);
            let open = egui::Popup::is_id_open(ui.ctx(), egui::Popup::default_response_id(&response));
            if !open && !defined {
                response.on_hover_text(&f.parts);
            }
        }
        Err(missing) if response.clicked() && !missing.action.is_empty() => {
            actions.push(Action::Edit(Edit::AddPhase(missing.construction), Gesture::Once));
        }
        Err(_) => {}
    }
}
