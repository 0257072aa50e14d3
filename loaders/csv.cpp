#include "loaders/csv.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <deque>
#include <utility>

#include "loaders/lines.hpp"
#include "loaders/utf8.hpp"

namespace entente {

namespace {

/// libcsv's parser, which gathers the cells of one row.
class Parser {
 public:
  explicit Parser(char separator) {
    csv_init(&parser_, strict);
    csv_set_blk_size(&parser_, 4096);
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
  }
  ~Parser() { csv_free(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Returns the bytes understood: fewer than given when the quotation marks are wrong at that byte.
  std::size_t feed(std::string_view text) {
    return csv_parse(&parser_, text.data(), text.size(), &Parser::cell, &Parser::end, this);
  }
  /// False when a quotation mark is still open.
  bool finish() { return csv_fini(&parser_, &Parser::cell, &Parser::end, this) == 0; }
  /// Forgets the row. After a strict end that failed libcsv stays within the cell; a lenient one leaves it.
  void restart() {
    csv_set_opts(&parser_, 0);
    csv_fini(&parser_, nullptr, nullptr, nullptr);
    csv_set_opts(&parser_, strict);
    cells.clear();
    complete = false;
  }

  std::vector<std::string> cells;
  bool complete = false;

 private:
  static void cell(void* text, std::size_t size, void* self) {
    static_cast<Parser*>(self)->cells.emplace_back(static_cast<const char*>(text), size);
  }
  static void end(int, void* self) { static_cast<Parser*>(self)->complete = true; }

  static constexpr unsigned char strict = CSV_STRICT | CSV_STRICT_FINI;
  csv_parser parser_{};
};

std::string_view without_terminator(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<std::vector<std::string>> csv_cells(std::string_view row, char separator) {
  Parser parser(separator);
  if (parser.feed(row) != row.size() || !parser.finish()) return std::nullopt;
  return std::move(parser.cells);
}

char csv_separator(std::string_view beginning) {
  beginning = without_bom(beginning);
  const std::string_view first = beginning.substr(0, beginning.find_first_of("\r\n"));
  if (first.size() == 5 && first.substr(0, 4) == "sep=") return first[4];  // Excel's way to say it
  char best = ',';
  std::size_t most = 1;
  for (const char separator : {',', ';', '\t', '|'}) {
    const auto cells = csv_cells(first, separator);
    if (!cells || cells->size() <= most) continue;
    best = separator;
    most = cells->size();
  }
  return best;
}

Place csv_place(const CsvRow& row, std::size_t index, char separator) {
  Place place{row.line, 1};
  Parser parser(separator);
  for (std::size_t at = 0; at < row.text.size() && parser.cells.size() < index; ++at) {
    parser.feed({&row.text[at], 1});
    ++place.column;
    const bool line_ends = row.text[at] == '\n' ||
                           (row.text[at] == '\r' && (at + 1 == row.text.size() || row.text[at + 1] != '\n'));
    if (line_ends) place = {place.line + 1, 1};
  }
  return place;
}

struct CsvReader::State {
  struct Line {
    std::string text;
    std::size_t number;
    std::uint64_t offset;
    bool too_long;
  };

  State(Input& input, char separator, const LoadLimits& limits_)
      : lines(input, limits_.entry), parser(separator), limits(limits_), file(input.name()) {}

  Lines lines;
  Parser parser;
  const LoadLimits& limits;
  std::string file;
  std::deque<Line> again;   ///< lines to be read once more, after a broken row
  std::vector<Line> taken;  ///< the lines of the row that is being read
  CsvRow row;
  Diagnostic problem;

  bool take() {
    if (!again.empty()) {
      taken.push_back(std::move(again.front()));
      again.pop_front();
      return true;
    }
    if (!lines.next()) return false;
    taken.push_back({std::string(lines.line()), lines.number(), lines.offset(), lines.too_long()});
    return true;
  }

  Got broken(ErrorCode code, std::size_t line, std::size_t column, std::string message) {
    problem = {code, file, line, column, std::move(message), excerpt_of(taken.front().text)};
    parser.restart();
    again.insert(again.begin(), std::make_move_iterator(taken.begin() + 1),
                 std::make_move_iterator(taken.end()));
    return Got::Problem;
  }

  Got broken_off(std::string_view why) {
    return broken(
        ErrorCode::InvalidRow, taken.front().number, 0,
        fmt::format("a quotation mark opens on this line and is not closed {}; double it (\"\") where it "
                    "is part of a cell",
                    why));
  }

  Got next() {
    taken.clear();
    parser.restart();
    std::size_t size = 0;
    while (take()) {
      const Line& line = taken.back();
      size += line.text.size();
      if (line.too_long && taken.size() == 1) {
        return broken(ErrorCode::InvalidText, line.number, 0,
                      fmt::format("a line of more than {} bytes", limits.entry));
      }
      if (line.too_long || size > limits.entry)
        return broken_off(fmt::format("within {} bytes", limits.entry));
      if (const std::size_t done = parser.feed(line.text); done != line.text.size()) {
        if (taken.size() > 1) return broken_off(fmt::format("where a cell ends (line {})", line.number));
        return broken(ErrorCode::InvalidRow, line.number, done + 1,
                      "a quotation mark in the middle of a cell; put the whole cell in quotation marks and "
                      "double it (\"\")");
      }
      if (parser.complete) return finished();
      if (parser.cells.empty() &&
          without_terminator(line.text).find_first_not_of(" \t") == std::string::npos && taken.size() == 1) {
        taken.clear();
        size = 0;
      }
    }
    if (taken.empty()) return Got::End;
    if (!parser.finish()) return broken_off("before the file ends");
    return parser.complete ? finished() : Got::End;
  }

  Got finished() {
    row.cells = std::move(parser.cells);
    row.line = taken.front().number;
    row.offset = taken.front().offset;
    row.text.clear();
    for (const Line& line : taken) row.text += line.text;
    row.text.resize(without_terminator(row.text).size());
    return Got::Row;
  }
};

CsvReader::CsvReader(Input& input, char separator, const LoadLimits& limits)
    : state_(std::make_unique<State>(input, separator, limits)) {}
CsvReader::~CsvReader() = default;
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;

CsvReader::Got CsvReader::next() { return state_->next(); }
const CsvRow& CsvReader::row() const noexcept { return state_->row; }
const Diagnostic& CsvReader::problem() const noexcept { return state_->problem; }

}  // namespace entente
