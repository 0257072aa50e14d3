#include "loaders/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

#include "graph/error.hpp"
#include "loaders/unpack.hpp"

namespace entente {

namespace {
constexpr std::size_t piece_size = 256 << 10;
}

struct Input::State {
  std::string name;
  std::string content_name;  ///< without the ending that told of the packing
  std::string_view whole;    ///< of memory
  std::string_view memory;   ///< what is left of it
  int file = -1;             ///< -1: memory
  std::vector<char> buffer;
  std::string_view ahead;  ///< read by beginning() or first_line(), not yet given out
  bool at_end = false;     ///< seen while `ahead` was read
  std::uint64_t total = 0;
  std::uint64_t done = 0;  ///< packed bytes where they are packed
  detail::Packing packing = detail::Packing::None;
  std::unique_ptr<detail::Unpacker> unpacker;
  std::string_view packed_ahead;  ///< read to find out whether it is packed
  std::vector<char> unpacked;
  std::function<void(std::uint64_t, std::uint64_t)> progress;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (file > STDIN_FILENO) ::close(file);
  }

  std::string_view read() {
    if (unpacker) return {unpacked.data(), unpacker->read(unpacked.data(), unpacked.size())};
    return packed_ahead.empty() ? read_raw() : std::exchange(packed_ahead, std::string_view());
  }

  /// Looks at the first bytes, and unpacks from then on where they say so.
  void look_for_packing() {
    constexpr std::size_t enough = 8;  // for any of the marks; a pipe may give them one by one
    packed_ahead = read_raw();
    while (file >= 0 && !packed_ahead.empty() && packed_ahead.size() < enough) {
      const std::size_t got = read_behind(packed_ahead.size());
      if (got == 0) break;
      packed_ahead = {buffer.data(), packed_ahead.size() + got};
    }
    packing = detail::packing_of(packed_ahead);
    if (packing == detail::Packing::None) return;
    unpacked.resize(piece_size);
    unpack_from_here();
  }

  void unpack_from_here() {
    const auto next = [this] {
      const std::string_view piece =
          packed_ahead.empty() ? read_raw() : std::exchange(packed_ahead, std::string_view());
      done += piece.size();
      return piece;
    };
    unpacker = detail::make_unpacker(packing, next, name);
  }

  /// Back to the first byte. REQUIRES: memory, or a file that can be rewound.
  bool rewind() {
    ahead = packed_ahead = {};
    done = 0;
    at_end = false;
    if (file < 0) {
      memory = whole;
    } else if (::lseek(file, 0, SEEK_SET) != 0) {
      return false;
    }
    if (unpacker) unpack_from_here();
    return true;
  }

  std::string_view read_raw() {
    if (file < 0) {
      const std::string_view piece = memory.substr(0, piece_size);
      memory.remove_prefix(piece.size());
      return piece;
    }
    return at_end ? std::string_view() : std::string_view(buffer.data(), read_behind(0));
  }

