//! The program `wardpack`: see [`wardpack::pipeline`] for what it does.

fn main() -> std::process::ExitCode {
    wardpack::cli::main()
}
