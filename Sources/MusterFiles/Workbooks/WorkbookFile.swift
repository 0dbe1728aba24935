import CXlsxWriter
import Glibc
public import MusterWords
import Vocabulary

extension Workbook {
  /// Writes the workbook as xlsx to `path`, beside it first and then in its place.
  ///
  /// The only file that calls libxlsxwriter, which wants a path and C strings throughout.
  public func write(to path: String, language: Language) throws(FileRefusal) {
    let part = "\(path).part"
    // The library reports a place it cannot write to on standard error, so that is tried first.
    try Disk.write([], to: part)
    guard let file = WorkbookFile(path: part, language: language) else {
      throw TableFault.refusal(.cannotWrite, .unwritable, file: path)
    }
    let isWritten = file.add(self)
    guard file.close(), isWritten, unsafe rename(part, path) == 0 else {
      unsafe unlink(part)
      throw TableFault.refusal(.cannotWrite, .unwritable, file: path)
    }
  }
}

/// A workbook of libxlsxwriter while it is made.
///
/// The pointers live from `init` to `close`, which is called once; strings given to the library
/// are copied by it, or kept here until the end.
@safe private final class WorkbookFile {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let fontName: String
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var strings: [UnsafeMutablePointer<CChar>] = unsafe []
  private var failed = false

  init?(path: String, language: Language) {
    guard let book = unsafe workbook_new(path) else { return nil }
    unsafe self.book = unsafe book
    fontName = language == .zh ? "Microsoft YaHei" : "Arial"
  }

  deinit {
    while let string = unsafe strings.popLast() { unsafe free(string) }
  }

  /// Ends the workbook; false where it could not be written.
  func close() -> Bool {
    unsafe workbook_close(book) == LXW_NO_ERROR
  }

  /// Adds all of `workbook`; false where something of it does not fit into a workbook.
  func add(_ workbook: Workbook) -> Bool {
    var properties = unsafe lxw_doc_properties()
    unsafe properties.title = keep(workbook.title)
    unsafe properties.author = keep("Muster")
    unsafe properties.created = time_t(workbook.created.seconds)
    check(unsafe workbook_set_properties(book, &properties))
    for sheet in workbook.sheets {
      guard let worksheet = unsafe workbook_add_worksheet(book, sheet.name) else { return false }
      unsafe add(sheet, to: worksheet)
    }
    return !failed
  }

  private func check(_ error: lxw_error) {
    if error != LXW_NO_ERROR { failed = true }
  }

  /// A C string that lives as long as this object.
  private func keep(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = unsafe strdup(text) else { return nil }
    unsafe strings.append(copy)
    return unsafe copy
  }
}

// Sheets.
extension WorkbookFile {
  fileprivate func add(_ sheet: Sheet, to worksheet: UnsafeMutablePointer<lxw_worksheet>) {
    for (columns, characters) in sheet.widths {
      check(
        unsafe worksheet_set_column(
          worksheet, column(columns.lowerBound), column(columns.upperBound), Double(characters),
          nil))
    }
    if let columns = sheet.hiddenColumns {
      var options = lxw_row_col_options()
      options.hidden = 1
      check(
        unsafe worksheet_set_column_opt(
          worksheet, column(columns.lowerBound), column(columns.upperBound), 12, nil, &options))
    }
    for (index, points) in sheet.heights {
      check(unsafe worksheet_set_row(worksheet, row(index), Double(points), nil))
    }
    for (area, cell) in sheet.merges {
      check(
        unsafe worksheet_merge_range(
          worksheet, row(area.rows.lowerBound), column(area.columns.lowerBound),
          row(area.rows.upperBound), column(area.columns.upperBound), "", format(cell.style)))
      unsafe write(cell, to: worksheet, area.rows.lowerBound, area.columns.lowerBound)
    }
    for (place, cell) in sheet.cells {
      unsafe write(cell, to: worksheet, place.row, place.column)
    }
    for (area, condition, style) in sheet.conditions {
      unsafe add(condition, style, over: area, to: worksheet)
    }
    for (area, validation) in sheet.validations {
      unsafe add(validation, over: area, to: worksheet)
    }
    for (place, chart) in sheet.charts { unsafe insert(chart, at: place, into: worksheet) }
    unsafe setPage(of: sheet, worksheet)
  }

