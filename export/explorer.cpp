#include "export/explorer.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>

#include "export/date_label.hpp"
#include "export/display_text.hpp"
#include "export/explorer_page.hpp"
#include "export/short_names.hpp"
#include "graph/error.hpp"

namespace entente {

namespace {

using namespace detail;
using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void text(Json& json, std::string_view value) {
  const std::string valid = valid_utf8(value);
  json.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

void text(Json& json, const char* name, std::string_view value) {
  if (value.empty()) return;
  json.Key(name);
  text(json, value);
}

void day(Json& json, const std::optional<Day>& value) {
  if (value) {
    json.Int64(value->number());
  } else {
    json.Null();
  }
}

/// Sources in the order in which the edges meet them.
class SourceList {
 public:
  std::size_t place_of(const Source& source) {
    const auto [found, is_new] = places_.emplace(source.id.value, sources_.size());
    if (is_new) sources_.push_back(&source);
    return found->second;
  }
  void write(Json& json) const {
    json.Key("sources");
    json.StartArray();
    for (const Source* source : sources_) {
      json.StartObject();
      text(json, "id", source->id.value);
      text(json, "title", source->title);
      text(json, "url", source->url);
      if (source->published) text(json, "published", source->published->text());
      json.EndObject();
    }
    json.EndArray();
  }

 private:
  std::map<std::string, std::size_t> places_;
  std::vector<const Source*> sources_;
};

void write_node(Json& json, const GraphNode& node) {
  json.StartObject();
  text(json, "id", node.ref.id.value);
  text(json, "name", node.ref.name);
  text(json, "kind", name_of(node.ref.kind));
  if (node.entity != nullptr) {
    text(json, "short", short_name(*node.entity).value_or(""));
    json.Key("names");
    json.StartArray();
    for (const Alias& alias : node.entity->aliases) {
      if (alias.text != node.ref.name) text(json, alias.text);
    }
    json.EndArray();
    json.Key("ids");
    json.StartArray();
    for (const OutsideId& id : node.entity->outside_ids) text(json, id.scheme + ':' + id.value);
    json.EndArray();
    if (node.entity->founded) text(json, "founded", node.entity->founded->text());
    if (node.entity->dissolved) {
      text(json, "dissolved", node.entity->dissolved->text());
      json.Key("gone");
      json.Int64(node.entity->dissolved->latest().number());
    }
  }
  json.EndObject();
}

void write_proof(Json& json, const Proof& proof, SourceList& sources) {
  const Claim& claim = proof.claim;
  json.StartObject();
  json.Key("source");
  json.Uint64(sources.place_of(proof.source));
  text(json, "text", claim.evidence.text);
  if (claim.evidence.row != 0) {
    json.Key("row");
    json.Uint64(claim.evidence.row);
  }
  text(json, "subject", claim.subject.shown());
  text(json, "event", event_name(claim.event, claim.relation));
  text(json, "object", claim.object.shown());
  if (claim.when) text(json, "date", to_string(*claim.when));
  if (claim.certainty != Certainty::Stated) text(json, "certainty", name_of(claim.certainty));
  json.EndObject();
}

void write_disputes(Json& json, const Tie& tie) {
  if (tie.disputes.empty()) return;
  json.Key("disputes");
  json.StartArray();
  for (const Dispute& dispute : tie.disputes) {
    json.StartObject();
    text(json, "of", dispute.end == Dispute::End::First ? "start" : "end");
    json.Key("dates");
    json.StartArray();
    for (const Dispute::Alternative& alternative : dispute.alternatives) text(json, alternative.date.text());
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
}

void write_edge(Json& json, const Tie& tie, const std::map<EntityId, std::size_t>& places,
                SourceList& sources) {
  json.StartObject();
  text(json, "id", tie.edge.to_string());
  json.Key("subject");
  json.Uint64(places.at(tie.subject.id));
  json.Key("object");
  json.Uint64(places.at(tie.object.id));
  text(json, "relation", tie.relation.label);
  text(json, "as", event_name(Event::Held, tie.relation));
  text(json, "label", date_label(tie.interval));
  text(json, "start", first_text(tie.interval));
  text(json, "end", last_text(tie.interval));
  text(json, "ending", ending_of(tie.interval));
  json.Key("changes");
  json.StartArray();
  for (const StatusChange& change : status_changes(tie.interval.readings())) {
    json.StartArray();
    day(json, change.from);
    text(json, name_of(change.status));
    json.EndArray();
  }
  json.EndArray();
  write_disputes(json, tie);
  if (!tie.notes.empty()) {
    json.Key("notes");
    json.StartArray();
    for (const Note& note : tie.notes) text(json, note.text);
    json.EndArray();
  }
  json.Key("evidence");
  json.StartArray();
  for (const Proof& proof : tie.proofs) write_proof(json, proof, sources);
  json.EndArray();
  json.EndObject();
}

/// A `<` as JSON may also write it.
std::string without_tags(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

bool has_explorer() noexcept { return !explorer_page().empty(); }

std::string explorer_data(const GraphContent& content) {
  const GraphRows rows = rows_of(content);
  const std::optional<Day> last_known = last_known_day(rows);
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.StartObject();
  text(json, "title", content.title.empty() ? "Membership histories" : content.title);
  json.Key("on");
  day(json, content.when ? std::optional(content.when->first) : last_known);
  json.Key("known");
  day(json, last_known);
  std::map<EntityId, std::size_t> places;
  json.Key("nodes");
  json.StartArray();
  for (const auto& [id, node] : rows.nodes) {
    places.emplace(id, places.size());
    write_node(json, node);
  }
  json.EndArray();
  SourceList sources;
  json.Key("edges");
  json.StartArray();
  for (const Tie* tie : rows.edges) write_edge(json, *tie, places, sources);
  json.EndArray();
  sources.write(json);
  json.EndObject();
  return without_tags({buffer.GetString(), buffer.GetSize()});
}

std::string to_explorer(const GraphContent& content) {
  const std::string_view page = explorer_page();
  if (page.empty()) {
    throw Error(ErrorCode::InvalidArgument,
                "this program was built without its page: install npm, then configure and build again");
  }
  const std::string_view end = "</body>";
  const std::size_t place = page.rfind(end);
  std::string html(page.substr(0, place));
  html += "<script type=\"application/json\" id=\"data\">";
  html += explorer_data(content);
  html += "</script>\n";
  html += page.substr(place);
  return html;
}

}  // namespace entente
