include!(concat!(core::env!("ICU4X_DATA_DIR"), "/", core::env!("CARGO_PKG_NAME"), ".rs"));
