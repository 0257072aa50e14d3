// Adding what sources said: one transaction from begin_import() to commit().

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "graph/store_bulk.hpp"
#include "graph/store_derive.hpp"
#include "graph/store_impl.hpp"

namespace entente {

using detail::ClaimSet;
using detail::Connection;
using detail::Query;
using detail::Row;
using detail::translating;

namespace {

/// So many claims are derived at once: what bounds the memory of an import.
constexpr std::size_t most_at_once = 24'000'000;

/// Seconds since 1970. Taken once an import: when something was loaded is no part of what was said.
std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::optional<std::string> text_of(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  return date->text();
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
      : store(&owner), connection(&used), target(&used), terms(used), loaded_at(now()) {
    connection->begin_writing();
    open = true;
    const auto last = [&](const char* table) {
      return connection->database()
          .execAndGet(fmt::format("SELECT coalesce(max(number), 0) FROM {}", table))
          .getInt64();
    };
    claims = last("claim");
    old_sources = last("source");
    first_load = claims == 0;
    rules_changed = detail::derived_by_other_rules(*connection);
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
      return translating(target->path(), std::forward<Step>(step));
    } catch (...) {
      roll_back();
      throw;
    }
  }
  void roll_back() noexcept {
    if (!open) return;
    target->database().tryExec("ROLLBACK");
    target->end_writing();
    open = false;
  }

  void put(const Source& source);
  bool put(const ClaimId& id, const Claim& claim, std::int64_t loaded);
  void insert(const ClaimId& id, const Claim& claim, std::int64_t loaded);
  std::int64_t number_of(const SourceId& source);
  void begin_bulk();
  void end_bulk();
  /// Derives what follows from the claims so far.
  void settle();

  const Store* store;
  Connection* connection;  // that rows are put into: the target's, or that of what takes its place
  Connection* target;
  detail::Terms terms;
  std::unordered_map<std::string, std::int64_t> sources;
  detail::NewClaims fresh;               // put and not derived yet
  std::optional<ClaimSet> seen;          // of a first load
  std::optional<detail::BulkFile> bulk;  // of a first load of many claims
  std::optional<Connection> scratch;     // to what that has become
  std::int64_t claims = 0;               // in the database
  std::int64_t old_sources = 0;          // up to this number sources have claims that are derived
  std::int64_t loaded_at;
  bool first_load = false;     // the database had no claims, and none of these are derived yet
  bool rules_changed = false;  // what the others say: all has to be derived anew
  bool open = false;
};

void Store::Import::State::put(const Source& source) {
  std::optional<Source> known = detail::read_source(*connection, source.id);
  if (known)
    known->priority =
        detail::own_priority(*connection, source.id);  // not the one that this database gives it
  const Source whole = known ? united(*known, source) : source;
  if (known && whole == *known) return;
  const bool weighs_other =
      known && (known->priority != whole.priority || text_of(known->published) != text_of(whole.published));
  if (weighs_other && number_of(source.id) <= old_sources) rules_changed = true;
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

bool Store::Import::State::put(const ClaimId& id, const Claim& claim, std::int64_t loaded) {
  if (first_load) {
    if (!seen) seen.emplace();
    if (!seen->insert(id)) return false;
    if (claims == detail::bulk_from && target->without_log()) begin_bulk();
  }
  insert(id, claim, loaded);
  if (!first_load && connection->database().getChanges() == 0) return false;
  ++claims;
  if (fresh.said.size() == most_at_once) settle();
  return true;
}

void Store::Import::State::insert(const ClaimId& id, const Claim& claim, std::int64_t loaded) {
  const Evidence& evidence = claim.evidence;
  std::optional<std::string> when;
  if (claim.when) when = to_string(*claim.when);
  std::optional<std::int64_t> subject, object;
  const auto number = static_cast<std::uint32_t>(claims + 1);
  if (first_load) {
    fresh.add(id, number, claim);
    const detail::Statement& said = fresh.said.back();
    subject = std::int64_t{fresh.suppose(said.subject)} + 1;
    if (said.object != detail::Statement::nobody && claim.event != Event::Renamed) {
      object = std::int64_t{fresh.suppose(said.object)} + 1;
    }
  }
  const bool renames =
      detail::asserted(claim.certainty) &&
      (claim.event == Event::Renamed || (claim.event == Event::Named && claim.subject.id.empty()));
  const auto cells = [&](const auto& put) {
    put(claim.subject.name, claim.subject.id, terms.number_of(claim.event),
        terms.number_of(claim.relation.label), claim.object.name, claim.object.id, when,
        static_cast<std::int64_t>(claim.certainty), claim.detail, number_of(evidence.source),
        static_cast<std::int64_t>(evidence.begin), static_cast<std::int64_t>(evidence.end),
        static_cast<std::int64_t>(evidence.row), evidence.text, terms.number_of(evidence.rule), loaded,
        renames ? std::optional(std::int64_t{1}) : std::nullopt);
  };
  if (bulk) {
    const auto party = [](const auto& entity) { return static_cast<std::uint32_t>(entity.value_or(0)); };
    cells([&](const auto&... values) { bulk->claim(number, id, party(subject), party(object), values...); });
    if (renames) bulk->renames(number);
    return;
  }
  SQLite::Statement& put_claim = connection->prepared(
      "INSERT OR IGNORE INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  cells([&](const auto&... values) {
    Query(put_claim, std::int64_t{number}, id, subject, object, values...).run();
  });
  if (!first_load && connection->database().getChanges() == 1) fresh.add(id, number, claim);
}

void Store::Import::State::begin_bulk() {
  bulk.emplace(target->path());
  SQLite::Statement rows(connection->database(), "SELECT * FROM claim ORDER BY number");
  while (rows.executeStep()) {
    bulk->copy_claim(rows);
    if (!rows.getColumn(rows.getColumnCount() - 1).isNull()) bulk->renames(rows.getColumn(0).getUInt());
  }
}

/// What was put together is a database now; what comes after goes into it by SQL.
void Store::Import::State::end_bulk() {
  bulk->finish(fresh.said);
  scratch.emplace(bulk->path(), Connection::Scratch{});
  scratch->database().exec("BEGIN");
  bulk->take_rest(*target, *scratch);
  connection = &*scratch;
  terms = detail::Terms(*connection);
}

void Store::Import::State::settle() {
  seen.reset();
  if (!fresh.said.empty() && (first_load || !rules_changed)) {
    detail::derive(*connection, terms, fresh, first_load, bulk && !scratch ? &*bulk : nullptr);
    if (bulk && !scratch) end_bulk();
  } else if (rules_changed) {
    detail::derive_all(*connection, terms);
  }
  rules_changed = first_load = false;
  fresh = {};
  old_sources = connection->database().execAndGet("SELECT coalesce(max(number), 0) FROM source").getInt64();
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

void Store::Import::note_input(const std::string& fingerprint, const std::string& report) {
  state_->step([&] {
    Query(state_->connection->prepared("INSERT INTO input VALUES (?1, ?2)"
                                       " ON CONFLICT (fingerprint) DO UPDATE SET report = ?2"),
          fingerprint, report)
        .run();
  });
}

std::optional<std::string> Store::input_report(const std::string& fingerprint) const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&]() -> std::optional<std::string> {
    if (detail::derived_by_other_rules(connection)) return std::nullopt;
    Query query(connection.prepared("SELECT report FROM input WHERE fingerprint = ?"), fingerprint);
    if (!query.next()) return std::nullopt;
    return query.row().text();
  });
}

