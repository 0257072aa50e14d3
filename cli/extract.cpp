#include <fmt/format.h>

#include <map>
#include <optional>
#include <sstream>
#include <vector>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "export/facts_json.hpp"
#include "export/table.hpp"
#include "graph/error.hpp"
#include "loaders/bundled_registry.hpp"
#include "loaders/confidence.hpp"
#include "loaders/many_documents.hpp"
#include "queries/tie_reader.hpp"

namespace entente::cli {

namespace {

void write_facts(FactsWriter& writer, const Findings& found) {
  std::map<SourceId, const Source*> sources;
  for (const Source& source : found.sources) sources[source.id] = &source;
  for (const Claim& claim : found.claims) {
    const auto source = sources.find(claim.evidence.source);
    writer.fact(claim, source == sources.end() ? nullptr : source->second, confidence_of(claim));
  }
}

/// Prints facts as they come; a table is kept until its widths are known.
class Output {
 public:
  /// Without a `format` the first document decides.
  Output(std::optional<Format> format, const Common& common, bool all)
      : format_(format), common_(common), all_(all) {
    if (format_ == Format::Json) document_.emplace(out_, ClaimsForm::Document);
  }

  /// What can be done for several documents at once.
  void prepare(Findings& found) const {
    if (chosen_ ? *chosen_ != Format::Ndjson : !found.of_many) return;
    std::ostringstream lines;
    FactsWriter writer(lines, ClaimsForm::Lines);
    write_facts(writer, found);
    found.rendered = lines.str();
  }

  void take(const Findings& found) {
    if (!format_) format_ = found.of_many ? Format::Ndjson : Format::Table;
    for (const Diagnostic& problem : found.problems) complain(problem.to_string());
    if (found.failure) complain(found.failure->what());
    bad_ = bad_ || found.failure || !found.problems.empty();
    facts_ += found.claims.size();
    if (format_ == Format::Ndjson) {
      if (!found.rendered.empty()) print(found.rendered);
    } else if (document_) {
      write_facts(*document_, found);
      flush();
    } else {
      for (const Claim& claim : found.claims) add_row(claim);
    }
  }

  void finish() {
    if (document_) {
      document_->finish();
      flush();
    } else if (format_ == Format::Csv) {
      print(to_csv(table_));
    } else if (format_ == Format::Table) {
      if (left_out_ != 0) {
        table_.notes.push_back(
            fmt::format("{} more that are planned, wished or denied: see them with --all", left_out_));
      }
      print(to_text(table_, {.width = common_.width, .color = common_.color, .ascii = common_.ascii}));
    }
  }

  [[nodiscard]] ExitStatus status() const {
    if (bad_) return ExitStatus::BadInput;
    return facts_ == 0 ? ExitStatus::Nothing : ExitStatus::Found;
  }

 private:
  void flush() {
    print(out_.str());
    out_.str({});
  }

  void add_row(const Claim& claim) {
    if (!is_asserted(claim) && !all_ && format_ == Format::Table) {
      ++left_out_;
      return;
    }
    table_.rows.push_back({claim.subject.shown(), event_name(claim.event, claim.relation),
                           claim.object.shown(), claim.when ? to_string(*claim.when) : std::string(),
                           name_of(claim.certainty), claim.evidence.text});
  }

  std::optional<Format> format_;
  const std::optional<Format> chosen_ = format_;  // format_ is not for prepare(), on whatever thread
  const Common& common_;
  bool all_;
  std::ostringstream out_;
  std::optional<FactsWriter> document_;
  Table table_{
      .columns = {{"subject"}, {"event"}, {"object"}, {"date"}, {"certainty"}, {"text", Column::Fit::Wrap}}};
  std::size_t facts_ = 0, left_out_ = 0;
  bool bad_ = false;
};

}  // namespace

ExitStatus run(const Common& common, const ExtractCommand& command) {
  DocumentsOptions options;
  options.load.published = command.published;
  options.load.title = command.title;
  options.load.url = command.url;
  options.load.source_id = command.source;
  options.load.strict = command.strict;
  options.format = format_named(command.as);
  const std::vector<std::string> paths =
      expand_inputs(command.inputs.empty() ? std::vector<std::string>{"-"} : command.inputs);
  options.jobs = command.jobs.value_or(0);
  Progress progress(common, paths.size() == 1 ? paths.front() : fmt::format("{} files", paths.size()));
  options.load.progress = progress.callback();
  std::optional<Format> format;
  if (common.format_chosen) format = common.format;
  if (!format && paths.size() > 1) format = Format::Ndjson;
  Output output(format, common, command.all);
  read_documents(
      paths, article_reader(), options, [&output](Findings& found) { output.prepare(found); },
      [&output](Findings& found) { output.take(found); });
  output.finish();
  return output.status();
}

}  // namespace entente::cli
