//! Where a command writes, in which language, and how problems look there.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::render::{WIDTH, wrap};
use super::{FINE, REFUSED};
use crate::problem::Problem;
use crate::report::problems::sentence;
use crate::study::Library;
use crate::text::messages::cli as m;
use crate::text::{Lang, Msg};

/// Both outputs of the terminal and the language spoken there.
pub struct Console<'a> {
    /// The language of every answer.
    pub lang: Lang,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Console<'a> {
    /// Speaks `lang` on these outputs.
    pub fn new(lang: Lang, out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self { lang, out, err }
    }

    /// Writes a text to the standard output.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        self.bytes(text.as_bytes())?;
        self.bytes(b"\n")
    }

    /// Writes bytes to the standard output.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Writes a line to the standard error and returns the exit code of a refusal.
    pub fn refuse(&mut self, message: &str) -> io::Result<i32> {
        writeln!(self.err, "{message}")?;
        Ok(REFUSED)
    }

    /// Lists problems on the standard error, each with its place and remedy, and returns the exit code of a refusal.
    pub fn complain(&mut self, name: &str, problems: &[Problem], library: Option<&Library>) -> io::Result<i32> {
        let head = counted(m::ONE_PROBLEM, m::PROBLEMS, name, problems.len(), self.lang);
        let text = described(&head, problems, library, self.lang);
        self.err.write_all(text.as_bytes())?;
        Ok(REFUSED)
    }

    /// Says that a file is fine, and lists what its author should know.
    pub fn approve(&mut self, name: &str, warnings: &[Problem], library: &Library) -> io::Result<i32> {
        if warnings.is_empty() {
            self.say(&m::FILE_FINE.fill(self.lang, &[("path", name)]))?;
        } else {
            let head = counted(m::ONE_REMARK, m::REMARKS, name, warnings.len(), self.lang);
            let text = described(&head, warnings, Some(library), self.lang);
            self.bytes(text.as_bytes())?;
        }
        Ok(FINE)
    }

    /// Flushes both outputs and returns the exit code; a reader that closed the pipe, as `head` does, is no failure.
    pub fn finish(&mut self, done: io::Result<i32>) -> i32 {
        let flushed = self.out.flush().and_then(|()| self.err.flush());
        match done.and_then(|code| flushed.map(|()| code)) {
            Ok(code) => code,
            Err(e) if e.kind() == ErrorKind::BrokenPipe => FINE,
            Err(e) => {
                let message = m::OUTPUT_FAILED.fill(self.lang, &[("reason", &e.to_string())]);
                // Nothing is left to report to when this fails too.
                let _ = writeln!(self.err, "{message}");
                REFUSED
            }
        }
    }
}

/// Returns the name under which a file is spoken of: its path as given.
pub fn name_of(path: &Path) -> String {
    path.display().to_string()
}

fn counted(one: Msg, many: Msg, name: &str, count: usize, lang: Lang) -> String {
    let message = if count == 1 { one } else { many };
    message.fill(lang, &[("path", name), ("count", &count.to_string())])
}

fn described(head: &str, problems: &[Problem], library: Option<&Library>, lang: Lang) -> String {
    let mut out = format!("{head}\n");
    for problem in problems {
        let s = sentence(problem, lang, library);
        let remedy = m::REMEDY.fill(lang, &[("remedy", &s.remedy)]);
        for (indent, text) in [(2, &s.place), (4, &s.what), (4, &remedy)] {
            for line in wrap(text, WIDTH - indent) {
                out.push_str(&" ".repeat(indent));
                out.push_str(&line);
                out.push('\n');
            }
        }
    }
    out
}
