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
    Query query(
        connection.prepared("SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM claim),"
                            " (SELECT count(*) FROM entity), (SELECT count(*) FROM edge),"
                            " (SELECT count(DISTINCT edge) FROM dispute)"));
    query.next();
    Row row = query.row();
    const auto count = [&] { return static_cast<std::size_t>(row.integer()); };
    Totals totals;
    totals.sources = count();
    totals.claims = count();
    totals.entities = count();
    totals.edges = count();
    totals.disputed = count();
    return totals;
  });
}

}  // namespace entente
