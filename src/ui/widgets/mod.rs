//! The few widgets that egui does not have.

pub mod date_link;
pub mod focus;
pub mod heading;
pub mod icon_button;
pub mod row;
pub mod segmented;
pub mod virtual_list;
