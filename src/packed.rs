//! Files packed with Zstandard when the program was built: data to a third of their size, type
//! faces to two thirds.

/// A packed file.
#[derive(Debug)]
pub struct Packed {
    pub bytes: &'static [u8],
    /// Bytes of the file. A buffer of the right size from the start: growing one costs more than unpacking.
    pub length: usize,
}

impl Packed {
    /// The file as it was.
    ///
    /// # Errors
    /// When the program itself is damaged.
    pub fn unpack(&self) -> std::io::Result<Vec<u8>> {
        zstd::bulk::decompress(self.bytes, self.length)
    }
}

/// Packs the file at a path from the top of the repository.
macro_rules! packed {
    ($path:literal) => {
        $crate::packed::Packed {
            bytes: include_flate::codegen::deflate_file!($path zstd),
            length: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $path)).len(),
        }
    };
}

pub(crate) use packed;

#[cfg(test)]
mod tests {
    #[test]
    fn what_was_packed_comes_out_whole() {
        let packed = packed!("LICENSE");
        let file = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/LICENSE"));
        assert!(packed.bytes.len() < file.len());
        assert_eq!(packed.unpack().unwrap(), file);
        let torn = super::Packed {
            bytes: &packed.bytes[..packed.bytes.len() / 2],
            ..packed
        };
        assert!(torn.unpack().is_err());
    }
}
