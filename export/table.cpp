#include "export/table.hpp"

#include <algorithm>
#include <numeric>

#include "export/display_text.hpp"

namespace entente {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 8;

const char* color_of(std::string_view cell) {
  if (cell == "certain") return "32";
  if (cell == "part") return "36";
  if (cell == "presumed") return "33";
  if (cell == "possible") return "35";
  if (cell == "no") return "31";
  return nullptr;
}

std::string colored(const std::string& text, const char* color) {
  return color == nullptr ? text : "\x1b[" + std::string(color) + 'm' + text + "\x1b[0m";
}

std::vector<std::size_t> natural_widths(const Table& table,
                                        const std::vector<std::vector<std::string>>& cells) {
  std::vector<std::size_t> widths;
  for (const Column& column : table.columns) widths.push_back(display_width(printable(column.name)));
  for (const auto& row : cells) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  return widths;
}

/// Takes width from the columns that wrap, widest first; from the others only when that is not enough.
void fit(std::vector<std::size_t>& widths, const Table& table, std::size_t room) {
  const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1)); };
  for (const bool any : {false, true}) {
    while (total() > room) {
      std::size_t widest = widths.size();
      for (std::size_t i = 0; i < widths.size(); ++i) {
        if (!any && table.columns[i].fit != Column::Fit::Wrap) continue;
        if (widths[i] <= narrowest) continue;
        if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
      }
      if (widest == widths.size()) break;
      --widths[widest];
    }
  }
}

/// One row of cells, each wrapped to its column, as lines without blanks at their ends.
std::string row_text(const std::vector<std::string>& row, const Table& table,
                     const std::vector<std::size_t>& widths, const char* style, bool color) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    lines.push_back(wrapped(row[i], std::max<std::size_t>(widths[i], 2)));
    height = std::max(height, lines.back().size());
  }
  std::string text;
  for (std::size_t y = 0; y < height; ++y) {
    std::size_t owed = 0;  // blanks are written only in front of something
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const std::string& cell = y < lines[i].size() ? lines[i][y] : std::string();
      const std::size_t width = display_width(cell);
      const std::size_t rest = widths[i] > width ? widths[i] - width : 0;
      const bool right = table.columns[i].align == Column::Align::Right;
      if (!cell.empty()) {
        text += std::string(owed + (right ? rest : 0), ' ');
        text += color ? colored(cell, style != nullptr ? style : color_of(cell)) : cell;
        owed = right ? gap : rest + gap;
      } else {
        owed += widths[i] + gap;
      }
    }
    text += '\n';
  }
  return text;
}

}  // namespace

std::string to_text(const Table& table, const TextOptions& options) {
  if (table.columns.empty()) return {};
  std::vector<std::vector<std::string>> cells;
  for (const auto& row : table.rows) {
    std::vector<std::string>& safe = cells.emplace_back();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      safe.push_back(i < row.size() ? printable(row[i]) : std::string());
    }
  }
  std::vector<std::size_t> widths = natural_widths(table, cells);
  if (options.width != 0) fit(widths, table, options.width);

  std::string text;
  if (!table.title.empty()) {
    const std::string title = printable(table.title);
    text += (options.color ? colored(title, "1") : title) + "\n\n";
  }
  std::vector<std::string> heading;
  for (const Column& column : table.columns) heading.push_back(printable(column.name));
  text += row_text(heading, table, widths, "1", options.color);
  std::vector<std::string> rules;
  for (const std::size_t width : widths) {
    std::string& rule = rules.emplace_back();
    for (std::size_t i = 0; i < width; ++i) rule += options.ascii ? "-" : "─";
  }
  text += row_text(rules, table, widths, "2", options.color);
  for (const auto& row : cells) text += row_text(row, table, widths, nullptr, options.color);
  if (!table.notes.empty()) text += '\n';
  for (const std::string& note : table.notes) {
    const std::string safe = printable(note);
    if (options.width < 2) {
      text += safe + '\n';
    } else {
      for (const std::string& line : wrapped(safe, options.width)) text += line + '\n';
    }
  }
  return text;
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string csv;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) csv += ',';
    // A lone empty field would read back as no row at all.
    const bool vanishes = cell.empty() && cells.size() == 1;
    if (!vanishes && cell.find_first_of(",\"\r\n") == std::string::npos) {
      csv += cell;
      continue;
    }
    csv += '"';
    for (const char c : cell) {
      if (c == '"') csv += '"';
      csv += c;
    }
    csv += '"';
  }
  return csv + "\r\n";
}

std::string to_csv(const Table& table) {
  if (table.columns.empty()) return {};
  std::vector<std::string> cells;
  for (const Column& column : table.columns) cells.push_back(column.name);
  std::string csv = csv_line(cells);
  for (const auto& row : table.rows) {
    cells = row;
    cells.resize(table.columns.size());
    csv += csv_line(cells);
  }
  return csv;
}

}  // namespace entente
