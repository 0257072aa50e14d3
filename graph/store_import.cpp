// Adding what sources said: one transaction from begin_import() to commit().

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "graph/store_impl.hpp"

namespace entente {

using detail::Connection;
using detail::Query;
using detail::Row;
using detail::translating;

namespace {

/// Seconds since 1970. Taken once an import: when something was loaded is no part of what was said.
std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::optional<std::string> text_of(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  return date->text();
}

std::string stored_name(Event event) {
  // Held has no word of its own: it is called by its relation, which stands beside it.
  return event == Event::Held ? "held" : event_name(event, {});
}

/// What is known of a source when two say different things of it: field by field the greater text, so that
/// the order in which they came decides nothing.
Source united(const Source& a, const Source& b) {
  const auto later = [](const std::optional<Date>& x, const std::optional<Date>& y) {
    return text_of(x) < text_of(y) ? y : x;
  };
  return {a.id,
          std::max(a.title, b.title),
          std::max(a.publisher, b.publisher),
          std::max(a.url, b.url),
          later(a.published, b.published),
          later(a.retrieved, b.retrieved),
          std::max(a.priority, b.priority)};
}

}  // namespace

struct Store::Import::State {
  State(const Store& owner, Connection& used)
      : store(&owner), connection(&used), terms(used), loaded_at(now()) {
    connection->database().exec("BEGIN IMMEDIATE");
    open = true;
  }
  ~State() { roll_back(); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  /// Runs a step of the import. A step that fails ends the import: SQLite may have rolled back by itself, and
  /// what came after would be half a source.
  template <typename Step>
  decltype(auto) step(Step&& step) {
    if (!open) throw Error(ErrorCode::InvalidArgument, "the import is over: it was committed, or it failed");
    try {
      return translating(connection->path(), std::forward<Step>(step));
    } catch (...) {
      roll_back();
      throw;
    }
  }
  void roll_back() noexcept {
    if (open) connection->database().tryExec("ROLLBACK");
    open = false;
  }

  void put(const Source& source);
  bool put(const ClaimId& id, const Claim& claim, std::int64_t loaded);
  std::int64_t number_of(const SourceId& source);
  bool derived_by_other_rules();

  const Store* store;
  Connection* connection;
  detail::Terms terms;
  std::unordered_map<std::string, std::int64_t> sources;
  std::int64_t loaded_at;
  bool open = false;
  bool changed = false;  // something that edges may follow from
};

void Store::Import::State::put(const Source& source) {
  sources.erase(source.id.value);
  const std::optional<Source> known = store->source(source.id);
  const Source whole = known ? united(*known, source) : source;
  if (known && whole == *known) return;
  changed = true;
  Query(connection->prepared(
            "INSERT INTO source (id, title, publisher, url, published, retrieved, priority)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title,"
            " publisher = excluded.publisher, url = excluded.url, published = excluded.published,"
            " retrieved = excluded.retrieved, priority = excluded.priority"),
        whole.id.value, whole.title, whole.publisher, whole.url, text_of(whole.published),
        text_of(whole.retrieved), std::int64_t{whole.priority})
      .run();
}

std::int64_t Store::Import::State::number_of(const SourceId& source) {
  const auto [entry, missing] = sources.try_emplace(source.value, 0);
  if (missing) {
    // Claims may come before what is known of their source, or without it.
    Query(connection->prepared(
              "INSERT INTO source (id, title, publisher, url, priority) VALUES (?, '', '', '', 0)"
              " ON CONFLICT (id) DO NOTHING"),
          source.value)
        .run();
    Query query(connection->prepared("SELECT number FROM source WHERE id = ?"), source.value);
    query.next();
    entry->second = query.row().integer();
  }
  return entry->second;
}

bool Store::Import::State::derived_by_other_rules() {
  Query query(connection->prepared("SELECT value FROM meta WHERE key = 'derivation'"));
  return query.next() && query.row().text() != detail::derivation;
}

bool Store::Import::State::put(const ClaimId& id, const Claim& claim, std::int64_t loaded) {
  const Evidence& evidence = claim.evidence;
  std::optional<std::string> when;
  if (claim.when) when = to_string(*claim.when);
  Query(connection->prepared(
            "INSERT INTO claim (id, subject_name, subject_id, event, relation, object_name, object_id, date,"
            " certainty, detail, source, begin_byte, end_byte, row, text, rule, loaded_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
        id, claim.subject.name, claim.subject.id, stored_name(claim.event),
        terms.number_of(claim.relation.label), claim.object.name, claim.object.id, when,
        std::string(name_of(claim.certainty)), claim.detail, number_of(evidence.source),
        static_cast<std::int64_t>(evidence.begin), static_cast<std::int64_t>(evidence.end),
        static_cast<std::int64_t>(evidence.row), evidence.text, terms.number_of(evidence.rule), loaded)
      .run();
  const bool added = connection->database().getChanges() == 1;
  changed |= added;
  return added;
}

Store::Import::Import(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Import::~Import() = default;
Store::Import::Import(Import&&) noexcept = default;

Store::Import Store::begin_import() {
  Connection& connection = impl_->connection;
  if (!connection.writable()) {
    throw Error(ErrorCode::InvalidArgument, fmt::format("{} was opened for reading", connection.path()));
  }
  return translating(connection.path(),
                     [&] { return Import(std::make_unique<Import::State>(*this, connection)); });
}

void Store::Import::add(const Source& source) {
  state_->step([&] { state_->put(source); });
}

bool Store::Import::add(const Claim& claim) {
  return state_->step([&] { return state_->put(id_of(claim), claim, state_->loaded_at); });
}

void Store::Import::commit() {
  state_->step([&] {
    Connection& connection = *state_->connection;
    if (state_->changed || state_->derived_by_other_rules()) detail::derive(connection, state_->terms);
    connection.database().exec("COMMIT");
    state_->open = false;
  });
}

std::size_t Store::merge(const Store& other) {
  Import import = begin_import();
  Import::State& state = *import.state_;
  Connection& theirs = other.impl_->connection;
  std::size_t added = 0;
  for (const Source& source : other.sources()) import.add(source);
  translating(theirs.path(), [&] {
    SQLite::Statement statement(theirs.database(), fmt::format("SELECT {}, c.loaded_at {} ORDER BY c.id",
                                                               detail::claim_columns, detail::claim_tables));
    Query query(statement);
    Claim claim;
    while (query.next()) {
      Row row = query.row();
      const ClaimId id = detail::read_claim(row, claim);
      const std::int64_t loaded = row.integer();
      state.step([&] {
        if (state.put(id, claim, loaded)) {
          ++added;
        } else {
          Query(
              state.connection->prepared("UPDATE claim SET loaded_at = ?1 WHERE id = ?2 AND loaded_at > ?1"),
              loaded, id)
              .run();
        }
      });
    }
  });
  import.commit();
  return added;
}

}  // namespace entente
