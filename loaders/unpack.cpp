#include "loaders/unpack.hpp"

#include <bzlib.h>
#include <zlib.h>
#include <zstd.h>

#include <limits>
#include <utility>

#include "graph/error.hpp"

namespace entente::detail {

namespace {

using namespace std::string_view_literals;

struct Kind {
  Packing packing;
  std::string_view magic;
  std::string_view endings[2];
  const char* name;
};

constexpr Kind kinds[] = {
    {Packing::Gzip, "\x1f\x8b"sv, {".gz", ".GZ"}, "gzip"},
    {Packing::Bzip2, "BZh"sv, {".bz2", ".BZ2"}, "bzip2"},
    {Packing::Zstd, "\x28\xb5\x2f\xfd"sv, {".zst", ".ZST"}, "zstd"},
};

/// The packed bytes that are at hand, and what to say when they are not good.
class Packed {
 public:
  Packed(std::function<std::string_view()> next, std::string name, const char* packing)
      : next_(std::move(next)), name_(std::move(name)), packing_(packing) {}

  /// Makes sure that there is something at hand; false at the end of the file.
  bool fill() {
    if (left.empty()) left = next_();
    return !left.empty();
  }
  [[noreturn]] void damaged(std::string_view why) const {
    throw Error(ErrorCode::Unreadable,
                name_ + " is damaged: its " + packing_ + " data " + std::string(why) + "; get it again");
  }
  [[noreturn]] void cut() const { damaged("end in the middle"); }
  [[noreturn]] void wrong() const { damaged("cannot be unpacked"); }

  std::string_view left;

 private:
  std::function<std::string_view()> next_;
  std::string name_;
  const char* packing_;
};

/// The libraries count in unsigned int.
unsigned counted(std::size_t size) {
  constexpr std::size_t most = std::numeric_limits<unsigned>::max() / 2;
  return static_cast<unsigned>(size < most ? size : most);
}

class GzipUnpacker : public Unpacker {
 public:
  explicit GzipUnpacker(Packed packed) : packed_(std::move(packed)) {
    constexpr int gzip_only = 16 + MAX_WBITS;
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  GzipUnpacker(const GzipUnpacker&) = delete;
  GzipUnpacker& operator=(const GzipUnpacker&) = delete;
  ~GzipUnpacker() override { inflateEnd(&stream_); }

  std::size_t read(char* out, std::size_t size) override {
    std::size_t got = 0;
    while (got < size && packed_.fill()) {
      if (between_) {
        if (!begins_stream()) break;
        inflateReset(&stream_);
        between_ = false;
      }
      // zlib promises not to write through next_in, which it declares without const.
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed_.left.data()));
      stream_.avail_in = counted(packed_.left.size());
      stream_.next_out = reinterpret_cast<Bytef*>(out + got);
      stream_.avail_out = counted(size - got);
      const auto in = stream_.avail_in, room = stream_.avail_out;
      const int result = inflate(&stream_, Z_NO_FLUSH);
      packed_.left.remove_prefix(in - stream_.avail_in);
      got += room - stream_.avail_out;
      if (result == Z_STREAM_END) {
        between_ = true;
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        packed_.wrong();
      }
    }
    if (got < size && !between_) packed_.cut();
    return got;
  }

 private:
  /// Some tools fill the last block of a tape or file with zeros, which gzip ignores, too.
  bool begins_stream() {
    if (static_cast<unsigned char>(packed_.left.front()) == 0x1F) return true;
    while (packed_.fill()) {
      if (packed_.left.find_first_not_of('\0') != std::string_view::npos) {
        packed_.damaged("are followed by something else");
      }
      packed_.left = {};
    }
    return false;
  }

  Packed packed_;
  z_stream stream_ = {};
  bool between_ = false;  ///< one stream has ended, another may follow
};

class Bzip2Unpacker : public Unpacker {
 public:
  explicit Bzip2Unpacker(Packed packed) : packed_(std::move(packed)) {}
  Bzip2Unpacker(const Bzip2Unpacker&) = delete;
  Bzip2Unpacker& operator=(const Bzip2Unpacker&) = delete;
  ~Bzip2Unpacker() override { close(); }

