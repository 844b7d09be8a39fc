//! Canvases as PNG files.

use super::canvas::Canvas;
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter, SrgbRenderingIntent};
use std::io::Write;

/// Why a canvas could not be written as PNG.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The canvas has no pixels; PNG cannot say that.
    #[error("an image of {width}×{height} pixels cannot be written as PNG")]
    Empty {
        /// Width in pixels.
        width: usize,
        /// Height in pixels.
        height: usize,
    },
    /// The writer failed, or a text is not fit for PNG.
    #[error("the PNG could not be written: {0}")]
    Encoding(#[from] EncodingError),
}

/// Writes a canvas as an sRGB PNG, with 24 bits a pixel if it is opaque, else with 32 and straight
/// alpha. The same canvas and texts give the same bytes.
///
/// `texts` are pairs of a keyword (1 to 79 Latin-1 characters, for example `Title` or
/// `Description`) and any text. Compression is set for speed; give it a buffered writer.
///
/// # Errors
/// If the canvas is empty, a keyword is not valid, or `writer` fails.
pub fn encode_png<W: Write>(
    writer: W,
    canvas: &Canvas,
    texts: &[(&str, &str)],
) -> Result<(), PngError> {
    let [width, height] = canvas.size();
    let sides = (u32::try_from(width), u32::try_from(height));
    let (Ok(columns @ 1..), Ok(rows @ 1..)) = sides else {
        return Err(PngError::Empty { width, height });
    };
    let opaque = canvas.is_opaque();
    let mut encoder = Encoder::new(writer, columns, rows);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_color(if opaque {
        ColorType::Rgb
    } else {
        ColorType::Rgba
    });
    encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::Up);
    for &(keyword, text) in texts {
        // tEXt holds Latin-1 and every program reads it; the rest of Unicode needs iTXt.
        if text.chars().all(|character| u32::from(character) < 256) {
            encoder.add_text_chunk(keyword.to_owned(), text.to_owned())?;
        } else {
            encoder.add_itxt_chunk(keyword.to_owned(), text.to_owned())?;
        }
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&if opaque {
        rgb(canvas)
    } else {
        straight(canvas)
    })?;
    Ok(writer.finish()?)
}

/// Three bytes a pixel.
fn rgb(canvas: &Canvas) -> Vec<u8> {
    canvas
        .pixels()
        .iter()
        .flat_map(|&[r, g, b, _]| [r, g, b])
        .collect()
}

/// Four bytes a pixel, with the colour no longer multiplied by alpha.
fn straight(canvas: &Canvas) -> Vec<u8> {
    canvas
        .pixels()
        .iter()
        .flat_map(|&pixel| unmultiply(pixel))
        .collect()
}

fn unmultiply([r, g, b, a]: [u8; 4]) -> [u8; 4] {
    let divide = |value: u8| {
        let (value, alpha) = (u32::from(value), u32::from(a));
        let straight = (value * 255 + alpha / 2).checked_div(alpha).unwrap_or(0);
        u8::try_from(straight).unwrap_or(u8::MAX)
    };
    [divide(r), divide(g), divide(b), a]
}
