#include "export/claims_json.hpp"

#include <algorithm>
#include <ostream>
#include <utility>
#include <vector>

#include "export/claim_members.hpp"

namespace entente {

namespace {

using namespace detail;

void write_source(JsonWriter& json, const Source& source) {
  json.StartObject();
  write_member(json, "id", source.id.value);
  write_description(json, source);
  json.EndObject();
}

void write_mention(JsonWriter& json, const char* name, const Mention& mention) {
  if (mention.empty()) return;
  if (mention.id.empty()) {
    write_member(json, name, mention.name);
    return;
  }
  json.Key(name);
  json.StartObject();
  write_member_if(json, "name", mention.name);
  write_member(json, "id", mention.id);
  json.EndObject();
}

/// `source`: written in full in place of its id; may be null.
void write_evidence(JsonWriter& json, const Evidence& evidence, const Source* source) {
  json.Key("evidence");
  json.StartObject();
  if (source != nullptr && *source != Source{source->id, "", "", "", {}, {}, 0}) {
    json.Key("source");
    write_source(json, *source);
  } else {
    write_member(json, "source", evidence.source.value);
  }
  const auto number = [&json](const char* name, std::uint64_t value) {
    if (value == 0) return;
    json.Key(name);
    json.Uint64(value);
  };
  number("begin", evidence.begin);
  number("end", evidence.end);
  number("row", evidence.row);
  write_member_if(json, "text", evidence.text);
  write_member_if(json, "rule", evidence.rule);
  json.EndObject();
}

void write_claim(JsonWriter& json, const Claim& claim, const Source* source) {
  json.StartObject();
  write_mention(json, "subject", claim.subject);
  write_event(json, claim);
  write_mention(json, "object", claim.object);
  if (claim.when) write_member(json, "date", to_string(*claim.when));
  if (claim.certainty != Certainty::Stated) write_member(json, "certainty", name_of(claim.certainty));
  write_member_if(json, "detail", claim.detail);
  write_evidence(json, claim.evidence, source);
  json.EndObject();
}

template <typename Write>
void put(std::ostream& out, Write write) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  write(json);
  out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
}

}  // namespace

ClaimsWriter::ClaimsWriter(std::ostream& out, ClaimsForm form, std::span<const Source> sources)
    : out_(out), form_(form) {
  for (const Source& source : sources) sources_.emplace(source.id, source);
  if (form_ == ClaimsForm::Lines) return;
  out_ << "{\"format\":\"entente-claims\",\"version\":1,\n\"sources\":[";
  const char* separator = "\n";
  for (const auto& [id, source] : sources_) {
    out_ << std::exchange(separator, ",\n");
    put(out_, [&source = source](JsonWriter& json) { write_source(json, source); });
  }
  out_ << "],\n\"claims\":[";
}

void ClaimsWriter::claim(const Claim& claim) {
  const Source* source = nullptr;
  if (form_ == ClaimsForm::Document) {
    out_ << (std::exchange(first_, false) ? "\n" : ",\n");
  } else if (const auto found = sources_.find(claim.evidence.source); found != sources_.end()) {
    source = &found->second;
  }
  put(out_, [&](JsonWriter& json) { write_claim(json, claim, source); });
  if (form_ == ClaimsForm::Lines) out_ << '\n';
}

void ClaimsWriter::finish() {
  if (form_ == ClaimsForm::Document) out_ << "]}\n";
  out_.flush();
}

void write_claims_json(std::ostream& out, ClaimsForm form, std::span<const Source> sources,
                       std::span<const Claim> claims) {
  std::vector<std::pair<ClaimId, const Claim*>> ordered;
  ordered.reserve(claims.size());
  for (const Claim& claim : claims) ordered.emplace_back(id_of(claim), &claim);
  std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  ordered.erase(std::unique(ordered.begin(), ordered.end(), same), ordered.end());
  ClaimsWriter writer(out, form, sources);
  for (const auto& [id, claim] : ordered) writer.claim(*claim);
  writer.finish();
}

}  // namespace entente
