#include "export/graph_tables.hpp"

namespace entente {

namespace {

std::string text_of(const std::optional<Date>& date) { return date ? date->text() : std::string(); }

void add_columns(Table& table, const std::vector<Attribute>& attributes) {
  for (const Attribute& attribute : attributes) table.columns.push_back({attribute.name});
}

void add_cells(std::vector<std::string>& row, const std::vector<Attribute>& attributes) {
  for (const Attribute& attribute : attributes) row.push_back(attribute.value);
}

}  // namespace

Table node_table(const GraphContent& content) {
  Table table{.columns = {{"id"}}};
  add_columns(table, attributes_of(GraphNode{}));
  table.columns.insert(table.columns.end(), {{"founded"}, {"dissolved"}});
  for (const auto& [id, node] : rows_of(content).nodes) {
    auto& row = table.rows.emplace_back();
    row.push_back(id.value);
    add_cells(row, attributes_of(node));
    row.push_back(node.entity == nullptr ? std::string() : text_of(node.entity->founded));
    row.push_back(node.entity == nullptr ? std::string() : text_of(node.entity->dissolved));
  }
  return table;
}

Table edge_table(const GraphContent& content) {
  Table table{.columns = {{"id"}, {"source"}, {"target"}}};
  const Tie nobody{{}, {}, {}, Interval(Unknown{}, NotStated{}), {}, {}, {}, {}, {}, {}};
  add_columns(table, attributes_of(nobody, content.when));
  for (const Tie* tie : rows_of(content).edges) {
    auto& row = table.rows.emplace_back();
    row = {tie->edge.to_string(), tie->subject.id.value, tie->object.id.value};
    add_cells(row, attributes_of(*tie, content.when));
  }
  return table;
}

}  // namespace entente
