// Reading entities and their names.

#include <algorithm>

#include "graph/store_impl.hpp"

namespace entente {

using detail::Connection;
using detail::Query;
using detail::Row;
using detail::Snapshot;
using detail::translating;

namespace {

/// The columns entity.id, name, kind, founded, dissolved.
Entity read_entity(Row& row) {
  Entity entity;
  entity.id.value = row.text();
  entity.name = row.text();
  entity.kind = kind_from(row.text()).value_or(Kind::Unknown);
  if (const auto date = row.optional_text()) entity.founded = detail::stored_date(*date);
  if (const auto date = row.optional_text()) entity.dissolved = detail::stored_date(*date);
  return entity;
}

/// The columns name.text, sort, language, used.
Alias read_alias(Row& row) {
  Alias alias;
  alias.text = row.text();
  alias.sort = alias_sort_from(row.text()).value_or(AliasSort::Name);
  alias.language = row.text();
  if (const auto used = row.optional_text()) alias.when = detail::stored_edtf(*used);
  return alias;
}

void read_names_and_ids(Connection& connection, std::int64_t number, Entity& entity) {
  Query names(
      connection.prepared("SELECT text, sort, language, used FROM name WHERE entity = ? ORDER BY position"),
      number);
  while (names.next()) {
    Row row = names.row();
    entity.aliases.push_back(read_alias(row));
  }
  Query ids(
      connection.prepared("SELECT scheme, value FROM outside_id WHERE entity = ? ORDER BY scheme, value"),
      number);
  while (ids.next()) {
    Row row = ids.row();
    OutsideId& id = entity.outside_ids.emplace_back();
    id.scheme = row.text();
    id.value = row.text();
  }
}

void add_matches(Query& query, std::vector<NameMatch>& matches) {
  while (query.next()) {
    Row row = query.row();
    Entity entity = read_entity(row);
    Alias alias = read_alias(row);
    matches.push_back({std::move(entity.id), std::move(entity.name), entity.kind, std::move(alias),
                       std::move(entity.founded), std::move(entity.dissolved)});
  }
}

}  // namespace

std::vector<NameMatch> Store::find_name(std::string_view name) const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&] {
    const Snapshot snapshot(connection);
    std::vector<NameMatch> matches;
    const auto known = [&](const NameMatch& match) {
      return std::any_of(matches.begin(), matches.end(),
                         [&](const NameMatch& m) { return m.id == match.id; });
    };
    if (const std::string key = fold_name(name); !key.empty()) {
      Query query(
          connection.prepared("SELECT e.id, e.name, e.kind, e.founded, e.dissolved, n.text, n.sort,"
                              " n.language, n.used FROM name n CROSS JOIN entity e ON e.number = n.entity"
                              " WHERE n.key = ? ORDER BY e.id, n.position"),
          key);
      add_matches(query, matches);
    }
    std::vector<NameMatch> by_id;
    const std::string id(name);
    {
      Query query(connection.prepared("SELECT id, name, kind, founded, dissolved, name, 'name', '', NULL"
                                      " FROM entity WHERE id = ?"),
                  id);
      add_matches(query, by_id);
    }
    if (const std::size_t colon = id.find(':'); colon != std::string::npos) {
      const std::string scheme = id.substr(0, colon), value = id.substr(colon + 1);
      Query query(
          connection.prepared("SELECT e.id, e.name, e.kind, e.founded, e.dissolved, e.name, 'name', '', NULL"
                              " FROM outside_id o CROSS JOIN entity e ON e.number = o.entity"
                              " WHERE o.scheme = ? AND o.value = ?"),
          scheme, value);
      add_matches(query, by_id);
    }
    for (NameMatch& match : by_id) {
      if (!known(match)) matches.push_back(std::move(match));
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const NameMatch& a, const NameMatch& b) { return a.id < b.id; });
    return matches;
  });
}

std::vector<std::string> Store::near_names(std::string_view name, std::size_t limit) const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&] {
    const Snapshot snapshot(connection);
    std::vector<std::string> keys;
    Query query(connection.prepared("SELECT DISTINCT key FROM name ORDER BY key"));
    while (query.next()) keys.push_back(query.row().text());
    std::vector<std::string> near;
    for (const std::string& key : entente::near_names(name, keys, limit)) {
      Query spelling(connection.prepared("SELECT min(text) FROM name WHERE key = ?"), key);
      if (spelling.next()) near.push_back(spelling.row().text());
    }
    return near;
  });
}

std::optional<Entity> Store::entity(const EntityId& id) const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&]() -> std::optional<Entity> {
    const Snapshot snapshot(connection);
    Query query(
        connection.prepared("SELECT number, id, name, kind, founded, dissolved FROM entity WHERE id = ?"),
        id.value);
    if (!query.next()) return std::nullopt;
    Row row = query.row();
    const std::int64_t number = row.integer();
    Entity entity = read_entity(row);
    read_names_and_ids(connection, number, entity);
    return entity;
  });
}

std::vector<Entity> Store::entities() const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&] {
    const Snapshot snapshot(connection);
    std::vector<Entity> entities;
    Query query(
        connection.prepared("SELECT number, id, name, kind, founded, dissolved FROM entity ORDER BY id"));
    while (query.next()) {
      Row row = query.row();
      const std::int64_t number = row.integer();
      entities.push_back(read_entity(row));
      read_names_and_ids(connection, number, entities.back());
    }
    return entities;
  });
}

void Store::for_each_number(
    const std::function<void(std::int64_t, const EntityId&, const std::string& name)>& visit) const {
  Connection& connection = impl_->connection;
  translating(connection.path(), [&] {
    SQLite::Statement statement(connection.database(), "SELECT number, id, name FROM entity ORDER BY number");
    Query query(statement);
    EntityId id;
    while (query.next()) {
      Row row = query.row();
      const std::int64_t number = row.integer();
      id.value = row.text();
      visit(number, id, row.text());
    }
  });
}

std::vector<Unmatched> Store::unmatched() const {
  Connection& connection = impl_->connection;
  return translating(connection.path(), [&] {
    std::vector<Unmatched> names;
    std::int64_t last = 0;
    Query query(
        connection.prepared("SELECT entity, name, candidate FROM unmatched ORDER BY name, entity, rank"));
    while (query.next()) {
      Row row = query.row();
      const std::int64_t entity = row.integer();
      std::string name = row.text();
      if (entity != last || names.back().name != name) names.push_back({std::move(name), {}});
      names.back().candidates.push_back(row.text());
      last = entity;
    }
    return names;
  });
}

}  // namespace entente
