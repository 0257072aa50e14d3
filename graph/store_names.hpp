#pragma once
// The names, codes and descriptions that a database knows, for the linking of new claims. Private to the
// store.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "graph/directory.hpp"
#include "graph/store_statements.hpp"

namespace entente::detail {

class StoredNames : public KnownNames {
 public:
  explicit StoredNames(Connection& connection) : connection_(connection) {}
  [[nodiscard]] std::optional<std::string> coded(std::string_view code) const override;
  [[nodiscard]] bool described(std::string_view entity) const override;
  [[nodiscard]] std::vector<NameBearer> bearers(std::string_view key) const override;
  [[nodiscard]] std::optional<std::string> renamed(std::string_view key) const override;

  [[nodiscard]] EntityNumber number_of(std::string_view entity) const;
  /// Those that bear the name, however they came to it.
  [[nodiscard]] std::vector<EntityNumber> entities_named(std::string_view key) const;
  /// The names that descriptions gave to the entity, as bearers() has them, by key.
  [[nodiscard]] std::set<std::pair<std::string, NameBearer>> given_to(EntityNumber entity) const;
  /// All of `renaming`.
  [[nodiscard]] std::map<std::string, std::string, std::less<>> renamings() const;
  [[nodiscard]] bool any_renaming() const;

  /// What the rows of an entity say of it.
  struct Stored {
    std::string id, name;
    Kind kind = Kind::Unknown;
    std::optional<Date> founded, dissolved;
    bool described = false;
    std::int64_t mentions = 0, life = 0;
    Description description;
    std::map<std::string, std::size_t> spellings;
  };
  [[nodiscard]] Stored entity(EntityNumber number) const;

 private:
  Connection& connection_;
};

}  // namespace entente::detail
