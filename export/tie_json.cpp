#include "export/tie_json.hpp"

#include "export/date_label.hpp"
#include "export/display_text.hpp"
#include "queries/scope.hpp"

namespace entente::detail {

namespace {

void write_day(PrettyJson& json, const char* name, const std::optional<Day>& day) {
  write(json, name, day ? day->to_string() : std::string());
}

void write_disputes(PrettyJson& json, std::span<const Dispute> disputes) {
  write(json, "disputed", !disputes.empty());
  if (disputes.empty()) return;
  json.Key("disputes");
  json.StartArray();
  for (const Dispute& dispute : disputes) {
    json.StartObject();
    write(json, "of", dispute.end == Dispute::End::First ? "start" : "end");
    json.Key("alternatives");
    json.StartArray();
    for (const Dispute::Alternative& alternative : dispute.alternatives) {
      json.StartObject();
      write(json, "date", alternative.date.text());
      json.Key("claims");
      json.StartArray();
      for (const ClaimId& claim : alternative.claims) write(json, claim.to_string());
      json.EndArray();
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
}

void write_mention(PrettyJson& json, const char* name, const Mention& mention) {
  write(json, name, mention.shown());
}

void write_proof(PrettyJson& json, const Proof& proof) {
  const Claim& claim = proof.claim;
  json.StartObject();
  write(json, "source", proof.source.id.value);
  write(json, "title", proof.source.title);
  write(json, "url", proof.source.url);
  write(json, "published", proof.source.published ? proof.source.published->text() : std::string());
  write(json, "begin", claim.evidence.begin);
  write(json, "end", claim.evidence.end);
  write(json, "row", claim.evidence.row);
  write(json, "text", claim.evidence.text);
  write(json, "rule", claim.evidence.rule);
  write(json, "claim", proof.id.to_string());
  json.Key("says");
  json.StartObject();
  write_mention(json, "subject", claim.subject);
  write(json, "event", event_name(claim.event, claim.relation));
  write_mention(json, "object", claim.object);
  write(json, "date", claim.when ? to_string(*claim.when) : std::string());
  write(json, "certainty", name_of(claim.certainty));
  json.EndObject();
  json.EndObject();
}

}  // namespace

void write(PrettyJson& json, std::string_view text) {
  const std::string valid = valid_utf8(text);
  json.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

void write(PrettyJson& json, const char* name, std::string_view text) {
  json.Key(name);
  write(json, text);
}

void write(PrettyJson& json, const char* name, bool value) {
  json.Key(name);
  json.Bool(value);
}

void write(PrettyJson& json, const char* name, std::uint64_t value) {
  json.Key(name);
  json.Uint64(value);
}

void write_ref(PrettyJson& json, const EntityRef& entity) {
  json.StartObject();
  write(json, "id", entity.id.value);
  write(json, "name", entity.name);
  write(json, "kind", name_of(entity.kind));
  json.EndObject();
}

void write(PrettyJson& json, const char* name, const EntityRef& entity) {
  json.Key(name);
  write_ref(json, entity);
}

void write_entities(PrettyJson& json, const char* name, std::span<const EntityRef> entities) {
  json.Key(name);
  json.StartArray();
  for (const EntityRef& entity : entities) write_ref(json, entity);
  json.EndArray();
}

void write_relations(PrettyJson& json, std::span<const Relation> relations) {
  json.Key("relations");
  json.StartArray();
  for (const Relation& relation : relations) write(json, relation.label);
  json.EndArray();
}

void write_changes(PrettyJson& json, std::span<const StatusChange> changes) {
  json.Key("changes");
  json.StartArray();
  for (const StatusChange& change : changes) {
    json.StartObject();
    write_day(json, "from", change.from);
    write(json, "status", name_of(change.status));
    json.EndObject();
  }
  json.EndArray();
}

void write_periods(PrettyJson& json, const char* name, const Periods& periods) {
  json.Key(name);
  json.StartArray();
  for (const Period& period : periods) write(json, period_text(period));
  json.EndArray();
}

void write_moments(PrettyJson& json, const Moments& moments) {
  write(json, "status", name_of(moments.status));
  write_periods(json, "certain", moments.certain);
  write_periods(json, "presumed", moments.presumed);
  write_periods(json, "possible", moments.possible);
}

void write_evidence(PrettyJson& json, const char* name, std::span<const Proof> proofs) {
  json.Key(name);
  json.StartArray();
  for (const Proof& proof : proofs) write_proof(json, proof);
  json.EndArray();
}

void write_ids(PrettyJson& json, std::span<const OutsideId> ids) {
  json.Key("ids");
  json.StartObject();
  for (std::size_t i = 0; i < ids.size();) {
    const std::string scheme = valid_utf8(ids[i].scheme);
    json.Key(scheme.data(), static_cast<rapidjson::SizeType>(scheme.size()));
    // Sorted by scheme: several codes of one scheme are neighbours.
    std::size_t end = i;
    while (end < ids.size() && ids[end].scheme == ids[i].scheme) ++end;
    if (end == i + 1) {
      write(json, ids[i].value);
    } else {
      json.StartArray();
      for (std::size_t k = i; k < end; ++k) write(json, ids[k].value);
      json.EndArray();
    }
    i = end;
  }
  json.EndObject();
}

void write_entity_members(PrettyJson& json, const Entity& entity) {
  write(json, "id", entity.id.value);
  write(json, "name", entity.name);
  write(json, "kind", name_of(entity.kind));
  write(json, "founded", entity.founded ? entity.founded->text() : std::string());
  write(json, "dissolved", entity.dissolved ? entity.dissolved->text() : std::string());
  write_ids(json, entity.outside_ids);
  json.Key("names");
  json.StartArray();
  for (const Alias& alias : entity.aliases) {
    json.StartObject();
    write(json, "name", alias.text);
    write(json, "sort", name_of(alias.sort));
    write(json, "lang", alias.language);
    write(json, "when", alias.when ? to_string(*alias.when) : std::string());
    json.EndObject();
  }
  json.EndArray();
}

void write_interval(PrettyJson& json, const Interval& interval) {
  write(json, "start", first_text(interval));
  write(json, "end", last_text(interval));
  write(json, "ending", ending_of(interval));
  if (const auto* ongoing = std::get_if<Ongoing>(&interval.last())) {
    write(json, "as_of", ongoing->horizon.to_string());
  }
  const Readings& readings = interval.readings();
  write_day(json, "earliest_start", readings.first_earliest);
  write_day(json, "latest_start", readings.first_latest);
  write_day(json, "earliest_end", readings.last_earliest);
  write_day(json, "latest_end", readings.last_latest);
}

void write_tie_members(PrettyJson& json, const Tie& tie, Answering answering) {
  const EntityRef& answer = answering == Answering::Subject ? tie.subject : tie.object;
  write(json, "id", answer.id.value);
  write(json, "name", answer.name);
  write(json, "status", name_of(tie.status));
  write(json, "relation", tie.relation.label);
  write_interval(json, tie.interval);
  write(json, "subject", tie.subject);
  write(json, "object", tie.object);
  write(json, "edge", tie.edge.to_string());
  write_changes(json, tie.changes);
  write_disputes(json, tie.disputes);
  json.Key("notes");
  json.StartArray();
  for (const Note& note : tie.notes) {
    json.StartObject();
    write(json, "rule", note.rule);
    write(json, "text", note.text);
    json.EndObject();
  }
  json.EndArray();
  write_evidence(json, "evidence", tie.proofs);
}

void write_ties(PrettyJson& json, const char* name, std::span<const Tie> ties, Answering answering) {
  json.Key(name);
  json.StartArray();
  for (const Tie& tie : ties) {
    json.StartObject();
    write_tie_members(json, tie, answering);
    json.EndObject();
  }
  json.EndArray();
}

std::string document(const std::function<void(PrettyJson&)>& members) {
  rapidjson::StringBuffer buffer;
  PrettyJson json(buffer);
  json.SetIndent(' ', 2);
  json.StartObject();
  members(json);
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

}  // namespace entente::detail
