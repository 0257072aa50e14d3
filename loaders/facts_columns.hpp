#pragma once
// Which column of a table of facts means what.
//
//   FactsColumns::parse("subject=country, object:=NATO, start=from")   // what a user said
//   FactsColumns().over({"Country", "Organisation", "Joined"}, …)      // what the header says

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class FactsField {
  Subject,
  SubjectId,
  Relation,
  Event,
  Object,
  ObjectId,
  Start,
  End,
  Date,
  Source,
  Url,
  Certainty,
  Text,
  Note,
};
inline constexpr std::size_t facts_fields = 14;

/// `subject`, `subject_id`, `relation` …: the word of a mapping and the first name of its column.
[[nodiscard]] const char* name_of(FactsField field) noexcept;

/// Where a field comes from.
struct FactsColumn {
  std::optional<std::size_t> index;     ///< of the column, from 0
  std::optional<std::string> constant;  ///< the same in every row
};

class FactsColumns {
 public:
  /// Nothing said: every field is found by the name of its column.
  FactsColumns() = default;

  /// `field=column` or `field:=constant`, separated by commas; an item with a comma in it stands in quotation
  /// marks ("object:=Bosnia, Herzegovina"). `field=` leaves the field out. Throws Error{InvalidArgument}.
  [[nodiscard]] static FactsColumns parse(std::string_view mapping);

  /// The columns of a file with this header. Names are compared without case, blanks and punctuation, and
  /// each field knows some synonyms (docs/formats/csv.md). Throws Error{InvalidRow} when nothing says what
  /// subject or object is or several columns could be the same field, Error{InvalidArgument} when a column of
  /// the mapping is not there.
  [[nodiscard]] std::array<FactsColumn, facts_fields> over(const std::vector<std::string>& header,
                                                           std::string_view file) const;

 private:
  struct Said {
    bool said = false;
    bool constant = false;
    std::string value;
  };
  std::array<Said, facts_fields> said_;
};

/// Whether a header names columns that FactsColumns knows: a subject, an object, and how they are tied.
[[nodiscard]] bool is_facts_header(const std::vector<std::string>& header);

}  // namespace entente
