#pragma once
// The database: one SQLite file that holds the claims, and the entities and edges derived from them.
// The schema is graph/schema.sql; docs/schema.md explains it to SQL users.
//
//   Store store = Store::open("entente.db", Store::Mode::Create);
//   Store::Import import = store.begin_import();   // one transaction
//   import.add(source); import.add(claim);
//   import.commit();  // derives edges, then commits; without it nothing happened
//
// A question opens the file read-only and reads a few rows over an index; nothing is built in memory. One
// writer and any number of readers may have a file open at a time; each answer is of one moment.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"
#include "graph/edge.hpp"
#include "graph/entity.hpp"
#include "graph/names.hpp"
#include "graph/resolve.hpp"

namespace entente {

/// Which edges: every field that is set must match. `during`: some reading of the edge touches the period.
struct Pattern {
  std::optional<EntityId> subject;
  std::vector<Relation> relations;  ///< empty: any
  std::optional<EntityId> object;
  std::optional<Period> during;
};

/// How much a database holds.
struct Totals {
  std::size_t sources = 0, claims = 0, entities = 0, edges = 0, disputed = 0;
};

/// An edge as numbers, for indexes in memory.
struct TieRow {
  std::int64_t subject = 0, object = 0;  ///< of entities
  std::int64_t relation = 0;
  std::int64_t claim = 0;  ///< a claim that it stands on
  Readings readings;
};

/// Not to be shared between threads: each opens the file for itself.
class Store {
 public:
  enum class Mode {
    Read,    ///< the file must exist; nothing is ever written
    Write,   ///< the file must exist
    Create,  ///< the file is made when there is none
  };

  /// Throws Error{NotADatabase} for a foreign file, {NewerDatabase} for a later version, {Unreadable} when
  /// there is none, {DatabaseFailure} for what SQLite refuses. An older version is migrated in place when
  /// opened for writing.
  [[nodiscard]] static Store open(const std::string& path, Mode mode);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// One transaction. Destroyed without commit, it leaves the database as it was; so does a step that throws
  /// (Error{DatabaseFailure}: full disk …), after which the import is over. REQUIRES: the store outlives it.
  class Import {
   public:
    ~Import();
    Import(Import&&) noexcept;
    /// What is known of a source already is united with this: of each field the greater text, so that the
    /// order of imports changes nothing.
    void add(const Source& source);
    /// Claims may come before their source. Returns whether the claim is new.
    bool add(const Claim& claim);
    /// Gives a source a priority in this database, whatever its files say now or later; none: what they say.
    /// Edges are derived anew on commit. Throws Error{UnknownName} for a source that is not there.
    void set_priority(const SourceId& source, std::optional<int> priority);
    /// Notes that an input was read whole: what Store::input_report then says of it. `fingerprint`: of its
    /// content and of all else that decides what is read from it.
    void note_input(const std::string& fingerprint, const std::string& report);
    /// Derives again what the new claims touch, and commits. O(m log m) in those claims and what they touch.
    void commit();

   private:
    friend class Store;
    struct State;
    explicit Import(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
  };
  /// One at a time. Throws Error{InvalidArgument} when opened for reading, {DatabaseFailure} when another
  /// process goes on writing for more than ten seconds.
  [[nodiscard]] Import begin_import();

  /// What was noted of an input that was read before: its claims are here. Nothing for one that was not, and
  /// where this program would derive other edges than the one that read it.
  [[nodiscard]] std::optional<std::string> input_report(const std::string& fingerprint) const;

  /// The union of both sets of claims; `other` is not changed. Commutative, associative, idempotent, but for
  /// priorities that one of the databases gives its sources itself: they stay where they are. Returns new
  /// claims.
  std::size_t merge(const Store& other);

  /// Entities that have the (folded) name, as NameIndex::find; also by id and by `scheme:value`.
  [[nodiscard]] std::vector<NameMatch> find_name(std::string_view name) const;
  /// For messages only: names near an unknown one, best first. Reads all names.
  [[nodiscard]] std::vector<std::string> near_names(std::string_view name, std::size_t limit = 5) const;
  [[nodiscard]] std::optional<Entity> entity(const EntityId& id) const;
  [[nodiscard]] std::vector<Entity> entities() const;

  /// Sorted by subject, relation, object, first day. With `object` or `subject` set: O(log n + answers).
  [[nodiscard]] std::vector<Edge> edges(const Pattern& pattern) const;
  /// Every edge as numbers, those of a subject one after the other; reads nothing else. Numbers are those of
  /// the file as it is now: an import may number anew.
  void for_each_tie(const std::function<void(const TieRow&)>& visit) const;
  /// The entities behind those numbers, ascending.
  void for_each_number(
      const std::function<void(std::int64_t, const EntityId&, const std::string& name)>& visit) const;
  /// The claim behind one.
  [[nodiscard]] std::optional<Claim> claim_numbered(std::int64_t claim) const;
  /// Whether some edge has the relation. O(log n).
  [[nodiscard]] bool has_relation(const Relation& relation) const;
  [[nodiscard]] std::optional<Claim> claim(const ClaimId& id) const;
  /// Every claim in order of its id, one at a time.
  void for_each_claim(const std::function<void(const ClaimId&, const Claim&)>& visit) const;
  /// Claims about the pair, of every certainty, by the entities that their mentions were resolved to. Either
  /// may be absent.
  [[nodiscard]] std::vector<Claim> claims_about(const std::optional<EntityId>& subject,
                                                const std::optional<EntityId>& object) const;
  [[nodiscard]] std::optional<Source> source(const SourceId& id) const;
  [[nodiscard]] std::vector<Source> sources() const;
  [[nodiscard]] std::vector<Unmatched> unmatched() const;
  [[nodiscard]] Totals totals() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
