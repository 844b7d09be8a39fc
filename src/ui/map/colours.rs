//! Gives placed land and lines their colours and patterns.

use egui::epaint::Vertex;
use egui::{Color32, Mesh, Pos2, Shape};

use crate::geometry::Arc;
use crate::model::polity::Shade;
use crate::scene::ground::Level;
use crate::scene::map::{Fill, Pattern};

use super::super::tokens::Tokens;
use super::layers::{Shades, View};
use super::patterns::Patterns;
use super::placed::{Placed, PlacedArc, PlacedFill, add_fill};
use super::strokes::{StrokeMaker, append_tinted};

/// Everything that decides the colours of placed land and lines.
pub(super) struct Colours<'a> {
    pub(super) level: &'a Level,
    pub(super) placed: &'a Placed,
    pub(super) tokens: &'a Tokens,
    pub(super) view: View,
    pub(super) shades: &'a Shades,
}

impl Colours<'_> {
    fn fill(&self, mesh: usize) -> Option<Fill> {
        self.level.owners[mesh].map(|territory| self.shades.fills[territory.index()])
    }

    pub(super) fn color(&self, mesh: usize) -> Color32 {
        let color = match self.fill(mesh) {
            Some(fill) if fill.is_pale() => self.tokens.pale(self.tokens.shade(fill.shade)),
            Some(fill) => self.tokens.shade(fill.shade),
            None => self.tokens.land,
        };
        if self.is_faded(mesh) {
            self.tokens.faded(color)
        } else {
            color
        }
    }

    /// Whether the land stands back, because a line of the legend stands out.
    fn is_faded(&self, mesh: usize) -> bool {
        let owner = self.level.owners[mesh];
        owner.is_some_and(|owner| self.shades.faded.get(owner.index()) == Some(&true))
    }

    pub(super) fn shapes(&self, patterns: &Patterns) -> Vec<Shape> {
        let mut land = Mesh::default();
        let fills = &self.placed.fills;
        land.vertices
            .reserve(fills.iter().map(|fill| fill.positions.len()).sum());
        land.indices
            .reserve(fills.iter().map(|fill| fill.triangles.len()).sum());
        for PlacedFill {
            index,
            positions,
            triangles,
        } in &self.placed.fills
        {
            let color = self.color(*index);
            add_fill(&mut land, positions, triangles, |pos| {
                Vertex::untextured(pos, color)
            });
        }
        // About as many as there will be: growing would move them again and again.
        let mut lines = Mesh::default();
        let arcs = self.placed.arcs.iter();
        let drawn = arcs.map(|arc| arc.thick.as_ref().unwrap_or(&arc.thin));
        let [vertices, indices] = drawn.fold([0, 0], |[vertices, indices], mesh| {
            [vertices + mesh.vertices.len(), indices + mesh.indices.len()]
        });
        lines.vertices.reserve(vertices);
        lines.indices.reserve(indices);
        lines.append_ref(&tinted(&self.placed.lakes, self.tokens.sea));
        append_tinted(&mut lines, &self.placed.rivers, self.tokens.river);
        self.borders(&mut lines);
        append_tinted(
            &mut lines,
            &self.placed.cuts,
            self.tokens.border.gamma_multiply(0.6),
        );
        let mut shapes = vec![Shape::mesh(land)];
        shapes.extend(self.patterns(patterns));
        shapes.push(Shape::mesh(lines));
        shapes
    }

    /// What is drawn over a mesh: the pattern of its kind of control, and its claims.
    pub(super) fn overlays(&self, mesh: usize) -> impl Iterator<Item = (Pattern, Color32)> {
        let kind = self.fill(mesh).map(|fill| {
            let color = fill
                .second
                .map_or(self.tokens.pattern, |shade| self.tokens.shade(shade));
            (fill.pattern, color)
        });
        let claims = [Pattern::Claim, Pattern::OtherClaim]
            .into_iter()
            .zip(self.claims_on(mesh));
        let is_faded = self.is_faded(mesh);
        kind.into_iter()
            .chain(claims.map(|(pattern, shade)| (pattern, self.tokens.shade(*shade))))
            .map(move |(pattern, color)| {
                let color = if is_faded {
                    color.gamma_multiply(0.25)
                } else {
                    color
                };
                (pattern, color)
            })
    }

    pub(super) fn claims_on(&self, mesh: usize) -> &[Shade] {
        let owner = self.level.owners[mesh];
        owner
            .and_then(|territory| self.shades.claims.get(territory.index()))
            .map_or(&[], Vec::as_slice)
    }

    /// One mesh for each pattern and colour on the map.
    fn patterns(&self, patterns: &Patterns) -> Vec<Shape> {
        let mut meshes: Vec<((Pattern, Color32), Mesh)> = Vec::new();
        for PlacedFill {
            index,
            positions,
            triangles,
        } in &self.placed.fills
        {
            for (pattern, color) in self.overlays(*index) {
                let Some(texture) = patterns.texture(pattern) else {
                    continue;
                };
                let known = meshes.iter().position(|(key, _)| *key == (pattern, color));
                let known = known.unwrap_or_else(|| {
                    meshes.push(((pattern, color), Mesh::with_texture(texture)));
                    meshes.len() - 1
                });
                add_fill(&mut meshes[known].1, positions, triangles, |pos| Vertex {
                    pos,
                    uv: Patterns::uv(pattern, pos),
                    color,
                });
            }
        }
        meshes
            .into_iter()
            .map(|(_, mesh)| Shape::mesh(mesh))
            .collect()
    }

    /// Provinces of one holder apart thinly, holders strongly, coasts as hairlines, the choice in
    /// the accent; the strong ones last, so that nothing covers them.
    fn borders(&self, out: &mut Mesh) {
        let mut strong: Vec<&Mesh> = Vec::new();
        let mut around: Vec<(Edge, &[Pos2], bool)> = Vec::new();
        for PlacedArc {
            index,
            points,
            thin,
            thick,
            ..
        } in &self.placed.arcs
        {
            let arc = &self.level.arcs[*index];
            let bold = thick.as_ref().unwrap_or(thin);
            let edges = Edge::ALL
                .into_iter()
                .filter(|edge| self.is_edge(*edge, arc));
            around.extend(edges.map(|edge| (edge, points.as_slice(), arc.closed)));
            match self.line(arc) {
                Line::Province => append_tinted(out, thin, self.tokens.province),
                Line::Border => strong.push(bold),
                Line::Island(color) => append_tinted(out, bold, color),
                Line::Coast => append_tinted(out, thin, self.tokens.coast),
            }
        }
        for mesh in strong {
            append_tinted(out, mesh, self.tokens.border);
        }
        self.claimed_edges(out);
        for edge in Edge::ALL {
            for (width, color) in self.strokes_around(edge) {
                let mut strokes = StrokeMaker::new(self.view.pixels_per_point, width);
                for (_, points, closed) in around.iter().filter(|(of, ..)| *of == edge) {
                    append_tinted(out, &strokes.mesh(points, *closed, self.view.rect), color);
                }
            }
        }
    }
}

