//! The typesetter: a template, its data and pictures become a PDF. Nothing else in the program knows Typst.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::Printed;
use crate::export::chart::measure::FILES;

/// The look of the document: fonts, sizes, rules, tables.
const TEMPLATE: &str = include_str!("../../../assets/paper.typ");
/// The program, as the document names it.
const MAKER: &str = "Retombées";
/// Its name and that of its data, in the folder that the typesetter sees.
const MAIN: &str = "paper.typ";
const DATA: &str = "study.json";

/// Why a document was not composed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotTypeset(pub String);

/// What is to be printed.
pub(super) struct Sheet {
    /// What the document says, as JSON.
    pub data: Vec<u8>,
    /// Its pictures by name, as SVG.
    pub pictures: Vec<(String, Vec<u8>)>,
    /// What tells it apart from other documents.
    pub ident: String,
}

/// What all documents share.
struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let files = FILES.iter().filter_map(|(_, bytes)| Font::new(Bytes::new(*bytes), 0));
    let fonts: Vec<Font> = files.collect();
    Shop {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Composes the document and writes it as a PDF that screen readers can follow (PDF/UA-1).
pub(super) fn print(sheet: Sheet) -> Result<Printed, NotTypeset> {
    let ident = Smart::Custom(sheet.ident.clone());
    let table = Table::of(sheet)?;
    let composed = typst::compile::<PagedDocument>(&table);
    let made = composed.output.map_err(|e| told(&e)).and_then(|document| {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|e| NotTypeset(e.message().to_string()))?;
        let options = PdfOptions {
            ident,
            creator: Smart::Custom(Some(MAKER.to_owned())),
            standards,
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &options).map_err(|e| told(&e))?;
        Ok(Printed {
            bytes,
            pages: document.pages().len(),
        })
    });
    // What was remembered of this document is of no use to the next.
    typst::comemo::evict(0);
    made
}

fn told(all: &[SourceDiagnostic]) -> NotTypeset {
    let all = all.iter().map(|d| d.message.to_string());
    NotTypeset(all.collect::<Vec<String>>().join("; "))
}

/// The files and fonts of one document.
struct Table {
    main: Source,
    files: Vec<(FileId, Bytes)>,
}

impl Table {
    fn of(sheet: Sheet) -> Result<Self, NotTypeset> {
        let id = |name: &str| {
            let path = VirtualPath::new(name).map_err(|e| NotTypeset(e.to_string()))?;
            Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
        };
        let mut files = vec![(id(DATA)?, Bytes::new(sheet.data))];
        for (name, bytes) in sheet.pictures {
            files.push((id(&name)?, Bytes::new(bytes)));
        }
        Ok(Self {
            main: Source::new(id(MAIN)?, TEMPLATE.to_owned()),
            files,
        })
    }
}

impl World for Table {
    fn library(&self) -> &LazyHash<Library> {
        &SHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHOP.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id == self.main.id() {
            true => Ok(self.main.clone()),
            false => Err(FileError::NotSource),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let known = self.files.iter().find(|(known, _)| *known == id);
        known.map(|(_, bytes)| bytes.clone()).ok_or(FileError::NotSource)
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHOP.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        // The same study gives the same document on any day.
        None
    }
}
