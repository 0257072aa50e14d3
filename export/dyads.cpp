#include "export/dyads.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <ostream>

#include "graph/error.hpp"

namespace entente {

namespace {

/// The entity's id in the scheme; nothing where it has none.
std::string code_of(const Entity& entity, const std::string& scheme) {
  if (scheme.empty()) return entity.id.value;
  if (entity.id.value.starts_with(scheme + ':')) return entity.id.value.substr(scheme.size() + 1);
  for (const OutsideId& id : entity.outside_ids) {
    if (id.scheme == scheme) return id.value;
  }
  return {};
}

std::string object_of(const std::string& a, const std::string& b, const Dyad& dyad) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  const auto text = [&](const char* name, const std::string& value) {
    json.Key(name);
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  json.StartObject();
  text("a", a);
  text("b", b);
  json.Key("year");
  json.Int64(dyad.year);
  json.Key("shared");
  json.Uint(dyad.shared);
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

DyadWriter::DyadWriter(std::ostream& out, DyadsForm form, std::string scheme)
    : out_(out), form_(form), scheme_(std::move(scheme)) {}

void DyadWriter::begin(const DyadEntities& known) {
  for (const Entity& entity : known.entities) {
    codes_.push_back(code_of(entity, scheme_));
    names_.push_back(entity.name);
  }
  const auto empty = [](const std::string& code) { return code.empty(); };
  if (!codes_.empty() && std::all_of(codes_.begin(), codes_.end(), empty)) {
    throw Error(ErrorCode::InvalidArgument, fmt::format("no member has an id of the scheme '{}'", scheme_));
  }
  if (form_ == DyadsForm::Csv) out_ << csv_line({"a", "b", "a_name", "b_name", "year", "shared"});
  if (form_ == DyadsForm::Json) out_ << R"({"query":{"command":"dyads"},"answers":[)";
}

void DyadWriter::write(const Dyad& dyad) {
  const std::string &a = codes_[dyad.a], &b = codes_[dyad.b];
  switch (form_) {
    case DyadsForm::Csv:
      out_ << csv_line(
          {a, b, names_[dyad.a], names_[dyad.b], std::to_string(dyad.year), std::to_string(dyad.shared)});
      break;
    case DyadsForm::Json:
      out_ << (first_ ? "\n" : ",\n") << object_of(a, b, dyad);
      break;
    case DyadsForm::Lines:
      out_ << object_of(a, b, dyad) << '\n';
      break;
  }
  first_ = false;
}

void DyadWriter::finish() {
  if (form_ == DyadsForm::Json) out_ << "\n]}\n";
}

void DyadTable::begin(const DyadEntities& known) {
  for (const Entity& entity : known.entities) names_.push_back(entity.name);
  table_.columns = {{"one", Column::Fit::Wrap},
                    {"other", Column::Fit::Wrap},
                    {"year"},
                    {"shared", Column::Fit::Keep, Column::Align::Right}};
}

void DyadTable::write(const Dyad& dyad) {
  if (count_++ >= most_) return;
  table_.rows.push_back(
      {names_[dyad.a], names_[dyad.b], std::to_string(dyad.year), std::to_string(dyad.shared)});
}

Table DyadTable::finish() && {
  table_.title = count_ == 0 ? "No two shared a body" : "Bodies that every two shared";
  if (count_ > table_.rows.size()) {
    table_.notes.push_back(fmt::format("{} of {} dyad-years are shown; --format csv writes all of them",
                                       table_.rows.size(), count_));
  }
  return std::move(table_);
}

}  // namespace entente
