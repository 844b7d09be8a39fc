//! Brings the canvas to the window, and of it only what is not there yet.

use std::collections::VecDeque;
use std::num::NonZeroU32;
use std::sync::Arc;

use softbuffer::{Context, Rect, SoftBufferError, Surface};
use winit::event_loop::OwnedDisplayHandle;
use winit::window::Window;

use crate::raster::{Canvas, PixelRect};

/// How many frames back a buffer may come from; an older one is filled anew.
const MEMORY: usize = 4;

/// The pixels of a window.
pub(super) struct Screen {
    surface: Surface<OwnedDisplayHandle, Arc<Window>>,
    window: Arc<Window>,
    size: [usize; 2],
    missed: Missed,
}

impl Screen {
    /// # Errors
    /// When the window system takes no pixels.
    pub fn new(display: OwnedDisplayHandle, window: Arc<Window>) -> Result<Self, SoftBufferError> {
        let context = Context::new(display)?;
        let surface = Surface::new(&context, Arc::clone(&window))?;
        Ok(Self {
            surface,
            window,
            size: [0, 0],
            missed: Missed::default(),
        })
    }

    /// The window system has forgotten what the window showed.
    pub fn forget(&mut self) {
        self.missed.forget();
    }

    /// Shows a canvas, of which `damage` has changed since it was last shown.
    ///
    /// # Errors
    /// When the window system takes no pixels any more.
    pub fn show(&mut self, canvas: &Canvas, damage: Vec<PixelRect>) -> Result<(), SoftBufferError> {
        let size = canvas.size();
        let [width, height] = size.map(|side| u32::try_from(side).ok().and_then(NonZeroU32::new));
        let (Some(width), Some(height)) = (width, height) else {
            return Ok(());
        };
        if self.size != size {
            self.surface.resize(width, height)?;
            self.size = size;
            self.missed.forget();
        }
        let Some(shown) = self.missed.shown(damage, canvas.bounds()) else {
            return Ok(());
        };
        let mut buffer = self.surface.buffer_mut()?;
        for rect in self.missed.by(usize::from(buffer.age()), canvas.bounds()) {
            copy(canvas, rect, &mut buffer);
        }
        let damage: Vec<Rect> = shown.iter().filter_map(|rect| told(*rect)).collect();
        self.window.pre_present_notify();
        buffer.present_with_damage(&damage)
    }
}

/// What has changed from one frame to the next, for buffers that missed some of them.
#[derive(Debug, Default)]
struct Missed {
    /// The newest first.
    damage: VecDeque<Vec<PixelRect>>,
    /// Whether the window shows the frame before; otherwise it needs all of the next one.
    is_known: bool,
}

impl Missed {
    fn forget(&mut self) {
        self.is_known = false;
        self.damage.clear();
    }

    /// Takes in a frame, and returns what of the window it changes; `None` where that is nothing.
    fn shown(&mut self, damage: Vec<PixelRect>, bounds: PixelRect) -> Option<Vec<PixelRect>> {
        let damage = if self.is_known { damage } else { vec![bounds] };
        if damage.is_empty() {
            return None;
        }
        self.is_known = true;
        self.damage.push_front(damage.clone());
        self.damage.truncate(MEMORY);
        Some(damage)
    }

    /// What a buffer lacks that was last drawn on so many frames ago; 0 stands for never.
    fn by(&self, age: usize, bounds: PixelRect) -> Vec<PixelRect> {
        if age == 0 || age > self.damage.len() {
            return vec![bounds];
        }
        self.damage.iter().take(age).flatten().copied().collect()
    }
}

fn told(rect: PixelRect) -> Option<Rect> {
    let place = |value: i32| u32::try_from(value).ok();
    let side = |axis: usize| NonZeroU32::new(place(rect.max[axis] - rect.min[axis])?);
    Some(Rect {
        x: place(rect.min[0])?,
        y: place(rect.min[1])?,
        width: side(0)?,
        height: side(1)?,
    })
}

/// The highest byte means nothing, but some programs that take pictures of a screen read it as alpha.
const OPAQUE: u32 = 0xff00_0000;

/// Copies some pixels, from red, green, blue and alpha to one number with blue in its lowest byte.
fn copy(canvas: &Canvas, rect: PixelRect, buffer: &mut [u32]) {
    let width = canvas.size()[0];
    let place = |value: i32| usize::try_from(value).unwrap_or(0);
    let ([left, top], [right, bottom]) = (rect.min.map(place), rect.max.map(place));
    for row in top..bottom {
        let run = row * width + left..row * width + right;
        let (Some(from), Some(to)) = (canvas.pixels().get(run.clone()), buffer.get_mut(run)) else {
            return;
        };
        for (from, to) in from.iter().zip(to) {
            let from = u32::from_le_bytes(*from);
            let (red, green, blue) = (from & 0xff, from & 0xff00, (from >> 16) & 0xff);
            *to = OPAQUE | (red << 16) | green | blue;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(left: i32) -> PixelRect {
        PixelRect::new([left, 0], [left + 1, 1])
    }

    #[test]
    fn a_buffer_gets_what_it_missed() {
        let bounds = PixelRect::new([0, 0], [9, 9]);
        let mut missed = Missed::default();
        assert_eq!(
            missed.shown(vec![rect(1)], bounds),
            Some(vec![bounds]),
            "the first"
        );
        assert_eq!(missed.by(0, bounds), [bounds]);
        assert_eq!(missed.shown(Vec::new(), bounds), None, "nothing is nothing");
        assert_eq!(missed.shown(vec![rect(2)], bounds), Some(vec![rect(2)]));
        assert_eq!(missed.shown(vec![rect(3)], bounds), Some(vec![rect(3)]));
        assert_eq!(missed.by(1, bounds), [rect(3)]);
        assert_eq!(
            missed.by(2, bounds),
            [rect(3), rect(2)],
            "two buffers in turn"
        );
        assert_eq!(missed.by(3, bounds), [rect(3), rect(2), bounds]);
        assert_eq!(missed.by(9, bounds), [bounds], "older than anything known");
        for place in 0..20 {
            missed.shown(vec![rect(place)], bounds);
        }
        assert_eq!(missed.damage.len(), MEMORY, "it does not grow");
        missed.forget();
        assert_eq!(
            missed.shown(Vec::new(), bounds),
            Some(vec![bounds]),
            "after an exposure"
        );
        assert_eq!(missed.by(2, bounds), [bounds]);
    }
}
