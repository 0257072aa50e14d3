#include "loaders/facts_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "loaders/csv.hpp"
#include "loaders/facts_row.hpp"
#include "loaders/file_source.hpp"
#include "loaders/utf8.hpp"

namespace entente {

namespace {

constexpr std::string_view rule = "facts-csv";

class Loader {
 public:
  Loader(Input& input, const LoadOptions& options, ClaimSink& sink)
      : input_(input),
        options_(options),
        sink_(sink),
        said_(FactsColumns::parse(options.columns)),
        separator_(csv_separator(input.beginning())) {
    file_source_ = detail::file_source(detail::without_ending(input.name()), options,
                                       [&] { return input.content_hash(); });
  }

  LoadReport load() {
    input_.on_progress(options_.progress);
    CsvReader reader(input_, separator_, options_.limits);
    for (;;) {
      const CsvReader::Got got = reader.next();
      if (got == CsvReader::Got::End) break;
      if (got == CsvReader::Got::Problem) {
        ++report_.read;
        skip_row(reader.problem(), options_, sink_, report_);
      } else if (const CsvRow& row = reader.row(); !has_header_) {
        if (const auto problem = not_text(row)) throw Error(problem->code, problem->to_string());
        if (row.text.substr(0, 4) != "sep=") take_header(row);
      } else if (std::any_of(row.cells.begin(), row.cells.end(),
                             [](const auto& cell) { return !cell.empty(); })) {
        take_row(row);
      }
    }
    return report_;
  }

 private:
  void take_header(const CsvRow& row) {
    columns_ = said_.over(row.cells, input_.name());
    width_ = row.cells.size();
    has_header_ = true;
  }

  void take_row(const CsvRow& row) {
    ++report_.read;
    if (const auto problem = problem_of(row)) {
      skip_row(*problem, options_, sink_, report_);
      return;
    }
    detail::FactsCells cells;
    for (std::size_t field = 0; field < facts_fields; ++field) {
      if (columns_[field].constant) cells[field] = *columns_[field].constant;
      if (columns_[field].index) cells[field] = row.cells[*columns_[field].index];
    }
    try {
      Claim claim = detail::read_row(cells);
      claim.evidence.source = source_of(cells);
      claim.evidence.row = row.line;
      const std::string_view quoted = cells[static_cast<std::size_t>(FactsField::Text)];
      claim.evidence.text = quoted.empty() ? std::string_view(row.text) : quoted;
      claim.evidence.rule = rule;
      sink_.claim(claim);
      ++report_.claims;
    } catch (const detail::BadRow& bad) {
      Diagnostic problem{bad.code, input_.name(), row.line, 0, bad.message, excerpt_of(row.text)};
      if (bad.field) {
        const std::size_t field = static_cast<std::size_t>(*bad.field);
        if (columns_[field].index) {
          const Place place = csv_place(row, *columns_[field].index, separator_);
          problem.line = place.line;
          problem.column = place.column;
        }
        if (!cells[field].empty()) problem.excerpt = excerpt_of(cells[field]);
      }
      skip_row(problem, options_, sink_, report_);
    }
  }

  std::optional<Diagnostic> not_text(const CsvRow& row) const {
    if (auto problem = utf8_problem(row.text, input_.name(), row.line, row.offset)) return problem;
    return nul_problem(row.text, input_.name(), row.line, row.offset);
  }

  std::optional<Diagnostic> problem_of(const CsvRow& row) const {
    if (auto problem = not_text(row)) return problem;
    Diagnostic problem{ErrorCode::InvalidRow, input_.name(), row.line, 0, "", excerpt_of(row.text)};
    if (row.cells.size() != width_) {
      problem.message =
          fmt::format("this row has {} cells and the header {}; an empty cell still needs its separator",
                      row.cells.size(), width_);
      return problem;
    }
    for (std::size_t index = 0; index < row.cells.size(); ++index) {
      if (row.cells[index].size() <= options_.limits.text) continue;
      problem.code = ErrorCode::InvalidText;
      problem.column = csv_place(row, index, separator_).column;
      problem.message = fmt::format("a cell of more than {} bytes", options_.limits.text);
      return problem;
    }
    return std::nullopt;
  }

  /// The row's source, which the sink hears of when it is new.
  SourceId source_of(const detail::FactsCells& cells) {
    const std::string_view name = cells[static_cast<std::size_t>(FactsField::Source)];
    const std::string_view url = cells[static_cast<std::size_t>(FactsField::Url)];
    Source source = file_source_;
    if (options_.source_id.empty() && !(name.empty() && url.empty())) {
      source.title = name.empty() ? url : name;
      source.url = url.empty() && name.substr(0, 4) == "http" ? name : url;
      source.id.value = name.empty() ? url : name;
      // The same name with another address is another source, whichever row comes first.
      if (!name.empty() && !url.empty()) source.id.value += fmt::format(" ({})", url);
    }
    if (!options_.title.empty()) source.title = options_.title;
    if (!options_.url.empty()) source.url = options_.url;
    if (options_.published) source.published = options_.published;
    source.priority = options_.priority;
    if (known_sources_.insert(std::hash<std::string>()(source.id.value)).second) sink_.source(source);
    return source.id;
  }

  Input& input_;
  const LoadOptions& options_;
  ClaimSink& sink_;
  FactsColumns said_;
  char separator_;
  Source file_source_;
  bool has_header_ = false;
  std::size_t width_ = 0;
  std::array<FactsColumn, facts_fields> columns_;
  std::unordered_set<std::size_t> known_sources_;  ///< hashes of ids
  LoadReport report_;
};

}  // namespace

LoadReport load_facts_csv(Input& input, const LoadOptions& options, ClaimSink& sink) {
  return Loader(input, options, sink).load();
}

}  // namespace entente
