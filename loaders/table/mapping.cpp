#include "loaders/table/mapping.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "graph/error.hpp"
#include "loaders/table/mapping_reader.hpp"

namespace entente::detail {

namespace {

/// `/Government/Country name/text`: the names of members, one within the other. `~1` is a slash (RFC 6901).
std::vector<std::string> json_path(const MappingReader& reader, const JsonValue& value) {
  std::string_view rest = reader.text(value);
  std::vector<std::string> path;
  if (!rest.empty() && rest.front() != '/') reader.fail(value, "a path begins with /");
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find('/'), rest.size());
    std::string step(rest.substr(0, end));
    for (const auto& [code, character] : {std::pair{"~1", "/"}, {"~0", "~"}}) {
      for (auto at = step.find(code); at != std::string::npos; at = step.find(code, at + 1)) {
        step.replace(at, 2, character);
      }
    }
    path.push_back(std::move(step));
    rest.remove_prefix(end);
  }
  return path;
}

void read_source(MappingReader& reader, const JsonValue& value, SourceRule& source) {
  reader.expect_members(value, {"id", "title", "url", "publisher", "cite", "horizon", "priority"});
  if (const JsonValue* id = value.find("id")) source.id = reader.templates(*id);
  if (const JsonValue* title = value.find("title")) source.title = reader.templates(*title);
  if (const JsonValue* url = value.find("url")) source.url = reader.templates(*url);
  if (const JsonValue* publisher = value.find("publisher")) source.publisher = reader.text(*publisher);
  if (const JsonValue* cite = value.find("cite")) source.citation = reader.text(*cite);
  if (const JsonValue* horizon = value.find("horizon")) {
    source.horizon = Date::try_parse(reader.text(*horizon));
    if (!source.horizon) reader.fail(*horizon, "the horizon is a date, such as 2014 or 2012-12-31");
  }
  if (const JsonValue* priority = value.find("priority")) {
    const std::string& text = reader.text(*priority);
    if (text.empty() || text.size() > 6 || text.find_first_not_of("-0123456789") != text.npos ||
        text.find('-', 1) != text.npos || text == "-") {
      reader.fail(*priority, "the priority is a whole number");
    }
    source.priority = std::stoi(text);
  }
}

void read_input(MappingReader& reader, const JsonValue& value, Mapping& mapping) {
  reader.expect_members(value, {"kind", "separator", "rows", "columns"});
  if (const JsonValue* kind = value.find("kind")) {
    if (reader.text(*kind) != "table" && kind->text != "json")
      reader.fail(*kind, "an input is table or json");
    mapping.json = kind->text == "json";
  }
  if (const JsonValue* separator = value.find("separator")) {
    if (reader.text(*separator).size() != 1) reader.fail(*separator, "a separator is one character");
    mapping.separator = separator->text.front();
  }
  if (const JsonValue* rows = value.find("rows")) mapping.json_rows = json_path(reader, *rows);
  if (const JsonValue* columns = value.find("columns")) {
    if (columns->kind != JsonValue::Kind::Object)
      reader.fail(*columns, "an object of paths is expected here");
    for (const auto& [name, path] : columns->members) {
      mapping.json_columns.emplace_back(name, json_path(reader, path));
    }
  }
  if (mapping.json == mapping.json_columns.empty()) {
    reader.fail(value, "columns (paths of values) belong to an input of kind json, and only there");
  }
}

