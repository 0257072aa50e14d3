// Writes a small graph in every format into a folder, for the programs that read it back.
//   graph_files_samples FOLDER
#include <fstream>

#include "export/explorer.hpp"
#include "export/graph_files.hpp"
#include "tests/export/ties.hpp"

int main(int count, char** values) {
  using namespace entente;
  using entente::testing::body;
  using entente::testing::make_tie;
  using entente::testing::state;
  if (count != 2) return 2;
  const Period year{*Day::parse("2008-01-01"), *Day::parse("2008-12-31")};
  const EntityRef csto = body("CSTO"), evil = body(R"(<script>alert("&")</script>: a, b; #1 %)");
  std::vector<Tie> ties = {
      make_tie(state("Uzbekistan"), relation::member_of, csto, "1994", "1999-04-20"),
      make_tie(state("Uzbekistan"), relation::member_of, csto, "2006-06-23", "2012", year),
      make_tie(state("Armenia"), relation::member_of, csto, "1994-04-20", ".."),
      make_tie(state("Georgia"), relation::member_of, csto, "", "1999"),
      make_tie(state("Serbia"), relation::observer_of, csto, "2013~", ""),
      make_tie(state("Athens"), relation::member_of, body("Delian League"), "-0477", "-0403"),
      make_tie(state("Côte d'Ivoire"), relation::member_of, evil, "199X", "?"),
  };
  ties.push_back(ties.front());  // handed in twice, written once
  const std::vector<Entity> entities = {{.id = {"armenia"},
                                         .name = "Armenia",
                                         .kind = Kind::State,
                                         .outside_ids = {{"cow", "371"}, {"wikidata", "Q399"}},
                                         .founded = Date::parse("1991-09-21")}};
  for (const GraphFile& file : graph_files()) {
    if (file.write == to_explorer && !has_explorer()) continue;
    std::ofstream out(std::string(values[1]) + '/' + file.name, std::ios::binary);
    out << file.write({.ties = ties, .entities = entities, .when = year, .title = "Who belonged: a <test>"});
    if (!out) return 1;
  }
  return 0;
}
