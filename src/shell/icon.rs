//! The icon of the window: three rings, the project and what it sets off around it.

use eframe::egui::IconData;

use crate::report::palette::{Rgba, tokens};

/// Side of the icon in pixels.
const SIDE: u32 = 64;

/// Draws the icon, each pixel from its distance to the centre.
pub fn icon() -> IconData {
    let marks = &tokens().themes.light.marks;
    // Inner radius, outer radius and colour of each ring, as parts of the side.
    let rings = [
        (0.0, 0.13, marks.direct),
        (0.21, 0.31, marks.indirect_first),
        (0.39, 0.49, marks.induced),
    ];
    let centre = f64::from(SIDE) / 2.0 - 0.5;
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let distance = (f64::from(x) - centre).hypot(f64::from(y) - centre) / f64::from(SIDE);
            let ring = rings
                .iter()
                .find(|(inner, outer, _)| (*inner..=*outer).contains(&distance));
            let Rgba { red, green, blue, .. } = ring.map(|(_, _, colour)| *colour).unwrap_or_default();
            rgba.extend([red, green, blue, if ring.is_some() { 255 } else { 0 }]);
        }
    }
    IconData {
        rgba,
        width: SIDE,
        height: SIDE,
    }
}
