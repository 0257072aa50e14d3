#pragma once
// What an entity of Wikidata claims. Used by loaders/wikidata_json.cpp only.

#include <cstdint>
#include <string>
#include <string_view>

#include "loaders/loader.hpp"
#include "loaders/wikidata_entity.hpp"
#include "loaders/wikidata_table.hpp"

namespace entente::detail {

/// Hands the claims of entities to a sink and keeps the accounts: an entity is a row, and so is each of its
/// statements. The rules are those of docs/formats/wikidata.md.
class WikidataClaims {
 public:
  /// REQUIRES: everything outlives this.
  WikidataClaims(const WikidataTable& table, const std::string& file, const SourceId& source,
                 const LoadOptions& options, ClaimSink& sink, LoadReport& report);
  /// `line` is that on which the entity begins.
  void take(const WikidataEntity& entity, std::uint64_t line);
  /// The greatest day on which an entity was last changed, `2023-04-04`; empty when none says.
  [[nodiscard]] const std::string& last_modified() const { return last_modified_; }

 private:
  struct Said;
  struct Unusable;
  enum class Outcome { Used, PassedOver };

  void take_names(const WikidataEntity& entity);
  void take_statement(const WikidataEntity& entity, const WikidataStatement& statement);
  Outcome use(const WikidataEntity& entity, const WikidataStatement& statement);
  Outcome tie(const WikidataEntity& entity, const WikidataStatement& statement, const Said& said);
  Outcome event(const WikidataEntity& entity, const WikidataStatement& statement, const Said& said);
  Outcome description(const WikidataEntity& entity, const WikidataStatement& statement, const Said& said);
  Said read_qualifiers(const WikidataEntity& entity, const WikidataStatement& statement);
  Date date_of(const WikidataSnak& snak, char mark);
  void set_ends(const WikidataEntity& entity, const WikidataStatement& statement, Mention value);
  void emit(Event event, std::optional<Edtf> when);
  Outcome pass_over(std::string_view reason);
  void warn(std::string_view reason, const std::string& message, std::string_view excerpt);
  Diagnostic problem(ErrorCode code, std::string message, std::string_view excerpt) const;

  const WikidataTable& table_;
  const std::string& file_;
  const LoadOptions& options_;
  ClaimSink& sink_;
  LoadReport& report_;
  std::uint64_t line_ = 0;
  Claim claim_;  ///< kept for its memory; every field is set anew
  Mention about_;
  std::string last_modified_;
};

/// What stands in the evidence of a statement's claims: the statement, its qualifiers, its rank where it is
/// not normal, its references and its id, on one line.
[[nodiscard]] std::string text_of(const WikidataEntity& entity, const WikidataStatement& statement,
                                  const WikidataTable& table);

}  // namespace entente::detail
