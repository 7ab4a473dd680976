//! The head and the foot of the table of spending lines: its columns, their names, and the sum of the lines.

use egui::{Id, LayerId, Order, Rangef, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::fields;
use super::purchases::{origin_text, total_origin};
use super::scenario::{phase_name, saved_phase};
use crate::app::lines::{SortBy, sorted};
use crate::app::{Action, AppState, Edit, Gesture, LinesEdit};
use crate::report::words as names;
use crate::study::PhaseStudy;
use crate::text::messages::{editor, ui as words};
use crate::text::number::{self, TypedUnit};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{CapSlider, Icon, NumberField, clipped, icon_in, origin_bar, paint, tick_response};

/// Under this width sources give their room to the figures; they stand in the details of each line too.
pub(super) const WIDE: f32 = 1000.0;

/// Under this width industries too give their room: they are told by their codes.
pub(super) const TIGHT: f32 = 800.0;

/// Height of the names of the columns.
const HEAD: f32 = 30.0;

/// Room at the left of the name: handle, chevron, box to tick, diamond.
const LEAD: f32 = 64.0;

/// Room at the right end: reset and menu.
const TAIL: f32 = 56.0;

/// Left edges of the columns.
pub struct Columns {
    pub(super) name: f32,
    pub(super) industry: f32,
    pub(super) amount: f32,
    pub(super) origin: f32,
    pub(super) slider: f32,
    pub(super) share: f32,
    pub(super) rest: f32,
    pub(super) other: f32,
    pub(super) abroad: f32,
    pub(super) source: f32,
    pub(super) tail: f32,
}

impl Columns {
    /// Places the columns in a row.
    pub(super) fn of(rect: Rect) -> Self {
        let wanted = match rect.width() {
            width if width < TIGHT => [90.0, 64.0, 76.0, 44.0, 60.0, 52.0, 66.0, 64.0, 52.0, 0.0],
            width if width < WIDE => [146.0, 114.0, 86.0, 100.0, 112.0, 64.0, 78.0, 74.0, 60.0, 0.0],
            _ => [146.0, 114.0, 86.0, 100.0, 112.0, 64.0, 78.0, 74.0, 60.0, 112.0],
        };
        let room = rect.width() - LEAD - TAIL;
        let scale = room / wanted.iter().sum::<f32>();
        let mut x = rect.left() + LEAD;
        let mut next = |width: f32| {
            let at = x;
            x += width * scale;
            at
        };
        let [
            name,
            industry,
            amount,
            origin,
            slider,
            share,
            rest,
            other,
            abroad,
            source,
        ] = wanted.map(&mut next);
        Self {
            name,
            industry,
            amount,
            origin,
            slider,
            share,
            rest,
            other,
            abroad,
            source,
            tail: rect.right() - TAIL,
        }
    }
}

/// Shows the names of the columns; those that can be sorted by are clicked.
///
/// They stay in sight while the lines scroll under them: where the page has taken their place away, they stand at its top, down to the last line.
pub fn header(ui: &mut Ui, state: &AppState, phase: &PhaseStudy, actions: &mut Vec<Action>) {
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let last: f32 = ui.data(|data| data.get_temp(end_id())).unwrap_or(place.bottom());
    let lowest = (last - HEAD).max(place.top());
    let top = ui.clip_rect().top().clamp(place.top(), lowest);
    let rect = place.translate(vec2(0.0, top - place.top()));
    // Over the lines, which are drawn after it and keep their place in the order of the keyboard.
    let layer = LayerId::new(Order::Middle, Id::unique("names of the columns"));
    let above = UiBuilder::new().layer_id(layer).max_rect(rect);
    let mut ui = ui.new_child(above.id_salt("names of the columns"));
    columns(&mut ui, state, phase, rect, actions);
}

/// Where it is kept at what height the lines end, so that the names of their columns go no further.
fn end_id() -> Id {
    Id::unique("end of the lines")
}

/// Remembers at what height the lines end.
pub fn ends(ui: &Ui) {
    let y = ui.cursor().top();
    ui.data_mut(|data| data.insert_temp(end_id(), y));
}

fn columns(ui: &mut Ui, state: &AppState, phase: &PhaseStudy, rect: Rect, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    ui.interact(rect, ui.scope_id().with("ground"), Sense::hover());
    ui.painter()
        .rect_filled(rect, theme.tokens.radius.card, theme.colours.sunken);
    let c = Columns::of(rect);
    let all = !phase.lines.is_empty() && phase.lines.iter().all(|l| state.chosen.contains(&l.id));
    let mut lead = cell(ui, rect.left() + 32.0, rect.left() + 60.0, rect, 24.0);
    if tick_response(&mut lead, all, editor::CHOOSE_ALL.get(lang)).clicked() {
        let ids = phase.lines.iter().map(|l| l.id.clone());
        actions.push(Action::Choose(if all { Default::default() } else { ids.collect() }));
    }
    let unit = if phase.construction {
        words::MONEY_ALL
    } else {
        words::MONEY_YEAR
    };
    let unit = unit.fill(lang, &[("year", &state.document().study().data_year.to_string())]);
    // All in one size: the smaller one where a name has no room in the other.
    let names = [
        (c.amount, c.origin, unit.as_str()),
        (c.slider, c.rest, editor::LOCAL_SHORT.get(lang)),
        (c.rest, c.other, words::REST.get(lang)),
        (c.other, c.abroad, words::OTHER.get(lang)),
        (c.abroad, c.source, words::ABROAD.get(lang)),
    ];
    let has_room =
        |(from, to, text): &(f32, f32, &str)| paint::text_width(ui, text, Type::SmallMedium) <= to - from - 6.0;
    let style = match names.iter().all(has_room) {
        true => Type::SmallMedium,
        false => Type::Caption,
    };
    let put = |ui: &mut Ui, from: f32, to: f32, text: &str, right: bool, sort: Option<(SortBy, &str)>| -> bool {
        let room = to - from - 6.0;
        let area = Rect::from_min_max(pos2(from - 2.0, rect.top() + 4.0), pos2(to - 4.0, rect.bottom() - 4.0));
        let mut ink = theme.colours.text_secondary;
        let mut clicked = false;
        if let Some((by, label)) = sort {
            let response = ui.interact(area, ui.scope_id().with(("sort", by as u8)), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
            if response.hovered() {
                ink = theme.colours.accent_hover;
            }
            paint::focus_ring(ui, &response, area, theme.tokens.radius.bar);
            clicked = response.clicked();
            response.on_hover_text(label);
        }
        let galley = paint::line(ui, text, style, ink, room);
        if right {
            paint::right(ui.painter(), to - 8.0, rect.center().y, galley);
        } else {
            paint::left(ui.painter(), from, rect.center().y, galley);
        }
        clicked
    };
    let name = |by| match by {
        SortBy::Name => editor::SORT_BY_NAME.get(lang),
        SortBy::Amount => editor::SORT_BY_AMOUNT.get(lang),
        SortBy::Local => editor::SORT_BY_LOCAL.get(lang),
    };
    let sort = |by| Some((by, name(by)));
    let mut by = None;
    if put(ui, c.name, c.industry, words::LINE.get(lang), false, sort(SortBy::Name)) {
        by = Some(SortBy::Name);
    }
    put(ui, c.industry, c.amount, words::INDUSTRY.get(lang), false, None);
    if put(ui, c.amount, c.origin, &unit, true, sort(SortBy::Amount)) {
        by = Some(SortBy::Amount);
    }
    put(ui, c.origin, c.slider, words::FIRST_ROUND.get(lang), false, None);
    if put(
        ui,
        c.slider,
        c.rest,
        editor::LOCAL_SHORT.get(lang),
        false,
        sort(SortBy::Local),
    ) {
        by = Some(SortBy::Local);
    }
    if !state.document().study().whole_province {
        put(ui, c.rest, c.other, words::REST.get(lang), true, None);
    }
    put(ui, c.other, c.abroad, words::OTHER.get(lang), true, None);
    put(ui, c.abroad, c.source, words::ABROAD.get(lang), true, None);
    if rect.width() >= WIDE {
        put(ui, c.source + 4.0, c.tail, words::SOURCE.get(lang), false, None);
    }
    if let Some(by) = by {
        let ids = sorted(phase, by, |l| names::line(l, lang, &state.library));
        let edit = Edit::Lines(state.phase, LinesEdit::Sort(ids));
        actions.push(Action::Edit(edit, Gesture::Once));
    }
}

/// Makes a place for a control in a row, between two edges.
pub(super) fn cell(ui: &mut Ui, from: f32, to: f32, rect: Rect, height: f32) -> Ui {
    let area = Rect::from_min_max(
        pos2(from, rect.center().y - height / 2.0),
        pos2(to, rect.center().y + height / 2.0),
    );
    ui.new_child(
        UiBuilder::new()
            .max_rect(area)
            // Not where it stands on the page: a field must stay itself while the page scrolls.
            .id_salt((from - rect.left()).to_bits()),
    )
}

/// Shows the sum of the lines.
pub fn total(ui: &mut Ui, state: &AppState, phase: &PhaseStudy, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
    let c = Columns::of(rect);
    let ink = theme.colours.text;
    let scenario = state.document().scenario();
    let name = scenario
        .phases
        .get(state.phase)
        .map_or_else(String::new, |p| phase_name(p, lang));
    let title = format!("{} · {}", words::TOTAL_PURCHASES.get(lang), name.to_lowercase());
    let area = Rect::from_x_y_ranges(Rangef::new(c.name, c.amount), rect.y_range());
    clipped(ui, "total", area, &title, (Type::Strong, ink));
    let put = |ui: &Ui, to: f32, text: &str| {
        let galley = paint::line(ui, text, Type::Strong, ink, 100.0);
        paint::right(ui.painter(), to, rect.center().y, galley);
    };
    let millions = phase.purchases / 1e6;
    put(
        ui,
        c.origin - 16.0,
        &number::decimal(millions, number::seen_places(millions, 2), lang),
    );
    let shares = total_origin(phase);
    let mut ui_bar = cell(ui, c.origin, c.slider - 10.0, rect, 12.0);
    let width = ui_bar.available_width();
    origin_bar(
        &mut ui_bar,
        shares,
        vec2(width, 12.0),
        &origin_text(state, &title, shares),
    );
    let [_, rest, other, abroad] = shares.map(|s| number::percent(s, lang));
    total_share(ui, state, phase, (rect, &c), actions);
    if !state.document().study().whole_province {
        put(ui, c.other - 8.0, &rest);
    }
    put(ui, c.abroad - 8.0, &other);
    put(ui, c.source - 8.0, &abroad);
    if rect.width() >= WIDE {
        let cap = words::CAP_VALUE.fill(lang, &[("value", &number::percent(phase.sourcing.maximum, lang))]);
        let area = Rect::from_x_y_ranges(Rangef::new(c.source + 4.0, rect.right() - 4.0), rect.y_range());
        clipped(ui, "cap", area, &cap, (Type::Small, theme.colours.text_muted));
    }
}

/// Shows the local share of all purchases together, which scales the lines that are not set by hand.
fn total_share(
    ui: &mut Ui,
    state: &AppState,
    phase: &PhaseStudy,
    (rect, c): (Rect, &Columns),
    actions: &mut Vec<Action>,
) {
    let (lang, k, document) = (state.lang(), state.phase, state.document());
    let share = phase.sourcing.local_share;
    let stated = document
        .scenario()
        .phases
        .get(k)
        .is_some_and(|p| p.local_share.is_some());
    let spoken = editor::TOTAL_LOCAL.get(lang);
    let saved = saved_phase(state, k).map(|p| p.sourcing.local_share);
    let value = number::percent(share, lang);
    let mut ui_slider = cell(ui, c.slider, c.share - 10.0, rect, 20.0);
    let slider = CapSlider::new(("all lines", document.id, k), spoken, share, &value)
        .floor(phase.sourcing.minimum.min(share))
        .cap(phase.sourcing.maximum.max(share))
        .saved(saved.filter(|s| (s - share).abs() > 1e-9))
        .show(&mut ui_slider);
    fields::slid(&slider, |v| Edit::LocalShare(k, Some(v)), actions);
    let mut ui_share = cell(
        ui,
        c.share,
        c.rest - 4.0,
        rect,
        Theme::of(ui.ctx()).tokens.control.height,
    );
    let field = NumberField::new(("all share", document.id, k), spoken, Some(share * 100.0), lang)
        .unit("", "%", TypedUnit::Percent)
        .range(0.0..=100.0)
        .places(0)
        .right_aligned()
        .overridden(stated);
    fields::number(
        &mut ui_share,
        state,
        field,
        |v| Edit::LocalShare(k, Some(v / 100.0)),
        actions,
    );
}

/// Shows that a phase has no line, and what to do.
pub fn empty(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 72.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
    icon_in(
        ui.painter(),
        rect.center() - vec2(0.0, 12.0),
        Icon::Paste,
        theme.colours.text_muted,
    );
    let galley = paint::line(ui, text, Type::Body, theme.colours.text_secondary, rect.width() - 24.0);
    paint::centred(ui.painter(), rect.center() + vec2(0.0, 10.0), galley);
}
