#include "graph/store.hpp"

#include "graph/store_impl.hpp"

namespace entente {

using detail::Query;
using detail::Row;

Store Store::open(const std::string& path, Mode mode) { return Store(std::make_unique<Impl>(path, mode)); }

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Totals Store::totals() const {
  detail::Connection& connection = impl_->connection;
  return detail::translating(connection.path(), [&] {
    // Nothing is counted that grows with the database but the sources.
    Query query(
        connection.prepared("SELECT (SELECT count(*) FROM source), (SELECT max(number) FROM claim),"
                            " (SELECT sum(edges) FROM relation)"));
    query.next();
    Row row = query.row();
    const auto count = [](std::int64_t number) { return static_cast<std::size_t>(number); };
    Totals totals;
    totals.sources = count(row.integer());
    totals.claims = count(row.integer());
    totals.edges = count(row.integer());
    totals.entities = count(detail::noted(connection, "entities"));
    totals.disputed = count(detail::noted(connection, "disputed"));
    return totals;
  });
}

}  // namespace entente
