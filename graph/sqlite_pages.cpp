#include "graph/sqlite_pages.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "graph/error.hpp"

namespace entente::detail {

namespace {

constexpr unsigned char interior_index = 0x02, interior_table = 0x05, leaf_index = 0x0a, leaf_table = 0x0d;
constexpr std::size_t leaf_header = 8, interior_header = 12;
constexpr std::uint32_t lock_page = 0x40000000 / PageFile::page_size + 1;  // never used: the system locks it
constexpr std::size_t pages_at_once = 64;

std::uint32_t big_endian(const unsigned char* in) noexcept {
  return std::uint32_t{in[0]} << 24 | std::uint32_t{in[1]} << 16 | std::uint32_t{in[2]} << 8 | in[3];
}

void append_varint(std::string& out, std::uint64_t value) {
  unsigned char bytes[9];
  out.append(reinterpret_cast<const char*>(bytes), put_varint(bytes, value));
}

}  // namespace

void put_big_endian(unsigned char* out, std::uint64_t value, std::size_t bytes) noexcept {
  for (std::size_t i = 0; i < bytes; ++i) out[i] = static_cast<unsigned char>(value >> 8 * (bytes - 1 - i));
}

std::size_t put_varint(unsigned char* out, std::uint64_t value) noexcept {
  if (value < 0x80) {
    *out = static_cast<unsigned char>(value);
    return 1;
  }
  if (value >> 56 != 0) {  // the ninth byte has all of its bits
    out[8] = static_cast<unsigned char>(value);
    value >>= 8;
    for (int i = 7; i >= 0; --i, value >>= 7) out[i] = static_cast<unsigned char>(0x80 | (value & 0x7f));
    return 9;
  }
  std::size_t size = 0;
  for (std::uint64_t rest = value; rest != 0; rest >>= 7) ++size;
  for (std::size_t i = size; i-- > 0; value >>= 7) {
    out[i] = static_cast<unsigned char>((i + 1 == size ? 0 : 0x80) | (value & 0x7f));
  }
  return size;
}

void Record::type(std::uint64_t serial_type) {
  types_size_ += put_varint(reinterpret_cast<unsigned char*>(types_.data()) + types_size_, serial_type);
}

void Record::add(std::int64_t value) {
  if (value == 0 || value == 1) return type(value == 0 ? 8 : 9);
  static constexpr std::size_t sizes[] = {1, 2, 3, 4, 6, 8};  // of the types 1 to 6
  std::size_t serial = 0;
  for (; serial < 5; ++serial) {
    const std::int64_t limit = std::int64_t{1} << (8 * sizes[serial] - 1);
    if (-limit <= value && value < limit) break;
  }
  unsigned char bytes[8];
  put_big_endian(bytes, static_cast<std::uint64_t>(value), sizes[serial]);
  type(serial + 1);
  body_.append(reinterpret_cast<const char*>(bytes), sizes[serial]);
}

void Record::add(const std::string* text) {
  if (text == nullptr) {
    add(nullptr);
  } else {
    add(*text);
  }
}

void Record::add(const ClaimId& id) {
  unsigned char bytes[16];
  put_big_endian(bytes, id.high, 8);
  put_big_endian(bytes + 8, id.low, 8);
  type(sizeof bytes * 2 + 12);
  body_.append(reinterpret_cast<const char*>(bytes), sizeof bytes);
}

void Record::add_replaceable(std::uint32_t value) {
  unsigned char bytes[4];
  put_big_endian(bytes, value, 4);
  type(4);
  body_.append(reinterpret_cast<const char*>(bytes), 4);
}

std::size_t Record::size() const noexcept {
  const std::size_t header = types_size_ + (types_size_ + 1 < 0x80 ? 1 : 2);
  return header + body_.size();
}

void Record::append_to(std::string& bytes) const {
  append_varint(bytes, types_size_ + (types_size_ + 1 < 0x80 ? 1 : 2));
  bytes.append(types_.data(), types_size_);
  bytes.append(body_);
}

PageFile::PageFile(const std::string& path, std::string shown)
    : shown_(std::move(shown)), file_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {
  if (file_ < 0) {
    throw Error(ErrorCode::DatabaseFailure,
                fmt::format("{} cannot be written: {}", shown_, std::strerror(errno)));
  }
  const off_t size = ::lseek(file_, 0, SEEK_END);
  pages_ = static_cast<std::uint32_t>(static_cast<std::size_t>(std::max<off_t>(size, 0)) / page_size);
  buffer_.reserve(pages_at_once * page_size);
}

PageFile::~PageFile() {
  if (file_ >= 0) ::close(file_);
}

void PageFile::put(const void* bytes, std::size_t size, std::uint64_t offset) {
  const auto* from = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t done = ::pwrite(file_, from, size, static_cast<off_t>(offset));
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) {
      const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
      throw Error(ErrorCode::DatabaseFailure,
                  full ? fmt::format("no space left to write {}; nothing was changed", shown_)
                       : fmt::format("{} cannot be written: {}", shown_, std::strerror(errno)));
    }
    from += done;
    size -= static_cast<std::size_t>(done);
    offset += static_cast<std::uint64_t>(done);
  }
}

