#pragma once
// What the columns of a table mean, said in a small JSON document (docs/formats/mapping.md), so that a table
// of any shape loads with no code.
//
//   auto mapping = TableMapping::find("cow-igo-state-year");       // one that the program brings along
//   auto mapping = TableMapping::find("my/treaties.mapping.json");  // a file
//   load_table(input, mapping, options, sink);                      // loaders/table.hpp

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

namespace detail {
struct Mapping;
}

/// Immutable; cheap to copy.
class TableMapping {
 public:
  /// `file` stands for the document's name in messages. Throws Error: {InvalidJson} for what is no JSON,
  /// {InvalidArgument} for what is no mapping; the message has file, line, column and the reason.
  [[nodiscard]] static TableMapping parse(std::string_view json, const std::string& file);

  /// The mapping of that name that comes with the program; nothing for any other name.
  [[nodiscard]] static std::optional<TableMapping> bundled(std::string_view name);
  /// Their names, sorted.
  [[nodiscard]] static std::vector<std::string> bundled_names();

  /// A bundled name, else a file. Throws what parse throws, and Error{Unreadable} for what is neither; the
  /// candidates are the bundled names.
  [[nodiscard]] static TableMapping find(const std::string& name_or_file);

  /// The bundled mapping that a table with this header is meant for: all the columns that it is known by are
  /// there. Of several, the one known by the most; nothing where that is not one.
  [[nodiscard]] static std::optional<TableMapping> detect(const std::vector<std::string>& header);

  [[nodiscard]] const std::string& name() const noexcept;
  [[nodiscard]] const std::string& title() const noexcept;

  /// For the table loader.
  [[nodiscard]] const detail::Mapping& parts() const noexcept { return *parts_; }

 private:
  explicit TableMapping(std::shared_ptr<const detail::Mapping> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const detail::Mapping> parts_;
};

}  // namespace entente
