# Makes a list of 300 wards with 15 mistakes, as openpyxl writes workbooks.
import datetime, sys
from openpyxl import Workbook

HEAD = ["Id", "Name", "Site", "Kind", "Support organisation", "Support phone", "Support checked on", "Languages", "Leave out",
        "Ward phone", "Review by", "Quiet place", "About", "# Notes"]
book = Workbook()
notes = book.active
notes.title = "Read me"
notes["A1"] = "How to fill in this list"
sheet = book.create_sheet("Our list")
old = book.create_sheet("Last year")
old.append(HEAD)
old.sheet_state = "hidden"
sheet["A1"] = "Wards of the trust"
sheet.merge_cells("A1:F1")
for column, name in enumerate(HEAD, 1):
    sheet.cell(2, column, name)
for row in range(3, 303):
    words = [f"ward-{row}", f"Ward {row}", f"Hospital {row % 20}", "acute", "Test advocacy", "01632 960 001",
             datetime.date(2026, 11, 1), "en", "visiting", "01632 960 002", "2027-05-01", "The garden", "An acute ward.\nFor adults.",
             "#N/A" if row == 5 else "ours"]
    for column, value in enumerate(words, 1):
        sheet.cell(row, column, value)
    sheet.cell(row, 7).number_format = "dd/mm/yyyy"
sheet["B10"] = "=NA()"
sheet["C25"] = "=1/0"
sheet["L40"] = '="The "&"garden"' if sys.argv[2] == "uncalculated" else "#VALUE!"
sheet["F55"] = 1632960001
sheet["B70"] = "Ward 70\nupper floor"
sheet.row_dimensions[85].hidden = True
for column in range(2, 7):
    sheet.cell(100, column).value = None
sheet["A100"] = "Southgate Hospital"
sheet.merge_cells("A100:F100")
sheet["D115"] = "acut"
sheet["B130"] = True
sheet["L145"] = datetime.date(2026, 5, 9)
sheet["L145"].number_format = "d-mmm"
sheet["C160"] = "hospital 0"
sheet["A175"] = "ward-174"
sheet["J205"] = "1.63E+09"
sheet["A220"] = None
sheet["P235"] = "ask Ann"
sheet["XFD1048576"] = " "
book.save(sys.argv[1])
