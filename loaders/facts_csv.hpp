#pragma once
// Facts from a table: one row, one claim. docs/formats/csv.md is the page for its users.
//
//   country,organisation,relation,start,end
//   Uzbekistan,CSTO,member,2006-06-23,2012
//
//   Input input = Input::open("csto.csv");
//   LoadReport report = load_facts_csv(input, {}, sink);

#include "loaders/input.hpp"
#include "loaders/loader.hpp"

namespace entente {

/// Comma-, semicolon-, tab- or bar-separated, with a header. Columns are found by name or by options.columns.
///
/// A row with a relation becomes: with start and end, a state held from one to the other (end `..`: to this
/// day; end `?`: it ended, nobody knows when); with a start alone, `joined`; with an end alone, `left`; with
/// a date or nothing, the state at that time or at no known time. A row with an event is that event. The
/// evidence is the row. A source column makes a source of each distinct value; where there is none, the file
/// is the source, its id made from its title or name and its content.
///
/// A row that cannot be read is a problem of the sink, and the rest goes on. Throws Error for a header from
/// which no subject or object can be told, or a wrong options.columns. Memory: one row, and a number for each
/// distinct source.
LoadReport load_facts_csv(Input& input, const LoadOptions& options, ClaimSink& sink);

}  // namespace entente
