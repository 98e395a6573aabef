//! The lexicon file: `BANMIANL`, version, FNV-1a checksum and length of the rest (little-endian), the rest.

use crate::error::{Error, ErrorCode};

const MAGIC: &[u8; 8] = b"BANMIANL";
const VERSION: u32 = 1;
const HEADER: usize = 24;

/// Puts a header before the words (`word frequency tag`, a line each).
pub fn write(words: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER + words.len());
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(words.len() as u32).to_le_bytes());
    out.extend_from_slice(&checksum(words).to_le_bytes());
    out.extend_from_slice(words);
    out
}

/// Checks the header and gives the words.
pub(super) fn read(bytes: &[u8]) -> Result<&[u8], Error> {
    let (header, words) = bytes.split_at_checked(HEADER).ok_or_else(corrupt)?;
    if &header[..8] != MAGIC {
        return Err(corrupt());
    }
    let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if number(8) != VERSION {
        let message = format!(
            "The lexicon has format {}, this engine reads {VERSION}. Take lexicon.bin and the engine from the same package.",
            number(8)
        );
        return Err(Error::new(ErrorCode::LexiconVersion, message));
    }
    let mut sum = [0; 8];
    sum.copy_from_slice(&header[16..24]);
    if number(12) as usize != words.len() || checksum(words).to_le_bytes() != sum {
        return Err(corrupt());
    }
    Ok(words)
}

pub(super) fn corrupt() -> Error {
    let message =
        "The lexicon file is damaged or cut off. Load it again; if that fails, install the package again.";
    Error::new(ErrorCode::LexiconCorrupt, message)
}

fn checksum(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_file_reads_back() {
        assert_eq!(read(&write("版面 5 n\n".as_bytes())).unwrap(), "版面 5 n\n".as_bytes());
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let mut file = write("版面 5 n\n".as_bytes());
        assert_eq!(read(&file[..file.len() - 1]).unwrap_err().code, ErrorCode::LexiconCorrupt);
        assert_eq!(read(b"").unwrap_err().code, ErrorCode::LexiconCorrupt);
        let last = file.len() - 1;
        file[last] ^= 1;
        assert_eq!(read(&file).unwrap_err().code, ErrorCode::LexiconCorrupt);
        file[8] = 99;
        assert_eq!(read(&file).unwrap_err().code, ErrorCode::LexiconVersion);
    }
}
