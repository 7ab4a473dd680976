//! The appendices of the document: purchases, assumptions, sources, checks, and what it takes to get the figures again.

use super::{Piece, Writer, ended};
use crate::report::chart::TableSpec;
use crate::report::finances::law_note;
use crate::report::full::{Item, attributions};
use crate::report::words::{self, phase};
use crate::report::{checks, tables};
use crate::study::Assumption;
use crate::text::messages::{editor, full as f, paper as m};
use crate::text::number;

/// The part of the width of a page that each column of assumptions takes: name, value, source; with what it was before.
const TAKEN: [f64; 3] = [2.2, 0.5, 1.0];
const CHANGED: [f64; 4] = [1.7, 0.5, 0.5, 1.0];

impl Writer<'_> {
    /// Writes the purchases of each phase and where they are made.
    pub(super) fn purchases(&self, out: &mut Vec<Piece>) {
        let (study, lang, library) = (self.scope.study, self.scope.lang, self.scope.library);
        if study.phases.is_empty() {
            return;
        }
        out.push(self.chapter(m::PURCHASES));
        for p in &study.phases {
            let name = phase(study, p, lang).to_lowercase();
            out.push(Piece::Part(f::SPENDING.fill(lang, &[("phase", &name)])));
            let percent = |v: f64| number::percent_with(v, 1, lang);
            out.push(Piece::Text(f::SHARE_REACHED.fill(
                lang,
                &[
                    ("share", &percent(p.sourcing.local_share)),
                    ("default", &percent(p.sourcing.default_share)),
                    ("maximum", &percent(p.sourcing.maximum)),
                ],
            )));
            let edited = p.lines.iter().any(|l| l.edited);
            let note = if edited {
                ended(f::EDITED_NOTE.get(lang))
            } else {
                String::new()
            };
            out.push(Piece::Figures(tables::lines(study, p, library, lang), note));
            let notes = p.lines_in_order().into_iter().filter_map(|l| {
                let note = l.note.as_ref().map(|n| n.get(lang).trim()).filter(|n| !n.is_empty())?;
                let name = words::line(l, lang, library);
                let text = editor::LINE_NOTE.fill(lang, &[("name", &name), ("note", note)]);
                Some(Item {
                    text: ended(&text),
                    below: Vec::new(),
                })
            });
            let notes: Vec<Item> = notes.collect();
            if !notes.is_empty() {
                out.push(Piece::Text(self.get(editor::EDIT_NOTES)));
                out.push(Piece::List(notes));
            }
        }
    }

    /// Writes every assumption: those that the scenario changes first, with what they would be.
    pub(super) fn assumptions(&self, out: &mut Vec<Piece>) {
        let (study, lang) = (self.scope.study, self.scope.lang);
        out.push(self.chapter(m::ASSUMED));
        let changed = |a: &&Assumption| a.overridden && a.default != a.value;
        let (own, others): (Vec<&Assumption>, Vec<&Assumption>) = study.assumptions.iter().partition(changed);
        let name = |a: &Assumption| {
            let notes = words::assumption_notes(a, lang);
            let name = words::assumption_with_phase(study, a, lang);
            std::iter::once(name).chain(notes).collect::<Vec<String>>().join("\n")
        };
        let rests = |a: &Assumption| {
            let basis = words::assumption_basis(a).get(lang);
            match a.source.as_ref().map(|s| s.get(lang)).filter(|s| !s.is_empty()) {
                Some(source) => m::SOURCED.fill(lang, &[("basis", basis), ("source", source)]),
                None => basis.to_owned(),
            }
        };
        if own.is_empty() {
            out.push(self.text(m::NOT_CHANGED));
        } else {
            let row = |a: &Assumption| {
                let before = Assumption {
                    value: a.default,
                    ..a.clone()
                };
                vec![
                    name(a),
                    words::assumption_value(a, lang),
                    words::assumption_value(&before, lang),
                    rests(a),
                ]
            };
            let columns = [m::ASSUMPTION, m::VALUE, m::DEFAULT, m::RESTS_ON];
            let spec = TableSpec {
                title: self.get(m::CHANGED),
                columns: columns.map(|c| self.get(c)).to_vec(),
                rows: own.into_iter().map(row).collect(),
                alt: self.get(m::CHANGED_ALT),
                ..TableSpec::default()
            };
            out.push(Piece::Words(spec, CHANGED.to_vec()));
        }
        let row = |a: &Assumption| vec![name(a), words::assumption_value(a, lang), rests(a)];
        let columns = [m::ASSUMPTION, m::VALUE, m::RESTS_ON];
        let spec = TableSpec {
            title: self.get(m::TAKEN),
            columns: columns.map(|c| self.get(c)).to_vec(),
            rows: others.into_iter().map(row).collect(),
            alt: self.get(m::TAKEN_ALT),
            ..TableSpec::default()
        };
        out.push(Piece::Words(spec, TAKEN.to_vec()));
    }

    /// Writes sources, checks, and the fingerprints by which the figures can be got again.
    pub(super) fn closing(&self, out: &mut Vec<Piece>) {
        let (study, lang, library) = (self.scope.study, self.scope.lang, self.scope.library);
        out.push(self.chapter(m::CLOSING));
        out.push(self.part(m::AGAIN));
        out.push(self.text(m::AGAIN_TEXT));
        let (file, hash) = self.subject.file;
        let data = m::DATA_NAMED.fill(
            lang,
            &[
                ("economy", library.economy.label.get(lang)),
                ("fingerprint", &library.fingerprint),
            ],
        );
        let program = m::PROGRAM_NAMED.fill(lang, &[("version", env!("CARGO_PKG_VERSION"))]);
        let mut facts = vec![
            (self.get(m::FILE), file.to_owned()),
            (self.get(m::FILE_HASH), hash.to_owned()),
            (self.get(m::DATA), data),
            (self.get(m::PROGRAM), program),
        ];
        facts.extend(
            study
                .structure
                .law
                .as_ref()
                .map(|law| (self.get(m::LAW), law_note(law, lang))),
        );
        out.push(Piece::Facts(facts));
        out.push(self.part(m::CHECKS));
        let failed = study.checks.iter().filter(|c| !c.holds()).count();
        let values = [
            ("count", study.checks.len().to_string()),
            ("failed", failed.to_string()),
        ];
        let message = if failed == 0 { f::ALL_HOLD } else { f::SOME_FAIL };
        let message = message.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str())));
        out.push(Piece::Text(ended(&message)));
        let items = study.checks.iter().map(|c| Item {
            text: ended(&checks::sentence(c, lang, Some(library))),
            below: Vec::new(),
        });
        out.push(Piece::List(items.collect()));
        out.push(self.part(f::SOURCES));
        out.push(Piece::from(attributions(library.sources(), lang)));
    }
}
