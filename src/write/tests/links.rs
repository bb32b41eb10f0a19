//! Nothing is written, replaced or removed through a link.

use std::os::unix::fs::symlink;

use super::*;

/// Returns a folder with the old site in `site`, and somebody else's folder beside it.
fn two_folders() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (output, other) = (folder.path().join("site"), folder.path().join("other"));
    write(&site(OLD), &output, &RealDisk).unwrap();
    for path in ["index.html", "deep/index.html", "same/index.html"] {
        fs::create_dir_all(other.join(path).parent().unwrap()).unwrap();
        fs::write(other.join(path), if path.starts_with("same") { "same" } else { "not ours" }).unwrap();
    }
    (folder, output, other)
}

/// Puts a link in the place of a part of the site, and returns it.
fn link(output: &Path, part: &str, to: &Path) -> PathBuf {
    let path = output.join(part);
    if path.is_dir() {
        fs::remove_dir_all(&path).unwrap();
    } else {
        fs::remove_file(&path).unwrap();
    }
    symlink(to, &path).unwrap();
    path
}

#[test]
fn a_link_inside_the_output_is_in_the_way_and_what_it_leads_to_is_left_alone() {
    let nowhere = Path::new("nowhere");
    let parts = [
        ("a", "", None),
        ("a", "same", None),
        // The very file that the site would have.
        ("b", "same", None),
        ("index.html", "index.html", None),
        ("a/index.html", "index.html", None),
        ("b/index.html", "same/index.html", None),
        ("a", "", Some(nowhere)),
        ("index.html", "", Some(nowhere)),
        (MANIFEST, "index.html", None),
    ];
    for (part, inside, to) in parts {
        let (_folder, output, other) = two_folders();
        let placed = link(&output, part, &to.map_or_else(|| other.join(inside), Path::to_owned));
        let (before, outside) = (read(&output), read(&other));
        let Err(WriteError::InTheWay(paths)) = write(&site(NEW), &output, &RealDisk) else { panic!("{part}") };
        assert!(paths.len() == 1 && paths[0] == placed, "{part} → {inside}: {paths:?}");
        assert!(read(&output) == before && read(&other) == outside, "{part}");
        // A run that knows the paths compares fewer files.
        let changed = site(&[("a/index.html", "newer"), ("b/index.html", "newer"), ("index.html", "newer")]);
        if part != MANIFEST {
            let result = crate::write::write(Output { files: &changed, paths: None, papers: None }, &output, &RealDisk);
            assert!(matches!(result, Err(WriteError::InTheWay(_))), "{part}");
        }
        assert_eq!(read(&other), outside, "{part}");
        fs::remove_file(placed).unwrap();
        // Without its manifest nobody knows whose the files are.
        assert_eq!(write(&site(NEW), &output, &RealDisk).is_ok(), part != MANIFEST);
    }
}

#[test]
fn what_is_gone_from_the_site_is_not_removed_through_a_link() {
    for (part, inside) in [("gone", ""), ("gone/deep", "deep"), ("gone/deep/index.html", "index.html")] {
        let (_folder, output, other) = two_folders();
        let placed = link(&output, part, &other.join(inside));
        let outside = read(&other);
        write(&site(NEW), &output, &RealDisk).unwrap();
        assert!(placed.is_symlink() && read(&other) == outside, "{part}");
        assert!(fs::read_to_string(output.join("a/index.html")).unwrap().starts_with("new"));
    }
}

#[test]
fn a_page_does_not_take_the_place_of_a_folder_with_a_link_in_it() {
    let (_folder, output, other) = two_folders();
    let placed = link(&output, "gone/deep/index.html", &other.join("index.html"));
    let Err(WriteError::InTheWay(_)) = write(&site(&[("gone", "a page")]), &output, &RealDisk) else { panic!() };
    assert!(placed.is_symlink());
}

#[test]
fn the_output_itself_may_be_a_link_and_the_work_folder_may_not() {
    let folder = tempfile::tempdir().unwrap();
    let (real, output) = (folder.path().join("elsewhere/real"), folder.path().join("site"));
    fs::create_dir_all(&real).unwrap();
    symlink(&real, &output).unwrap();
    for wanted in [OLD, NEW] {
        write(&site(wanted), &output, &RealDisk).unwrap();
        assert!(output.is_symlink() && is_whole(&output));
        assert_eq!(read(&real).len(), wanted.len());
    }
    assert_eq!(work_folder(&output).parent(), real.canonicalize().unwrap().parent());
    let other = folder.path().join("other");
    fs::create_dir(&other).unwrap();
    symlink(&other, work_folder(&output)).unwrap();
    let Err(WriteError::InTheWay(paths)) = write(&site(OLD), &output, &RealDisk) else { panic!("a link") };
    assert_eq!(paths, [work_folder(&output)]);
    assert!(fs::read_dir(&other).unwrap().next().is_none());
}

#[test]
fn single_files_are_put_through_no_link() {
    let folder = tempfile::tempdir().unwrap();
    let (content, other) = (folder.path().join("content"), folder.path().join("other"));
    fs::create_dir_all(content.join("inside")).unwrap();
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("a.yaml"), "not ours").unwrap();
    symlink(&other, content.join("wards")).unwrap();
    symlink(other.join("a.yaml"), content.join("b.yaml")).unwrap();
    symlink("inside", content.join("near")).unwrap();
    let put = |paths: &[&str]| {
        let files: Vec<(&str, &[u8])> = paths.iter().map(|path| (*path, &b"new"[..])).collect();
        whole::put(&content, &files, &RealDisk)
    };
    let Err(WriteError::InTheWay(paths)) = put(&["c.yaml", "wards/a.yaml", "b.yaml", "inside"]) else { panic!() };
    assert_eq!(paths, ["b.yaml", "inside", "wards/a.yaml"].map(|path| content.join(path)));
    assert!(!content.join("c.yaml").exists() && !content.join(".wardpack").exists());
    assert_eq!(fs::read_to_string(other.join("a.yaml")).unwrap(), "not ours");
    put(&["c.yaml", "near/d.yaml", "deep/er/e.yaml"]).unwrap();
    assert_eq!(read(&content).len(), 3, "and a link that stays in the folder is one of its folders");
}