  private func setPage(of sheet: Sheet, _ worksheet: UnsafeMutablePointer<lxw_worksheet>) {
    unsafe worksheet_set_paper(worksheet, 9)
    if !sheet.isPortrait { unsafe worksheet_set_landscape(worksheet) }
    unsafe worksheet_fit_to_pages(worksheet, 1, 0)
    unsafe worksheet_set_margins(worksheet, 0.4, 0.4, 0.5, 0.6)
    unsafe worksheet_center_horizontally(worksheet)
    unsafe worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    let foot = sheet.footer.replacing("&", with: "&&")
    check(unsafe worksheet_set_footer(worksheet, "&L&8 \(foot)&R&8 &P / &N"))
    if sheet.frozen.rows > 0 || sheet.frozen.columns > 0 {
      unsafe worksheet_freeze_panes(worksheet, row(sheet.frozen.rows), column(sheet.frozen.columns))
    }
    if let area = sheet.filter {
      check(
        unsafe worksheet_autofilter(
          worksheet, row(area.rows.lowerBound), column(area.columns.lowerBound),
          row(area.rows.upperBound), column(area.columns.upperBound)))
    }
    if let rows = sheet.repeatedRows {
      check(unsafe worksheet_repeat_rows(worksheet, row(rows.lowerBound), row(rows.upperBound)))
    }
    if let area = sheet.printArea {
      check(
        unsafe worksheet_print_area(
          worksheet, row(area.rows.lowerBound), column(area.columns.lowerBound),
          row(area.rows.upperBound), column(area.columns.upperBound)))
    }
    if let area = sheet.textNumbers {
      check(
        unsafe worksheet_ignore_errors(
          worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), area.name))
    }
    if !sheet.breaks.isEmpty {
      // The list ends with a zero.
      var rows = sheet.breaks.map(row) + [0]
      check(unsafe worksheet_set_h_pagebreaks(worksheet, &rows))
    }
    if let tab = sheet.tab { unsafe worksheet_set_tab_color(worksheet, tab.rgb) }
    if sheet.isProtected {
      var allowed = lxw_protection()
      allowed.autofilter = 1
      allowed.format_columns = 1
      allowed.format_rows = 1
      unsafe worksheet_protect(worksheet, nil, &allowed)
    }
  }

  private func write(
    _ cell: Cell, to worksheet: UnsafeMutablePointer<lxw_worksheet>, _ line: Int, _ place: Int
  ) {
    let line = row(line)
    let place = column(place)
    let format = unsafe format(cell.style)
    switch cell.content {
    case .blank:
      check(unsafe worksheet_write_blank(worksheet, line, place, format))
    case .text(let text):
      check(unsafe worksheet_write_string(worksheet, line, place, storable(text), format))
    case .number(let number):
      check(unsafe worksheet_write_number(worksheet, line, place, number.nearest, format))
    case .day(let day):
      // Day 1 is 1900-01-01, and 1900 is taken for a leap year.
      check(
        unsafe worksheet_write_number(
          worksheet, line, place, Double(day.ordinal + 25_569), format))
    case .formula(let formula, .number(let result)):
      check(
        unsafe worksheet_write_formula_num(
          worksheet, line, place, formula, format, result.nearest))
    case .formula(let formula, .text(let result)):
      check(
        unsafe worksheet_write_formula_str(
          worksheet, line, place, formula, format, storable(result)))
    }
  }

  private func add(
    _ condition: Condition, _ style: CellStyle, over area: Area,
    to worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    var rule = unsafe lxw_conditional_format()
    unsafe rule.format = format(style, isConditional: true)
    switch condition {
    case .isNegative, .isZero, .isPositive:
      unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      let criterion =
        switch condition {
        case .isNegative: LXW_CONDITIONAL_CRITERIA_LESS_THAN
        case .isZero: LXW_CONDITIONAL_CRITERIA_EQUAL_TO
        default: LXW_CONDITIONAL_CRITERIA_GREATER_THAN
        }
      unsafe rule.criteria = UInt8(criterion.rawValue)
      unsafe rule.value = 0
    case .isText(let text):
      unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
      unsafe rule.value_string = keep("\"\(text.replacing("\"", with: "\"\""))\"")
    case .formula(let formula):
      unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      unsafe rule.value_string = keep(formula)
    }
    check(
      unsafe worksheet_conditional_format_range(
        worksheet, row(area.rows.lowerBound), column(area.columns.lowerBound),
        row(area.rows.upperBound), column(area.columns.upperBound), &rule))
  }

  private func add(
    _ validation: Validation, over area: Area, to worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    var rule = unsafe lxw_data_validation()
    switch validation {
    case .textLength(let most, let message):
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
      unsafe rule.value_number = Double(most)
      unsafe rule.error_message = keep(message)
    }
    check(
      unsafe worksheet_data_validation_range(
        worksheet, row(area.rows.lowerBound), column(area.columns.lowerBound),
        row(area.rows.upperBound), column(area.columns.upperBound), &rule))
  }

  private func row(_ index: Int) -> lxw_row_t { lxw_row_t(index) }

  private func column(_ index: Int) -> lxw_col_t { lxw_col_t(index) }
}

