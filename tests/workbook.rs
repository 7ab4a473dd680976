//! The workbook: what a spreadsheet program reads of it without calculating, against the study it was written from.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]
#[test]
fn probe() {
    let library = retombees::study::Library::embedded().unwrap();
    let _ = library;
}
