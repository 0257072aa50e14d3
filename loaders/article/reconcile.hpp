#pragma once
// What several facts of one document say together.

#include <vector>

#include "loaders/article/event_phrase.hpp"

namespace entente::detail {

/// Looks over the facts of a document once it has been read. A withdrawal that was announced, and of which a
/// later day is told as well, was only announced on the first. A suspension ends when the same member is
/// reinstated, readmitted or leaves. Founders without a date have that of the founding. O(n log n).
void reconcile(const std::vector<Fact*>& facts);

}  // namespace entente::detail
