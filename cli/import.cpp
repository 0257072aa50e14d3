#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <vector>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "cli/preview.hpp"
#include "export/table.hpp"
#include "graph/error.hpp"
#include "graph/store.hpp"
#include "loaders/bundled_registry.hpp"
#include "loaders/load.hpp"
#include "loaders/table_mapping.hpp"

namespace entente::cli {

namespace {

/// Into one transaction of the database; problems are said as they come, up to a number that a person reads.
class StoreSink : public ClaimSink {
 public:
  explicit StoreSink(Store::Import& import) : import_(&import) {}

  void source(const Source& source) override { import_->add(source); }
  void claim(const Claim& claim) override {
    ++claims_;
    if (import_->add(claim)) ++new_claims_;
  }
  void problem(const Diagnostic& problem) override {
    constexpr std::size_t shown = 20;
    if (++problems_ <= shown) complain(problem.to_string());
    if (problems_ == shown + 1) complain("further problems are counted, not shown");
  }

  [[nodiscard]] std::size_t claims() const { return claims_; }
  [[nodiscard]] std::size_t new_claims() const { return new_claims_; }
  [[nodiscard]] std::size_t problems() const { return problems_; }

 private:
  Store::Import* import_;
  std::size_t claims_ = 0, new_claims_ = 0, problems_ = 0;
};

/// What became of one input.
struct Line {
  std::string input;
  LoadReport report;
  std::size_t claims = 0;
  std::size_t fresh = 0;
  std::string failure;
};

/// `input: 5 used, 3 passed over (2 for this, 1 for that) …` for a loader that counts so; else nothing.
std::string accounts_of(const Line& line) {
  const LoadReport& report = line.report;
  const auto part = [](std::string_view what, const Reasons& reasons) {
    std::string text = fmt::format(", {} {}", sum_of(reasons), what);
    std::string_view before = ": ";
    for (const auto& [reason, times] : reasons) {
      text += fmt::format("{}{} × {}", before, times, reason);
      before = "; ";
    }
    return text;
  };
  if (report.used == 0 && report.passed_over.empty() && report.warnings.empty()) return {};
  return fmt::format("{}: {} used{}{}{}", line.input, report.used, part("passed over", report.passed_over),
                     part("skipped", report.skipped_for), part("with a warning", report.warnings));
}

LoadOptions options_of(const ImportCommand& command) {
  LoadOptions options;
  options.published = command.published;
  options.title = command.title;
  options.url = command.url;
  options.source_id = command.source;
  options.priority = command.priority;
  options.registry = command.registry;
  options.strict = command.strict;
  options.columns = command.map;
  if (!command.properties.empty()) {
    Input table = Input::open(command.properties);
    options.wikidata_properties = table.rest(options.limits.entry);
  }
  if (!command.mapping.empty()) {
    options.mapping = std::make_shared<const TableMapping>(TableMapping::find(command.mapping));
  }
  return options;
}

/// What this very program is known by: another build may read other claims from the same file.
const std::string& program_mark() {
  static const std::string mark = [] {
    try {
      return fmt::format("{:016x}", Input::open("/proc/self/exe").content_hash());
    } catch (const Error&) {
      return std::string(ENTENTE_VERSION);  // a system that does not tell where the program lies
    }
  }();
  return mark;
}

/// By what an input is known again when it is read the same way; nothing where more than the file decides
/// what is read from it, and for what can be read only once.
std::optional<std::string> fingerprint_of(const std::string& path, std::optional<entente::Format> format,
                                          const ImportCommand& command) {
  if (!command.mapping.empty() || !command.properties.empty()) return std::nullopt;
  std::error_code unreadable;
  if (path == "-" || !std::filesystem::is_regular_file(path, unreadable)) return std::nullopt;
  try {
    Input input = Input::open(path);
    const entente::Format found = detect_format(input, format);
    if (found == entente::Format::IntervalGraph) return std::nullopt;  // names stand in files beside it
    const std::uint64_t hash = input.content_hash();
    std::string text = fmt::format("{} {:016x} {} {} {}", program_mark(), hash, name_of(found),
                                   command.priority, command.registry);
    for (const std::string& part :
         {input.name(), command.as, command.title, command.url, command.source, command.map,
          command.published ? command.published->text() : std::string()}) {
      text += fmt::format(" {}:{}", part.size(), part);
    }
    return text;
  } catch (const Error&) {
    return std::nullopt;  // it is told when the file is read
  }
}

/// What is kept of a report: `read used claims`, then a line for each reason to pass rows over.
std::string kept_report(const Line& line) {
  std::string text = fmt::format("{} {} {}\n", line.report.read, line.report.used, line.claims);
  for (const auto& [reason, times] : line.report.passed_over) text += fmt::format("{} {}\n", times, reason);
  return text;
}

void recall_report(const std::string& text, Line& line) {
  std::istringstream lines(text);
  lines >> line.report.read >> line.report.used >> line.claims;
  line.report.claims = line.claims;
  std::uint64_t times = 0;
  while (lines >> times) {
    std::string reason;
    lines.get();
    std::getline(lines, reason);
    line.report.passed_over[reason] = times;
  }
}

template <typename Load>
Line import_one(Store& store, const ImportCommand& command, const std::string& name,
                const std::optional<std::string>& fingerprint, const Load& load_into) {
  Line line;
  line.input = name;
  try {
    if (const auto before = fingerprint ? store.input_report(*fingerprint) : std::nullopt) {
      recall_report(*before, line);
      return line;
    }
    Store::Import import = store.begin_import();
    StoreSink sink(import);
    LoadReport report;
    if (command.registry) {
      DescribingSink describing(bundled_registry(), sink);
      report = load_into(describing);
    } else {
      report = load_into(sink);
    }
    line.report = report;
    line.claims = sink.claims();
    line.fresh = sink.new_claims();
    if (fingerprint && sink.problems() == 0 && report.skipped == 0 && report.warnings.empty()) {
      import.note_input(*fingerprint, kept_report(line));
    }
    import.commit();
  } catch (const Error& error) {
    if (error.code() == ErrorCode::DatabaseFailure) throw;  // the next input would fare no better
    line.failure = error.what();
    complain(line.failure);
  }
  return line;
}

/// All that comes with the program is one input: it is whole or it is not there.
Line import_bundled(Store& store, const ImportCommand& command) {
  return import_one(store, command, "bundled data", std::nullopt,
                    [](ClaimSink& sink) { return load_bundled(sink); });
}

void print_report(const Common& common, const std::vector<Line>& lines) {
  Table table{.columns = {{"input", Column::Fit::Wrap},
                          {"read", Column::Fit::Keep, Column::Align::Right},
                          {"claims", Column::Fit::Keep, Column::Align::Right},
                          {"new", Column::Fit::Keep, Column::Align::Right},
                          {"skipped", Column::Fit::Keep, Column::Align::Right}}};
  for (const Line& line : lines) {
    table.rows.push_back({line.input, std::to_string(line.report.read), std::to_string(line.claims),
                          std::to_string(line.fresh),
                          line.failure.empty() ? std::to_string(line.report.skipped) : "all"});
    if (std::string accounts = accounts_of(line); !accounts.empty())
      table.notes.push_back(std::move(accounts));
  }
  if (common.format == Format::Csv) {
    print(to_csv(table));
  } else if (common.format == Format::Table) {
    print(to_text(table, {.width = common.width, .color = common.color, .ascii = common.ascii}));
  }
}

/// Reads without a database and shows the first claims.
std::vector<Line> preview_all(const Common& common, const ImportCommand& command,
                              std::optional<entente::Format> format, const std::vector<std::string>& paths) {
  std::vector<Line> lines;
  const LoadOptions options = options_of(command);
  for (const std::string& path : paths) {
    Line line;
    line.input = path;
    PreviewSink sink;
    try {
      line.report = load_file(path, format, article_reader(), options, sink);
      line.claims = line.report.claims;
    } catch (const Error& error) {
      line.failure = error.what();
      complain(line.failure);
    }
    sink.print(common, path);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<Line> import_all(const Common& common, const ImportCommand& command,
                             std::optional<entente::Format> format, const std::vector<std::string>& paths) {
  const LoadOptions common_options = options_of(command);  // a mapping that is none leaves no database behind
  Store store = Store::open(common.db, Store::Mode::Create);
  std::vector<Line> lines;
  if (command.bundled) lines.push_back(import_bundled(store, command));
  for (const std::string& path : paths) {
    Progress progress(common, path);
    LoadOptions options = common_options;
    options.progress = progress.callback();
    const auto fingerprint = fingerprint_of(path, format, command);
    lines.push_back(import_one(store, command, path, fingerprint, [&](ClaimSink& sink) {
      return load_file(path, format, article_reader(), options, sink);
    }));
  }
  return lines;
}

/// A new database into which nothing came would only hide that there is none.
void remove_database(const std::string& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix, ignored);
}

}  // namespace

ExitStatus run(const Common& common, const ImportCommand& command) {
  if (command.inputs.empty() && !command.bundled) {
    throw Error(ErrorCode::InvalidArgument, "nothing to import: name files or folders, or say --bundled");
  }
  const auto format = format_named(command.as);
  const std::vector<std::string> paths = expand_inputs(command.inputs);
  const bool existed = std::filesystem::exists(common.db);
  if (command.dry_run && command.bundled) {
    throw Error(ErrorCode::InvalidArgument,
                "--dry-run shows what becomes of files; it does not go with --bundled");
  }
  std::vector<Line> lines = command.dry_run ? preview_all(common, command, format, paths)
                                            : import_all(common, command, format, paths);
  const auto failed = [](const Line& line) { return !line.failure.empty(); };
  if (!command.dry_run && !existed && std::all_of(lines.begin(), lines.end(), failed))
    remove_database(common.db);
  print_report(common, lines);
  const bool bad = std::any_of(lines.begin(), lines.end(),
                               [&](const Line& line) { return line.report.skipped != 0 || failed(line); });
  return bad ? ExitStatus::BadInput : ExitStatus::Found;
}

}  // namespace entente::cli
