// Any bytes, read as EDTF and as English: printing is the identity, days are in order, and nothing breaks.

#include <cstdint>
#include <string_view>

#include "graph/interval.hpp"
#include "loaders/english_date.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using entente::require;

void check_days(const entente::Edtf& edtf) {
  const auto first = earliest(edtf), last = latest(edtf);
  require(!first || !last || *first <= *last);
  if (const auto* interval = std::get_if<entente::DateInterval>(&edtf)) {
    for (const auto* end : {&interval->start, &interval->end}) {
      if (const auto* date = std::get_if<entente::Date>(end)) require(date->earliest() <= date->latest());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto edtf = entente::try_parse_edtf(text)) {
    require(to_string(*edtf) == text);
    check_days(*edtf);
  }
  const entente::Day reference{19'000};
  if (const auto edtf = entente::read_english_date(text, reference)) {
    require(entente::try_parse_edtf(to_string(*edtf)) == edtf);
    check_days(*edtf);
  }
  const entente::Date mention = entente::Date::of_month(1999, 5);
  for (std::size_t at = 0; at < size; ++at) {
    if (const auto found = entente::scan_english_date(text, at, reference)) {
      require(found->length > 0 && found->length <= size - at);
      require(found->anchor != entente::DateAnchor::None || found->edtf.has_value());
      if (const auto edtf = resolved(*found, mention)) check_days(*edtf);
    }
  }
  return 0;
}
