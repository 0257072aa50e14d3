#pragma once
// A sink for what is to be written and read again.

#include <cstddef>
#include <set>
#include <vector>

#include "loaders/loader.hpp"
#include "tests/fuzz/require.hpp"

namespace entente {

struct KeptClaims : ClaimSink {
  void source(const Source& source) override { sources.push_back(source); }
  void claim(const Claim& claim) override { claims.push_back(claim); }
  void problem(const Diagnostic& problem) override {
    ++problems;
    require(!problem.message.empty());
  }
  [[nodiscard]] std::set<ClaimId> ids() const {
    std::set<ClaimId> all;
    for (const Claim& claim : claims) all.insert(id_of(claim));
    return all;
  }
  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::size_t problems = 0;
};

}  // namespace entente
