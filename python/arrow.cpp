#include "python/arrow.hpp"

#include <array>
#include <cerrno>
#include <new>
#include <string>
#include <vector>

namespace entente::python {

namespace {

constexpr std::int64_t nullable = 2;  // ARROW_FLAG_NULLABLE

// ---- schema

struct SchemaParts {
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
  ArrowSchema dictionary{};
};

void release_schema(ArrowSchema* schema) {
  // Whoever took a child or the dictionary away has set its `release` to null.
  auto* parts = static_cast<SchemaParts*>(schema->private_data);
  for (ArrowSchema& child : parts->children) {
    if (child.release != nullptr) child.release(&child);
  }
  if (parts->dictionary.release != nullptr) parts->dictionary.release(&parts->dictionary);
  delete parts;
  schema->release = nullptr;
}

ArrowSchema finished(const char* format, std::int64_t flags, std::unique_ptr<SchemaParts> parts) {
  for (ArrowSchema& child : parts->children) parts->pointers.push_back(&child);
  ArrowSchema schema{};
  schema.format = format;
  schema.name = parts->name.c_str();
  schema.flags = flags;
  schema.n_children = static_cast<std::int64_t>(parts->children.size());
  schema.children = parts->pointers.data();
  schema.dictionary = parts->dictionary.release != nullptr ? &parts->dictionary : nullptr;
  schema.release = release_schema;
  schema.private_data = parts.release();
  return schema;
}

struct FormatOf {
  const char* operator()(const TextColumn&) const { return "U"; }
  const char* operator()(const WordColumn&) const { return "i"; }
  const char* operator()(const DayColumn&) const { return "tdD"; }
  const char* operator()(const IntegerColumn&) const { return "l"; }
  const char* operator()(const RealColumn&) const { return "g"; }
  const char* operator()(const TruthColumn&) const { return "b"; }
};

ArrowSchema schema_of(const Frame::Named& named) {
  auto parts = std::make_unique<SchemaParts>();
  parts->name = named.name;
  if (std::holds_alternative<WordColumn>(named.column)) {
    parts->dictionary = finished("U", 0, std::make_unique<SchemaParts>());
  }
  return finished(std::visit(FormatOf{}, named.column), nullable, std::move(parts));
}

// ---- array

struct ArrayParts {
  std::shared_ptr<const Frame> frame;      // owns what the buffers point at
  std::vector<std::uint8_t> valid, truth;  // bits, where there are any
  std::array<const void*, 3> buffers{};
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  ArrowArray dictionary{};
};

void release_array(ArrowArray* array) {
  auto* parts = static_cast<ArrayParts*>(array->private_data);
  for (ArrowArray& child : parts->children) {
    if (child.release != nullptr) child.release(&child);
  }
  if (parts->dictionary.release != nullptr) parts->dictionary.release(&parts->dictionary);
  delete parts;
  array->release = nullptr;
}

ArrowArray finished(std::size_t rows, std::int64_t nulls, std::int64_t buffers,
                    std::unique_ptr<ArrayParts> parts) {
  for (ArrowArray& child : parts->children) parts->pointers.push_back(&child);
  parts->buffers[0] = parts->valid.empty() ? nullptr : parts->valid.data();
  ArrowArray array{};
  array.length = static_cast<std::int64_t>(rows);
  array.null_count = nulls;
  array.n_buffers = buffers;
  array.buffers = parts->buffers.data();
  array.n_children = static_cast<std::int64_t>(parts->children.size());
  array.children = parts->pointers.data();
  array.dictionary = parts->dictionary.release != nullptr ? &parts->dictionary : nullptr;
  array.release = release_array;
  array.private_data = parts.release();
  return array;
}

/// Bits, least significant first, of the rows for which `holds`. How many are not set.
template <typename Holds>
std::int64_t pack(std::size_t rows, std::vector<std::uint8_t>& bits, const Holds& holds) {
  bits.assign((rows + 7) / 8, 0);
  std::int64_t unset = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    if (holds(row)) {
      bits[row / 8] = static_cast<std::uint8_t>(bits[row / 8] | (1U << (row % 8)));
    } else {
      ++unset;
    }
  }
  return unset;
}

template <typename Present>
std::int64_t mark_missing(std::size_t rows, ArrayParts& parts, const Present& present) {
  const std::int64_t nulls = pack(rows, parts.valid, present);
  if (nulls == 0) parts.valid.clear();
  return nulls;
}

void point_at(const Texts& texts, ArrayParts& parts) {
  parts.buffers[1] = texts.offsets.data();
  parts.buffers[2] = texts.bytes.data();
}

class ArrayOf {
 public:
  explicit ArrayOf(std::shared_ptr<const Frame> frame) : frame_(std::move(frame)) {}

