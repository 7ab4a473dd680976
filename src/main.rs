fn main() {
    if let Err(e) = retombees::shell::run(std::env::args_os().nth(1).map(Into::into)) {
        eprintln!("{e}");
    }
}