  std::size_t read(char* out, std::size_t size) override {
    std::size_t got = 0;
    while (got < size && packed_.fill()) {
      if (!open_) {
        if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
        open_ = true;
      }
      stream_.next_in = const_cast<char*>(packed_.left.data());  // declared without const, not written to
      stream_.avail_in = counted(packed_.left.size());
      stream_.next_out = out + got;
      stream_.avail_out = counted(size - got);
      const auto in = stream_.avail_in, room = stream_.avail_out;
      const int result = BZ2_bzDecompress(&stream_);
      packed_.left.remove_prefix(in - stream_.avail_in);
      got += room - stream_.avail_out;
      if (result == BZ_STREAM_END) {
        close();
      } else if (result != BZ_OK) {
        packed_.wrong();
      }
    }
    if (got < size && open_) packed_.cut();
    return got;
  }

 private:
  void close() {
    if (open_) BZ2_bzDecompressEnd(&stream_);
    stream_ = {};
    open_ = false;
  }

  Packed packed_;
  bz_stream stream_ = {};
  bool open_ = false;
};

class ZstdUnpacker : public Unpacker {
 public:
  explicit ZstdUnpacker(Packed packed)
      : packed_(std::move(packed)), stream_(ZSTD_createDStream(), ZSTD_freeDStream) {
    if (!stream_) throw std::bad_alloc();
  }

  std::size_t read(char* out, std::size_t size) override {
    ZSTD_outBuffer into = {out, size, 0};
    while (into.pos < size) {
      // What the library holds back is given out before more is taken in.
      if (!full_ && !packed_.fill()) break;
      ZSTD_inBuffer from = {packed_.left.data(), packed_.left.size(), 0};
      const std::size_t result = ZSTD_decompressStream(stream_.get(), &into, &from);
      packed_.left.remove_prefix(from.pos);
      if (ZSTD_isError(result) != 0) packed_.wrong();
      inside_ = result != 0;
      full_ = inside_ && into.pos == size;
    }
    if (into.pos < size && inside_) packed_.cut();
    return into.pos;
  }

 private:
  Packed packed_;
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
  bool inside_ = false;  ///< in the middle of a frame
  bool full_ = false;    ///< the last output was filled, so there may be more without more input
};

}  // namespace

Packing packing_of(std::string_view beginning) noexcept {
  for (const Kind& kind : kinds) {
    if (beginning.substr(0, kind.magic.size()) != kind.magic) continue;
    // "BZh" may begin a text; a block size follows it in a packed file.
    if (kind.packing == Packing::Bzip2 && (beginning.size() < 4 || beginning[3] < '1' || beginning[3] > '9'))
      continue;
    return kind.packing;
  }
  return Packing::None;
}

std::string name_of_content(const std::string& name, Packing packing) {
  for (const Kind& kind : kinds) {
    if (kind.packing != packing) continue;
    for (const std::string_view ending : kind.endings) {
      if (name.size() > ending.size() && name.ends_with(ending))
        return name.substr(0, name.size() - ending.size());
    }
  }
  return name;
}

std::unique_ptr<Unpacker> make_unpacker(Packing packing, std::function<std::string_view()> next,
                                        std::string name) {
  switch (packing) {
    case Packing::Gzip:
      return std::make_unique<GzipUnpacker>(Packed(std::move(next), std::move(name), "gzip"));
    case Packing::Bzip2:
      return std::make_unique<Bzip2Unpacker>(Packed(std::move(next), std::move(name), "bzip2"));
    case Packing::Zstd:
      return std::make_unique<ZstdUnpacker>(Packed(std::move(next), std::move(name), "zstd"));
    case Packing::None:
      break;
  }
  throw Error(ErrorCode::InvalidArgument, name + " is not packed");
}

}  // namespace entente::detail
