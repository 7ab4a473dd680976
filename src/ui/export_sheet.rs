//! The sheet from which a project is exported: what is written, how it looks, where it goes, how far it has come.

use egui::{ColorImage, Id, ProgressBar, Rect, Sense, TextEdit, TextureHandle, TextureOptions, Ui, vec2};

use super::dialogs::{text, title};
use crate::app::export_sheet::{ExportSheet, Preview, Stage};
use crate::app::{Action, AppState, ExportAction, SheetAction};
use crate::report::pictures::PictureKind;
use crate::report::wanted::{Format, Ground, REPORTS, SCALES, Wanted};
use crate::text::messages::{export as words, ui as common};
use crate::text::{Lang, Msg, number};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{
    Button, Icon, Notice, NoticeTone, Segments, button_width, checkbox, icon_button, paint, primary_button,
    secondary_button, segmented,
};

/// Width of what is chosen, beside the preview.
const CHOICES: f32 = 372.0;
/// Space between both.
const GAP: f32 = 20.0;

/// Returns the width of the sheet: what the window leaves, up to what it needs.
pub fn width(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().width() - 96.0).clamp(560.0, 820.0)
}

/// Shows the sheet.
pub fn show(ui: &mut Ui, state: &AppState, sheet: &ExportSheet, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let document = state.documents.iter().find(|d| d.id == sheet.document);
    let name = document.map_or("", |d| d.scenario().name.get(lang));
    title(ui, &words::SHEET_TITLE.fill(lang, &[("name", name)]));
    let mut asked = Vec::new();
    let writing = matches!(sheet.stage, Stage::Writing(..));
    ui.add_enabled_ui(!writing, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let room = ui.available_width();
            let side = CHOICES.min(room * 0.58);
            ui.vertical(|ui| {
                ui.set_width(side);
                choices(ui, state, sheet, &mut asked);
            });
            ui.vertical(|ui| {
                ui.set_width(room - side - GAP);
                preview(ui, lang, sheet, &mut asked);
            });
        });
        place(ui, lang, sheet, &mut asked);
    });
    outcome(ui, lang, sheet, &mut asked);
    buttons(ui, lang, sheet, &mut asked, actions);
    actions.extend(asked.into_iter().map(|a| Action::Export(ExportAction::Sheet(a))));
}

fn heading(ui: &mut Ui, msg: Msg, lang: Lang) {
    let theme = Theme::of(ui.ctx());
    ui.label(theme.rich(msg.get(lang), Type::SmallStrong, theme.colours.text));
}

/// Shows what can be written, each with a box to tick, and how charts are made.
fn choices(ui: &mut Ui, state: &AppState, sheet: &ExportSheet, asked: &mut Vec<SheetAction>) {
    let lang = state.lang();
    ui.spacing_mut().item_spacing.y = 6.0;
    let mut wanted = sheet.wanted.clone();
    heading(ui, words::WHAT, lang);
    if state.is_compared(sheet.document) {
        let theme = Theme::of(ui.ctx());
        let said = words::WITH_COMPARISON.fill(lang, &[("count", &state.compared().len().to_string())]);
        ui.label(theme.rich(said, Type::Caption, theme.colours.text_muted));
    }
    if let Some(on) = checkbox(ui, wanted.deck, words::SLIDES.get(lang)) {
        wanted.deck = on;
    }
    if let Some(on) = checkbox(ui, wanted.workbook, words::WITH_WORKBOOK.get(lang)) {
        wanted.workbook = on;
    }
    if REPORTS && let Some(on) = checkbox(ui, wanted.report, words::WITH_REPORT.get(lang)) {
        wanted.report = on;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 6.0);
        for (kind, name) in [
            (PictureKind::Png, words::CHARTS_PNG),
            (PictureKind::Svg, words::CHARTS_SVG),
            (PictureKind::Pdf, words::CHARTS_PDF),
        ] {
            if let Some(on) = checkbox(ui, wanted.charts.contains(&kind), name.get(lang)) {
                wanted.charts.retain(|k| *k != kind);
                if on {
                    wanted.charts.push(kind);
                }
            }
        }
    });
    if let Some(on) = checkbox(ui, wanted.data, words::WITH_DATA.get(lang)) {
        wanted.data = on;
    }
    heading(ui, words::IN_LANGUAGES, lang);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for (which, name) in [(Lang::Fr, words::FRENCH), (Lang::En, words::ENGLISH)] {
            if let Some(on) = checkbox(ui, wanted.langs.contains(&which), name.get(lang)) {
                // In one order, whatever the order of the clicks.
                let kept: Vec<Lang> = Lang::ALL
                    .into_iter()
                    .filter(|l| if *l == which { on } else { wanted.langs.contains(l) })
                    .collect();
                wanted.langs = kept;
            }
        }
    });
    ui.add_enabled_ui(!wanted.charts.is_empty(), |ui| of_charts(ui, lang, &mut wanted));
    if wanted != sheet.wanted {
        asked.push(SheetAction::Want(wanted));
    }
}

