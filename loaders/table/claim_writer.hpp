#pragma once
// The last step of the table loader: statements and descriptions become claims of their sources.

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "loaders/loader.hpp"
#include "loaders/table/statement.hpp"

namespace entente::detail {

class ClaimWriter {
 public:
  ClaimWriter(TableParties& parties, std::string rule, ClaimSink& sink, LoadReport& report)
      : parties_(parties), rule_(std::move(rule)), sink_(sink), report_(report) {}

  /// The same position for the same id, title and address. The sink hears of it with its first claim.
  std::size_t intern(const Source& source);
  /// Of sources that have none of their own, the date as of which they speak.
  void speak_as_of(const Date& horizon);

  /// REQUIRES: assertions_of(statement) throws nothing.
  void write(const TableStatement& statement);
  /// What is said of one entity: once, however many rows say it.
  void describe(const Claim& claim, std::size_t source, std::size_t line, const std::string& text);

 private:
  void emit(Claim claim, const TableStatement& statement);
  void tell(std::size_t source);
  /// Whether the claim's content, its evidence apart, is new.
  bool is_new(const Claim& claim);

  TableParties& parties_;
  std::string rule_;
  ClaimSink& sink_;
  LoadReport& report_;
  std::vector<Source> sources_;
  std::unordered_map<std::string, std::size_t> positions_;
  std::vector<char> told_;
  struct Hash {
    std::size_t operator()(const ClaimId& id) const noexcept { return static_cast<std::size_t>(id.low); }
  };
  std::unordered_set<ClaimId, Hash> known_;
};

}  // namespace entente::detail
