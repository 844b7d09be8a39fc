//! Saving the map, by accessible names.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::accesskit::Role;
use kuril_atlas::model::language::Language;
use kuril_atlas::ui::wish::{PictureForm, Wish};
use screen::Screen;

#[test]
fn the_map_is_saved_in_each_form_from_its_menu() {
    for form in PictureForm::ALL {
        let mut screen = Screen::new("1945-09-02", Language::English);
        screen.click(Role::Button, "Save the map as a picture");
        let item = format!("Save as {}", form.ending().to_uppercase());
        screen.click(Role::Button, &item);
        let wishes = screen.with_app(kuril_atlas::ui::app::App::take_wishes);
        assert_eq!(wishes, [Wish::Map(form)]);
    }
}