/// Shows the shape of charts, what lies behind them and how fine their pixels are.
fn of_charts(ui: &mut Ui, lang: Lang, wanted: &mut Wanted) {
    heading(ui, words::SHAPE, lang);
    let shapes = Format::ALL.map(|f| match f {
        Format::Wide => words::SHAPE_WIDE.get(lang),
        Format::Standard => words::SHAPE_STANDARD.get(lang),
        Format::Square => words::SHAPE_SQUARE.get(lang),
        Format::Column => words::SHAPE_COLUMN.get(lang),
    });
    let at = Format::ALL.iter().position(|f| *f == wanted.format).unwrap_or(0);
    let chosen = segmented(ui, words::SHAPE.get(lang), &shapes, at, Segments::Fit);
    if let Some(format) = chosen.and_then(|k| Format::ALL.get(k)) {
        wanted.format = *format;
    }
    heading(ui, words::GROUND, lang);
    let grounds = [words::GROUND_WHITE.get(lang), words::GROUND_CLEAR.get(lang)];
    let at = usize::from(wanted.ground == Ground::Clear);
    if let Some(k) = segmented(ui, words::GROUND.get(lang), &grounds, at, Segments::Fit) {
        wanted.ground = if k == 1 { Ground::Clear } else { Ground::White };
    }
    ui.add_enabled_ui(wanted.charts.contains(&PictureKind::Png), |ui| {
        heading(ui, words::SCALE, lang);
        let (w, h) = wanted.format.size();
        let scales: Vec<String> = SCALES
            .map(|s| words::SCALE_WIDTH.fill(lang, &[("width", &number::whole(f64::from(w) * f64::from(s), lang))]))
            .collect();
        let texts: Vec<&str> = scales.iter().map(String::as_str).collect();
        let at = usize::from(wanted.scale.saturating_sub(*SCALES.start()));
        let chosen = segmented(ui, words::SCALE.get(lang), &texts, at, Segments::Fit);
        if let Some(scale) = chosen.and_then(|k| SCALES.clone().nth(k)) {
            wanted.scale = scale;
        }
        let high = number::whole(f64::from(h) * f64::from(wanted.scale), lang);
        let wide = number::whole(f64::from(w) * f64::from(wanted.scale), lang);
        let theme = Theme::of(ui.ctx());
        let said = words::PIXELS.fill(lang, &[("width", &wide), ("height", &high)]);
        ui.label(theme.rich(said, Type::Caption, theme.colours.text_muted));
    });
}

