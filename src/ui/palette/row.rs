//! One result: a sign, the title with what matched set off, the spelling that matched, details.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Id, Rect, Response, Role, Sense, TextFormat, Ui, WidgetInfo, pos2, vec2};

use crate::dataset::Atlas;
use crate::scene::search::{Hit, Marked, Target};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::icons;
use super::super::tokens::{radius, size, space};

const HEIGHT: f32 = 30.0;
/// Room for the sign, in points.
const SIGN: f32 = 28.0;
/// The shares of the width that titles and details may take.
const TITLE: f32 = 0.62;
const DETAIL: f32 = 0.34;

fn sign(atlas: &Atlas, target: Target) -> &'static str {
    match target {
        Target::Date(..) => icons::OF_DATE,
        Target::Link(_) => icons::LINK,
        Target::Place(_) => icons::OF_PLACE,
        Target::Event(event) => icons::of_category(atlas.event(event).category),
        Target::Person(_) => icons::OF_PERSON,
        Target::Conflict(_) => icons::OF_CONFLICT,
        Target::Term(_) => icons::OF_TERM,
        Target::Source(_) => icons::OF_SOURCE,
        Target::Command(_) => icons::OF_COMMAND,
    }
}

/// Appends a text; its matched letters stand in the accent and semibold.
fn append(job: &mut LayoutJob, marked: &Marked, size: f32, ink: Color32, accent: Color32) {
    let mut marks = marked.marks.iter().peekable();
    let mut run = String::new();
    let mut run_is_marked = false;
    let mut push = |run: &mut String, is_marked: bool| {
        if !run.is_empty() {
            let (face, color) = if is_marked {
                (Face::Strong, accent)
            } else {
                (Face::Text, ink)
            };
            job.append(
                run,
                0.0,
                TextFormat {
                    font_id: face.at(size),
                    color,
                    ..TextFormat::default()
                },
            );
            run.clear();
        }
    };
    for (position, letter) in (0u32..).zip(marked.text.chars()) {
        let is_marked = marks.next_if(|mark| **mark == position).is_some();
        if is_marked != run_is_marked {
            push(&mut run, run_is_marked);
            run_is_marked = is_marked;
        }
        run.push(letter);
    }
    push(&mut run, run_is_marked);
}

fn one_line(width: f32) -> LayoutJob {
    let wrap = TextWrapping {
        max_width: width.max(1.0),
        max_rows: 1,
        break_anywhere: true,
        overflow_character: Some('…'),
    };
    LayoutJob {
        wrap,
        ..LayoutJob::default()
    }
}

/// What a screen reader says of a result.
fn spoken(hit: &Hit) -> String {
    let also = hit.also.as_ref().map_or("", |also| also.text.as_str());
    let parts = [hit.title.text.as_str(), also, &hit.detail];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Draws a result.
pub fn row_ui(ui: &mut Ui, desk: &Desk<'_>, hit: &Hit, id: Id, chosen: bool) -> Response {
    let tokens = desk.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, spoken(hit)));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let inner = rect.shrink2(vec2(16.0, 0.0));
    if chosen {
        ui.painter()
            .rect_filled(rect.shrink2(vec2(6.0, 1.0)), radius::SMALL, tokens.note);
        let bar = Rect::from_min_max(
            pos2(rect.left() + 6.0, rect.top() + 6.0),
            pos2(rect.left() + 9.0, rect.bottom() - 6.0),
        );
        ui.painter().rect_filled(bar, 1.5, tokens.accent);
    }
    let centre = rect.center().y;
    let put = |job: LayoutJob, left: Option<f32>| {
        let galley = ui.painter().layout_job(job);
        let width = galley.size().x;
        let left = left.unwrap_or(inner.right() - width);
        ui.painter().galley(
            pos2(left, centre - galley.size().y / 2.0),
            galley,
            tokens.ink,
        );
        width
    };
    let mut job = one_line(SIGN);
    let icon = Marked {
        text: sign(desk.atlas, hit.target).to_owned(),
        marks: Vec::new(),
    };
    append(
        &mut job,
        &icon,
        size::LARGE,
        tokens.ink_soft,
        tokens.ink_soft,
    );
    put(job, Some(inner.left()));
    let mut job = one_line(inner.width() * DETAIL);
    append(
        &mut job,
        &Marked {
            text: hit.detail.clone(),
            marks: Vec::new(),
        },
        size::SMALL,
        tokens.ink_soft,
        tokens.accent,
    );
    let detail = put(job, None);
    let mut job = one_line(
        (inner.width() - SIGN - detail - space::MEDIUM)
            .max(inner.width() * (TITLE - SIGN / inner.width())),
    );
    append(&mut job, &hit.title, size::BODY, tokens.ink, tokens.accent);
    if let Some(also) = &hit.also {
        job.append(
            "  ",
            0.0,
            TextFormat {
                font_id: Face::Text.at(size::BODY),
                ..TextFormat::default()
            },
        );
        append(&mut job, also, size::BODY, tokens.ink_soft, tokens.accent);
    }
    put(job, Some(inner.left() + SIGN));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