// Charts.
extension WorkbookFile {
  private func insert(
    _ chart: Chart, at place: Place, into worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    let kind =
      switch chart.kind {
      case .columns: LXW_CHART_COLUMN
      case .lines: LXW_CHART_LINE
      }
    guard let drawing = unsafe workbook_add_chart(book, UInt8(kind.rawValue)) else {
      failed = true
      return
    }
    for series in chart.series {
      guard
        let added = unsafe chart_add_series(
          drawing, "=\(series.categories)", "=\(series.values)")
      else {
        failed = true
        return
      }
      unsafe chart_series_set_name(added, series.name)
      var fill = lxw_chart_fill()
      var line = lxw_chart_line()
      switch series.look {
      case .filled(let color):
        fill.color = color.rgb
        line.none = 1
      case .line(let color), .thickLine(let color):
        fill.none = 1
        line.color = color.rgb
        line.width = series.look == .line(color) ? 1.25 : 2.5
      }
      unsafe chart_series_set_fill(added, &fill)
      unsafe chart_series_set_line(added, &line)
    }
    var titleFont = unsafe font(size: 12, isBold: true)
    unsafe chart_title_set_name(drawing, storable(chart.title))
    unsafe chart_title_set_name_font(drawing, &titleFont)
    var small = unsafe font(size: 8, isBold: false)
    var grid = lxw_chart_line()
    grid.color = Color.rule.rgb
    grid.width = 0.5
    unsafe chart_axis_set_num_font(drawing.pointee.x_axis, &small)
    unsafe chart_axis_set_num_font(drawing.pointee.y_axis, &small)
    unsafe chart_axis_set_name(drawing.pointee.y_axis, chart.valueAxis)
    unsafe chart_axis_set_name_font(drawing.pointee.y_axis, &small)
    unsafe chart_axis_major_gridlines_set_line(drawing.pointee.y_axis, &grid)
    unsafe chart_axis_set_line(drawing.pointee.x_axis, &grid)
    unsafe chart_axis_set_min(drawing.pointee.y_axis, 0)
    unsafe chart_axis_set_num_format(drawing.pointee.y_axis, "#,##0")
    if let step = chart.labelEvery {
      unsafe chart_axis_set_interval_unit(drawing.pointee.x_axis, UInt16(step))
      unsafe chart_axis_set_interval_tick(drawing.pointee.x_axis, UInt16(step))
    }
    unsafe chart_axis_set_major_tick_mark(
      drawing.pointee.x_axis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    if chart.kind == .columns { unsafe chart_set_series_gap(drawing, 60) }
    let legend = chart.series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
    unsafe chart_legend_set_position(drawing, UInt8(legend.rawValue))
    unsafe chart_legend_set_font(drawing, &small)
    var area = lxw_chart_line()
    area.none = 1
    unsafe chart_chartarea_set_line(drawing, &area)
    // A chart is 480 by 288 pixels unless scaled.
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = Double(chart.width) / 480
    unsafe options.y_scale = Double(chart.height) / 288
    check(
      unsafe worksheet_insert_chart_opt(
        worksheet, row(place.row), column(place.column), drawing, &options))
  }

  private func font(size: Double, isBold: Bool) -> lxw_chart_font {
    var font = unsafe lxw_chart_font()
    unsafe font.name = keep(fontName)
    unsafe font.size = size
    unsafe font.bold = isBold ? 1 : 0
    unsafe font.color = Color.ink.rgb
    return unsafe font
  }
}

// Formats.
extension WorkbookFile {
  /// The library's format for `style`, made once.
  private func format(
    _ style: CellStyle, isConditional: Bool = false
  ) -> UnsafeMutablePointer<lxw_format>? {
    if !isConditional, let known = unsafe formats[style] { return unsafe known }
    guard let format = unsafe workbook_add_format(book) else {
      failed = true
      return nil
    }
    unsafe format_set_font_color(format, style.color.rgb)
    if style.isBold { unsafe format_set_bold(format) }
    if let fill = style.fill {
      // A conditional format fills with its background, a plain one with its foreground.
      if isConditional {
        unsafe format_set_bg_color(format, fill.rgb)
      } else {
        unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
        unsafe format_set_fg_color(format, fill.rgb)
      }
    }
    guard !isConditional else { return unsafe format }
    unsafe format_set_font_name(format, fontName)
    unsafe format_set_font_size(format, Double(style.size))
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if let alignment = style.alignment.code {
      unsafe format_set_align(format, UInt8(alignment.rawValue))
    }
    if style.wraps { unsafe format_set_text_wrap(format) }
    if style.indent > 0 { unsafe format_set_indent(format, UInt8(style.indent)) }
    if style.isUnlocked { unsafe format_set_unlocked(format) }
    if let code = style.format.code { unsafe format_set_num_format(format, code) }
    switch style.border {
    case .none: break
    case .hair:
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, Color.rule.rgb)
    case .top:
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, Color.rule.rgb)
      unsafe format_set_top(format, UInt8(LXW_BORDER_MEDIUM.rawValue))
      unsafe format_set_top_color(format, Color.deep.rgb)
    }
    unsafe formats[style] = unsafe format
    return unsafe format
  }
}

