#include "loaders/popolo/rows.hpp"

namespace entente::detail {

Claim PopoloRows::begin(const PopoloEntry& entry) const {
  if (!entry.IsObject())
    throw BadPopoloEntry{ErrorCode::InvalidRow, "an entry that is no object", "an entry is no object"};
  document_.require_text(entry);
  Claim claim;
  claim.evidence.source = source_;
  claim.evidence.row = document_.line_of(entry);
  return claim;
}

void PopoloRows::emit(Claim& claim, Event event, std::optional<Edtf> when, std::string_view rule) {
  claim.event = event;
  claim.when = std::move(when);
  claim.evidence.rule = rule;
  sink_.claim(claim);
  ++report_.claims;
}

void PopoloRows::skip(const PopoloEntry& entry, const BadPopoloEntry& bad) {
  const std::string_view id = entry.IsObject() ? text_in(entry, "id") : std::string_view();
  skip_row({bad.code, document_.file(), document_.line_of(entry), 0, bad.message, excerpt_of(id)}, options_,
           sink_, report_, bad.reason);
}

void PopoloRows::warn(const PopoloEntry& entry, const BadPopoloEntry& bad, std::string_view shown) {
  warn_of_row({bad.code, document_.file(), document_.line_of(entry), 0, bad.message, excerpt_of(shown)},
              bad.reason, sink_, report_);
}

}  // namespace entente::detail
