//! Files: read with a limit, written so that a failure never costs the earlier version.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

/// Reads a file, refusing one larger than `limit` before taking it into memory.
///
/// A larger file gives its first `limit + 1` bytes: enough for the reader to refuse it with its own words.
pub fn read_limited(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a file whole or not at all: a temporary file beside it, flushed to disk, then renamed over it.
pub fn write_atomic(path: &Path, text: &str) -> io::Result<()> {
    let folder = match path.parent() {
        Some(p) if !p.as_os_str().is_empty() => p.to_path_buf(),
        _ => std::env::current_dir()?,
    };
    let mut file = tempfile::Builder::new().prefix(".retombees-").tempfile_in(&folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    if let Ok(before) = fs::metadata(path) {
        if before.permissions().readonly() {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied));
        }
        fs::set_permissions(file.path(), before.permissions())?;
    } else {
        readable(file.path())?;
    }
    file.persist(path).map_err(|e| e.error)?;
    // The rename itself must reach the disk; a folder that cannot be synced (Windows) has done its best.
    if let Ok(folder) = File::open(&folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Gives a new file the permissions of any other, instead of a temporary file's own.
#[cfg(unix)]
fn readable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_replaces_the_whole_file_and_a_failure_keeps_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("projet.ron");
        write_atomic(&path, "one").unwrap();
        write_atomic(&path, "two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert!(write_atomic(&folder.path().join("missing/projet.ron"), "x").is_err());
        let mut locked = fs::metadata(&path).unwrap().permissions();
        locked.set_readonly(true);
        fs::set_permissions(&path, locked).unwrap();
        assert!(write_atomic(&path, "three").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no temporary file is left behind"
        );
    }

    #[test]
    fn a_file_over_the_limit_is_not_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        fs::write(&path, vec![b'x'; 5000]).unwrap();
        assert_eq!(read_limited(&path, 1000).unwrap().len(), 1001);
    }
}