extension CellStyle.Alignment {
  fileprivate var code: lxw_format_alignments? {
    switch self {
    case .automatic: nil
    case .left: LXW_ALIGN_LEFT
    case .center: LXW_ALIGN_CENTER
    case .right: LXW_ALIGN_RIGHT
    }
  }
}

extension CellStyle.Format {
  fileprivate var code: String? {
    switch self {
    case .general: nil
    case .text: "@"
    case .integer: "#,##0"
    case .money(let sign, let decimals):
      "\(sign)#,##0\(places(decimals));[Red]-\(sign)#,##0\(places(decimals))"
    case .percent: "0.0%"
    case .factor: "0.00##"
    case .decimals(let count): "0\(places(count))"
    case .day: "yyyy-mm-dd"
    case .hours: "[h]:mm"
    }
  }
}

/// The decimal point and so many places of a number format.
private func places(_ count: Int) -> String {
  count > 0 ? "." + String(repeating: "0", count: count) : ""
}

extension Cell.Number {
  /// The binary number nearest to the fraction, as a spreadsheet program's own division gives it.
  fileprivate var nearest: Double { Double(numerator) / Double(denominator) }
}

/// `text` without what XML cannot hold.
private func storable(_ text: String) -> String {
  let unfit: Set<Unicode.Scalar> = ["\0", "\u{FFFE}", "\u{FFFF}"]
  guard text.unicodeScalars.contains(where: unfit.contains) else { return text }
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: text.unicodeScalars.map { unfit.contains($0) ? "\u{FFFD}" : $0 })
  return String(scalars)
}
