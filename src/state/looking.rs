//! What commands do to the camera.

use crate::dataset::Atlas;
use crate::geometry::{Bounds, Camera, Projection};
use crate::model::place::TerritoryIx;

use super::glide::Glide;
use super::view_state::{Look, ViewState, camera_limits};

impl ViewState {
    /// Chooses a place and looks at it, with some of its surroundings.
    pub(super) fn show_place(&mut self, atlas: &Atlas, place: TerritoryIx) {
        /// Kilometres of surroundings, and their share of the place's own size.
        const SURROUNDINGS: (f64, f64) = (60.0, 0.15);
        self.select(Some(place));
        let projection = Projection::of(self.region);
        let is_of_place =
            |owner: TerritoryIx| owner == place || atlas.territory(owner).part_of == Some(place);
        let shapes = atlas.land.coarse.iter().chain(&atlas.land.islands);
        let owned = shapes.filter(|shape| atlas.owner_of_shape(&shape.id).is_some_and(is_of_place));
        let points = owned
            .flat_map(|shape| &shape.polygons)
            .flat_map(|polygon| &polygon.exterior);
        let bounds = Bounds::of(points.map(|point| projection.project(*point)));
        if bounds.is_empty() {
            return;
        }
        let [width, height] = bounds.size();
        let bounds = bounds.expanded(SURROUNDINGS.0 + SURROUNDINGS.1 * width.max(height));
        self.look_at(&bounds);
    }

    /// Looks at a part of the map, kilometres.
    pub(super) fn look_at(&mut self, bounds: &Bounds) {
        let limits = camera_limits(&Projection::of(self.region));
        let camera = Camera::fit(bounds, self.viewport, 0.0);
        self.look = Look::Free(camera.clamped(self.viewport, &limits));
    }

    /// Zooms about a point that a hand is on, or about the middle of where the map is going.
    pub(super) fn zoom(&mut self, factor: f64, about: Option<[f32; 2]>) {
        let Some(about) = about else {
            let [width, height] = self.viewport.size;
            return self.zoom_about(factor, [width / 2.0, height / 2.0]);
        };
        self.stand_still();
        self.zoom_about(factor, about);
    }

    /// Zooms about a point of the map as it will be.
    pub(super) fn zoom_about(&mut self, factor: f64, about: [f32; 2]) {
        let projection = Projection::of(self.region);
        let limits = camera_limits(&projection);
        let goal = self.goal(&projection);
        self.look = Look::Free(goal.zoom_at(about, factor, self.viewport, &limits));
    }

    pub(super) fn pan(&mut self, delta: [f32; 2]) {
        self.stand_still();
        let projection = Projection::of(self.region);
        let limits = camera_limits(&projection);
        self.look = Look::Free(self.goal(&projection).pan(delta, self.viewport, &limits));
    }

    /// Ends a move of the map where it is.
    fn stand_still(&mut self) {
        if let Some(glide) = self.glide.take() {
            let goal = self.goal(&Projection::of(self.region));
            self.look = Look::Free(glide.camera(goal));
        }
    }

    /// Begins a move of the map from what was seen before, where somebody sees it.
    pub(super) fn set_off(&mut self, before: &Self) {
        let is_seen = self.is_watched && !self.screen.reduce_motion;
        let camera = || before.camera_in(self.viewport, &Projection::of(self.region));
        self.glide = is_seen.then(|| Glide::from(camera()));
    }

    /// Lets a move of the map go on.
    pub(super) fn go_on(&mut self, seconds: f32) {
        self.glide = self
            .glide
            .and_then(|mut glide| (!glide.passes(seconds)).then_some(glide));
    }
}
