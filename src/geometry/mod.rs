//! Everything about places on the map that needs no screen: projecting, triangulating, borders,
//! finding what is under a point, view arithmetic and label placement.
//!
//! Three kinds of coordinates meet here and never mix:
//! * **degrees**, `[longitude, latitude]` on WGS 84, as in the data files;
//! * **kilometres**, `[x east, y north]` on the projected map, see [`Projection`];
//! * **points**, `[x right, y down]` on the screen from the top left of the map, see [`Camera`].
//!
//! Sums are done in `f64`; only what goes to the screen is rounded to `f32` (half a metre at
//! the edge of the map). Bad input, such as NaN or an empty ring, yields nothing rather than a panic;
//! [`problems`] is there to report it.

mod along;
mod area;
mod bounds;
mod camera;
mod dissolve;
mod graticule;
mod hit;
mod labels;
mod mesh;
mod projection;
mod ring;
mod scale_bar;
mod topology;
mod validity;

#[cfg(test)]
mod test_data;

pub use along::{Along, along, beside_line, footprint};
pub use area::geodesic_area_km2;
pub use bounds::Bounds;
pub use camera::{Camera, Limits, TOLERANCES_DEGREES, Viewport, level_of_detail};
pub use dissolve::dissolve;
pub use graticule::{Graticule, GraticuleLine, graticule, graticule_step};
pub use hit::HitIndex;
pub use labels::{Label, Placement, ScreenRect, offsets_around, place};
pub use mesh::ShapeMesh;
pub use projection::{Distortion, EARTH_RADIUS_KM, Projection};
pub use ring::{MAX_EDGE_DEGREES, closed_ring, project_line};
pub use scale_bar::ScaleBar;
pub use topology::{Arc, arcs};
pub use validity::problems;
