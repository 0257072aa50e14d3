#include "loaders/unpack.hpp"

#include <bzlib.h>
#include <gmock/gmock.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <random>

#include "graph/error.hpp"
#include "loaders/input.hpp"
#include "tests/loaders/collected.hpp"

namespace entente {
namespace {

using detail::Packing;
using testing::HasSubstr;

std::string gzip(std::string_view text) {
  z_stream stream = {};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  std::string copy(text);
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<unsigned>(copy.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<unsigned>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string bzip2(std::string_view text) {
  std::string packed(text.size() + text.size() / 50 + 1000, '\0');
  std::string copy(text);
  auto size = static_cast<unsigned>(packed.size());
  EXPECT_EQ(BZ2_bzBuffToBuffCompress(packed.data(), &size, copy.data(), static_cast<unsigned>(copy.size()), 1,
                                     0, 0),
            BZ_OK);
  packed.resize(size);
  return packed;
}

/// With a checksum, as the zstd program writes it.
std::string zstd(std::string_view text) {
  std::string packed(ZSTD_compressBound(text.size()) + 4, '\0');
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  packed.resize(ZSTD_compress2(context, packed.data(), packed.size(), text.data(), text.size()));
  ZSTD_freeCCtx(context);
  return packed;
}

std::string content_of(std::string_view bytes) {
  Input input = Input::of(bytes, "file.csv.gz");
  return input.rest(1 << 26);
}

std::string failure(std::string_view bytes) {
  return failure_of([&] { content_of(bytes); });
}

/// Text that packs badly, longer than several pieces.
std::string long_text() {
  std::mt19937 random(7);
  std::string text(900'000, ' ');
  std::generate(text.begin(), text.end(), [&] { return static_cast<char>('a' + random() % 26); });
  return text;
}

class Unpack : public testing::TestWithParam<std::string (*)(std::string_view)> {};
INSTANTIATE_TEST_SUITE_P(EveryPacking, Unpack, testing::Values(gzip, bzip2, zstd));

TEST_P(Unpack, GivesWhatWasPacked) {
  for (const std::string& text : {std::string("a"), std::string(3'000'000, 'x'), long_text()}) {
    EXPECT_EQ(content_of(GetParam()(text)), text);
  }
}

TEST_P(Unpack, StreamsBehindOneAnotherAreOne) {
  EXPECT_EQ(content_of(GetParam()("one, ") + GetParam()("two, ") + GetParam()("three")), "one, two, three");
}

TEST_P(Unpack, TheContentIsHashedNotThePacking) {
  const std::string text = long_text();
  const std::string packed = GetParam()(text);
  Input plain = Input::of(text, "a"), input = Input::of(packed, "a");
  EXPECT_EQ(input.content_hash(), plain.content_hash());
  EXPECT_EQ(input.rest(1 << 26), text) << "and can be read after that";
}

TEST_P(Unpack, BeginningConsumesNothing) {
  const std::string text = long_text();
  const std::string packed = GetParam()(text);
  Input input = Input::of(packed, "a");
  EXPECT_EQ(input.beginning(), std::string_view(text).substr(0, input.beginning().size()));
  EXPECT_EQ(input.rest(1 << 26), text);
}

TEST_P(Unpack, WhatIsCutAnywhereIsAnError) {
  const std::string packed = GetParam()(long_text().substr(0, 3000));
  for (std::size_t size = 5; size < packed.size(); size += 97) {
    EXPECT_THAT(failure(packed.substr(0, size)), HasSubstr("unreadable: file.csv.gz is damaged: its "))
        << size;
  }
  EXPECT_THAT(failure(packed.substr(0, packed.size() - 1)),
              HasSubstr("data end in the middle; get it again"));
}

TEST_P(Unpack, DamageIsAnErrorOrNoHarm) {
  const std::string packed = GetParam()(long_text().substr(0, 3000));
  std::size_t errors = 0;
  for (std::size_t at = 4; at < packed.size(); at += 31) {
    std::string damaged = packed;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    errors += failure(damaged).empty() ? 0 : 1;
  }
  EXPECT_GT(errors, packed.size() / 31 / 2);
}

TEST_P(Unpack, ProgressCountsPackedBytes) {
  const std::string packed = GetParam()(long_text());
  Input input = Input::of(packed, "a");
  std::uint64_t last = 0;
  input.on_progress([&](std::uint64_t done, std::uint64_t total) {
    EXPECT_EQ(total, packed.size());
    EXPECT_GE(done, last);
    last = done;
  });
  static_cast<void>(input.rest(1 << 26));
  EXPECT_EQ(last, packed.size());
}

TEST(Packing, IsToldByTheFirstBytes) {
  EXPECT_EQ(detail::packing_of(gzip("x")), Packing::Gzip);
  EXPECT_EQ(detail::packing_of(bzip2("x")), Packing::Bzip2);
  EXPECT_EQ(detail::packing_of(zstd("x")), Packing::Zstd);
  EXPECT_EQ(detail::packing_of("BZh is no packing"), Packing::None);
  EXPECT_EQ(detail::packing_of(""), Packing::None);
}

TEST(Packing, TheContentHasTheNameWithoutTheEnding) {
  const std::string packed = gzip("x");
  EXPECT_EQ(Input::of(packed, "facts.csv.gz").name(), "facts.csv");
  EXPECT_EQ(Input::of(packed, "facts.csv").name(), "facts.csv");
  EXPECT_EQ(Input::of("x", "facts.csv.gz").name(), "facts.csv.gz");
}

TEST(Packing, ZerosBehindGzipAreIgnoredAndTextIsNot) {
  EXPECT_EQ(content_of(gzip("x") + std::string(1000, '\0')), "x");
  EXPECT_THAT(failure(gzip("x") + "y"), HasSubstr("are followed by something else"));
}

}  // namespace
}  // namespace entente
