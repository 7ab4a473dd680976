//! The font of files, and how wide a text is in it.

use std::sync::LazyLock;

use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer, script};

use super::scene::Font;
use crate::report::palette::Weight;

/// The family name that the font files carry.
pub const FAMILY: &str = "RetombeesSans";
/// The font files, lightest first. Their digits are all as wide as each other; licence beside them.
pub const FILES: [(Weight, &[u8]); 3] = [
    (
        Weight::Regular,
        include_bytes!("../../../assets/fonts/RetombeesSans-Regular.otf"),
    ),
    (
        Weight::Medium,
        include_bytes!("../../../assets/fonts/RetombeesSans-Medium.otf"),
    ),
    (
        Weight::Semibold,
        include_bytes!("../../../assets/fonts/RetombeesSans-SemiBold.otf"),
    ),
];

/// A font file that has been read, with what it does to Latin letters: working that out takes longer than a line of text.
struct Read {
    weight: Weight,
    face: Face<'static>,
    plan: ShapePlan,
}

static FACES: LazyLock<Vec<Read>> = LazyLock::new(|| {
    let read = |(weight, bytes): &(Weight, &'static [u8])| {
        let face = Face::from_slice(bytes, 0)?;
        let plan = ShapePlan::new(&face, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        Some(Read {
            weight: *weight,
            face,
            plan,
        })
    };
    FILES.iter().filter_map(read).collect()
});

/// Returns the number by which a weight is known in SVG and in font tables.
pub fn number(weight: Weight) -> u16 {
    match weight {
        Weight::Regular => 400,
        Weight::Medium => 500,
        Weight::Semibold => 600,
    }
}

/// Returns the width of a line of text, points; kerned as the writers of PNG and PDF kern it.
pub fn width(text: &str, font: Font) -> f32 {
    let Some(Read { face, plan, .. }) = FACES.iter().find(|r| r.weight == font.weight) else {
        // A font file that cannot be read is a bug that a test catches; lines of about the right length are still written.
        return text.chars().count() as f32 * font.size * 0.55;
    };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::LATIN);
    let shaped = rustybuzz::shape_with_plan(face, plan, buffer);
    let advance: i32 = shaped.glyph_positions().iter().map(|g| g.x_advance).sum();
    advance as f32 * font.size / face.units_per_em() as f32
}

/// By how much a text may miss its room, points: sums of lengths miss it by a hair, and the widest of several texts is as wide as the room made for it.
pub const HAIR: f32 = 0.05;

/// By how much, in parts of the size of the font, a space and what stands before it can draw together: twice what any pair does in our files.
const DRAWN: f32 = 0.1;

/// Returns whether a text has room.
fn fits(text: &str, font: Font, room: f32) -> bool {
    width(text, font) <= room + HAIR
}

/// Returns a text broken between words into lines no wider than `room`; a word wider than that stands alone.
pub fn wrap(text: &str, font: Font, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // How wide the last line is, and by how much that may be wrong: its words are measured one by one, the line only where that leaves a doubt.
    let (mut wide, mut doubt) = (0.0, 0.0);
    // Only ordinary spaces break a line: a figure stays with its unit.
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let kept = line.len();
            line.push(' ');
            line.push_str(word);
            let (with, unsure) = (wide + width(&line[kept..], font), doubt + DRAWN * font.size);
            let has_room = match (with - room - HAIR).abs() > unsure {
                true => with <= room,
                false => fits(line, font, room),
            };
            if has_room {
                (wide, doubt) = (with, unsure);
                continue;
            }
            line.truncate(kept);
        }
        lines.push(word.to_owned());
        (wide, doubt) = (width(word, font), 0.0);
    }
    lines
}

/// Returns a text cut with an ellipsis at `room`.
pub fn cut(text: &str, font: Font, room: f32) -> String {
    if fits(text, font, room) {
        return text.to_owned();
    }
    let mut kept: String = text.to_owned();
    while kept.pop().is_some() {
        let shown = format!("{}…", kept.trim_end());
        if fits(&shown, font, room) {
            return shown;
        }
    }
    String::new()
}

