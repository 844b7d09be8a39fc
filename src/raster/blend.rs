//! Colour arithmetic on premultiplied gamma-space pixels, exact to the rounding.
//!
//! Four channels are one `u32`: its even and its odd bytes are spread into 16-bit lanes, so two
//! channels share each multiplication.

/// Red, green, blue, alpha; premultiplied, gamma space.
pub(super) type Pixel = [u8; 4];

/// A pixel that changes nothing when blended.
pub(super) const CLEAR: Pixel = [0; 4];
/// The neutral factor of [`modulate`].
pub(super) const WHITE: Pixel = [255; 4];

const LANES: u32 = 0x00ff_00ff;

/// `value / 255`, rounded, in each lane; lanes are products of two bytes.
#[inline]
fn divide_lanes(product: u32) -> u32 {
    let rounded = product + 0x0080_0080;
    ((rounded + ((rounded >> 8) & LANES)) >> 8) & LANES
}

/// Adds lanes of bytes and holds them at 255. Only colours brighter than their alpha (additive
/// ones) get there.
#[inline]
fn add_lanes(a: u32, b: u32) -> u32 {
    let sum = a + b;
    let carry = (sum >> 8) & 0x0001_0001;
    (sum | ((carry << 8) - carry)) & LANES
}

/// A colour with its even (red, blue) and odd (green, alpha) bytes apart, in 16-bit lanes.
#[derive(Clone, Copy)]
pub(super) struct Lanes {
    pub even: u32,
    pub odd: u32,
}

/// `source` over `below`.
#[inline]
pub(super) fn over(below: Pixel, source: Lanes) -> Pixel {
    let shown = 255 - (source.odd >> 16);
    let below = u32::from_le_bytes(below);
    let even = add_lanes(source.even, divide_lanes((below & LANES) * shown));
    let odd = add_lanes(source.odd, divide_lanes(((below >> 8) & LANES) * shown));
    (even | (odd << 8)).to_le_bytes()
}

impl From<Pixel> for Lanes {
    #[inline]
    fn from(pixel: Pixel) -> Self {
        let bytes = u32::from_le_bytes(pixel);
        Self {
            even: bytes & LANES,
            odd: (bytes >> 8) & LANES,
        }
    }
}

impl From<Lanes> for Pixel {
    #[inline]
    fn from(lanes: Lanes) -> Self {
        (lanes.even | (lanes.odd << 8)).to_le_bytes()
    }
}

/// Blends one pixel in place.
#[inline]
pub(super) fn blend(below: &mut Pixel, source: Pixel) {
    if source[3] == 255 {
        *below = source;
    } else if source != CLEAR {
        *below = over(*below, source.into());
    }
}

/// Blends one colour over a run of pixels.
pub(super) fn blend_run(run: &mut [Pixel], source: Pixel) {
    if source[3] == 255 {
        run.fill(source);
        return;
    }
    if source == CLEAR {
        return;
    }
    let shown = u16::from(255 - source[3]);
    let pattern = [source; 16];
    // Runs of 64 bytes are the form the compiler turns into vector instructions.
    let (chunks, rest) = run.as_chunks_mut::<16>();
    for chunk in chunks {
        let bytes = chunk.as_flattened_mut().iter_mut();
        for (byte, add) in bytes.zip(pattern.as_flattened()) {
            let rounded = u16::from(*byte) * shown + 128;
            let below = ((rounded + (rounded >> 8)) >> 8).to_le_bytes()[0];
            *byte = below.saturating_add(*add);
        }
    }
    let source = Lanes::from(source);
    for below in rest {
        *below = over(*below, source);
    }
}

/// The product of two colours, channel by channel.
#[inline]
pub(super) fn modulate(a: Pixel, b: Pixel) -> Pixel {
    let product = |i: usize| {
        let rounded = u32::from(a[i]) * u32::from(b[i]) + 128;
        ((rounded + (rounded >> 8)) >> 8).to_le_bytes()[0]
    };
    [product(0), product(1), product(2), product(3)]
}

/// The weighted mean of four neighbours; `x` and `y` are in 1/256 of the way from the first to
/// the second of each pair.
#[inline]
pub(super) fn bilinear(upper: [Pixel; 2], lower: [Pixel; 2], x: u64, y: u64) -> Pixel {
    // Lanes of 32 bits hold the full product, so that only one rounding happens.
    let mix = |spread: fn(Pixel) -> u64| {
        let top = spread(upper[0]) * (256 - x) + spread(upper[1]) * x;
        let bottom = spread(lower[0]) * (256 - x) + spread(lower[1]) * x;
        ((top * (256 - y) + bottom * y + 0x8000_0000_8000) >> 16).to_le_bytes()
    };
    let even = mix(|[r, _, b, _]| u64::from(r) | u64::from(b) << 32);
    let odd = mix(|[_, g, _, a]| u64::from(g) | u64::from(a) << 32);
    [even[0], odd[0], even[4], odd[4]]
}
