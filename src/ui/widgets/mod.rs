//! The widgets of the window. Each shows what it is given and returns what happened; none owns the user's data.
//!
//! They take their colours from [`Theme::of`](crate::ui::theme::Theme::of), so only the context is needed.

mod assumption_row;
mod button;
mod cap_slider;
mod choice;
mod clipped;
mod dropdown;
mod figure_card;
mod icon;
mod legend;
mod link;
mod notice;
mod number_field;
mod origin_bar;
pub mod paint;
mod phase_bar;
mod search_field;
mod section;
mod tab_bar;
pub mod term;

pub use assumption_row::{AssumptionRow, AssumptionRowResponse, open_anew, opened};
pub use button::{Button, button_width, icon_button, primary_button, secondary_button, toggle_icon_button};
pub use cap_slider::{CapSlider, CapSliderResponse, Captions};
pub use choice::{Segments, checkbox, segmented, segments_width, tick, tick_response};
pub use clipped::{clipped, clipped_name, tell_whole};
pub use dropdown::{dropdown, dropdown_or_code, dropdown_width, menu, menu_choice};
pub use figure_card::{CardBand, CardBody, FigureCard, GrossNet, LABEL_LINE};
pub use icon::{Icon, icon_in};
pub use legend::{LegendMark, legend, legend_height, legend_swatch};
pub use link::link;
pub use notice::{Notice, NoticeTone, ProblemRowResponse, problem_row};
pub use number_field::{NumberField, NumberFieldResponse, RefusedField, focus_next, focus_none, refused_fields};
pub use origin_bar::origin_bar;
pub use phase_bar::{Closure, PhaseBar, PhaseBarResponse, PhaseRow};
pub use search_field::{SearchField, SearchFieldResponse, SearchResult};
pub use section::{SectionAside, section};
pub use tab_bar::{selected_tab, tab_bar};
