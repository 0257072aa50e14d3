#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/output_file.hpp"
#include "cli/question_scope.hpp"
#include "export/answer_table.hpp"
#include "export/claims_json.hpp"
#include "export/diagram.hpp"
#include "export/dot.hpp"
#include "export/graph_files.hpp"
#include "export/node_link.hpp"
#include "export/quickstatements.hpp"
#include "export/render.hpp"
#include "export/short_names.hpp"
#include "graph/error.hpp"
#include "queries/view.hpp"

namespace entente::cli {

namespace {

/// All formats, as a message lists them.
std::string formats() {
  std::string list = "dot, svg, png, pdf, claims, claims-lines, json, csv, quickstatements";
  for (const GraphFile& file : graph_files()) list += fmt::format(", {}", file.name);
  return list;
}

std::string format_of(const ExportCommand& command) {
  if (!command.format.empty()) return command.format;
  const std::string extension = std::filesystem::path(command.output).extension().string();
  if (extension == ".gv") return "dot";
  for (const GraphFile& file : graph_files()) {
    if (!extension.empty() && extension == file.extension) return file.name;
  }
  if (extension.size() > 1) return extension.substr(1);
  throw Error(ErrorCode::InvalidArgument,
              fmt::format("say --format {}, or name the output so that it tells", formats()));
}

std::string claims_of(const Store& store, ClaimsForm form) {
  std::ostringstream out;
  const std::vector<Source> sources = store.sources();
  ClaimsWriter writer(out, form, sources);
  store.for_each_claim([&](const ClaimId&, const Claim& claim) { writer.claim(claim); });
  writer.finish();
  return std::move(out).str();
}

/// What a picture shows unless told otherwise: signatures and ratifications would draw most lines twice, and
/// several bodies side by side are compared by their members.
std::vector<Relation> picture_relations(std::size_t bodies) {
  if (bodies > 1) return {Relation{std::string(relation::member_of)}};
  std::vector<Relation> relations;
  for (const auto label :
       {relation::member_of, relation::observer_of, relation::candidate_of, relation::partner_of,
        relation::suspended_from, relation::part_of, relation::successor_of, relation::allied_with}) {
    relations.push_back({std::string(label)});
  }
  return relations;
}

/// Around one entity a picture has its own ties only; those among its neighbours need a wider radius.
void keep_own_ties(Snapshot& snapshot, const std::vector<EntityId>& around) {
  const auto is_own = [&](const EntityId& id) {
    return std::find(around.begin(), around.end(), id) != around.end();
  };
  std::erase_if(snapshot.ties,
                [&](const Tie& tie) { return !is_own(tie.subject.id) && !is_own(tie.object.id); });
}

Snapshot snapshot_of(const Store& store, const ExportCommand& command, bool picture) {
  SnapshotQuestion question;
  question.scope = scope_of(store, command.when,
                            picture ? picture_relations(command.around.size()) : std::vector<Relation>{});
  question.scope.evidence = true;
  for (const std::string& name : command.around) {
    question.around.push_back(name_of(store, name, Role::Any, command.when).id);
  }
  question.radius = command.radius;
  Snapshot shown = snapshot(store, question);
  if (picture && command.radius == 1 && !command.around.empty()) keep_own_ties(shown, question.around);
  return shown;
}

/// The lines for Wikidata's editors; what is left to them is counted on the side.
std::string quickstatements_of(const Store& store, const ExportCommand& command) {
  const Snapshot shown = snapshot_of(store, command, false);
  const QuickStatements made = to_quickstatements(shown.ties, shown.entities);
  complain(fmt::format(
      "{} statements that the Wikidata loaded here lacks, {} that it has without a date; left out: {} "
      "that it has, {} with "
      "another date, {} of several spells, {} without an id, {} of other relations",
      made.statements, made.qualifiers, made.known, made.different, made.several, made.unidentified,
      made.other));
  return made.text;
}

std::string rendered(const Store& store, const ExportCommand& command, const std::string& format) {
  if (format == "claims") return claims_of(store, ClaimsForm::Document);
  if (format == "claims-lines") return claims_of(store, ClaimsForm::Lines);
  if (format == "quickstatements") return quickstatements_of(store, command);
  const auto picture = picture_from(format);
  const GraphFile* file = graph_file(format);
  if (format != "json" && format != "csv" && format != "dot" && !picture && file == nullptr) {
    throw Error(ErrorCode::InvalidArgument,
                fmt::format("there is no export format '{}': {}", format, formats()));
  }
  const Snapshot shown = snapshot_of(store, command, picture || format == "dot");
  if (format == "json") {
    return to_node_link(shown.ties, shown.entities,
                        {.when = period_of(command.when), .compat = command.compat});
  }
  if (format == "csv") return to_csv(csv_table(shown));
  if (file != nullptr) {
    return file->write({.ties = shown.ties,
                        .entities = shown.entities,
                        .when = period_of(command.when),
                        .title = command.title});
  }
  DiagramOptions options;
  options.when = period_of(command.when);
  options.title = command.title;
  options.names = short_names(shown.entities);
  if (command.around.size() == 1)
    options.focus = name_of(store, command.around.front(), Role::Any, command.when).id;
  const Diagram diagram = network(shown.ties, options);
  return picture ? render(diagram, *picture) : to_dot(diagram);
}

}  // namespace

ExitStatus run(const Common& common, const ExportCommand& command) {
  const std::string format = format_of(command);
  const Store store = open_to_read(common);
  write_output(command.output, rendered(store, command, format));
  return ExitStatus::Found;
}

}  // namespace entente::cli
