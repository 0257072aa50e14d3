#include <fmt/format.h>

#include <map>
#include <optional>
#include <sstream>
#include <vector>

#include "cli/bundled_registry.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "export/facts_json.hpp"
#include "export/table.hpp"
#include "graph/error.hpp"
#include "loaders/load.hpp"

namespace entente::cli {

namespace {

Table empty_table() {
  return {
      .columns = {{"subject"}, {"event"}, {"object"}, {"date"}, {"certainty"}, {"text", Column::Fit::Wrap}}};
}

/// Writes facts as they come; a table is kept until its widths are known.
class FactSink : public ClaimSink {
 public:
  FactSink(const Common& common, bool all) : common_(&common), all_(all) {
    if (common.format == Format::Json) writer_.emplace(out_, ClaimsForm::Document);
    if (common.format == Format::Ndjson) writer_.emplace(out_, ClaimsForm::Lines);
  }

  void source(const Source& source) override { sources_.insert_or_assign(source.id, source); }

  void claim(const Claim& claim) override {
    ++facts_;
    if (writer_) {
      const auto source = sources_.find(claim.evidence.source);
      writer_->fact(claim, source == sources_.end() ? nullptr : &source->second);
      return;
    }
    const bool asserted = claim.certainty == Certainty::Stated || claim.certainty == Certainty::Inferred;
    if (!asserted && !all_ && common_->format == Format::Table) {
      ++left_out_;
      return;
    }
    table_.rows.push_back({claim.subject.name, event_name(claim.event, claim.relation), claim.object.name,
                           claim.when ? to_string(*claim.when) : std::string(), name_of(claim.certainty),
                           claim.evidence.text});
  }

  void problem(const Diagnostic& problem) override { complain(problem.to_string()); }

  /// What has been written so far; called after each document, so that a pipe gets its facts at once.
  void flush() {
    print(out_.str());
    out_.str({});
  }

  void finish() {
    if (writer_) {
      writer_->finish();
      flush();
    } else if (common_->format == Format::Csv) {
      print(to_csv(table_));
    } else {
      if (left_out_ != 0) {
        table_.notes.push_back(
            fmt::format("{} more that are planned, wished or denied: see them with --all", left_out_));
      }
      print(to_text(table_, {.width = common_->width, .color = common_->color, .ascii = common_->ascii}));
    }
  }

  [[nodiscard]] std::size_t facts() const { return facts_; }

 private:
  const Common* common_;
  bool all_;
  std::ostringstream out_;
  std::optional<FactsWriter> writer_;  // where JSON is wanted
  Table table_ = empty_table();
  std::map<SourceId, Source> sources_;
  std::size_t facts_ = 0, left_out_ = 0;
};

}  // namespace

ExitStatus run(const Common& common, const ExtractCommand& command) {
  LoadOptions options;
  options.published = command.published;
  options.title = command.title;
  options.url = command.url;
  options.source_id = command.source;
  const std::vector<std::string> paths =
      expand_inputs(command.inputs.empty() ? std::vector<std::string>{"-"} : command.inputs);
  FactSink sink(common, command.all);
  bool failed = false;
  for (const std::string& path : paths) {
    Progress progress(common, path);
    options.progress = progress.callback();
    try {
      load_file(path, std::nullopt, article_reader(), options, sink);
    } catch (const Error& error) {
      complain(error.what());
      failed = true;
    }
    sink.flush();
  }
  sink.finish();
  if (failed) return ExitStatus::BadInput;
  return sink.facts() == 0 ? ExitStatus::Nothing : ExitStatus::Found;
}

}  // namespace entente::cli
