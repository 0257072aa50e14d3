#pragma once
// A sink that holds every claim of a table's row to what can be written and read again.

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/date.hpp"
#include "loaders/loader.hpp"
#include "loaders/utf8.hpp"
#include "tests/fuzz/require.hpp"

namespace entente {

struct CheckedRows : ClaimSink {
  void source(const Source& source) override { require(!source.id.value.empty()); }
  void claim(const Claim& claim) override {
    ++claims;
    require(!claim.subject.empty());
    for (const Mention& mention : {claim.subject, claim.object}) {
      require(mention.name.empty() || !is_nameless(mention.name));
    }
    require(!claim.evidence.source.value.empty() && claim.evidence.row > 0);
    require(!first_invalid_utf8(claim.evidence.text));
    if (claim.when) require(try_parse_edtf(to_string(*claim.when)) == claim.when);
  }
  void problem(const Diagnostic& problem) override {
    ++problems;
    require(problem.line > 0 && !problem.message.empty());
    require(problem.to_string().find_first_of(std::string_view("\0\n\x1B", 3)) == std::string::npos);
  }
  std::uint64_t claims = 0;
  std::uint64_t problems = 0;
};

}  // namespace entente
