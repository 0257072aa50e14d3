#pragma once
// The accounts of a Popolo file: each entry is a row, which gives claims, or is skipped and reported.
// Internal to the Popolo loader.
//
//   rows.row(entry, [&](Claim& claim) {
//     claim.subject = …;
//     rows.emit(claim, Event::Joined, date, "popolo:membership");
//     rows.used();
//   });

#include <optional>
#include <string_view>

#include "graph/claim.hpp"
#include "loaders/loader.hpp"
#include "loaders/popolo/document.hpp"

namespace entente::detail {

/// REQUIRES: what it is made of outlives it.
class PopoloRows {
 public:
  PopoloRows(const PopoloDocument& document, SourceId source, const LoadOptions& options, ClaimSink& sink,
             LoadReport& report)
      : document_(document), source_(std::move(source)), options_(options), sink_(sink), report_(report) {}

  /// Calls `read` with a claim that has its source and line. An entry that is no object, and one for which
  /// `read` throws BadPopoloEntry, is skipped.
  template <typename Read>
  void row(const PopoloEntry& entry, const Read& read) {
    ++report_.read;
    try {
      Claim claim = begin(entry);
      read(claim);
    } catch (const BadPopoloEntry& bad) {
      skip(entry, bad);
    }
  }

  void emit(Claim& claim, Event event, std::optional<Edtf> when, std::string_view rule);
  /// The row gave all its claims.
  void used() { ++report_.used; }
  /// Something of the row is left for what is wrong with it; `bad.reason` is counted.
  void warn(const PopoloEntry& entry, const BadPopoloEntry& bad, std::string_view shown);

 private:
  [[nodiscard]] Claim begin(const PopoloEntry& entry) const;
  void skip(const PopoloEntry& entry, const BadPopoloEntry& bad);

  const PopoloDocument& document_;
  SourceId source_;
  const LoadOptions& options_;
  ClaimSink& sink_;
  LoadReport& report_;
};

}  // namespace entente::detail
