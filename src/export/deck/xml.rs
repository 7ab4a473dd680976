//! Writes XML whose elements are closed in the order they were opened, and whose texts are escaped.

use std::fmt::Display;

use quick_xml::escape::escape;

/// The name and value of an attribute.
pub(super) type Attribute<'a> = (&'a str, &'a dyn Display);

/// A document being written.
pub(super) struct Xml {
    out: String,
}

impl Xml {
    /// An empty document.
    pub fn new() -> Self {
        Self {
            out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"),
        }
    }

    /// A part of a document.
    pub fn fragment() -> Self {
        Self { out: String::new() }
    }

    fn start(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            self.out.push_str(&clean(&value.to_string()));
            self.out.push('"');
        }
    }

    /// Writes an element with what `inner` writes inside it.
    pub fn el(&mut self, name: &str, attributes: &[Attribute<'_>], inner: impl FnOnce(&mut Xml)) {
        self.start(name, attributes);
        self.out.push('>');
        inner(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Writes an element with nothing inside.
    pub fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes);
        self.out.push_str("/>");
    }

    /// Writes an empty element whose attribute `val` holds a value, as DrawingML has by the hundred.
    pub fn val(&mut self, name: &str, value: impl Display) {
        self.empty(name, &[("val", &value)]);
    }

    /// Writes an element that holds a text alone.
    pub fn leaf(&mut self, name: &str, text: impl Display) {
        self.el(name, &[], |x| x.out.push_str(&clean(&text.to_string())));
    }

    /// Writes what is XML already.
    pub fn raw(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    /// Returns the bytes of the document.
    pub fn finish(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    /// Returns what was written, as a part of a document.
    pub fn part(write: impl FnOnce(&mut Xml)) -> String {
        let mut xml = Xml::fragment();
        write(&mut xml);
        xml.out
    }
}

/// Returns a text as XML holds it; what XML cannot hold at all is left out.
fn clean(text: &str) -> String {
    let held = |c: &char| !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    let spaced = text.chars().map(|c| if c == '\t' || c == '\n' { ' ' } else { c });
    let kept: String = spaced.filter(held).collect();
    escape(&kept).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_elements_closed() {
        let xml = Xml::part(|x| {
            x.el("a", &[("b", &"1 < \"2\"")], |x| {
                x.leaf("c", "R & D\u{0}\n");
                x.val("d", 3);
            });
        });
        assert_eq!(xml, "<a b=\"1 &lt; &quot;2&quot;\"><c>R &amp; D </c><d val=\"3\"/></a>");
    }
}