  ArrowArray operator()(const TextColumn& column) const {
    auto parts = begun();
    point_at(column.texts, *parts);
    const std::int64_t nulls =
        mark_missing(column.size(), *parts, [&](std::size_t i) { return !column.missing[i]; });
    return finished(column.size(), nulls, 3, std::move(parts));
  }
  ArrowArray operator()(const WordColumn& column) const {
    auto words = begun();
    point_at(column.dictionary->words(), *words);
    auto parts = begun();
    parts->dictionary = finished(column.dictionary->words().size(), 0, 3, std::move(words));
    parts->buffers[1] = column.numbers.data();
    const std::int64_t nulls = mark_missing(
        column.size(), *parts, [&](std::size_t i) { return column.numbers[i] != WordColumn::missing; });
    return finished(column.size(), nulls, 2, std::move(parts));
  }
  ArrowArray operator()(const DayColumn& column) const {
    auto parts = begun();
    parts->buffers[1] = column.days.data();
    const std::int64_t nulls = mark_missing(
        column.size(), *parts, [&](std::size_t i) { return column.days[i] != DayColumn::missing; });
    return finished(column.size(), nulls, 2, std::move(parts));
  }
  ArrowArray operator()(const IntegerColumn& column) const { return plain(column); }
  ArrowArray operator()(const RealColumn& column) const {
    auto parts = begun();
    parts->buffers[1] = column.numbers.data();
    const std::int64_t nulls = mark_missing(
        column.size(), *parts, [&](std::size_t i) { return column.numbers[i] == column.numbers[i]; });
    return finished(column.size(), nulls, 2, std::move(parts));
  }
  ArrowArray operator()(const TruthColumn& column) const {
    auto parts = begun();
    pack(column.size(), parts->truth, [&](std::size_t i) { return column.values[i] != 0; });
    parts->buffers[1] = parts->truth.data();
    return finished(column.size(), 0, 2, std::move(parts));
  }

 private:
  [[nodiscard]] std::unique_ptr<ArrayParts> begun() const {
    auto parts = std::make_unique<ArrayParts>();
    parts->frame = frame_;
    return parts;
  }
  [[nodiscard]] ArrowArray plain(const IntegerColumn& column) const {
    auto parts = begun();
    parts->buffers[1] = column.numbers.data();
    return finished(column.size(), 0, 2, std::move(parts));
  }
  std::shared_ptr<const Frame> frame_;
};

// ---- stream

struct StreamParts {
  std::shared_ptr<const Frame> frame;
  bool given = false;
};

StreamParts& parts_of(ArrowArrayStream* stream) { return *static_cast<StreamParts*>(stream->private_data); }

int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  try {
    *out = arrow_schema(*parts_of(stream).frame);
    return 0;
  } catch (const std::bad_alloc&) {
    return ENOMEM;
  }
}

int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
  StreamParts& parts = parts_of(stream);
  *out = {};  // one that is released: the end
  if (parts.given) return 0;
  try {
    *out = arrow_array(parts.frame);
    parts.given = true;
    return 0;
  } catch (const std::bad_alloc&) {
    return ENOMEM;
  }
}

const char* stream_error(ArrowArrayStream*) { return "out of memory"; }

void release_stream(ArrowArrayStream* stream) {
  delete &parts_of(stream);
  stream->release = nullptr;
}

}  // namespace

ArrowSchema arrow_schema(const Frame& frame) {
  auto parts = std::make_unique<SchemaParts>();
  for (const Frame::Named& named : frame.columns()) parts->children.push_back(schema_of(named));
  return finished("+s", 0, std::move(parts));
}

ArrowArray arrow_array(std::shared_ptr<const Frame> frame) {
  auto parts = std::make_unique<ArrayParts>();
  parts->frame = frame;
  const ArrayOf array_of(frame);
  for (const Frame::Named& named : frame->columns())
    parts->children.push_back(std::visit(array_of, named.column));
  return finished(frame->rows(), 0, 1, std::move(parts));
}

ArrowArrayStream arrow_stream(std::shared_ptr<const Frame> frame) {
  ArrowArrayStream stream{};
  stream.get_schema = stream_schema;
  stream.get_next = stream_next;
  stream.get_last_error = stream_error;
  stream.release = release_stream;
  stream.private_data = new StreamParts{std::move(frame)};
  return stream;
}

}  // namespace entente::python
