#pragma once
// Names in a sentence: those of the registry, and capitalised runs that only look like names.

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/names.hpp"
#include "loaders/article/token.hpp"
#include "loaders/article/word_table.hpp"

namespace entente::detail {

/// What a name stands for, as far as anyone can tell.
enum class Sort {
  State,
  Body,  ///< an organisation, club, party, band …
  Treaty,
  Person,
  Place,
  Unknown,  ///< a name, but of what?
};

/// Somebody or something that a document names.
struct Referent {
  std::string name;  ///< fullest form in the document; the registry's name where only an adjective or capital
                     ///< was used
  std::string id;    ///< of the registry; empty when unknown or ambiguous
  Sort sort = Sort::Unknown;
  std::vector<std::string> forms;    ///< its full names as the text has them, the last used at the end
  std::vector<std::string> words;    ///< of all its forms, in lower case: "the league" finds "Delian League"
  std::optional<std::size_t> whole;  ///< of a part ("NATO's military command"): what it is a part of
  std::optional<std::size_t> state;  ///< of a capital: its state
  std::size_t form_sentence = 0;
  bool defined = false;    ///< an acronym was introduced for it in brackets
  bool announced = false;  ///< only described so far, by a word with a capital
  bool from_name = false;  ///< the name was taken from the text, not from the registry
};

/// The names of the registry, arranged for reading text. Immutable; shared between threads.
class Gazetteer {
 public:
  struct Entry {
    std::string id;    ///< empty when several entities have the name
    std::string name;  ///< preferred
    Sort sort = Sort::Unknown;
    AliasSort alias = AliasSort::Name;
  };
  explicit Gazetteer(const NameIndex& names);
  /// The longest name that begins at token `first`; its length in tokens, 0 for none.
  [[nodiscard]] std::size_t match(const std::vector<Token>& tokens, std::size_t first,
                                  const Entry*& entry) const;

 private:
  std::deque<std::pair<std::string, Entry>> named_;         // folded names; tables point into it
  std::deque<std::pair<std::string, std::size_t>> firsts_;  // first words: the words of the longest name
  WordTable<Entry> entries_;
  WordTable<std::size_t> longest_;
};

struct NameMention {
  std::size_t first = 0;  ///< tokens [first, last)
  std::size_t last = 0;
  std::size_t referent = 0;
  AliasSort alias = AliasSort::Name;
};

/// The referents of a document so far.
class Referents {
 public:
  /// The referent of a name of the registry, or of any other name; made when new.
  std::size_t of_entry(const Gazetteer::Entry& entry, std::string_view as_written);
  std::size_t of_name(std::string_view name, Sort sort);
  /// Another name for a referent ("Collective Security Treaty" = "CST").
  void also(std::size_t referent, std::string_view name);
  [[nodiscard]] const Referent& operator[](std::size_t i) const { return list_[i]; }
  [[nodiscard]] Referent& at(std::size_t i) { return list_[i]; }
  [[nodiscard]] std::size_t size() const noexcept { return list_.size(); }
  /// How to print a referent that the sentence writes so (empty: not at all): in full as written, else by the
  /// full name of the text that an acronym stands for.
  [[nodiscard]] std::string name_in_text(std::size_t referent, std::string_view as_written) const;
  /// A referent with a full name that the acronym spells; size() when there is none.
  [[nodiscard]] std::size_t spelt_by(std::string_view acronym) const;
  /// A body that the text calls by a capitalised description before it names it ("the Conference"); one for
  /// each word. A name found later that has the word is its name.
  std::size_t announced(std::string_view word);
  /// Whether the referent has still no name but its description.
  [[nodiscard]] bool nameless(std::size_t referent) const { return list_[referent].announced; }
  /// The referent already known by this name; size() when there is none.
  [[nodiscard]] std::size_t find(std::string_view name) const;

  /// The referent of whose name it is the beginning or the end; size() when there is none.
  [[nodiscard]] std::size_t part(std::string_view name) const;

  /// Names found from now on stand in another sentence.
  void next_sentence() noexcept { ++sentence_; }

 private:
  void form(std::size_t referent, std::string_view name);
  /// The announced body that a new name of a body names; size() when there is none.
  std::size_t bind(std::string_view name, Sort sort);
  std::unordered_map<std::string, std::size_t> announced_;  // by word, in the singular

  std::unordered_map<std::string, std::size_t, WordHash> by_spelling_;
  std::size_t sentence_ = 0;
  std::vector<Referent> list_;
  std::unordered_map<std::string, std::size_t, WordHash> by_name_;
  std::unordered_map<std::string, std::size_t, WordHash>
      by_part_;  // beginnings and ends of names of several words

  /// The referent of which the name is the beginning or the end ("Marlowe", "the Clarion", "Prairie Press"),
  /// or that it spells in full; size() when there is none.
  [[nodiscard]] std::size_t linked(const std::string& key) const;
  void index_parts(const std::string& key, std::size_t referent);
};

/// The names of a sentence, in order, not overlapping; makes their referents. An acronym in brackets after a
/// name becomes a name of the same referent. O(tokens).
void find_names(const std::vector<Token>& tokens, const Gazetteer& gazetteer, Referents& referents,
                std::vector<NameMention>& out);

}  // namespace entente::detail
