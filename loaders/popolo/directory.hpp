#pragma once
// Who and what the entries of a Popolo file mean by their ids: persons, organizations, areas, posts and
// legislative periods. Internal to the Popolo loader.

#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/claim.hpp"
#include "loaders/popolo/entry.hpp"

namespace entente::detail {

enum class PopoloSection { Persons, Organizations };

/// A legislative period.
struct PopoloTerm {
  std::string_view name;  ///< its id where it has none
  EntryEnds ends;
};

/// Filled with all that memberships may name before the first of them is read. Of several entries with one id
/// the first counts. REQUIRES: the document outlives it.
class PopoloDirectory {
 public:
  /// `source` is the id of the source: ids are unique in a file only.
  explicit PopoloDirectory(std::string source) : source_(std::move(source)) {}

  // REQUIRES of these: the entry is an object.
  void add(PopoloSection section, const PopoloEntry& entry);
  void add_area(const PopoloEntry& entry);
  void add_post(const PopoloEntry& entry);
  /// Throws BadPopoloEntry as ends_in does.
  void add_term(const PopoloEntry& entry);

  /// An id that is unique beyond the file: UUIDs are already, others by the source's id before them.
  [[nodiscard]] std::string unique(std::string_view id) const;
  /// With its name or, where it has none, its id for a name.
  [[nodiscard]] Mention mention(PopoloSection section, std::string_view id) const;
  [[nodiscard]] bool is_organization(std::string_view id) const { return organizations_.count(id) != 0; }
  /// Whether it only stands in the place of a party: `Independent`, `unknown`.
  [[nodiscard]] bool is_no_party(std::string_view id) const;

  // Empty or null where there is none.
  [[nodiscard]] std::string_view area(std::string_view id) const;
  [[nodiscard]] std::string_view post(std::string_view id) const;
  [[nodiscard]] std::string_view organization_of_post(std::string_view id) const;
  [[nodiscard]] const PopoloTerm* term(std::string_view id) const;

 private:
  using Names = std::unordered_map<std::string_view, std::string_view>;
  std::string source_;
  Names persons_, organizations_, areas_, posts_, post_organizations_;
  std::unordered_map<std::string_view, PopoloTerm> terms_;
};

}  // namespace entente::detail
