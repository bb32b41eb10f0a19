//! Keys: a hash of all that a page or a piece is drawn from. Equal keys, equal bytes.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Serialize, Serializer};
use twox_hash::xxhash3_128;

/// Feeds anything that can be hashed to xxh3-128, the same way on every machine: numbers go in as little-endian 64 bits.
struct Stable(xxhash3_128::Hasher);

impl Hasher for Stable {
    fn write(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }
    fn write_usize(&mut self, number: usize) {
        self.0.write(&(number as u64).to_le_bytes());
    }
    fn write_u32(&mut self, number: u32) {
        self.0.write(&number.to_le_bytes());
    }
    fn write_u64(&mut self, number: u64) {
        self.0.write(&number.to_le_bytes());
    }
    fn write_u128(&mut self, number: u128) {
        self.0.write(&number.to_le_bytes());
    }
    fn write_i64(&mut self, number: i64) {
        self.0.write(&number.to_le_bytes());
    }
    fn finish(&self) -> u64 {
        0
    }
}

/// Returns the xxh3-128 of a value.
pub fn of(value: &impl Hash) -> u128 {
    let mut hasher = Stable(xxhash3_128::Hasher::new());
    value.hash(&mut hasher);
    hasher.0.finish_128()
}

/// A part that many pages share, with its hash made once.
#[derive(Clone, Debug)]
pub struct Keyed<T> {
    key: u128,
    value: T,
}

impl<T: Hash> Keyed<T> {
    pub fn new(value: T) -> Arc<Self> {
        Arc::new(Keyed { key: of(&value), value })
    }
}

impl<T> std::ops::Deref for Keyed<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Hash for Keyed<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u128(self.key);
    }
}

impl<T: Serialize> Serialize for Keyed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}