void Store::Import::set_priority(const SourceId& source, std::optional<int> priority) {
  state_->step([&] {
    if (!detail::read_source(*state_->connection, source)) {
      throw Error(ErrorCode::UnknownName, fmt::format("there is no source '{}'", source.value));
    }
    Connection& connection = *state_->connection;
    const std::string key = "priority:" + source.value;
    if (priority) {
      detail::note(connection, key, *priority);
    } else {
      Query(connection.prepared("DELETE FROM meta WHERE key = ?"), key).run();
    }
    state_->rules_changed = true;
  });
}

void Store::Import::commit() {
  state_->step([&] {
    state_->settle();
    Connection& target = *state_->target;
    if (state_->scratch) {
      state_->scratch->database().exec("COMMIT");
      state_->bulk->install(*state_->scratch, target);
    } else {
      target.database().exec("COMMIT");
    }
    target.end_writing();
    state_->open = false;
  });
}

std::size_t Store::merge(const Store& other) {
  Import import = begin_import();
  Import::State& state = *import.state_;
  Connection& theirs = other.impl_->connection;
  std::size_t added = 0;
  for (Source source : other.sources()) {
    source.priority =
        detail::own_priority(theirs, source.id);  // whom the other database believes is its own affair
    import.add(source);
  }
  translating(theirs.path(), [&] {
    SQLite::Statement statement(theirs.database(),
                                fmt::format("SELECT {}, c.loaded_at FROM claim c {} ORDER BY c.number",
                                            detail::claim_columns, detail::claim_joins));
    Query query(statement);
    Claim claim;
    while (query.next()) {
      Row row = query.row();
      const ClaimId id = detail::read_claim(row, claim);
      const std::int64_t loaded = row.integer();
      state.step([&] {
        if (state.put(id, claim, loaded)) {
          ++added;
        } else if (!state.first_load) {
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
