//! The package of a presentation: parts, what each part refers to, and their types, as one ZIP file (ECMA-376, part 2).

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::xml::Xml;

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// Files known by the end of their name; the others are named one by one.
const DEFAULTS: [(&str, &str); 5] = [
    ("png", "image/png"),
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("svg", "image/svg+xml"),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("xml", "application/xml"),
];

/// A part: a file of the package.
pub(super) struct Part {
    /// Its place, from the root: `ppt/slides/slide1.xml`.
    pub path: String,
    /// Its content type; empty for those known by the end of their name.
    pub content: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// The parts it refers to: what each is to it, and its place. The first is `rId1`.
    pub links: Vec<(&'static str, String)>,
}

/// Returns the name by which a part refers to its link at `index`.
pub(super) fn link_id(index: usize) -> String {
    format!("rId{}", index + 1)
}

/// Returns the package as bytes.
///
/// * `links`: what the package itself refers to.
pub(super) fn package(parts: &[Part], links: &[(&'static str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No date of its own: the same study gives the same bytes.
    let squeezed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut add = |path: &str, bytes: &[u8]| -> zip::result::ZipResult<()> {
        let squeezed_already = path.ends_with(".png") || path.ends_with(".xlsx");
        zip.start_file(path, if squeezed_already { stored } else { squeezed })?;
        zip.write_all(bytes)?;
        Ok(())
    };
    add("[Content_Types].xml", &content_types(parts))?;
    add("_rels/.rels", &relationships("", links))?;
    for part in parts {
        add(&part.path, &part.bytes)?;
        if !part.links.is_empty() {
            let (folder, name) = part.path.rsplit_once('/').unwrap_or(("", &part.path));
            add(
                &format!("{folder}/_rels/{name}.rels"),
                &relationships(folder, &part.links),
            )?;
        }
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types(parts: &[Part]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.el("Types", &[("xmlns", &CONTENT_TYPES)], |x| {
        for (end, kind) in DEFAULTS {
            x.empty("Default", &[("Extension", &end), ("ContentType", &kind)]);
        }
        for part in parts.iter().filter(|p| !p.content.is_empty()) {
            let path = format!("/{}", part.path);
            x.empty("Override", &[("PartName", &path), ("ContentType", &part.content)]);
        }
    });
    xml.finish()
}

fn relationships(folder: &str, links: &[(&'static str, String)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.el("Relationships", &[("xmlns", &RELATIONSHIPS)], |x| {
        for (index, (kind, target)) in links.iter().enumerate() {
            let kind = match kind.starts_with("http") {
                true => (*kind).to_owned(),
                false => format!("{OFFICE}{kind}"),
            };
            let target = relative(folder, target);
            x.empty(
                "Relationship",
                &[("Id", &link_id(index)), ("Type", &kind), ("Target", &target)],
            );
        }
    });
    xml.finish()
}

/// Returns the way from a folder to a part: `../charts/chart1.xml`.
fn relative(folder: &str, target: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|f| !f.is_empty()).collect();
    let to: Vec<&str> = target.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut way: Vec<&str> = vec![".."; from.len() - shared];
    way.extend(to.iter().skip(shared));
    way.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_a_part_is_short() {
        assert_eq!(relative("", "ppt/presentation.xml"), "ppt/presentation.xml");
        assert_eq!(relative("ppt", "ppt/slides/slide1.xml"), "slides/slide1.xml");
        assert_eq!(relative("ppt/slides", "ppt/charts/chart1.xml"), "../charts/chart1.xml");
        assert_eq!(relative("ppt/charts", "ppt/charts/b.xml"), "b.xml");
    }
}
