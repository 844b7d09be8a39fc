//! How much memory the process has.

use std::time::Duration;

/// The memory of the process at a time, in bytes; `None` where the system does not tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// Since the beginning.
    pub at: Duration,
    /// All of it that is in memory.
    pub resident: Option<u64>,
    /// What is the process's own: its heap and its stacks, without the program and its data.
    pub own: Option<u64>,
}

impl Usage {
    /// The memory now.
    #[must_use]
    pub fn now(at: Duration) -> Self {
        // Linux tells it in a file; others have it nowhere that needs no library.
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        Self {
            at,
            resident: field(&status, "VmRSS:"),
            own: field(&status, "RssAnon:"),
        }
    }
}

/// A field of the file, which counts in kibibytes.
fn field(status: &str, name: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let number = line.trim().strip_suffix("kB")?.trim();
    number.parse::<u64>().ok()?.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_are_read_in_bytes() {
        let status = "VmPeak:\t   90 kB\nVmRSS:\t   20 kB\nRssAnon:\t   12 kB\n";
        assert_eq!(field(status, "VmRSS:"), Some(20_480));
        assert_eq!(field(status, "RssAnon:"), Some(12_288));
        assert_eq!(field(status, "RssFile:"), None);
        assert_eq!(field("VmRSS:\tmuch\n", "VmRSS:"), None);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_process_has_some_memory() {
        let now = Usage::now(Duration::ZERO);
        assert!(
            now.resident > Some(1 << 20) && now.own <= now.resident,
            "{now:?}"
        );
    }
}
