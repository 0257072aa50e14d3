#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/commands.hpp"
#include "cli/draw_subjects.hpp"
#include "cli/output_file.hpp"
#include "cli/question_scope.hpp"
#include "export/drawing/picture.hpp"
#include "export/drawing/timeline.hpp"
#include "export/short_names.hpp"
#include "graph/error.hpp"

namespace entente::cli {

namespace {

Picture picture_of(const DrawCommand& command) {
  if (!command.format.empty()) return *picture_from(command.format);
  const std::string extension = std::filesystem::path(command.output).extension().string();
  if (extension.empty()) return Picture::Svg;
  if (const auto picture = picture_from(extension.substr(1))) return *picture;
  throw Error(ErrorCode::InvalidArgument, fmt::format("a picture is no '{}' file", extension),
              {"svg", "png", "pdf"});
}

std::vector<EntityId> ids_in(const std::vector<Tie>& ties) {
  std::set<EntityId> ids;
  for (const Tie& tie : ties) {
    ids.insert(tie.subject.id);
    ids.insert(tie.object.id);
  }
  return {ids.begin(), ids.end()};
}

std::map<EntityId, std::string> names_in(const Store& store, const std::vector<Tie>& ties) {
  std::vector<Entity> entities;
  for (const EntityId& id : ids_in(ties)) {
    if (auto entity = store.entity(id)) entities.push_back(*std::move(entity));
  }
  return short_names(entities);
}

/// When the bodies came to be, ended and followed one another.
std::vector<Moment> moments_of(const Store& store, const Subjects& subjects,
                               const std::map<EntityId, std::string>& names) {
  std::vector<Moment> moments;
  const auto called = [&](const EntityRef& ref) {
    const auto named = names.find(ref.id);
    return named == names.end() ? ref.name : named->second;
  };
  for (const EntityRef& body : subjects.bodies) {
    const auto entity = store.entity(body.id);
    if (!entity) continue;
    const auto drawn_as = subjects.drawn_as.find(body.id);
    const EntityId group = drawn_as == subjects.drawn_as.end() ? body.id : drawn_as->second;
    const bool one_of_several = std::any_of(subjects.drawn_as.begin(), subjects.drawn_as.end(),
                                            [&](const auto& pair) { return pair.second == group; });
    if (entity->founded) {
      const std::string label = one_of_several ? called(body) : "founded";
      moments.push_back(
          {entity->founded->period(), label, group, body.name + " founded " + entity->founded->text()});
    }
    if (entity->dissolved && !one_of_several) {
      moments.push_back({entity->dissolved->period(), "dissolved", group,
                         body.name + " dissolved " + entity->dissolved->text()});
    }
  }
  return moments;
}

bool groups_by_member(const DrawCommand& command, const Subjects& subjects) {
  if (!command.group_by.empty()) return command.group_by == "member";
  return subjects.bodies.empty();
}

Scene timeline_of(const Store& store, const DrawCommand& command) {
  const Subjects subjects = subjects_of(store, command.names, command.when);
  std::vector<Tie> ties = ties_of(store, subjects, command.when);
  if (ties.empty()) throw Error(ErrorCode::InvalidArgument, "no memberships to draw");
  TimelineOptions options;
  options.rows.group_by = groups_by_member(command, subjects) ? GroupBy::Member : GroupBy::Body;
  options.rows.sort_by = command.sort_by == "name" ? SortBy::Name : SortBy::Entry;
  options.rows.names = names_in(store, ties);
  options.rows.drawn_as = subjects.drawn_as;
  options.during = period_of(command.when);
  options.moments = moments_of(store, subjects, options.rows.names);
  options.title = command.title.empty() ? title_of(subjects, options.rows.names) : command.title;
  options.subtitle = command.subtitle;
  options.theme = theme_named(command.style);
  for (Tie& tie : successions_among(store, ids_in(ties))) ties.push_back(std::move(tie));
  return timeline_drawing(ties, options);
}

}  // namespace

ExitStatus run(const Common& common, const DrawCommand& command) {
  const Picture picture = picture_of(command);
  const Store store = open_to_read(common);
  write_output(command.output, render(timeline_of(store, command), picture));
  return ExitStatus::Found;
}

}  // namespace entente::cli
