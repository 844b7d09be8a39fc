//! Shapes with letters that stay the same from frame to frame, tessellated once and kept as a mesh.
//!
//! A galley knows where its letters stand in the one picture of all letters. egui makes that picture
//! larger as it fills, which moves everything in what was tessellated before; and begins it anew when
//! it is full, after which even what was laid out before is of no use.

use std::sync::Arc;

use egui::epaint::Tessellator;
use egui::{Color32, FontId, Galley, Mesh, Painter, Shape};

use super::fonts::Face;
use super::memo::Memo;
use super::tokens::size;

/// The picture of all letters, as far as galleys and meshes depend on it.
#[derive(Clone, Debug)]
pub struct Letters {
    /// Laid out again only when the picture is begun anew, or the screen has other pixels.
    sample: Arc<Galley>,
    size: [usize; 2],
}

impl Letters {
    /// The picture as it is now.
    pub fn now(painter: &Painter) -> Self {
        Self {
            sample: lay_out(painter, "·", Face::Text.at(size::SMALL)),
            size: painter.fonts_mut(|fonts| fonts.font_image_size()),
        }
    }

    /// Whether galleys laid out at one of them can be used at the other.
    pub fn share_galleys(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.sample, &other.sample)
    }
}

impl PartialEq for Letters {
    fn eq(&self, other: &Self) -> bool {
        self.size == other.size && self.share_galleys(other)
    }
}

/// A line of text that takes its colour when it is painted.
pub fn lay_out(painter: &Painter, text: &str, font: FontId) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
}

/// The mesh of the shapes of a key, made anew when the key or the picture of letters changes.
pub struct Baked<K> {
    mesh: Memo<(K, Letters), Arc<Mesh>>,
}

impl<K> Default for Baked<K> {
    fn default() -> Self {
        Self {
            mesh: Memo::default(),
        }
    }
}

impl<K: PartialEq> Baked<K> {
    /// The mesh of `shapes`, which must all have the texture of letters.
    pub fn get(
        &mut self,
        painter: &Painter,
        key: K,
        letters: &Letters,
        shapes: impl FnOnce() -> Vec<Shape>,
    ) -> Arc<Mesh> {
        let mesh = self.mesh.get((key, letters.clone()), |(_, letters)| {
            Arc::new(tessellated(painter, letters, shapes()))
        });
        Arc::clone(mesh)
    }
}

fn tessellated(painter: &Painter, letters: &Letters, shapes: Vec<Shape>) -> Mesh {
    let mut options = painter.ctx().tessellation_options(|options| *options);
    options.coarse_tessellation_culling = false;
    let scale = painter.pixels_per_point();
    let mut tessellator = Tessellator::new(scale, options, letters.size, Vec::new());
    let mut mesh = Mesh::default();
    let galleys = shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(&text.galley),
        _ => None,
    });
    let [vertices, indices] = galleys.fold([0, 0], |[vertices, indices], galley| {
        [vertices + galley.num_vertices, indices + galley.num_indices]
    });
    // Growing would move all of it again and again.
    mesh.vertices.reserve(vertices);
    mesh.indices.reserve(indices);
    for shape in shapes {
        tessellator.tessellate_shape(shape, &mut mesh);
    }
    mesh
}