/// What is outlined.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Edge {
    /// What is held otherwise on the date that is compared with.
    Difference,
    /// What is chosen.
    Choice,
}

impl Edge {
    pub(super) const ALL: [Self; 2] = [Self::Difference, Self::Choice];
}

/// How a coast or border is drawn.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Line {
    /// Between provinces of one holder.
    Province,
    /// Between holders.
    Border,
    Coast,
    /// The coast of an island, in the island's colour: small ones grow by their outline, so that
    /// the chain is seen from afar.
    Island(Color32),
}

impl Colours<'_> {
    pub(super) fn line(&self, arc: &Arc) -> Line {
        match arc.right {
            Some(right) if self.fill(arc.left) == self.fill(right) => Line::Province,
            Some(_) => Line::Border,
            None if arc.left >= self.level.first_island => Line::Island(self.color(arc.left)),
            None => Line::Coast,
        }
    }

    /// Whether a line goes around what is chosen, or around what differs.
    pub(super) fn is_edge(&self, edge: Edge, arc: &Arc) -> bool {
        let is_within = |mesh: usize| {
            self.level.owners[mesh].is_some_and(|owner| match edge {
                Edge::Difference => self.shades.differs.get(owner.index()) == Some(&true),
                Edge::Choice => self.shades.selection.contains(&owner),
            })
        };
        is_within(arc.left) != arc.right.is_some_and(is_within)
    }

    /// Widths and colours of the lines around it: a dark line on a light one is seen on every
    /// colour.
    pub(super) fn strokes_around(&self, edge: Edge) -> [(f32, Color32); 2] {
        let tokens = self.tokens;
        match edge {
            Edge::Difference => [(3.0, tokens.halo), (1.2, tokens.label)],
            Edge::Choice => [(4.4, tokens.halo), (2.4, tokens.label)],
        }
    }

    /// The coasts and borders of what is claimed, dashed in the claimant's colour.
    fn claimed_edges(&self, out: &mut Mesh) {
        for placed in &self.placed.arcs {
            let arc = &self.level.arcs[placed.index];
            if let Some(shade) = self.claims_on(arc.left).first() {
                let dashes = placed.dashed(arc.closed, self.view);
                append_tinted(out, dashes, self.tokens.shade(*shade));
            }
        }
    }
}

pub(super) fn tinted(mesh: &Mesh, color: Color32) -> Mesh {
    let mut out = Mesh::default();
    append_tinted(&mut out, mesh, color);
    out
}
