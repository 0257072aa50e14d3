#pragma once
// A small history as text, loaded into a store of its own: the fixture of the tests of queries/.
//
//   source almanac 2022-01-29          what follows is said by it; its date is its horizon
//   entity csto organisation Collective Security Treaty Organization
//   name csto CSTO acronym              another name, with its sort
//   uzbekistan joined csto 2006         subject, event or state, object, EDTF date
//   georgia member nato 2011 negated    … and a certainty
//   csto founded - 2002-10-07           no object
//
// A line that begins with `#` is a comment.

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>

#include "graph/store.hpp"
#include "queries/scope.hpp"

namespace entente {

/// A database file that goes with the object.
class TemporaryStore {
 public:
  TemporaryStore() {
    static int count = 0;
    folder_ = std::filesystem::temp_directory_path() /
              ("entente-queries-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(folder_);
    store_ = std::make_unique<Store>(Store::open((folder_ / "history.db").string(), Store::Mode::Create));
  }
  ~TemporaryStore() {
    store_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  TemporaryStore(const TemporaryStore&) = delete;
  TemporaryStore& operator=(const TemporaryStore&) = delete;

  [[nodiscard]] Store& operator*() const { return *store_; }
  [[nodiscard]] Store* operator->() const { return store_.get(); }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Store> store_;
};

/// Reads the lines of a history, one at a time, into an import.
class HistoryReader {
 public:
  explicit HistoryReader(Store& store) : import_(store.begin_import()) {}

  void read(const std::string& line) {
    ++row_;
    std::istringstream words(line);
    std::string first;
    if (!(words >> first) || first.front() == '#') return;
    if (first == "source") {
      std::string date;
      Source source;
      words >> source.id.value >> date >> source.priority;
      if (!date.empty() && date != "-") source.published = Date::parse(date);
      source.title = source.id.value;
      source_ = source.id;
      import_.add(source);
    } else if (first == "entity") {
      std::string id, kind, name;
      words >> id >> kind;
      std::getline(words >> std::ws, name);
      add(about(id, Event::Classified, kind));
      Claim named = about(id, Event::Named, name);
      named.subject.name = name;
      named.detail = "preferred:name";
      add(std::move(named));
    } else if (first == "name") {
      std::string id, text, all, sort;
      words >> id;
      std::getline(words >> std::ws, all);
      const std::size_t blank = all.rfind(' ');
      Claim named = about(id, Event::Named, all.substr(0, blank));
      named.detail = all.substr(blank + 1);
      add(std::move(named));
    } else {
      std::string event, object, word;
      words >> event >> object;
      const auto meaning = event_from(event);
      ASSERT_TRUE(meaning) << line;
      Claim claim;
      claim.subject.id = first;
      claim.event = meaning->event;
      claim.relation = meaning->relation;
      if (object != "-") (claim.event == Event::Renamed ? claim.object.name : claim.object.id) = object;
      while (words >> word) {
        if (const auto certainty = certainty_from(word)) {
          claim.certainty = *certainty;
        } else {
          claim.when = parse_edtf(word);
        }
      }
      claim.evidence.text = line;
      add(std::move(claim));
    }
  }
  void commit() { import_.commit(); }

 private:
  static Claim about(const std::string& id, Event event, const std::string& object) {
    Claim claim;
    claim.subject.id = id;
    claim.event = event;
    claim.object.name = object;
    return claim;
  }
  void add(Claim claim) {
    claim.evidence.source = source_;
    claim.evidence.row = row_;
    claim.evidence.rule = "by hand";
    import_.add(claim);
  }

  Store::Import import_;
  SourceId source_{"unnamed"};
  std::uint64_t row_ = 0;
};

/// A store with the history that the lines tell.
inline std::unique_ptr<TemporaryStore> history(const std::string& text) {
  auto store = std::make_unique<TemporaryStore>();
  HistoryReader reader(**store);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) reader.read(line);
  reader.commit();
  return store;
}

inline Period period(const std::string& edtf) { return asked_period(parse_edtf(edtf)); }
inline std::vector<Relation> relations(std::initializer_list<const char*> labels) {
  std::vector<Relation> list;
  for (const char* label : labels) list.push_back(Relation{label});
  return list;
}

}  // namespace entente
