//! Disks that send no events of what other computers change.

use std::path::{Component, Path, Prefix};

/// The kinds of file system whose changes may be made elsewhere: file shares, cloud folders, folders of a host computer.
const SHARED: [(&str, &str); 18] = [
    ("nfs", "a network drive"),
    ("nfs4", "a network drive"),
    ("cifs", "a network drive"),
    ("smb3", "a network drive"),
    ("smbfs", "a network drive"),
    ("afs", "a network drive"),
    ("ceph", "a network drive"),
    ("ncpfs", "a network drive"),
    ("9p", "a folder of the host computer"),
    ("drvfs", "a folder of the host computer"),
    ("vboxsf", "a folder of the host computer"),
    ("prl_fs", "a folder of the host computer"),
    ("virtiofs", "a folder of the host computer"),
    ("osxfs", "a folder of the host computer"),
    ("fakeowner", "a folder of the host computer"),
    ("grpcfuse", "a folder of the host computer"),
    ("fuse", "a drive of another program"),
    ("davfs", "a network drive"),
];

/// Tells whether this system says what each folder is on; elsewhere only names tell.
pub const SYSTEM_SAYS: bool = cfg!(target_os = "linux");

/// Returns what kind of place a folder is on, if changes made there by others may not be heard of.
pub fn silent(folder: &Path) -> Option<&'static str> {
    let real = folder.canonicalize().ok()?;
    if let Some(kind) = by_name(&real) {
        return Some(kind);
    }
    // Linux only; elsewhere there is no such file.
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    by_mount(&real, &mounts)
}

/// Cloud folders and Windows shares are told by their names.
fn by_name(real: &Path) -> Option<&'static str> {
    real.components().find_map(|part| match part {
        Component::Prefix(prefix) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)) => {
            Some("a network drive")
        }
        Component::Normal(name) => {
            let name = name.to_string_lossy();
            (name == "OneDrive" || name.starts_with("OneDrive - ") || name == "CloudStorage")
                .then_some("a cloud folder")
        }
        _ => None,
    })
}

/// Returns the kind of the mount that a path is on, from the text of Linux's `mountinfo` (proc(5)).
fn by_mount(real: &Path, mounts: &str) -> Option<&'static str> {
    let mounts = mounts.lines().filter_map(|line| {
        let (before, after) = line.split_once(" - ")?;
        let point = before.split(' ').nth(4)?.replace("\\040", " ");
        Some((point, after.split(' ').next()?))
    });
    // The last of several on one point is the one that is seen.
    let on = mounts.filter(|(point, _)| real.starts_with(point)).max_by_key(|(point, _)| point.len())?;
    let kind = on.1.split('.').next().unwrap_or(on.1);
    SHARED.iter().find(|(name, _)| *name == on.1 || *name == kind).map(|(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "22 1 254:0 / / rw shared:1 - ext4 /dev/vda rw\n\
                          40 22 0:40 / /mnt/trust\\040files rw - cifs //server/trust rw\n\
                          41 22 0:41 / /mnt/c rw - 9p C: rw\n\
                          42 22 0:42 / /home/x/drive rw - fuse.rclone drive: rw\n\
                          43 22 254:1 / /mnt/c/local rw - ext4 /dev/vdb rw\n";

    #[test]
    fn a_share_is_told_by_its_mount() {
        let kind = |path: &str| by_mount(Path::new(path), MOUNTS);
        assert_eq!(kind("/home/x/content"), None);
        assert_eq!(kind("/mnt/trust files/content"), Some("a network drive"));
        assert_eq!(kind("/mnt/c/Users/content"), Some("a folder of the host computer"));
        assert_eq!(kind("/home/x/drive/content"), Some("a drive of another program"));
        assert_eq!(kind("/mnt/c/local/content"), None);
    }

    #[test]
    fn a_cloud_folder_is_told_by_its_name() {
        assert_eq!(by_name(Path::new("/Users/x/OneDrive - Some Trust/content")), Some("a cloud folder"));
        assert_eq!(by_name(Path::new("/home/x/content")), None);
    }
}