/// Shows a picture as it will be written, and the way to the others.
fn preview(ui: &mut Ui, lang: Lang, sheet: &ExportSheet, asked: &mut Vec<SheetAction>) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 6.0;
    heading(ui, words::PREVIEW, lang);
    let width = ui.available_width();
    // One height whatever the shape, so that nothing under it moves.
    let (whole, response) = ui.allocate_exact_size(vec2(width, 250.0), Sense::hover());
    let Some(drawn) = &sheet.preview else {
        let said = paint::line(
            ui,
            words::DRAWING.get(lang),
            Type::Small,
            theme.colours.text_muted,
            width,
        );
        paint::left(ui.painter(), whole.left(), whole.center().y, said);
        return;
    };
    let (w, h) = (drawn.size.0 as f32, drawn.size.1 as f32);
    let scale = (whole.width() / w).min(whole.height() / h);
    let rect = Rect::from_center_size(whole.center(), vec2(w, h) * scale);
    if drawn.asked.wanted.ground == Ground::Clear {
        paint_checks(ui, theme, rect);
    }
    let texture = texture_of(ui, drawn);
    egui::Image::new((texture.id(), rect.size())).paint_at(ui, rect);
    ui.painter()
        .rect_stroke(rect, 0.0, theme.hairline(), egui::StrokeKind::Outside);
    let (at, of) = drawn.place;
    let said = words::PREVIEW_OF.fill(lang, &[("at", &(at + 1).to_string()), ("count", &of.to_string())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &said));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if icon_button(ui, Icon::ChevronLeft, words::PREVIOUS_PICTURE.get(lang), of > 1).clicked() {
            asked.push(SheetAction::Show((at + of - 1) % of.max(1)));
        }
        if icon_button(ui, Icon::ChevronRight, words::NEXT_PICTURE.get(lang), of > 1).clicked() {
            asked.push(SheetAction::Show((at + 1) % of.max(1)));
        }
        ui.label(theme.rich(said, Type::Small, theme.colours.text_secondary));
    });
}

/// Paints the squares that stand for nothing behind a picture.
fn paint_checks(ui: &Ui, theme: &Theme, rect: Rect) {
    let side = 8.0;
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let (columns, rows) = ((rect.width() / side) as i32 + 1, (rect.height() / side) as i32 + 1);
    for row in 0..rows {
        for column in (row % 2..columns).step_by(2) {
            let corner = rect.min + vec2(column as f32, row as f32) * side;
            painter.rect_filled(Rect::from_min_size(corner, vec2(side, side)), 0.0, theme.colours.band);
        }
    }
}

/// Returns the texture of a preview, made anew when the picture is another.
fn texture_of(ui: &Ui, drawn: &Preview) -> TextureHandle {
    let id = Id::unique("export-preview");
    let key = std::sync::Arc::as_ptr(&drawn.rgba).cast::<u8>() as usize;
    if let Some((known, texture)) = ui.data(|d| d.get_temp::<(usize, TextureHandle)>(id))
        && known == key
    {
        return texture;
    }
    let image = ColorImage::from_rgba_premultiplied([drawn.size.0, drawn.size.1], &drawn.rgba);
    let texture = ui.ctx().load_texture("export-preview", image, TextureOptions::LINEAR);
    ui.data_mut(|d| d.insert_temp(id, (key, texture.clone())));
    texture
}

/// Shows where the folder of the project will stand.
fn place(ui: &mut Ui, lang: Lang, sheet: &ExportSheet, asked: &mut Vec<SheetAction>) {
    let theme = Theme::of(ui.ctx());
    let label = ui.label(theme.rich(words::FOLDER.get(lang), Type::SmallStrong, theme.colours.text));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        // The button ends where the preview does.
        let button = button_width(ui, words::CHOOSE_FOLDER.get(lang));
        let mut typed = sheet.folder.clone();
        let field = TextEdit::singleline(&mut typed).desired_width(ui.available_width() - button - 8.0);
        if ui.add(field).labelled_by(label.id).changed() {
            asked.push(SheetAction::Folder(typed));
        }
        if secondary_button(ui, words::CHOOSE_FOLDER.get(lang)).clicked() {
            asked.push(SheetAction::PickFolder);
        }
    });
}

