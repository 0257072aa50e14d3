#include "export/counted_ids.hpp"

#include <cstdio>
#include <map>
#include <memory>
#include <string_view>

namespace entente::detail {

namespace {

/// Even numbers for names, in their order; odd ones for what has none. Zero stays free: Graphviz's "no id".
struct Names {
  struct Name {
    char* text;  ///< interned by Graphviz, which looks for a mark in front of it
    std::size_t uses;
  };
  Agraph_t* graph;
  std::map<std::string, IDTYPE, std::less<>> ids = {};
  std::map<IDTYPE, Name> names = {};
  IDTYPE named = 2;
  IDTYPE unnamed = 1;
};

Names& names(void* state) { return *static_cast<Names*>(state); }

void* open_names(Agraph_t* graph, Agdisc_t* /*disc*/) { return new Names{graph}; }

long map_name(void* state, int /*kind*/, char* name, IDTYPE* id, int create) {
  Names& known = names(state);
  if (name == nullptr) {
    *id = known.unnamed;
    known.unnamed += 2;
    return 1;
  }
  const auto found = known.ids.find(std::string_view(name));
  if (found != known.ids.end()) {
    *id = found->second;
    if (create != 0) ++known.names.at(*id).uses;
    return 1;
  }
  if (create == 0) return 0;
  *id = known.named;
  known.named += 2;
  known.ids.emplace(name, *id);
  known.names.emplace(*id, Names::Name{agstrdup(known.graph, name), 1});
  return 1;
}

long reserve_id(void* /*state*/, int /*kind*/, IDTYPE /*id*/) { return 0; }

void free_id(void* state, int /*kind*/, IDTYPE id) {
  Names& known = names(state);
  const auto found = known.names.find(id);
  if (found == known.names.end() || --found->second.uses != 0) return;
  known.ids.erase(found->second.text);
  agstrfree(known.graph, found->second.text);
  known.names.erase(found);
}

char* name_of_id(void* state, int /*kind*/, IDTYPE id) {
  const auto found = names(state).names.find(id);
  return found == names(state).names.end() ? nullptr : found->second.text;
}

void close_names(void* state) { delete static_cast<Names*>(state); }

void note_object(void* /*state*/, int /*kind*/, void* /*object*/) {}

}  // namespace

Agdisc_t* counted_ids() {
  static Agiddisc_t ids = {open_names, map_name, reserve_id, free_id, name_of_id, close_names, note_object};
  static Agdisc_t disc = {&AgMemDisc, &ids, &AgIoDisc};
  return &disc;
}

Agraph_t* read_dot(const std::string& dot) {
  if (dot.empty()) return nullptr;
  // fmemopen reads through the pointer, and only reads in this mode.
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      fmemopen(const_cast<char*>(dot.data()), dot.size(), "r"), &std::fclose);
  return file ? agread(file.get(), counted_ids()) : nullptr;
}

}  // namespace entente::detail
