#include "loaders/names_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "graph/entity.hpp"
#include "loaders/csv.hpp"
#include "loaders/file_source.hpp"
#include "loaders/utf8.hpp"

namespace entente {

namespace {

struct Columns {
  std::size_t name = 0, id = 0;
};

std::optional<std::size_t> column_of(const std::vector<std::string>& header, std::string_view name) {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

std::optional<Columns> columns_of(const std::vector<std::string>& header) {
  const auto name = column_of(header, "name"), id = column_of(header, "id");
  if (!name || !id || column_of(header, "object")) return std::nullopt;
  return Columns{*name, *id};
}

class Loader {
 public:
  Loader(Input& input, const LoadOptions& options, ClaimSink& sink)
      : input_(input), options_(options), sink_(sink) {
    source_.title = options.title.empty() ? "names: " + input.name() : options.title;
    source_.id.value = options.source_id;
    if (options.source_id.empty()) source_.id.value = detail::file_source_id("names", input.content_hash());
    source_.url = options.url;
    source_.published = options.published;
    source_.priority = options.priority;
  }

  LoadReport load() {
    input_.on_progress(options_.progress);
    CsvReader reader(input_, csv_separator(input_.beginning()), options_.limits);
    for (auto got = reader.next(); got != CsvReader::Got::End; got = reader.next()) {
      if (got == CsvReader::Got::Problem) {
        ++report_.read;
        skip_row(reader.problem(), options_, sink_, report_);
      } else if (!columns_) {
        take_header(reader.row());
      } else {
        take_row(reader.row());
      }
    }
    return report_;
  }

 private:
  void take_header(const CsvRow& row) {
    columns_ = columns_of(row.cells);
    if (columns_) return;
    throw Error(ErrorCode::InvalidRow,
                fmt::format("{}:{}: a table of names has the columns name and id", input_.name(), row.line));
  }

  void take_row(const CsvRow& row) {
    ++report_.read;
    const auto skip = [&](ErrorCode code, const std::string& message) {
      skip_row({code, input_.name(), row.line, 0, message, excerpt_of(row.text)}, options_, sink_, report_);
    };
    if (const auto problem = utf8_problem(row.text, input_.name(), row.line, row.offset)) {
      return skip_row(*problem, options_, sink_, report_);
    }
    if (row.cells.size() <= std::max(columns_->name, columns_->id)) {
      return skip(ErrorCode::InvalidRow, "this row has no cell for the name or the id");
    }
    const std::string& id = row.cells[columns_->id];
    if (id.empty()) return pass_over_row("not settled: no id", report_);
    if (is_nameless(row.cells[columns_->name])) return skip(ErrorCode::InvalidRow, "the name is empty");
    Claim claim;
    claim.subject.id = id;
    claim.event = Event::Named;
    claim.object.name = row.cells[columns_->name];
    claim.detail = to_string(Naming{.sort = AliasSort::Mapped});
    claim.evidence = {source_.id, 0, 0, row.line, row.text, "names-csv"};
    if (report_.used++ == 0) sink_.source(source_);
    sink_.claim(claim);
    ++report_.claims;
  }

  Input& input_;
  const LoadOptions& options_;
  ClaimSink& sink_;
  Source source_;
  std::optional<Columns> columns_;
  LoadReport report_;
};

}  // namespace

bool is_names_table(std::string_view beginning) {
  const std::string_view text = without_bom(beginning);
  const auto cells = csv_cells(text.substr(0, text.find_first_of("\r\n")), csv_separator(text));
  return cells && columns_of(*cells).has_value();
}

LoadReport load_names_csv(Input& input, const LoadOptions& options, ClaimSink& sink) {
  return Loader(input, options, sink).load();
}

}  // namespace entente