void PageFile::flush() {
  const std::uint64_t first = pages_ - buffer_.size() / page_size;
  put(buffer_.data(), buffer_.size(), first * page_size);
  buffer_.clear();
}

std::uint32_t PageFile::after(std::uint32_t number) noexcept {
  return number + 1 == lock_page ? number + 2 : number + 1;
}

std::uint32_t PageFile::append(const Page& page) {
  if (pages_ + 1 == lock_page) {
    buffer_.append(page_size, '\0');
    ++pages_;
  }
  buffer_.append(reinterpret_cast<const char*>(page.data()), page_size);
  ++pages_;
  if (buffer_.size() >= pages_at_once * page_size) flush();
  return pages_;
}

void PageFile::overwrite(std::uint32_t number, const Page& page) {
  flush();
  put(page.data(), page_size, std::uint64_t{number - 1} * page_size);
}

PageFile::Page PageFile::read(std::uint32_t number) {
  flush();
  Page page;
  if (::pread(file_, page.data(), page_size, static_cast<off_t>(std::uint64_t{number - 1} * page_size)) !=
      static_cast<ssize_t>(page_size)) {
    throw Error(ErrorCode::DatabaseFailure, fmt::format("{} cannot be read", shown_));
  }
  return page;
}

void PageFile::finish() {
  Page first = read(1);
  const std::uint32_t changes = big_endian(first.data() + 24) + 1;
  put_big_endian(first.data() + 24, changes, 4);
  put_big_endian(first.data() + 28, pages_, 4);
  put_big_endian(first.data() + 92, changes, 4);  // the change for which that size is valid
  overwrite(1, first);
}

void TreeWriter::Building::put(std::size_t header, std::string_view left, std::string_view rest) {
  lowest -= left.size() + rest.size();
  std::memcpy(page.data() + lowest, left.data(), left.size());
  std::memcpy(page.data() + lowest + left.size(), rest.data(), rest.size());
  put_big_endian(page.data() + header + 2 * cells, lowest, 2);
  ++cells;
}

void TreeWriter::Building::complete(unsigned char type, std::uint32_t right) {
  page[0] = type;
  put_big_endian(page.data() + 1, 0, 2);
  put_big_endian(page.data() + 3, cells, 2);
  put_big_endian(page.data() + 5, lowest, 2);
  page[7] = 0;
  if (right != 0) put_big_endian(page.data() + 8, right, 4);
  // What earlier content left between the two ends would be read by nobody, and differ between runs.
  const std::size_t end = (right != 0 ? interior_header : leaf_header) + 2 * cells;
  std::memset(page.data() + end, 0, lowest - end);
}

void TreeWriter::Building::clear() {
  cells = 0;
  lowest = PageFile::page_size;
}

std::size_t TreeWriter::local_size(std::size_t payload) const noexcept {
  constexpr std::size_t usable = PageFile::page_size;
  const std::size_t most = kind_ == Kind::Table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  if (payload <= most) return payload;
  constexpr std::size_t least = (usable - 12) * 32 / 255 - 23;
  const std::size_t fitting = least + (payload - least) % (usable - 4);
  return fitting <= most ? fitting : least;
}

void TreeWriter::add(std::int64_t rowid, const Record& record) {
  cell_.clear();
  append_varint(cell_, record.size());
  append_varint(cell_, static_cast<std::uint64_t>(rowid));
  add_cell(record);
  rowid_ = rowid;
}

void TreeWriter::add(const Record& record) {
  cell_.clear();
  append_varint(cell_, record.size());
  add_cell(record);
}

