#include "graph/store_names.hpp"

namespace entente::detail {

namespace {

std::optional<std::string> one_text(SQLite::Statement& statement, const std::string& key) {
  Query query(statement, key);
  if (!query.next()) return std::nullopt;
  return query.row().text();
}

}  // namespace

std::optional<std::string> StoredNames::coded(std::string_view code) const {
  return one_text(connection_.prepared("SELECT id FROM code WHERE code = ?"), std::string(code));
}

bool StoredNames::described(std::string_view entity) const {
  const std::string id(entity);
  Query query(connection_.prepared("SELECT described FROM entity WHERE id = ?"), id);
  return query.next() && query.row().integer() != 0;
}

std::vector<NameBearer> StoredNames::bearers(std::string_view key) const {
  std::vector<NameBearer> bearers;
  const std::string folded(key);
  Query query(connection_.prepared("SELECT e.id, n.sort, e.kind, n.used_earliest, n.used_latest FROM name n"
                                   " CROSS JOIN entity e ON e.number = n.entity"
                                   " WHERE n.key = ? AND n.origin & 1"),
              folded);
  while (query.next()) {
    Row row = query.row();
    NameBearer& bearer = bearers.emplace_back();
    bearer.entity = row.text();
    bearer.sort = alias_sort_from(row.text()).value_or(AliasSort::Name);
    bearer.kind = kind_from(row.text()).value_or(Kind::Unknown);
    bearer.used_from = row.day();
    bearer.used_to = row.day();
  }
  return bearers;
}

std::optional<std::string> StoredNames::renamed(std::string_view key) const {
  return one_text(connection_.prepared("SELECT id FROM renaming WHERE key = ?"), std::string(key));
}

EntityNumber StoredNames::number_of(std::string_view entity) const {
  const std::string id(entity);
  Query query(connection_.prepared("SELECT number FROM entity WHERE id = ?"), id);
  return query.next() ? query.row().integer() : 0;
}

std::vector<EntityNumber> StoredNames::entities_named(std::string_view key) const {
  std::vector<EntityNumber> entities;
  const std::string folded(key);
  Query query(connection_.prepared("SELECT DISTINCT entity FROM name WHERE key = ?"), folded);
  while (query.next()) entities.push_back(query.row().integer());
  return entities;
}

std::set<std::pair<std::string, NameBearer>> StoredNames::given_to(EntityNumber entity) const {
  std::set<std::pair<std::string, NameBearer>> names;
  Query query(
      connection_.prepared("SELECT n.key, e.id, n.sort, e.kind, n.used_earliest, n.used_latest FROM name n"
                           " CROSS JOIN entity e ON e.number = n.entity"
                           " WHERE n.entity = ? AND n.origin & 1 AND n.key <> ''"),
      entity);
  while (query.next()) {
    Row row = query.row();
    std::string key = row.text();
    NameBearer bearer;
    bearer.entity = row.text();
    bearer.sort = alias_sort_from(row.text()).value_or(AliasSort::Name);
    bearer.kind = kind_from(row.text()).value_or(Kind::Unknown);
    bearer.used_from = row.day();
    bearer.used_to = row.day();
    names.emplace(std::move(key), std::move(bearer));
  }
  return names;
}

std::map<std::string, std::string, std::less<>> StoredNames::renamings() const {
  std::map<std::string, std::string, std::less<>> all;
  Query query(connection_.prepared("SELECT key, id FROM renaming"));
  while (query.next()) {
    Row row = query.row();
    std::string key = row.text();
    all.emplace(std::move(key), row.text());
  }
  return all;
}

bool StoredNames::any_renaming() const {
  Query query(connection_.prepared("SELECT 1 FROM claim WHERE renames IS NOT NULL LIMIT 1"));
  return query.next();
}

StoredNames::Stored StoredNames::entity(EntityNumber number) const {
  Stored stored;
  {
    Query query(connection_.prepared("SELECT id, name, kind, founded, dissolved, described, mentions, life"
                                     " FROM entity WHERE number = ?"),
                number);
    if (!query.next())
      throw Error(ErrorCode::DatabaseFailure, "the database is damaged: an entity is missing");
    Row row = query.row();
    stored.id = row.text();
    stored.name = row.text();
    stored.kind = kind_from(row.text()).value_or(Kind::Unknown);
    if (const auto date = row.optional_text()) stored.founded = stored_date(*date);
    if (const auto date = row.optional_text()) stored.dissolved = stored_date(*date);
    stored.described = row.integer() != 0;
    stored.mentions = row.integer();
    stored.life = row.integer();
  }
  Description& description = stored.description;
  description.described = stored.described;
  if (stored.kind != Kind::Unknown) description.kinds[stored.kind] = 1;
  Query names(
      connection_.prepared("SELECT text, sort, language, used, origin, mentions FROM name WHERE entity = ?"
                           " ORDER BY position"),
      number);
  while (names.next()) {
    Row row = names.row();
    Alias alias;
    alias.text = row.text();
    alias.sort = alias_sort_from(row.text()).value_or(AliasSort::Name);
    alias.language = row.text();
    if (const auto used = row.optional_text()) alias.when = stored_edtf(*used);
    const std::int64_t origin = row.integer(), mentions = row.integer();
    if ((origin & 4) != 0) description.preferred.insert(alias.text);
    if ((origin & 8) != 0) description.preferred_acquired.insert(alias.text);
    if (mentions != 0) stored.spellings[alias.text] = static_cast<std::size_t>(mentions);
    if ((origin & 2) != 0) description.acquired.push_back(alias);
    if ((origin & 1) != 0) description.given.push_back(std::move(alias));
  }
  Query ids(connection_.prepared("SELECT scheme, value FROM outside_id WHERE entity = ?"), number);
  while (ids.next()) {
    Row row = ids.row();
    OutsideId id;
    id.scheme = row.text();
    id.value = row.text();
    description.outside_ids.insert(std::move(id));
  }
  return stored;
}

}  // namespace entente::detail
