"""Reads and writes spreadsheets for `fanghu import`, as a process of its own with limits of its own.

    workbook.py read FILE OUT [SHEET]   .xlsx, .xlsm or .xls to JSON
    workbook.py write FILE OUT          JSON to .xlsx

A workbook that is refused is answered as {"refused": code}; a limit that is reached ends the process.
"""
import datetime
import json
import resource
import sys
import zipfile

MEMORY = 1 << 30
SECONDS = 60
UNPACKED = 300 << 20
ROWS, COLUMNS, CELLS = 200_000, 300, 3_000_000
# Built-in formats of the Chinese locale; a file names them by number alone (ECMA-376 part 1, 18.8.30).
CHINESE_DATES = set(range(27, 37)) | set(range(50, 59))


class Refused(Exception):
    """What cannot be read, by a code that the caller has words for, with the sheets that there are."""

    def __init__(self, code, sheets=()):
        super().__init__(code)
        self.sheets = list(sheets)


def number(value):
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e18:
        value = int(value)
    text = repr(value)
    return {"n": text, "lossy": abs(value) >= 1e15}


def moment(value):
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time(0):
            return {"d": value.date().isoformat()}
        return {"d": value.date().isoformat(), "t": value.time().isoformat("minutes")}
    if isinstance(value, datetime.date):
        return {"d": value.isoformat()}
    if isinstance(value, datetime.timedelta):
        return str(value)
    return value.isoformat("minutes")


def check_size(rows, columns):
    if rows > ROWS or columns > COLUMNS or rows * columns > CELLS:
        raise Refused("tooLarge")


def choose(names, wanted, is_empty):
    if wanted:
        for name in names:
            if name == wanted or name.strip() == wanted.strip():
                return name
        raise Refused("sheetUnknown", names)
    for name in names:
        if not is_empty(name):
            return name
    raise Refused("empty")


def read_xlsx(path, wanted):
    import openpyxl
    from openpyxl.utils.datetime import from_excel

    with zipfile.ZipFile(path) as archive:
        if sum(item.file_size for item in archive.infolist()) > UNPACKED:
            raise Refused("tooLarge")
        sheets = [item for item in archive.namelist() if item.startswith("xl/worksheets/")]
        # Only then is the workbook read a second time, to tell an empty cell from a formula nobody has calculated.
        has_formulas = any(b"<f>" in content or b"<f " in content for content in map(archive.read, sheets))
    with open(path, "rb") as file:
        book = openpyxl.load_workbook(file, data_only=True, keep_links=False)
    formulas = None
    names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible" or sheet.title == wanted]

    def is_empty(name):
        sheet = book[name]
        return sheet.max_row <= 1 and sheet.max_column <= 1 and sheet["A1"].value is None

    name = choose(names, wanted, is_empty)
    sheet = book[name]
    check_size(sheet.max_row, sheet.max_column)

    def value(cell):
        nonlocal formulas
        content = cell.value
        if content is None:
            if not has_formulas:
                return None
            if formulas is None:
                with open(path, "rb") as file:
                    formulas = openpyxl.load_workbook(file, keep_links=False)[name]
            other = formulas.cell(cell.row, cell.column)
            return {"f": True} if other.data_type == "f" else None
        if cell.data_type == "e":
            return {"e": str(content)}
        if isinstance(content, bool):
            return {"b": content}
        if isinstance(content, (int, float)):
            if cell.has_style and cell._style.numFmtId in CHINESE_DATES and 1 <= content < 2_958_466:
                return moment(from_excel(content, book.epoch))
            return number(content)
        if isinstance(content, str):
            return content
        return moment(content)

    rows = []
    for line in sheet.iter_rows():
        cells = [value(cell) if type(cell).__name__ != "MergedCell" else None for cell in line]
        if any(cell is not None and cell != "" for cell in cells):
            rows.append([line[0].row, cells])
    merges = [[area.min_row, area.min_col, area.max_row, area.max_col] for area in sheet.merged_cells.ranges]
    return name, names, rows, merges


def read_xls(path, wanted):
    import xlrd

    try:
        book = xlrd.open_workbook(path, formatting_info=True, logfile=sys.stderr)
    except NotImplementedError:
        book = xlrd.open_workbook(path, logfile=sys.stderr)
    names = [sheet.name for sheet in book.sheets() if sheet.visibility == 0 or sheet.name == wanted]
    name = choose(names, wanted, lambda name: book.sheet_by_name(name).nrows == 0)
    sheet = book.sheet_by_name(name)
    check_size(sheet.nrows, sheet.ncols)

    def value(cell):
        if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
            return None
        if cell.ctype == xlrd.XL_CELL_DATE:
            try:
                return moment(xlrd.xldate_as_datetime(cell.value, book.datemode))
            except (ValueError, OverflowError, xlrd.xldate.XLDateError):
                return number(cell.value)
        if cell.ctype == xlrd.XL_CELL_NUMBER:
            return number(cell.value)
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return {"b": bool(cell.value)}
        if cell.ctype == xlrd.XL_CELL_ERROR:
            return {"e": xlrd.error_text_from_code.get(cell.value, "#ERROR")}
        return cell.value

    rows = []
    for index in range(sheet.nrows):
        cells = [value(cell) for cell in sheet.row(index)]
        if any(cell is not None and cell != "" for cell in cells):
            rows.append([index + 1, cells])
    merges = [[low + 1, left + 1, high, right] for low, high, left, right in sheet.merged_cells]
    return name, names, rows, merges


def read(path, wanted):
    with open(path, "rb") as file:
        magic = file.read(8)
    try:
        if magic.startswith(b"PK"):
            name, names, rows, merges = read_xlsx(path, wanted)
        else:
            name, names, rows, merges = read_xls(path, wanted)
    except (Refused, MemoryError, ImportError):  # a library that is missing is no damage of the file
        raise
    except Exception as error:  # a damaged file can fail anywhere in the libraries
        text = f"{type(error).__name__}: {error}".lower()
        print(text, file=sys.stderr)
        raise Refused("encrypted" if "encrypt" in text or "password" in text else "damaged") from error
    return {"sheet": name, "sheets": names, "rows": rows, "merges": merges}


def write(content, path):
    import openpyxl
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = content["sheet"][:31] or "1"
    mark = PatternFill("solid", fgColor="FFF2CC")
    for index, cells in enumerate(content["rows"], start=1):
        for column, text in enumerate(cells, start=1):
            if text is None or text == "":
                continue
            cell = sheet.cell(index, column, text)
            # Text stays text: no number loses a digit, nothing that begins with = is a formula.
            cell.data_type, cell.number_format = "s", "@"
            if index == 1:
                cell.font = Font(bold=True)
            elif column == len(content["rows"][0]):
                cell.fill, cell.alignment = mark, Alignment(wrap_text=True, vertical="top")
    for column in range(1, len(content["rows"][0]) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 40 if column == len(content["rows"][0]) else 18
    sheet.freeze_panes = "A2"
    book.save(path)


def main():
    verb, source, target = sys.argv[1:4]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if verb == "write":
        with open(source, encoding="utf-8") as file:
            write(json.load(file), target)
        return
    try:
        answer = read(source, sys.argv[4] if len(sys.argv) > 4 else None)
    except Refused as refusal:
        answer = {"refused": str(refusal), "sheets": refusal.sheets}
    except MemoryError:
        answer = {"refused": "tooLarge"}
    with open(target, "w", encoding="utf-8") as file:
        json.dump(answer, file, ensure_ascii=False)


if __name__ == "__main__":
    main()