  /// What the system has now, put behind the first `size` bytes of the buffer; 0 at the end.
  std::size_t read_behind(std::size_t size) {
    for (;;) {
      const ssize_t got = ::read(file, buffer.data() + size, buffer.size() - size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      throw Error(ErrorCode::Unreadable, name + " cannot be read further: " + std::strerror(errno));
    }
  }

  /// Reads ahead until the piece is full, the text ends or, where that is enough, a line does. A pipe gives
  /// what it has, but what kind of text it is must not depend on how much that was.
  void look_ahead(bool line_is_enough) {
    if (ahead.empty() && (file < 0 || unpacker || !packed_ahead.empty())) ahead = read();
    if (file < 0 || unpacker) return;
    while (!at_end && ahead.size() < buffer.size()) {
      if (line_is_enough && ahead.find('\n') != std::string_view::npos) return;
      const std::size_t got = read_behind(ahead.size());
      at_end = got == 0;
      ahead = {buffer.data(), ahead.size() + got};
    }
  }
};

Input::Input(std::unique_ptr<State> state) : state_(std::move(state)) {}
Input::~Input() = default;
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;

Input Input::open(const std::string& path) {
  auto state = std::make_unique<State>();
  state->name = path == "-" ? "stdin" : std::filesystem::path(path).filename().string();
  if (state->name.empty()) state->name = path;
  state->file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status = {};
  if (state->file < 0 || ::fstat(state->file, &status) != 0) {
    throw Error(ErrorCode::Unreadable, path + " cannot be opened: " + std::strerror(errno));
  }
  if (S_ISDIR(status.st_mode)) {
    throw Error(ErrorCode::Unreadable, path + " is a directory; name the files in it instead");
  }
  if (S_ISREG(status.st_mode)) state->total = static_cast<std::uint64_t>(status.st_size);
  state->buffer.resize(piece_size);
  state->look_for_packing();
  state->content_name = detail::name_of_content(state->name, state->packing);
  return Input(std::move(state));
}

Input Input::of(std::string_view bytes, std::string name) {
  auto state = std::make_unique<State>();
  state->name = std::move(name);
  state->whole = state->memory = bytes;
  state->total = bytes.size();
  state->look_for_packing();
  state->content_name = detail::name_of_content(state->name, state->packing);
  return Input(std::move(state));
}

std::string_view Input::next() {
  const std::string_view piece =
      state_->ahead.empty() ? state_->read() : std::exchange(state_->ahead, std::string_view());
  if (!state_->unpacker) state_->done += piece.size();
  if (state_->progress && !piece.empty()) state_->progress(state_->done, state_->total);
  return piece;
}

std::string_view Input::beginning() {
  state_->look_ahead(false);
  return state_->ahead;
}

std::string_view Input::first_line() {
  state_->look_ahead(true);
  return state_->ahead.substr(0, state_->ahead.find('\n'));
}

std::uint64_t Input::content_hash() {
  State& state = *state_;
  if (state.file < 0 && !state.unpacker) return XXH3_64bits(state.whole.data(), state.whole.size());

  // What was peeked at is the beginning of the content, and of what is read again below.
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> hash(XXH3_createState(),
                                                                             XXH3_freeState);
  XXH3_64bits_reset(hash.get());
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> copy(
      state.file >= 0 && state.total == 0 ? std::tmpfile() : nullptr, std::fclose);
  std::uint64_t size = 0;
  for (auto piece = next(); !piece.empty(); piece = next()) {
    size += piece.size();
    XXH3_64bits_update(hash.get(), piece.data(), piece.size());
    if (copy && std::fwrite(piece.data(), 1, piece.size(), copy.get()) != piece.size()) {
      throw Error(ErrorCode::Unreadable,
                  state.name + " cannot be kept in a temporary file: " + std::strerror(errno));
    }
  }
  if (copy) {
    std::fflush(copy.get());
    if (state.file > STDIN_FILENO) ::close(state.file);
    state.file = ::dup(::fileno(copy.get()));
    state.unpacker.reset();  // what was kept is unpacked already
    state.total = size;
  }
  if ((copy && state.file < 0) || !state.rewind()) {
    throw Error(ErrorCode::Unreadable, state.name + " cannot be read twice: " + std::strerror(errno));
  }
  return XXH3_64bits_digest(hash.get());
}

std::string Input::rest(std::size_t limit) {
  std::string text;
  if (!state_->unpacker) text.reserve(std::min<std::uint64_t>(state_->total, limit));
  for (auto piece = next(); !piece.empty(); piece = next()) {
    if (piece.size() > limit - text.size()) {
      throw Error(ErrorCode::InvalidText, name() + " is longer than " + std::to_string(limit) +
                                              " bytes, the limit for what is read whole; split it");
    }
    text += piece;
  }
  return text;
}

const std::string& Input::name() const noexcept { return state_->content_name; }
std::uint64_t Input::total() const noexcept { return state_->total; }
void Input::on_progress(std::function<void(std::uint64_t, std::uint64_t)> progress) {
  state_->progress = std::move(progress);
}

}  // namespace entente
