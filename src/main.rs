//! The program `kuril-atlas`: a logger, an allocator, and the command line.
#![forbid(unsafe_code)]

use std::process::ExitCode;

/// The meshes of the map are large and short-lived; the system's allocator gives their pages back
/// and takes them again every frame.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let filter = env_logger::Env::default().default_filter_or("warn,eframe=off");
    // What eframe reports comes back as an error, which is told once. A second logger is no reason to
    // stop.
    let logger = env_logger::Builder::from_env(filter).build();
    let level = logger.filter();
    let _ = kuril_atlas::host::startup::listen(Box::new(logger), level);
    kuril_atlas::cli::run()
}
