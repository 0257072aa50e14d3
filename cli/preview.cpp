#include "cli/preview.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/console.hpp"
#include "export/table.hpp"
#include "queries/source_choice.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t shown_claims = 20;
constexpr std::size_t shown_sources = 3;
constexpr std::size_t shown_problems = 20;

std::string text_of(const Mention& mention) {
  if (mention.name.empty()) return mention.id;
  return mention.id.empty() ? mention.name : fmt::format("{} ({})", mention.name, mention.id);
}

}  // namespace

void PreviewSink::source(const Source& source) {
  std::string line = fmt::format("source {}: {}", source.id.value, source.title);
  if (source.published) line += fmt::format(", as of {}", source.published->text());
  // A table that tells its horizon by its last year tells of its source again at the end.
  const auto known = std::find(source_ids_.begin(), source_ids_.end(), source.id);
  if (known != source_ids_.end()) {
    sources_[static_cast<std::size_t>(known - source_ids_.begin())] = std::move(line);
  } else if (sources_.size() < shown_sources) {
    source_ids_.push_back(source.id);
    sources_.push_back(std::move(line));
  }
}

void PreviewSink::claim(const Claim& claim) {
  ++claims_;
  const bool describes = is_description(claim);
  if (describes) ++described_;
  std::vector<Line>& lines = describes ? descriptions_ : lines_;
  if (lines.size() == shown_claims) return;
  std::string said = text_of(claim.subject) + "  " + event_name(claim.event, claim.relation);
  if (claim.event != Event::Held && claim.relation.label != relation::member_of) {
    said += " [" + claim.relation.label + ']';
  }
  if (!claim.object.empty()) said += "  " + text_of(claim.object);
  std::string note = claim.detail;
  if (claim.certainty != Certainty::Stated) {
    note = note.empty() ? name_of(claim.certainty) : fmt::format("{}; {}", name_of(claim.certainty), note);
  }
  lines.push_back({claim.evidence.row == 0 ? "" : std::to_string(claim.evidence.row), std::move(said),
                   claim.when ? to_string(*claim.when) : "", std::move(note)});
}

void PreviewSink::problem(const Diagnostic& problem) {
  if (++problems_ <= shown_problems) complain(problem.to_string());
  if (problems_ == shown_problems + 1) complain("further problems are counted, not shown");
}

void PreviewSink::print(const Common& common, const std::string& input) const {
  if (claims_ == 0 && sources_.empty()) return;  // the counts say it
  Table table{.columns = {{"row", Column::Fit::Keep, Column::Align::Right},
                          {"claim", Column::Fit::Wrap},
                          {"when", Column::Fit::Keep},
                          {"note", Column::Fit::Wrap}}};
  for (const auto* lines : {&lines_, &descriptions_}) {
    for (const Line& line : *lines) {
      if (table.rows.size() < shown_claims)
        table.rows.push_back({line.row, line.claim, line.when, line.note});
    }
  }
  table.notes = sources_;
  table.notes.push_back(fmt::format("{}: {} of {} claims; {} of them describe a single entity", input,
                                    table.rows.size(), claims_, described_));
  if (common.format == Format::Csv) {
    cli::print(to_csv(table));
  } else if (common.format == Format::Table) {
    cli::print(to_text(table, {.width = common.width, .color = common.color, .ascii = common.ascii}));
  }
}

}  // namespace entente::cli