/// Says what came of it: files in the way, how far it has come, where it is, why it is not.
fn outcome(ui: &mut Ui, lang: Lang, sheet: &ExportSheet, asked: &mut Vec<SheetAction>) {
    let path = |p: &std::path::Path| p.display().to_string();
    match &sheet.stage {
        Stage::Choosing => {}
        Stage::Exist(there) => {
            let first = there.first().map_or_else(String::new, |p| path(p));
            let count = there.len().to_string();
            let said = words::IN_THE_WAY.fill(lang, &[("path", &first), ("count", &count)]);
            let fixes = [words::REPLACE_THEM.get(lang)];
            if notice(ui, NoticeTone::Warning, &said, &fixes).is_some() {
                asked.push(SheetAction::Write(true));
            }
        }
        Stage::Writing(done, total) => {
            let part = if *total > 0 { *done as f32 / *total as f32 } else { 0.0 };
            let values = [("done", &*done.to_string()), ("total", &*total.to_string())];
            let said = words::PROGRESS.fill(lang, &values);
            let bar = ui.add(
                ProgressBar::new(part)
                    .desired_width(ui.available_width())
                    .desired_height(6.0),
            );
            bar.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &said));
            text(ui, &said);
        }
        Stage::Written(count, folder) => {
            let (words, tone) = match sheet.unopened {
                false => (words::WRITTEN_INTO, NoticeTone::Done),
                true => (words::WRITTEN_NOT_OPENED, NoticeTone::Warning),
            };
            let said = words.fill(lang, &[("count", &count.to_string()), ("path", &path(folder))]);
            notice(ui, tone, &said, &[]);
        }
        Stage::Failed(at, _) => {
            let reason = sheet.stage.failure(lang).unwrap_or_default();
            let said = match at {
                // The disk has no room for all of them: which one it was says nothing.
                Some(_) if sheet.stage.is_full() => words::NOT_WRITTEN_FULL.fill(lang, &[("reason", &reason)]),
                Some(at) => words::NOT_WRITTEN_AT.fill(lang, &[("path", &path(at)), ("reason", &reason)]),
                None => words::NOT_WRITTEN.fill(lang, &[("reason", &reason)]),
            };
            notice(ui, NoticeTone::Error, &said, &[]);
        }
    }
}

fn notice(ui: &mut Ui, tone: NoticeTone, text: &str, links: &[&str]) -> Option<usize> {
    let lead = "";
    Notice {
        tone,
        lead,
        text,
        links,
    }
    .show(ui)
}

fn buttons(ui: &mut Ui, lang: Lang, sheet: &ExportSheet, asked: &mut Vec<SheetAction>, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| match &sheet.stage {
        Stage::Writing(..) => {
            if secondary_button(ui, words::STOP.get(lang)).clicked() {
                asked.push(SheetAction::Stop);
            }
        }
        Stage::Written(..) => {
            let close = primary_button(ui, words::CLOSE.get(lang));
            // Once what was asked is done, Enter ends it; the button that was pressed to begin is gone.
            let ended = Id::unique("export that ended");
            if ui.data(|data| data.get_temp(ended)) != Some(sheet.job) {
                ui.data_mut(|data| data.insert_temp(ended, sheet.job));
                close.request_focus();
            }
            if close.clicked() {
                actions.push(Action::Dismiss);
            }
            if secondary_button(ui, words::OPEN_FOLDER.get(lang)).clicked() {
                asked.push(SheetAction::OpenFolder);
            }
        }
        _ => {
            let wanted = &sheet.wanted;
            let why = if wanted.is_nothing() && wanted.langs.is_empty() {
                Some(words::NO_LANGUAGE)
            } else if wanted.is_nothing() {
                Some(words::NOTHING_WANTED)
            } else if sheet.folder.trim().is_empty() {
                Some(words::NO_FOLDER)
            } else {
                None
            };
            let go = Button::primary(words::EXPORT.get(lang)).disabled_because(why.map(|w| w.get(lang)));
            if go.show(ui).clicked() {
                asked.push(SheetAction::Write(false));
            }
            if secondary_button(ui, common::CANCEL.get(lang)).clicked() {
                actions.push(Action::Dismiss);
            }
        }
    });
}
