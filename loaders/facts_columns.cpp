#include "loaders/facts_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "graph/error.hpp"
#include "loaders/csv.hpp"

namespace entente {

namespace {

struct Synonyms {
  const char* name;
  std::initializer_list<std::string_view> others;
};

// In the order of FactsField. Written as `plain` leaves them.
const Synonyms known[facts_fields] = {
    {"subject",
     {"member", "memberstate", "state", "country", "countryname", "statename", "who", "entity", "person",
      "signatory"}},
    {"subject_id", {"memberid", "stateid", "countryid", "entityid", "personid"}},
    {"relation", {"relationship", "role", "membership"}},
    {"event", {"change"}},
    {"object",
     {"body", "organisation", "organization", "org", "of", "group", "alliance", "treaty", "bloc", "igo",
      "organisationname", "organizationname"}},
    {"object_id", {"bodyid", "organisationid", "organizationid", "orgid"}},
    {"start",
     {"from", "joined", "startdate", "since", "begin", "begindate", "entrydate", "joindate", "datejoined"}},
    {"end", {"to", "until", "left", "enddate", "exitdate", "leavedate", "dateleft"}},
    {"date", {"when", "year", "eventdate"}},
    {"source", {"reference", "sourceid"}},
    {"url", {"link", "sourceurl"}},
    {"certainty", {}},
    {"text", {"quote", "quotation"}},
    {"note", {"notes", "comment", "remark"}},
};

/// Lower-case letters, digits and whatever is not ASCII.
std::string plain(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z') {
      letters += static_cast<char>(byte - 'A' + 'a');
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80) {
      letters += c;
    }
  }
  return letters;
}

bool names(const Synonyms& synonyms, const std::string& column) {
  return column == plain(synonyms.name) ||
         std::find(synonyms.others.begin(), synonyms.others.end(), column) != synonyms.others.end();
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string listed(const std::vector<std::string>& header) {
  return escaped_controls(fmt::format("the columns are {}", fmt::join(header, ", ")));
}

}  // namespace

const char* name_of(FactsField field) noexcept { return known[static_cast<std::size_t>(field)].name; }

FactsColumns FactsColumns::parse(std::string_view mapping) {
  FactsColumns columns;
  const auto items = csv_cells(mapping, ',');
  if (!items) {
    throw Error(ErrorCode::InvalidArgument,
                fmt::format("the mapping {} has a quotation mark that does not match another", mapping));
  }
  for (const std::string& item : *items) {
    if (trimmed(item).empty()) continue;
    const std::size_t equals = item.find('=');
    if (equals == std::string::npos) {
      throw Error(ErrorCode::InvalidArgument,
                  fmt::format("\"{}\" in the mapping is neither field=column nor field:=constant", item));
    }
    const bool constant = equals > 0 && item[equals - 1] == ':';
    const std::string field = plain(item.substr(0, equals));
    const auto* const end = std::end(known);
    const auto* const found =
        std::find_if(std::begin(known), end, [&](const Synonyms& it) { return plain(it.name) == field; });
    if (found == end) {
      std::vector<std::string> fields;
      for (const Synonyms& it : known) fields.emplace_back(it.name);
      throw Error(ErrorCode::InvalidArgument,
                  fmt::format("there is no field \"{}\"; the fields are {}", trimmed(item.substr(0, equals)),
                              fmt::join(fields, ", ")));
    }
    Said& said = columns.said_[static_cast<std::size_t>(found - std::begin(known))];
    if (said.said) {
      throw Error(ErrorCode::InvalidArgument, fmt::format("the mapping says twice what {} is", found->name));
    }
    said = {true, constant, std::string(trimmed(std::string_view(item).substr(equals + 1)))};
  }
  return columns;
}

std::array<FactsColumn, facts_fields> FactsColumns::over(const std::vector<std::string>& header,
                                                         std::string_view file) const {
  std::vector<std::string> plain_header;
  for (const std::string& name : header) plain_header.push_back(plain(name));

  std::array<FactsColumn, facts_fields> columns;
  std::vector<bool> taken(header.size(), false);
  for (std::size_t field = 0; field < facts_fields; ++field) {
    const Said& said = said_[field];
    if (said.constant) columns[field].constant = said.value;
    if (!said.said || said.constant || said.value.empty()) continue;
    const auto found = std::find(plain_header.begin(), plain_header.end(), plain(said.value));
    if (found == plain_header.end()) {
      throw Error(ErrorCode::InvalidArgument,
                  fmt::format("{} has no column \"{}\"; {}", file, said.value, listed(header)));
    }
    columns[field].index = static_cast<std::size_t>(found - plain_header.begin());
    taken[*columns[field].index] = true;
  }

  for (std::size_t field = 0; field < facts_fields; ++field) {
    if (said_[field].said) continue;
    for (std::size_t index = 0; index < header.size(); ++index) {
      if (taken[index] || !names(known[field], plain_header[index])) continue;
      if (columns[field].index) {
        throw Error(ErrorCode::InvalidRow,
                    escaped_controls(fmt::format(
                        "{}:1: both \"{}\" and \"{}\" could be the {}; say which with --map {}={}", file,
                        header[*columns[field].index], header[index], known[field].name, known[field].name,
                        header[index])));
      }
      columns[field].index = index;
    }
    if (columns[field].index) taken[*columns[field].index] = true;
  }

  // A year beside a start or an end is that of the edition or the coding, not of the fact.
  FactsColumn& date = columns[static_cast<std::size_t>(FactsField::Date)];
  const bool spans = columns[static_cast<std::size_t>(FactsField::Start)].index ||
                     columns[static_cast<std::size_t>(FactsField::End)].index;
  if (spans && date.index && plain_header[*date.index] == "year" &&
      !said_[static_cast<std::size_t>(FactsField::Date)].said) {
    date.index.reset();
  }

  const auto require = [&](FactsField field, FactsField id) {
    const FactsColumn& column = columns[static_cast<std::size_t>(field)];
    const FactsColumn& by_id = columns[static_cast<std::size_t>(id)];
    if (column.index || column.constant || by_id.index || by_id.constant) return;
    throw Error(ErrorCode::InvalidRow,
                fmt::format("{}:1: no column is the {}; {}; say which with --map {}=COLUMN or "
                            "{}:=NAME, or read the table by a mapping file (--mapping FILE)",
                            file, name_of(field), listed(header), name_of(field), name_of(field)));
  };
  require(FactsField::Subject, FactsField::SubjectId);
  require(FactsField::Object, FactsField::ObjectId);
  return columns;
}

bool is_facts_header(const std::vector<std::string>& header) {
  try {
    const auto columns = FactsColumns().over(header, "");
    const auto has = [&](FactsField field) {
      return columns[static_cast<std::size_t>(field)].index.has_value();
    };
    return has(FactsField::Relation) || has(FactsField::Event) || has(FactsField::Start) ||
           has(FactsField::End) || has(FactsField::Date);
  } catch (const Error&) {
    return false;
  }
}

}  // namespace entente
