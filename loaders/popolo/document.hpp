#pragma once
// A Popolo file as a whole: JSON, decoded in place, whose entries know their lines. Internal to the Popolo
// loader.

#include <rapidjson/document.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "loaders/input.hpp"
#include "loaders/loader.hpp"
#include "loaders/popolo/entry.hpp"

namespace entente::detail {

class PopoloDocument {
 public:
  /// Reads all of it. Throws Error: {InvalidText} for what is not UTF-8 or beyond limits.document,
  /// {InvalidJson} for what is no JSON, ends in the middle or nests deeper than limits.nesting.
  PopoloDocument(Input& input, const LoadLimits& limits);
  PopoloDocument(const PopoloDocument&) = delete;
  PopoloDocument& operator=(const PopoloDocument&) = delete;

  /// Its name in messages.
  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  /// 64 bits of the content (XXH3).
  [[nodiscard]] std::uint64_t content_hash() const noexcept { return content_hash_; }
  [[nodiscard]] const PopoloEntry& root() const noexcept { return document_; }

  /// The line on which the entry's first member stands, from 1; 0 of what has none. O(log lines).
  [[nodiscard]] std::size_t line_of(const PopoloEntry& entry) const;
  /// Throws BadPopoloEntry where a text within the value has half a surrogate pair or a NUL, which RapidJSON
  /// lets through when it is escaped.
  void require_text(const PopoloEntry& value) const;

 private:
  void find_lines();
  [[nodiscard]] std::size_t line_at(std::size_t offset) const;
  void parse(std::size_t nesting);

  std::string file_;
  std::string text_;  ///< decoded in place; all views point into it
  std::uint64_t content_hash_;
  std::vector<std::size_t> line_ends_;  ///< offsets before decoding, which moves no name of a member
  bool odd_escapes_ = false;            ///< whether any text may be one that require_text refuses
  rapidjson::Document document_;
};

}  // namespace entente::detail
