#pragma once
// The database as Python sees it: names in, rendered answers out. Every function may be called without
// Python's lock and from any thread: one at a time goes to the file.

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "graph/store.hpp"
#include "loaders/loader.hpp"
#include "python/answer.hpp"
#include "queries/scope.hpp"

namespace entente::python {

/// What the questions share.
struct Asking {
  std::optional<Edtf> when;
  std::vector<std::string> relations;  ///< empty: those of the question; `any`: all
  bool certain = false;
  bool successors = false;
};

struct Loaded {
  LoadReport report;
  std::size_t claims = 0, fresh = 0;
  std::vector<std::string> problems;  ///< the first hundred
};

class Database {
 public:
  /// Opened for writing where the file may be written to, else for reading. Without `create` it must exist.
  Database(const std::string& path, bool create, bool read_only);

  /// One transaction. An empty path loads what comes with the package.
  Loaded load(const std::string& path, const std::string& as, const LoadOptions& options,
              const std::string& mapping);

  [[nodiscard]] Rendered members(const std::string& body, const Asking& asking);
  [[nodiscard]] Rendered memberships(const std::string& entity, const Asking& asking);
  [[nodiscard]] Rendered timeline(const std::string& entity, const Asking& asking);
  [[nodiscard]] Rendered was(const std::string& subject, const std::string& body, const Asking& asking);
  [[nodiscard]] Rendered why(const std::string& subject, const std::string& body, const Asking& asking);
  [[nodiscard]] Rendered changes(const std::optional<std::string>& body, const Asking& asking);
  [[nodiscard]] Rendered conflicts(const std::optional<std::string>& entity, const Asking& asking);
  [[nodiscard]] Rendered overlap(const std::string& a, const std::string& b, const Asking& asking);
  [[nodiscard]] Rendered path(const std::string& from, const std::string& to, const Asking& asking,
                              bool simultaneous, std::size_t count);
  [[nodiscard]] Rendered ask(const std::string& question);
  [[nodiscard]] Rendered compare(const std::vector<std::string>& sources,
                                 const std::optional<std::string>& body, const Asking& asking);
  [[nodiscard]] Rendered dyads(const std::vector<std::string>& among, const Asking& asking, bool zeros);
  [[nodiscard]] Rendered edges(const Asking& asking);
  [[nodiscard]] Rendered claims();
  [[nodiscard]] Rendered sources();
  [[nodiscard]] Rendered entities(const std::string& text);
  /// A network around the bodies, or of everything; `format` is svg, png, pdf or dot.
  [[nodiscard]] std::string draw(const std::vector<std::string>& around, const Asking& asking,
                                 const std::string& title, const std::string& format);

 private:
  [[nodiscard]] EntityId id(const std::string& name, int role, const Asking& asking) const;
  [[nodiscard]] Scope scope(const Asking& asking) const;
  [[nodiscard]] std::vector<Relation> relations(const Asking& asking, std::vector<Relation> by_default) const;

  std::mutex one_at_a_time_;
  Store store_;
};

/// EDTF, or a date as English writes it. Throws Error{InvalidDate}.
[[nodiscard]] Edtf read_when(const std::string& text);

/// The facts of one text, without a database.
[[nodiscard]] Rendered extract(const std::string& text, const LoadOptions& options);

}  // namespace entente::python