/// The record behind what cell_ has, what does not fit on pages of its own; then the cell onto its page.
void TreeWriter::add_cell(const Record& record) {
  const std::size_t before = cell_.size(), payload = record.size(), local = local_size(payload);
  record.append_to(cell_);
  if (local < payload) {
    constexpr std::size_t content = PageFile::page_size - 4;
    const std::string rest = cell_.substr(before + local);
    cell_.resize(before + local);
    unsigned char number[4];
    put_big_endian(number, file_.next(), 4);
    for (std::size_t at = 0; at < rest.size(); at += content) {
      PageFile::Page page{};
      const std::size_t size = std::min(content, rest.size() - at);
      std::memcpy(page.data() + 4, rest.data() + at, size);
      if (at + size < rest.size()) put_big_endian(page.data(), PageFile::after(file_.next()), 4);
      file_.append(page);
    }
    cell_.append(reinterpret_cast<const char*>(number), 4);
  }
  place();
}

void TreeWriter::place() {
  if (kind_ == Kind::Table) {
    if (!leaf_.fits(leaf_header, cell_.size())) {
      std::string separator;
      append_varint(separator, static_cast<std::uint64_t>(rowid_));  // the greatest on the left
      close_leaf(separator);
    }
    leaf_.put(leaf_header, {}, cell_);
    return;
  }
  if (!leaf_.fits(leaf_header, cell_.size())) {
    std::swap(full_, leaf_);
    leaf_.clear();
    waits_ = true;
    divider_ = cell_;
    return;
  }
  if (waits_) {
    waits_ = false;
    std::swap(full_, leaf_);
    close_leaf(divider_);
  }
  leaf_.put(leaf_header, {}, cell_);
  last_ = cell_;
}

void TreeWriter::close_leaf(std::string_view separator) {
  leaf_.complete(kind_ == Kind::Table ? leaf_table : leaf_index, 0);
  children_.push_back(file_.append(leaf_.page));
  keys_ += separator;
  key_ends_.push_back(keys_.size());
  leaf_.clear();
}

void TreeWriter::finish() {
  if (waits_) {  // nothing came after the divider: the cell before it divides instead
    std::swap(full_, leaf_);
    --leaf_.cells;
    leaf_.lowest += last_.size();
    close_leaf(last_);
    leaf_.put(leaf_header, {}, divider_);
    waits_ = false;
  }
  const unsigned char type = kind_ == Kind::Table ? leaf_table : leaf_index;
  leaf_.complete(type, 0);
  if (children_.empty()) {
    if (leaf_.cells != 0) file_.overwrite(root_, leaf_.page);
    return;
  }
  children_.push_back(file_.append(leaf_.page));
  write_interior();
}

void TreeWriter::write_interior() {
  const unsigned char type = kind_ == Kind::Table ? interior_table : interior_index;
  std::vector<std::uint32_t> children = children_;
  std::vector<std::string_view> keys;  // one fewer than children
  for (std::size_t i = 0, begin = 0; i < key_ends_.size(); begin = key_ends_[i++]) {
    keys.push_back(std::string_view(keys_).substr(begin, key_ends_[i] - begin));
  }
  while (children.size() > 1) {
    std::vector<std::uint32_t> above;
    std::vector<std::string_view> keys_above;
    for (std::size_t begin = 0; begin < children.size();) {
      Building page;
      std::size_t at = begin;
      const auto room = [&] { return page.fits(interior_header, 4 + keys[at].size()); };
      const auto put = [&] {
        unsigned char child[4];
        put_big_endian(child, children[at], 4);
        page.put(interior_header, {reinterpret_cast<const char*>(child), 4}, keys[at]);
        ++at;
      };
      while (at + 1 < children.size() && room()) put();
      if (at + 2 == children.size()) {  // one child is left, and a page without a key is none
        --at;
        --page.cells;
        page.lowest += 4 + keys[at].size();
      }
      page.complete(type, children[at]);
      const bool root = begin == 0 && at + 1 == children.size();
      if (root) {
        file_.overwrite(root_, page.page);
        return;
      }
      above.push_back(file_.append(page.page));
      if (at + 1 < children.size()) keys_above.push_back(keys[at]);
      begin = at + 1;
    }
    children = std::move(above);
    keys = std::move(keys_above);
  }
}

}  // namespace entente::detail
