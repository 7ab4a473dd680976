//! Chooses the window or a command, and maps errors to exit codes.

use std::io::Write;
use std::process::ExitCode;

use retombees::cli::{self, Meant};
use retombees::shell;

fn main() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    let code = match cli::parse(std::env::args_os()) {
        Err(exit) => {
            let to: &mut dyn Write = if exit.code == cli::FINE { &mut out } else { &mut err };
            // Nothing is left to report to when the terminal itself is gone.
            let _ = to.write_all(exit.text.as_bytes());
            exit.code
        }
        Ok(Meant::Command(command)) => cli::execute(&command, &mut out, &mut err),
        Ok(Meant::Window { path, lang }) => match shell::run(path.clone()) {
            Ok(()) => cli::FINE,
            Err(reason) => cli::without_display(&reason, path.as_deref(), lang, &mut out, &mut err),
        },
    };
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}
