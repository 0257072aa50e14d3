#include "export/claim_members.hpp"

namespace entente::detail {

void write_text(JsonWriter& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_member(JsonWriter& json, const char* name, std::string_view text) {
  json.Key(name);
  write_text(json, text);
}

void write_member_if(JsonWriter& json, const char* name, std::string_view text) {
  if (!text.empty()) write_member(json, name, text);
}

void write_event(JsonWriter& json, const Claim& claim) {
  const std::string word = event_name(claim.event, claim.relation);
  const auto understood = event_from(word);
  if (!understood || understood->event != claim.event) {
    // A state with a relation of a data set's own: its label may be any word, even that of an event.
    write_member(json, "event", "held");
    write_member(json, "relation", claim.relation.label);
    return;
  }
  write_member(json, "event", word);
  if (understood->relation != claim.relation) write_member(json, "relation", claim.relation.label);
}

void write_description(JsonWriter& json, const Source& source) {
  write_member_if(json, "title", source.title);
  write_member_if(json, "publisher", source.publisher);
  write_member_if(json, "url", source.url);
  if (source.published) write_member(json, "published", source.published->text());
  if (source.retrieved) write_member(json, "retrieved", source.retrieved->text());
  if (source.priority != 0) {
    json.Key("priority");
    json.Int(source.priority);
  }
}

}  // namespace entente::detail
