#pragma once
// One row a year becomes spells: years that follow one another with the same meaning are one; a gap makes
// two; a year of which the table says that it does not know leaves the end beside it open to that length.
// Internal to the table loader.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "loaders/table/statement.hpp"

namespace entente::detail {

class YearFold {
 public:
  static constexpr std::int32_t unknown = -1;

  struct Key {
    std::uint32_t rule = 0, source = 0;
    PartyId subject = 0, object = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  /// A run of years of one kind, as far as it is known.
  struct Run {
    std::int32_t kind;  ///< which meaning of the rule, or `unknown`
    std::int64_t first, last;
    std::size_t line;  ///< of its first row
    std::size_t rows;
    bool first_approximate, last_approximate;
    std::string text, detail;  ///< of its first row
  };

  /// The run that the year now belongs to, when it went on with one; null when it would begin a run.
  Run* go_on(const Key& key, std::int64_t year, std::int32_t kind, bool approximate);
  void begin(const Key& key, Run run);

  struct Spell {
    Key key;
    Run run;
    std::optional<Date> first;
    bool first_bound = false;
    TableStatement::End end = TableStatement::End::Dated;
    std::optional<Date> last;
    bool last_bound = false;
  };
  /// The spells, in the order of their first rows. A run that reaches `horizon` goes on; one that begins in
  /// `first_year` may have begun before, where `censored(rule)` says so. O(n log n) in the number of runs.
  template <typename Censored>
  [[nodiscard]] std::vector<Spell> finish(std::int64_t first_year, std::int64_t horizon,
                                          const Censored& censored) {
    std::vector<Spell> spells;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      spells_of(keys_[i], runs_[i], first_year, horizon, censored(keys_[i].rule), spells);
    }
    sort_by_line(spells);
    return spells;
  }

 private:
  struct Hash {
    std::size_t operator()(const Key& key) const noexcept;
  };
  static void spells_of(const Key& key, std::vector<Run>& runs, std::int64_t first_year, std::int64_t horizon,
                        bool censored, std::vector<Spell>& spells);
  static void sort_by_line(std::vector<Spell>& spells);
  std::vector<Run>& runs_of(const Key& key);

  std::unordered_map<Key, std::size_t, Hash> index_;
  std::vector<Key> keys_;
  std::vector<std::vector<Run>> runs_;
};

}  // namespace entente::detail
