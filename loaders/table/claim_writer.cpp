#include "loaders/table/claim_writer.hpp"

#include <utility>

namespace entente::detail {

std::size_t ClaimWriter::intern(const Source& source) {
  const auto [at, fresh] =
      positions_.emplace(source.id.value + '\n' + source.title + '\n' + source.url, sources_.size());
  if (fresh) {
    sources_.push_back(source);
    told_.push_back(0);
  }
  return at->second;
}

void ClaimWriter::speak_as_of(const Date& horizon) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    if (sources_[i].published) continue;
    sources_[i].published = horizon;
    told_[i] = 0;
  }
}

void ClaimWriter::tell(std::size_t source) {
  if (told_[source] != 0) return;
  told_[source] = 1;
  sink_.source(sources_[source]);
}

bool ClaimWriter::is_new(const Claim& claim) {
  Claim content = claim;
  content.evidence = {claim.evidence.source, 0, 0, 0, "", ""};
  return known_.insert(id_of(content)).second;
}

void ClaimWriter::emit(Claim claim, const TableStatement& statement) {
  claim.evidence.source = sources_[statement.source].id;
  claim.evidence.row = statement.line;
  claim.evidence.text = statement.text;
  claim.evidence.rule = rule_;
  if (statement.once && !is_new(claim)) return;
  tell(statement.source);
  sink_.claim(claim);
  ++report_.claims;
}

void ClaimWriter::write(const TableStatement& statement) {
  for (const Assertion& assertion : assertions_of(statement)) {
    Claim claim;
    claim.subject = parties_.mention(statement.subject);
    claim.event = assertion.event;
    claim.relation = statement.relation;
    if (statement.object) claim.object = parties_.mention(*statement.object);
    claim.when = assertion.when;
    claim.certainty = statement.certainty;
    claim.detail = statement.detail;
    if (statement.both_ways) {
      Claim back = claim;
      std::swap(back.subject, back.object);
      emit(std::move(claim), statement);
      emit(std::move(back), statement);
    } else {
      emit(std::move(claim), statement);
    }
  }
}

void ClaimWriter::describe(const Claim& claim, std::size_t source, std::size_t line,
                           const std::string& text) {
  TableStatement from;
  from.source = source;
  from.line = line;
  from.text = text;
  from.once = true;
  emit(claim, from);
}

}  // namespace entente::detail
