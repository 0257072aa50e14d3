#include "export/entity_list.hpp"

#include <fmt/format.h>

#include <functional>

#include "export/cell_text.hpp"
#include "export/tie_json.hpp"

namespace entente {

namespace {

using namespace detail;
using Fit = Column::Fit;

std::string text_of(const std::optional<Date>& date) { return date ? date->text() : std::string(); }

/// Its names but the preferred one, each once.
std::vector<std::string> other_names(const Entity& entity) {
  std::vector<std::string> names;
  for (const Alias& alias : entity.aliases) {
    if (alias.text != entity.name && (names.empty() || names.back() != alias.text))
      names.push_back(alias.text);
  }
  return names;
}

Table entity_table(const std::vector<Entity>& entities, const char* separator) {
  Table table{.columns = {{"id"},
                          {"name", Fit::Wrap},
                          {"kind"},
                          {"founded"},
                          {"dissolved"},
                          {"ids", Fit::Wrap},
                          {"other names", Fit::Wrap}}};
  for (const Entity& entity : entities) {
    table.rows.push_back({entity.id.value, entity.name, name_of(entity.kind), text_of(entity.founded),
                          text_of(entity.dissolved), ids_text(entity.outside_ids),
                          fmt::format("{}", fmt::join(other_names(entity), separator))});
  }
  return table;
}

std::string candidates_text(const UnmatchedName& name) {
  std::string text;
  for (const EntityRef& candidate : name.candidates) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", candidate.id.value, candidate.name);
  }
  return text;
}

/// `{"query", "answers": […]}`, whose answers `answers` writes.
std::string answers_document(const std::function<void(PrettyJson&)>& answers) {
  return document([&](PrettyJson& json) {
    json.Key("query");
    json.StartObject();
    write(json, "command", "entities");
    json.EndObject();
    json.Key("answers");
    json.StartArray();
    answers(json);
    json.EndArray();
  });
}

}  // namespace

Table text_table(const std::vector<Entity>& entities) {
  Table table = entity_table(entities, ", ");
  table.title = fmt::format("{} entit{}", entities.size(), entities.size() == 1 ? "y" : "ies");
  return table;
}

Table csv_table(const std::vector<Entity>& entities) {
  Table table = entity_table(entities, "|");
  table.columns.back().name = "other_names";
  return table;
}

std::string to_json(const std::vector<Entity>& entities) {
  return answers_document([&](PrettyJson& json) {
    for (const Entity& entity : entities) {
      json.StartObject();
      write_entity_members(json, entity);
      json.EndObject();
    }
  });
}

Table text_table(const std::vector<UnmatchedName>& names) {
  Table table;
  table.title = names.empty() ? "Every name was matched"
                              : fmt::format("{} name{} could not be matched", names.size(),
                                            names.size() == 1 ? "" : "s");
  table.columns = {{"name", Fit::Wrap}, {"reason"}, {"candidates", Fit::Wrap}};
  for (const UnmatchedName& name : names) {
    table.rows.push_back({name.name, name_of(name.reason), candidates_text(name)});
  }
  if (!names.empty()) {
    table.notes.emplace_back(
        "Settle them: entente entities --unmatched --format csv > names.csv, fill in the ids, "
        "entente import names.csv");
  }
  return table;
}

Table csv_table(const std::vector<UnmatchedName>& names) {
  Table table{.columns = {{"name"}, {"id"}, {"reason"}, {"candidates"}}};
  for (const UnmatchedName& name : names) {
    table.rows.push_back({name.name, "", name_of(name.reason), candidates_text(name)});
  }
  return table;
}

std::string to_json(const std::vector<UnmatchedName>& names) {
  return answers_document([&](PrettyJson& json) {
    for (const UnmatchedName& name : names) {
      json.StartObject();
      write(json, "name", name.name);
      write(json, "id", name.id.value);
      write(json, "reason", name_of(name.reason));
      write_entities(json, "candidates", name.candidates);
      json.EndObject();
    }
  });
}

}  // namespace entente
