#include "loaders/table/rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "loaders/csv.hpp"
#include "loaders/json_entries.hpp"
#include "loaders/utf8.hpp"

namespace entente::detail {

namespace {

class SeparatedRows : public TableRows {
 public:
  SeparatedRows(Input& input, const Mapping& mapping, const LoadLimits& limits)
      : file_(input.name()),
        limits_(limits),
        separator_(mapping.separator.value_or(csv_separator(input.beginning()))),
        reader_(input, separator_, limits) {
    while (header_.empty()) {
      const CsvReader::Got got = reader_.next();
      if (got == CsvReader::Got::End) throw Error(ErrorCode::InvalidRow, file_ + " has no header");
      if (got == CsvReader::Got::Problem) {
        throw Error(reader_.problem().code, reader_.problem().to_string());
      }
      if (const auto problem = not_text()) throw Error(problem->code, problem->to_string());
      if (reader_.row().text.substr(0, 4) != "sep=") header_ = reader_.row().cells;
    }
  }

  Got next() override {
    const CsvReader::Got got = reader_.next();
    if (got == CsvReader::Got::End) return Got::End;
    if (got == CsvReader::Got::Problem) {
      problem_ = reader_.problem();
      return Got::Problem;
    }
    if (auto problem = problem_of_row()) {
      problem_ = std::move(*problem);
      return Got::Problem;
    }
    return Got::Row;
  }
  [[nodiscard]] const std::vector<std::string>& cells() const override { return reader_.row().cells; }
  [[nodiscard]] std::size_t line() const override { return reader_.row().line; }
  [[nodiscard]] const std::string& text() const override { return reader_.row().text; }

 private:
  [[nodiscard]] std::optional<Diagnostic> not_text() const {
    const CsvRow& row = reader_.row();
    if (auto problem = utf8_problem(row.text, file_, row.line, row.offset)) return problem;
    return nul_problem(row.text, file_, row.line, row.offset);
  }

  [[nodiscard]] std::optional<Diagnostic> problem_of_row() const {
    if (auto problem = not_text()) return problem;
    const CsvRow& row = reader_.row();
    Diagnostic problem{ErrorCode::InvalidRow, file_, row.line, 0, "", excerpt_of(row.text)};
    if (row.cells.size() != header_.size()) {
      problem.message =
          fmt::format("this row has {} cells and the header {}; an empty cell still needs its separator",
                      row.cells.size(), header_.size());
      return problem;
    }
    const auto too_long = std::find_if(row.cells.begin(), row.cells.end(),
                                       [&](const auto& cell) { return cell.size() > limits_.text; });
    if (too_long == row.cells.end()) return std::nullopt;
    const auto index = static_cast<std::size_t>(too_long - row.cells.begin());
    problem.code = ErrorCode::InvalidText;
    problem.column = csv_place(row, index, separator_).column;
    problem.message = fmt::format("a cell of more than {} bytes", limits_.text);
    return problem;
  }

  std::string file_;
  const LoadLimits& limits_;
  char separator_;
  CsvReader reader_;
};

/// The value at the end of the path; null where a step leads nowhere.
const JsonValue* follow(const JsonValue* value, const std::vector<std::string>& path) {
  for (const std::string& step : path) {
    if (value == nullptr || value->kind != JsonValue::Kind::Object) return nullptr;
    value = value->find(step);
  }
  return value;
}

std::string cell_of(const JsonValue* value) {
  if (value == nullptr) return {};
  if (value->kind != JsonValue::Kind::Array) return value->text;
  std::string list;
  for (const JsonValue& item : value->items) {
    if (!list.empty()) list += ", ";
    list += cell_of(&item);
  }
  return list;
}

/// A JSON document is read whole; its rows are the items of a list in it, or the document is one row.
class JsonRows : public TableRows {
 public:
  JsonRows(Input& input, const Mapping& mapping, const LoadLimits& limits) : mapping_(mapping) {
    for (const auto& [name, path] : mapping.json_columns) header_.push_back(name);
    const std::string document = input.rest(limits.document);
    LoadLimits whole = limits;
    whole.entry = limits.document;
    const auto problem = read_json_line(document, input.name(), 1, whole,
                                        [&](std::string_view, const JsonValue& root) { root_ = root; });
    if (problem) throw Error(problem->code, problem->to_string());
    const JsonValue* const rows = follow(&root_, mapping.json_rows);
    if (rows == nullptr) {
      throw Error(ErrorCode::InvalidRow,
                  fmt::format("{} has nothing at the path of the mapping's rows", input.name()));
    }
    if (rows->kind == JsonValue::Kind::Array) {
      for (const JsonValue& row : rows->items) rows_.push_back(&row);
    } else {
      rows_.push_back(rows);
    }
  }

  Got next() override {
    if (at_ == rows_.size()) return Got::End;
    row_ = rows_[at_++];
    cells_.clear();
    text_.clear();
    for (const auto& [name, path] : mapping_.json_columns) {
      cells_.push_back(cell_of(follow(row_, path)));
      if (!cells_.back().empty())
        text_ += fmt::format("{}{}: {}", text_.empty() ? "" : "; ", name, cells_.back());
    }
    return Got::Row;
  }
  [[nodiscard]] const std::vector<std::string>& cells() const override { return cells_; }
  [[nodiscard]] std::size_t line() const override { return row_->place.line; }
  [[nodiscard]] const std::string& text() const override { return text_; }

 private:
  const Mapping& mapping_;
  JsonValue root_;
  std::vector<const JsonValue*> rows_;
  std::size_t at_ = 0;
  const JsonValue* row_ = nullptr;
  std::vector<std::string> cells_;
  std::string text_;
};

}  // namespace

std::unique_ptr<TableRows> open_rows(Input& input, const Mapping& mapping, const LoadLimits& limits) {
  if (mapping.json) return std::make_unique<JsonRows>(input, mapping, limits);
  return std::make_unique<SeparatedRows>(input, mapping, limits);
}

}  // namespace entente::detail
