//! Dresses egui in the tokens.

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, Stroke, Style, TextStyle, Visuals, vec2};

use super::fonts::Face;
use super::tokens::{TARGET, TOUCH, Tokens, radius, size, space};

/// The egui style of a theme.
#[must_use]
pub fn style(tokens: &Tokens) -> Style {
    let mut style = Style {
        visuals: visuals(tokens),
        // Playback and hover must not make the screen repaint by themselves.
        animation_time: 0.0,
        ..Style::default()
    };
    style.text_styles = [
        (TextStyle::Small, Face::Text.at(size::SMALL)),
        (TextStyle::Body, Face::Text.at(size::BODY)),
        (TextStyle::Button, Face::Text.at(size::BODY)),
        (TextStyle::Heading, Face::Title.at(size::TITLE)),
        (TextStyle::Monospace, Face::Text.at(size::BODY)),
    ]
    .into();
    style.spacing.item_spacing = vec2(space::SMALL, space::TINY);
    style.spacing.button_padding = vec2(space::SMALL, space::TINY);
    style.spacing.interact_size.y = TARGET;
    // A finger that lands beside a control means the nearest one: 28 points become 44.
    style.interaction.interact_radius = (TOUCH - TARGET) / 2.0;
    style.interaction.tooltip_delay = 0.35;
    style.interaction.selectable_labels = false;
    style
}

fn visuals(tokens: &Tokens) -> Visuals {
    let base = if tokens.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let corner = CornerRadius::same(radius::SMALL);
    let widget = |fill: Color32, stroke: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, stroke),
        corner_radius: corner,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Visuals {
        dark_mode: tokens.dark,
        override_text_color: None,
        widgets: Widgets {
            noninteractive: widget(tokens.paper, tokens.hairline, tokens.ink),
            inactive: widget(tokens.raised, tokens.hairline, tokens.ink),
            hovered: widget(tokens.note, tokens.ink_soft, tokens.ink),
            active: widget(tokens.note, tokens.accent, tokens.ink),
            open: widget(tokens.note, tokens.hairline, tokens.ink),
        },
        selection: Selection {
            bg_fill: tokens.accent.gamma_multiply(0.35),
            stroke: Stroke::new(2.0, tokens.accent),
        },
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.note,
        extreme_bg_color: tokens.raised,
        text_edit_bg_color: Some(tokens.raised),
        panel_fill: tokens.paper,
        window_fill: tokens.raised,
        window_stroke: Stroke::new(1.0, tokens.hairline),
        window_corner_radius: CornerRadius::same(radius::CARD),
        menu_corner_radius: CornerRadius::same(radius::CARD),
        ..base
    }
}
