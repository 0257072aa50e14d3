#pragma once
// JSON values of a mapping, taken apart with a message that names the place. Internal to the table loader.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/json_entries.hpp"
#include "loaders/table/mapping.hpp"

namespace entente::detail {

/// What is wrong throws Error{InvalidArgument} with file, line and column.
class MappingReader {
 public:
  MappingReader(const std::string& file, Mapping& mapping) : file_(file), mapping_(mapping) {}

  [[noreturn]] void fail(const JsonValue& at, const std::string& message) const;

  /// REQUIRES of the input: an object without any other members than these and `note`.
  void expect_members(const JsonValue& object, std::initializer_list<std::string_view> allowed) const;
  [[nodiscard]] const std::string& text(const JsonValue& value) const;
  [[nodiscard]] bool truth(const JsonValue& value) const;
  /// A text, or a list of texts. Numbers are texts as they are written.
  [[nodiscard]] std::vector<std::string> texts(const JsonValue& value) const;
  [[nodiscard]] Template as_template(const JsonValue& value);
  [[nodiscard]] std::vector<Template> templates(const JsonValue& value);
  /// `{"column": "value", "other": ["a", "b"]}`, added to those there are.
  void add_conditions(const JsonValue& object, bool wanted, Conditions& conditions);
  [[nodiscard]] TableMeaning meaning(const JsonValue& value) const;
  /// What is not said is as in `defaults`.
  [[nodiscard]] DateRule date_rule(const JsonValue& value, const DateRule& defaults);
  /// The members of a date rule that a mapping's `dates` may have, too.
  void read_date_defaults(const JsonValue& object, DateRule& rule);
  [[nodiscard]] MentionRule mention(const JsonValue& value, const DateRule& defaults);
  [[nodiscard]] ClaimRule claim(const JsonValue& value, const DateRule& defaults);
  /// Whom claims mean that do not say it themselves; null for nobody. REQUIRES: they outlive this.
  void mean(const JsonValue* subject, const JsonValue* object) {
    subject_ = subject;
    object_ = object;
  }

 private:
  [[nodiscard]] Each each(const JsonValue& value);
  [[nodiscard]] MentionRule::Naming naming(const JsonValue& value, const DateRule& defaults);
  void check(const ClaimRule& rule, const JsonValue& at) const;
  const std::string& file_;
  Mapping& mapping_;
  const JsonValue* subject_ = nullptr;
  const JsonValue* object_ = nullptr;
};

}  // namespace entente::detail
