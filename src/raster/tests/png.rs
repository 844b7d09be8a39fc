//! PNG files, read back.

use super::*;
use crate::raster::{PngError, encode_png};
use std::error::Error;
use std::io::Cursor;

fn encode(canvas: &Canvas, texts: &[(&str, &str)]) -> Result<Vec<u8>, PngError> {
    let mut file = Vec::new();
    encode_png(&mut file, canvas, texts)?;
    Ok(file)
}

/// The bytes of the image and how many there are a pixel.
fn decode(file: &[u8]) -> Result<(Vec<u8>, usize), Box<dyn Error>> {
    let mut reader = ::png::Decoder::new(Cursor::new(file)).read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().ok_or("too large")?];
    let frame = reader.next_frame(&mut bytes)?;
    Ok((bytes, frame.color_type.samples()))
}

fn striped(alpha: u8) -> Canvas {
    let mut canvas = Canvas::new([300, 7], color([alpha / 2, 0, alpha, alpha]));
    canvas.fill(
        PixelRect::new([5, 2], [120, 4]),
        color([alpha, alpha / 3, 0, alpha]),
    );
    canvas
}

#[test]
fn an_opaque_canvas_comes_back() -> Result<(), Box<dyn Error>> {
    let canvas = striped(255);
    let (bytes, samples) = decode(&encode(&canvas, &[])?)?;
    assert_eq!(samples, 3);
    let expected: Vec<u8> = canvas
        .pixels()
        .iter()
        .flat_map(|p| [p[0], p[1], p[2]])
        .collect();
    assert_eq!(bytes, expected);
    Ok(())
}

#[test]
fn a_translucent_canvas_comes_back_with_straight_alpha() -> Result<(), Box<dyn Error>> {
    let canvas = striped(100);
    let (bytes, samples) = decode(&encode(&canvas, &[])?)?;
    assert_eq!(samples, 4);
    assert_eq!(bytes[..4], [128, 0, 255, 100]);
    for (straight, premultiplied) in bytes.chunks(4).zip(canvas.pixels()) {
        let [r, g, b, a] = *premultiplied;
        let multiply = |value: u8| (u32::from(value) * u32::from(a) + 127) / 255;
        assert_eq!(straight[3], a);
        let again = [straight[0], straight[1], straight[2]].map(multiply);
        assert_eq!(again, [r, g, b].map(u32::from));
    }
    let clear = Canvas::new([1, 1], Color32::TRANSPARENT);
    assert_eq!(decode(&encode(&clear, &[])?)?.0, [0; 4]);
    Ok(())
}

#[test]
fn texts_come_back() -> Result<(), Box<dyn Error>> {
    let texts = [
        ("Title", "Île Itouroup"),
        ("Description", "択捉島 · Итуруп"),
    ];
    let file = encode(&striped(255), &texts)?;
    let reader = ::png::Decoder::new(Cursor::new(&file)).read_info()?;
    let info = reader.info();
    let latin = &info.uncompressed_latin1_text[0];
    assert_eq!((latin.keyword.as_str(), latin.text.as_str()), texts[0]);
    let unicode = &info.utf8_text[0];
    assert_eq!(
        (unicode.keyword.as_str(), unicode.get_text()?.as_str()),
        texts[1]
    );
    Ok(())
}

#[test]
fn the_same_canvas_gives_the_same_file() -> Result<(), Box<dyn Error>> {
    assert_eq!(encode(&striped(255), &[])?, encode(&striped(255), &[])?);
    Ok(())
}

#[test]
fn what_png_cannot_hold_is_an_error() {
    for size in [[0, 0], [0, 4], [4, 0]] {
        let result = encode_png(Vec::new(), &Canvas::new(size, GROUND), &[]);
        assert!(matches!(result, Err(PngError::Empty { .. })), "{size:?}");
    }
    let result = encode_png(Vec::new(), &striped(255), &[("", "no keyword")]);
    assert!(matches!(result, Err(PngError::Encoding(_))));
}