void read_whole(MappingReader& reader, const JsonValue& root, Mapping& mapping) {
  reader.expect_members(
      root, {"format", "version", "name", "title", "source", "detect", "input", "missing", "dates", "lookups",
             "quote", "where", "unless", "subject", "object", "entities", "claims"});
  const JsonValue* const format = root.find("format");
  if (format == nullptr || reader.text(*format) != "entente-mapping") {
    reader.fail(format == nullptr ? root : *format, "this is no mapping: its format is not entente-mapping");
  }
  const JsonValue* const version = root.find("version");
  if (version == nullptr || reader.text(*version) != "1") {
    reader.fail(version == nullptr ? root : *version, "only version 1 of mappings can be read");
  }
  const JsonValue* const name = root.find("name");
  if (name == nullptr || reader.text(*name).empty()) reader.fail(root, "a mapping needs a name");
  mapping.name = name->text;
  if (const JsonValue* title = root.find("title")) mapping.title = reader.text(*title);
  if (const JsonValue* lookups = root.find("lookups")) {
    if (lookups->kind != JsonValue::Kind::Object) reader.fail(*lookups, "an object of lookups is expected");
    for (const auto& [key, table] : lookups->members) {
      if (table.kind != JsonValue::Kind::Object) reader.fail(table, "an object of texts is expected here");
      mapping.lookup_names.push_back(key);
      Lookup& lookup = mapping.lookups.emplace_back();
      for (const auto& [from, to] : table.members) lookup.emplace(from, reader.text(to));
    }
  }
  if (const JsonValue* input = root.find("input")) read_input(reader, *input, mapping);
  if (const JsonValue* source = root.find("source")) read_source(reader, *source, mapping.source);
  if (const JsonValue* detect = root.find("detect")) {
    reader.expect_members(*detect, {"columns", "without"});
    if (const JsonValue* columns = detect->find("columns")) mapping.known_by = reader.texts(*columns);
    if (const JsonValue* without = detect->find("without")) mapping.not_with = reader.texts(*without);
  }
  if (const JsonValue* missing = root.find("missing")) mapping.missing = reader.texts(*missing);
  DateRule dates;
  dates.formats = {DateFormat::Edtf};
  if (const JsonValue* value = root.find("dates")) {
    reader.expect_members(*value, {"formats", "missing", "ongoing", "unknown", "plausible", "implausible"});
    reader.read_date_defaults(*value, dates);
  }
  if (const JsonValue* quote = root.find("quote")) {
    for (const std::string& column : reader.texts(*quote)) {
      mapping.quote.push_back(mapping.columns.position_of(column, false));
    }
  }
  if (const JsonValue* where = root.find("where")) reader.add_conditions(*where, true, mapping.where);
  if (const JsonValue* unless = root.find("unless")) reader.add_conditions(*unless, false, mapping.where);
  if (const JsonValue* entities = root.find("entities")) {
    if (entities->kind != JsonValue::Kind::Array) reader.fail(*entities, "a list of entities is expected");
    for (const JsonValue& entity : entities->items) mapping.entities.push_back(reader.mention(entity, dates));
  }
  reader.mean(root.find("subject"), root.find("object"));
  if (const JsonValue* claims = root.find("claims")) {
    if (claims->kind != JsonValue::Kind::Array) reader.fail(*claims, "a list of claims is expected");
    for (const JsonValue& claim : claims->items) mapping.claims.push_back(reader.claim(claim, dates));
  }
  if (mapping.claims.empty() && mapping.entities.empty()) {
    reader.fail(root, "a mapping needs claims or entities, each a list");
  }
}

}  // namespace

bool Conditions::hold(const TableRow& row) const {
  return std::all_of(all.begin(), all.end(), [&](const Condition& it) {
    const std::string_view cell = row.at(it.column);
    return (std::find(it.values.begin(), it.values.end(), cell) != it.values.end()) == it.wanted;
  });
}

std::string ClaimRule::detail_of(const TableMeaning& meaning, const TableRow& row) const {
  std::string text = meaning.detail;
  const auto append = [&text](const std::string& part) {
    if (!text.empty() && !part.empty()) text += "; ";
    text += part;
  };
  if (detail) append(detail->render(row).value_or(""));
  for (const auto& [word, conditions] : qualifiers) {
    if (conditions.hold(row)) append(word);
  }
  return text;
}

Mapping read_mapping(std::string_view json, const std::string& file) {
  Mapping mapping;
  MappingReader reader(file, mapping);
  const auto problem =
      read_json_line(json, file, 1, LoadLimits{},
                     [&](std::string_view, const JsonValue& root) { read_whole(reader, root, mapping); });
  if (problem) throw Error(problem->code, problem->to_string());
  return mapping;
}

}  // namespace entente::detail
