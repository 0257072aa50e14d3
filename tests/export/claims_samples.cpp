// Prints an export of every kind of claim, for claims_schema_test.py: `claims_samples claims|facts`.

#include <iostream>
#include <string_view>
#include <vector>

#include "export/claims_json.hpp"
#include "export/facts_json.hpp"

int main(int argc, char** argv) {
  using namespace entente;
  const std::vector<Source> sources = {{{"full"},
                                        "Title \"quoted\"",
                                        "Publisher",
                                        "https://example.org/",
                                        Date::parse("2022-01-29"),
                                        Date::parse("2026"),
                                        -3},
                                       {{"bare"}, "", "", "", {}, {}, 0}};
  const char* const dates[] = {"2006-06-23",  "199X~",       "2006/..",
                               "/1999",       "2006/",       "-0477",
                               "2001-21",     "Y-170000002", "[1667,1668,1670..1672]",
                               "2004-06-~11", "1984?/2004%"};
  std::vector<Claim> claims;
  for (int event = static_cast<int>(Event::Held); event <= static_cast<int>(Event::Identified); ++event) {
    for (const char* date : dates) {
      Claim claim;
      claim.subject = {"Ö\u2028", event % 2 == 0 ? "id" : ""};
      claim.event = static_cast<Event>(event);
      claim.relation.label = event % 3 == 0 ? "of_its_own" : "member_of";
      if (claim.event != Event::Dissolved) claim.object = {"", "wikidata:Q1"};
      claim.when = parse_edtf(date);
      claim.certainty = static_cast<Certainty>(event % 4);
      claim.detail = "name:en";
      claim.evidence = {sources[static_cast<std::size_t>(event % 2)].id, 1, 2, 3, "text", "rule"};
      claims.push_back(claim);
    }
  }
  if (argc == 2 && argv[1] == std::string_view("claims")) {
    write_claims_json(std::cout, ClaimsForm::Document, sources, claims);
    return 0;
  }
  if (argc == 2 && argv[1] == std::string_view("facts")) {
    FactsWriter writer(std::cout, ClaimsForm::Document);
    for (const Claim& claim : claims) writer.fact(claim, sources.data());
    writer.finish();
    return 0;
  }
  std::cerr << "usage: claims_samples claims|facts\n";
  return 2;
}