/// Returns a text on at most `most` lines, the last one cut where there is more.
pub fn lines(text: &str, font: Font, room: f32, most: usize) -> Vec<String> {
    let mut lines = wrap(text, font, room);
    if lines.len() > most
        && let Some(rest) = lines.get(most.saturating_sub(1)..)
    {
        let rest = cut(&rest.join(" "), font, room);
        lines.truncate(most.saturating_sub(1));
        lines.push(rest);
    }
    lines.iter().map(|l| cut(l, font, room)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Font = Font::new(20.0, Weight::Regular);

    #[test]
    fn the_widest_of_several_has_the_room_that_was_made_for_it() {
        for (k, text) in ["Reste du Québec", "+ indirects", "Municipal", "Reste du Canada"]
            .iter()
            .enumerate()
        {
            let font = Font::new(24.0 - 0.37 * k as f32, Weight::Medium);
            for gap in [14.0, 22.4, 33.3] {
                let made = width(text, font) + gap * 1.6;
                assert_eq!(lines(text, font, made - gap * 1.6, 2), [*text]);
            }
        }
        assert!(cut("Reste du Québec", BODY, width("Reste du Québec", BODY) - 0.5).ends_with('…'));
    }

    #[test]
    fn every_font_file_is_read_and_holds_what_is_written() {
        for (weight, _) in FILES {
            let Read { face, .. } = FACES.iter().find(|r| r.weight == weight).expect("read");
            for c in "AÉœŒçàêïôù’«»–−…×÷δ0123456789\u{a0}\u{202f}%$".chars() {
                assert!(face.glyph_index(c).is_some(), "{weight:?} {c:?}");
            }
        }
    }

    #[test]
    fn figures_are_all_as_wide_as_each_other() {
        for (weight, _) in FILES {
            let font = Font::new(10.0, weight);
            let widths: Vec<f32> = (0..10).map(|d| width(&d.to_string(), font)).collect();
            // What rounding to the font's own grid leaves aside: a five-hundredth of the em.
            assert!(
                widths.iter().all(|w| (w - widths[0]).abs() < 0.02 && *w > 4.0),
                "{widths:?}"
            );
            assert!((width("1111", font) - width("8888", font)).abs() < 1e-3);
        }
    }

    #[test]
    fn a_text_is_as_wide_as_whoever_knows_nothing_of_it_makes_it() {
        for Read { weight, face, .. } in FACES.iter() {
            for text in ["1\u{a0}234,5 M$", "2021–2046", "Québec, 63 %", "AVATAR Tj. V. L’"] {
                let mut buffer = UnicodeBuffer::new();
                buffer.push_str(text);
                let shaped = rustybuzz::shape(face, &[], buffer);
                let advance: i32 = shaped.glyph_positions().iter().map(|g| g.x_advance).sum();
                let whole = advance as f32 * 10.0 / face.units_per_em() as f32;
                assert!((width(text, Font::new(10.0, *weight)) - whole).abs() < 1e-3, "{text}");
            }
        }
    }

    #[test]
    fn lines_break_where_measuring_each_whole_line_breaks_them() {
        let slow = |text: &str, font: Font, room: f32| {
            let mut lines: Vec<String> = Vec::new();
            for word in text.split(' ') {
                match lines.last_mut() {
                    Some(line) if fits(&format!("{line} {word}"), font, room) => {
                        line.push(' ');
                        line.push_str(word);
                    }
                    _ => lines.push(word.to_owned()),
                }
            }
            lines
        };
        let text = "L’AVAT. To V. Y, les fournisseurs (T.) ajouteraient 31,4\u{a0}M$ par an, soit 12\u{a0}% du P.I.B. Yt Av r. f. 7. «\u{a0}T\u{a0}»";
        for weight in [Weight::Regular, Weight::Medium, Weight::Semibold] {
            let font = Font::new(20.0, weight);
            for room in 40..900 {
                let room = room as f32;
                assert_eq!(wrap(text, font, room), slow(text, font, room), "{weight:?} {room}");
            }
        }
        // A space draws nothing nearer by more than half of what is allowed for.
        for before in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèàç0123456789.,;:!?()«»’%$–−".chars()
        {
            for weight in [Weight::Regular, Weight::Medium, Weight::Semibold] {
                let font = Font::new(1.0, weight);
                let apart = width(&before.to_string(), font) + width(" a", font) - width(&format!("{before} a"), font);
                assert!(apart.abs() <= DRAWN / 2.0, "{before} {weight:?}: {apart}");
            }
        }
    }

    #[test]
    fn lines_break_between_words_and_keep_figures_with_their_units() {
        let text = "Les fournisseurs ajouteraient 31,4\u{a0}M$ par an";
        let room = width("Les fournisseurs ajouteraient 31,4", BODY) + 1.0;
        let wrapped = wrap(text, BODY, room);
        assert_eq!(wrapped, ["Les fournisseurs ajouteraient", "31,4\u{a0}M$ par an"]);
        assert!(wrapped.iter().all(|l| width(l, BODY) <= room + HAIR));
        assert_eq!(lines(text, BODY, room, 1).len(), 1);
        assert!(lines(text, BODY, room, 1)[0].ends_with('…'));
        assert!(width(&lines(text, BODY, room, 1)[0], BODY) <= room + HAIR);
        // A room made for a text holds it.
        for (before, after) in [(17.3, 0.7), (1023.77, 31.9), (0.1, 640.123)] {
            let right = before + width("Municipalités", BODY) + after;
            assert_eq!(cut("Municipalités", BODY, right - after - before), "Municipalités");
        }
    }
}
