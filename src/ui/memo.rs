//! A cache of one value, kept while its key stays the same.

/// Holds the value of the last key.
#[derive(Debug)]
pub struct Memo<K, V> {
    entry: Option<(K, V)>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self { entry: None }
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// The value of the last key.
    pub fn last(&self) -> Option<&V> {
        self.entry.as_ref().map(|(_, value)| value)
    }

    /// The last key.
    pub fn last_key(&self) -> Option<&K> {
        self.entry.as_ref().map(|(key, _)| key)
    }

    /// The value of `key`, made anew only when the key differs from the last one.
    pub fn get(&mut self, key: K, make: impl FnOnce(&K) -> V) -> &V {
        if self.entry.as_ref().is_none_or(|(known, _)| *known != key) {
            self.entry = None;
        }
        let (_, value) = self.entry.get_or_insert_with(|| {
            let value = make(&key);
            (key, value)
        });
        value
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn makes_a_value_only_for_a_new_key() {
        let mut memo = Memo::default();
        let mut made = 0;
        for key in [1, 1, 2, 2, 1] {
            let value = *memo.get(key, |key| {
                made += 1;
                key * 10
            });
            assert_eq!(value, key * 10);
        }
        assert_eq!(made, 3);
    }
}
