include!(concat!(core::env!("CARGO_MANIFEST_DIR"), "/data/mod.rs"));
