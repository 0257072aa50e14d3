#include "loaders/wikidata_table.hpp"

#include <fmt/format.h>

#include <utility>

#include "data/bundled.hpp"
#include "graph/error.hpp"
#include "loaders/json_entries.hpp"

namespace entente::detail {

namespace {

constexpr std::pair<std::string_view, QualifierMeans> qualifier_words[] = {
    {"", QualifierMeans::Nothing},
    {"start", QualifierMeans::Start},
    {"end", QualifierMeans::End},
    {"at", QualifierMeans::At},
    {"start-not-before", QualifierMeans::StartNotBefore},
    {"start-not-after", QualifierMeans::StartNotAfter},
    {"end-not-before", QualifierMeans::EndNotBefore},
    {"end-not-after", QualifierMeans::EndNotAfter},
    {"circumstances", QualifierMeans::Circumstances},
    {"role", QualifierMeans::Role},
    {"end-cause", QualifierMeans::EndCause},
    {"deprecation", QualifierMeans::Deprecation},
};

/// Reads the parts of the table; every complaint names the place.
class Reader {
 public:
  explicit Reader(std::string name) : name_(std::move(name)) {}

  [[noreturn]] void refuse(const JsonValue& value, std::string message) const {
    const Diagnostic problem{ErrorCode::InvalidArgument, name_, value.place.line, value.place.column,
                             std::move(message),         ""};
    throw Error(problem.code, problem.to_string());
  }

  const std::vector<JsonMember>& members(const JsonValue& value, std::string_view what) const {
    if (value.kind != JsonValue::Kind::Object) refuse(value, fmt::format("{} must be an object {{…}}", what));
    return value.members;
  }

  const std::string& text(const JsonValue& value, std::string_view what) const {
    if (value.kind != JsonValue::Kind::Text) refuse(value, fmt::format("{} must be a text", what));
    return value.text;
  }

  WikidataProperty property(const JsonValue& value) const {
    WikidataProperty property;
    std::size_t meanings = 0;
    for (const auto& [key, member] : members(value, "a property")) {
      if (key == "label") {
        property.label = text(member, "a label");
      } else if (key == "inverse") {
        property.inverse = member.text == "true";
      } else if (key == "relation") {
        property.relation.label = text(member, "a relation");
        ++meanings;
      } else if (key == "event") {
        const auto known = event_from(text(member, "an event"));
        if (!known || known->event == Event::Held)
          refuse(member, "there is no such event in docs/vocabulary.md");
        property.means = WikidataProperty::Means::Event;
        property.event = known->event;
        property.relation = known->relation;
        ++meanings;
      } else if (key == "name") {
        property.means = WikidataProperty::Means::Name;
        ++meanings;
      } else if (key == "scheme") {
        property.means = WikidataProperty::Means::Code;
        property.scheme = text(member, "a scheme");
        ++meanings;
      } else if (key == "kinds") {
        property.means = WikidataProperty::Means::Kind;
        for (const auto& [item, kind] : members(member, "kinds")) {
          const auto known = kind_from(text(kind, "a kind"));
          if (!known) refuse(kind, "there is no such kind");
          property.kinds.emplace(item, *known);
        }
        ++meanings;
      } else if (key != "note") {
        refuse(member, fmt::format("there is no member \"{}\" of a property", key));
      }
    }
    if (meanings != 1) refuse(value, "a property is one of: relation, event, name, scheme, kinds");
    return property;
  }

  WikidataQualifier qualifier(const JsonValue& value) const {
    WikidataQualifier qualifier;
    for (const auto& [key, member] : members(value, "a qualifier")) {
      if (key == "label") {
        qualifier.label = text(member, "a label");
      } else if (key == "means") {
        bool known = false;
        for (const auto& [word, means] : qualifier_words) {
          if (word != text(member, "a meaning")) continue;
          qualifier.means = means;
          known = true;
        }
        if (!known) refuse(member, "there is no such meaning of a qualifier");
      } else if (key != "note") {
        refuse(member, fmt::format("there is no member \"{}\" of a qualifier", key));
      }
    }
    return qualifier;
  }

 private:
  std::string name_;
};

}  // namespace

WikidataTable WikidataTable::parse(std::string_view json, const std::string& name) {
  WikidataTable table;
  const Reader reader(name);
  bool is_table = false;
  const auto broken = read_json_line(json, name, 1, {}, [&](std::string_view, const JsonValue& root) {
    for (const auto& [section, value] : reader.members(root, "the table")) {
      if (section == "format") {
        is_table = value.text == "entente-wikidata-properties";
      } else if (section == "languages") {
        for (const JsonValue& language : value.items) {
          const std::string& code = reader.text(language, "a language");
          if (code == "*") {
            table.every_language_ = true;
          } else {
            table.languages_.emplace(code, table.languages_.size());
          }
        }
      } else if (section == "properties") {
        for (const auto& [id, member] : reader.members(value, "properties")) {
          table.properties_.emplace(id, reader.property(member));
        }
      } else if (section == "qualifiers") {
        for (const auto& [id, member] : reader.members(value, "qualifiers")) {
          table.qualifiers_.emplace(id, reader.qualifier(member));
        }
      } else if (section == "roles") {
        for (const auto& [item, role] : reader.members(value, "roles")) {
          table.roles_.emplace(item, Relation{reader.text(role, "a role")});
        }
      } else if (section == "circumstances") {
        for (const auto& [item, mark] : reader.members(value, "circumstances")) {
          const std::string& text = reader.text(mark, "a circumstance");
          if (text != "~" && text != "?" && text != "%") reader.refuse(mark, "a circumstance is ~, ? or %");
          table.circumstances_.emplace(item, text.front());
        }
      } else if (section != "version" && section != "note") {
        reader.refuse(value, fmt::format("there is no section \"{}\" here", section));
      }
    }
  });
  if (broken) throw Error(ErrorCode::InvalidArgument, broken->to_string());
  if (!is_table) {
    throw Error(ErrorCode::InvalidArgument,
                name + " is no table of properties: its \"format\" is not \"entente-wikidata-properties\"");
  }
  return table;
}

const WikidataTable& WikidataTable::bundled() {
  static const WikidataTable table =
      parse(bundled_file("wikidata_properties.json"), "wikidata_properties.json");
  return table;
}

const WikidataProperty* WikidataTable::property(std::string_view id) const {
  const auto found = properties_.find(id);
  return found == properties_.end() ? nullptr : &found->second;
}

const WikidataQualifier* WikidataTable::qualifier(std::string_view id) const {
  const auto found = qualifiers_.find(id);
  return found == qualifiers_.end() ? nullptr : &found->second;
}

std::optional<std::size_t> WikidataTable::language(std::string_view code) const {
  const auto found = languages_.find(code);
  if (found != languages_.end()) return found->second;
  return every_language_ ? std::optional(languages_.size()) : std::nullopt;
}

std::optional<Relation> WikidataTable::role(std::string_view item) const {
  const auto found = roles_.find(item);
  return found == roles_.end() ? std::nullopt : std::optional(found->second);
}

char WikidataTable::circumstance(std::string_view item) const {
  const auto found = circumstances_.find(item);
  return found == circumstances_.end() ? '\0' : found->second;
}

}  // namespace entente::detail
