#pragma once
// Membership histories as RDF, in Turtle: W3C ORG for who belongs to what, OWL-Time for when, PROV-O for the
// evidence. docs/formats/graph-files.md.

#include <string>

#include "export/graph_rows.hpp"

namespace entente {

/// Names are urn:entente:entity:ID, urn:entente:edge:ID, urn:entente:claim:ID and urn:entente:source:ID; an
/// entity with a Wikidata id is owl:sameAs that. Dates are EDTF literals, and xsd:date for the days that
/// bound them.
[[nodiscard]] std::string to_turtle(const GraphContent& content);

}  // namespace entente
