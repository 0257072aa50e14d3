#pragma once
// For tests of the store: a folder that goes away, random claims, and all that a database says as text.

#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "graph/store.hpp"
#include "tests/graph/history.hpp"

namespace entente::testing_support {

class Folder {
 public:
  Folder() {
    // In memory where that is possible: these tests commit often, and a disk takes its time.
    const std::filesystem::path memory = "/dev/shm";
    const bool fast = access(memory.c_str(), W_OK) == 0;
    std::string name =
        ((fast ? memory : std::filesystem::temp_directory_path()) / "entente-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() {
    std::error_code error;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, error);
    std::filesystem::remove_all(path_, error);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void import(Store& store, const History& history) {
  Store::Import import = store.begin_import();
  for (const Source& source : history.sources) import.add(source);
  for (const Claim& claim : history.claims) import.add(claim);
  import.commit();
}

/// A new database of one import.
inline void make(const std::string& path, const History& history) {
  Store store = Store::open(path, Store::Mode::Create);
  import(store, history);
}

inline std::vector<std::string> rows_of(SQLite::Database& database, const std::string& sql) {
  std::vector<std::string> rows;
  SQLite::Statement statement(database, sql);
  while (statement.executeStep()) {
    std::string row;
    for (int i = 0; i < statement.getColumnCount(); ++i) {
      if (i > 0) row += '|';
      const SQLite::Column column = statement.getColumn(i);
      row += column.isNull() ? "NULL" : column.getString();
    }
    rows.push_back(row);
  }
  return rows;
}

/// What a database says, without the numbers of rows and the time of loading: equal when two databases hold
/// the same claims. Every view, its rows in the order of their text.
inline std::string dump(const std::string& path) {
  SQLite::Database database(path);
  std::string text;
  for (const std::string& view :
       rows_of(database, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")) {
    text += view + '\n';
    std::string columns;
    for (const std::string& column :
         rows_of(database, "SELECT name FROM pragma_table_info('" + view + "')")) {
      if (column != "loaded_at") columns += (columns.empty() ? "\"" : ", \"") + column + '"';
    }
    auto rows = rows_of(database, "SELECT " + columns + " FROM " + view);
    std::sort(rows.begin(), rows.end());
    for (const std::string& row : rows) text += "  " + row + '\n';
  }
  return text;
}

inline History random_history(std::mt19937& random, int most = 15) {
  const auto pick = [&](const auto& choices) -> const auto& {
    return choices[std::uniform_int_distribution<std::size_t>(0, std::size(choices) - 1)(random)];
  };
  const auto chance = [&](int percent) {
    return std::uniform_int_distribution<int>(0, 99)(random) < percent;
  };
  static const char* const members[] = {"Kazakhstan", "Côte d’Ivoire", "Zaire", "Georgia"};
  static const char* const bodies[] = {"CSTO", "Delian League", "O'Neill \"pact\"; DROP TABLE claim"};
  static const char* const dates[] = {"",        "1990",      "1991-05",    "1992",  "1992-03-04", "199X",
                                      "1994-22", "1990/1993", "1991/..",    "/1994", "1993/",      "-0477",
                                      "1995~",   "/..",       "1996-02-29", "1997?", "2001/2003",  "1999%"};
  static const Event pair_events[] = {Event::Held,     Event::Held,      Event::Joined,     Event::Joined,
                                      Event::Left,     Event::Left,      Event::Expelled,   Event::Signed,
                                      Event::Ratified, Event::Suspended, Event::Reinstated, Event::Succeeded};
  static const Certainty certainties[] = {Certainty::Stated, Certainty::Stated, Certainty::Inferred,
                                          Certainty::Hypothetical, Certainty::Negated};
  History history;
  for (const char* id : {"s", "t", "ü"}) {
    Source source{
        {id}, chance(50) ? "Title" : "Titel", "", "", std::nullopt, std::nullopt, chance(30) ? 2 : 0};
    if (chance(60)) source.published = Date::parse(chance(50) ? "1993" : "1997-06-30");
    history.sources.push_back(source);
  }
  for (int n = std::uniform_int_distribution<int>(1, most)(random); n > 0; --n) {
    Claim claim;
    if (chance(20)) {
      claim.subject.name = pick(bodies);
      claim.event = chance(50) ? Event::Founded : Event::Dissolved;
    } else if (chance(10)) {
      claim.subject = {pick(members), "m" + std::to_string(history.claims.size() % 3)};
      claim.event = Event::Named;
      claim.object.name = pick(members);
      claim.detail = "preferred:name:fr";
    } else {
      claim.subject.name = pick(members);
      claim.event = pick(pair_events);
      if (const auto known = event_from(event_name(claim.event, claim.relation)))
        claim.relation = known->relation;
      claim.object.name = pick(bodies);
    }
    const std::string date = pick(dates);
    if (!date.empty()) claim.when = parse_edtf(date);
    claim.certainty = pick(certainties);
    claim.evidence.source = pick(history.sources).id;
    claim.evidence.row = chance(50) ? 0 : 7;
    claim.evidence.end = claim.evidence.row == 0 ? 1ULL << 40 : 0;
    claim.evidence.text = chance(50) ? "It joined.\nThen it left\t…" : "";
    claim.evidence.rule = chance(50) ? "joined-in" : "row";
    history.claims.push_back(claim);
  }
  return history;
}

}  // namespace entente::testing_support
