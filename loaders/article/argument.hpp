#pragma once
// Who does what to whom: the subject, the objects and the date of a verb group, found along the row of
// elements.

#include <optional>
#include <string_view>
#include <vector>

#include "loaders/article/phrase.hpp"

namespace entente::detail {

/// Elements of the sentence that fill the places of a verb. All O(elements) at worst.
class Arguments {
 public:
  explicit Arguments(const Sentence& sentence) : s_(sentence) {}

  /// The noun phrase that is the grammatical subject of the verb at element `v`; nothing when there is none
  /// in the sentence. Relative pronouns give their antecedent, coordinated verbs share their subject.
  [[nodiscard]] std::optional<std::size_t> subject(std::size_t v, int depth = 0) const;
  /// The noun phrase directly after the verb.
  [[nodiscard]] std::optional<std::size_t> object(std::size_t v) const;
  /// The noun phrase after the first such preposition in the verb's own part of the sentence.
  [[nodiscard]] std::optional<std::size_t> after(std::size_t v, std::string_view preposition) const;
  /// Where the complement of a verb like "be" or "become" begins: behind dates and phrases of time.
  [[nodiscard]] std::size_t complement(std::size_t v) const;
  /// The first element after the verb that is no longer its own: the next clause, or the next verb.
  [[nodiscard]] std::size_t scope_end(std::size_t v) const;
  /// The date of the verb's event: after it, before it, or at the head of its clause; index into
  /// Sentence::dates.
  [[nodiscard]] std::optional<std::size_t> date(std::size_t v, int depth = 0) const;
  /// The noun phrase before element `e` that a phrase of prepositions hangs on ("the government of Georgia").
  [[nodiscard]] std::size_t chain_head(std::size_t e) const;
  /// The noun phrase after "of" behind a noun phrase.
  [[nodiscard]] std::optional<std::size_t> of(std::size_t noun, std::string_view preposition = "of") const;
  /// The verb before `v` with which it is coordinated.
  [[nodiscard]] std::optional<std::size_t> coordinated_with(std::size_t v) const;
  /// Nouns of those who do it together with the subject: "along with A", "joined with A to found".
  [[nodiscard]] std::vector<std::size_t> companions(std::size_t v) const;
  /// "The latest country to join was A": the verb behind an infinitive that tells whom its noun stands for.
  [[nodiscard]] std::optional<std::size_t> later_copula(std::size_t v) const;
  /// First element of the clause that `v` belongs to.
  [[nodiscard]] std::size_t clause_begin(std::size_t v) const;

 private:
  /// The date that opens the sentence, for every event of it that has none: "In 1955, after long talks, A …".
  [[nodiscard]] std::optional<std::size_t> frame_date(std::size_t v, std::size_t begin) const;
  /// No verb of the same clause stands before the element.
  [[nodiscard]] bool opens_clause(std::size_t e) const;
  /// A comma with a verb behind it follows before the next verb: ", suspended in 2002, withdrew".
  [[nodiscard]] bool closed_by_mark(std::size_t v) const;
  /// "yesterday", "last month": no object.
  [[nodiscard]] bool tells_time(const NounPhrase& n) const;
  /// The verb before an infinitive.
  [[nodiscard]] std::optional<std::size_t> governor_of(std::size_t v) const;
  [[nodiscard]] std::optional<std::size_t> named_later(std::size_t v) const;
  /// "left A and joined B in 2003": a leaving has the date of the joining that follows with "and" at `next`.
  [[nodiscard]] std::optional<std::size_t> shared_date(std::size_t v, std::size_t next) const;
  /// Verbs by which several come together: "merged to form".
  [[nodiscard]] static bool unites(const VerbGroup& g);
  const Sentence& s_;
  [[nodiscard]] std::optional<std::size_t> find_subject(std::size_t v, int depth) const;
  [[nodiscard]] std::optional<std::size_t> antecedent(std::size_t relative) const;
};

}  // namespace entente::detail
