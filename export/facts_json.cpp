#include "export/facts_json.hpp"

#include <ostream>
#include <utility>

#include "export/claim_members.hpp"

namespace entente {

using namespace detail;

FactsWriter::FactsWriter(std::ostream& out, ClaimsForm form) : out_(out), form_(form) {
  if (form_ == ClaimsForm::Document) out_ << "{\"facts\":[";
}

void FactsWriter::fact(const Claim& claim, const Source* source, std::optional<double> confidence) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  write_member(json, "subject", claim.subject.name);
  write_member_if(json, "subject_id", claim.subject.id);
  write_event(json, claim);
  write_member(json, "object", claim.object.name);
  write_member_if(json, "object_id", claim.object.id);
  write_member(json, "date", claim.when ? to_string(*claim.when) : std::string());
  write_member(json, "certainty", name_of(claim.certainty));
  if (confidence) {
    json.Key("confidence");
    json.Double(*confidence);
  }
  write_member_if(json, "detail", claim.detail);
  json.Key("evidence");
  json.StartObject();
  write_member(json, "source", claim.evidence.source.value);
  json.Key("begin");
  json.Uint64(claim.evidence.begin);
  json.Key("end");
  json.Uint64(claim.evidence.end);
  if (claim.evidence.row != 0) {
    json.Key("row");
    json.Uint64(claim.evidence.row);
  }
  write_member(json, "text", claim.evidence.text);
  write_member(json, "rule", claim.evidence.rule);
  if (source != nullptr) write_description(json, *source);
  json.EndObject();
  json.EndObject();

  if (form_ == ClaimsForm::Document) out_ << (std::exchange(first_, false) ? "\n" : ",\n");
  out_.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
  if (form_ == ClaimsForm::Lines) out_ << '\n';
}

void FactsWriter::finish() {
  if (form_ == ClaimsForm::Document) out_ << "]}\n";
  out_.flush();
}

}  // namespace entente
