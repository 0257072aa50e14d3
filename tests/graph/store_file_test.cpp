// Files that are not what they should be, and places where they may not be written: a clear error, nothing
// lost.
#include <gmock/gmock.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include "graph/error.hpp"
#include "graph/store.hpp"
#include "tests/graph/child.hpp"
#include "tests/graph/database.hpp"

// unshare() and the flags for it are GNU's.
#include <sched.h>

namespace entente {
namespace {

using testing::HasSubstr;
using namespace testing_support;
using Mode = Store::Mode;

class StoreFile : public testing::Test {
 protected:
  Folder folder;
  std::string path = folder.file("test.db");

  void write(const std::string& content) { std::ofstream(path, std::ios::binary) << content; }
  void sql(const std::string& statements) { SQLite::Database(path, SQLite::OPEN_READWRITE).exec(statements); }
};

History small() { return read_history("Armenia | joined | CSTO | 1992"); }

History large(int claims, const std::string& source) {
  History history;
  for (int n = 0; n < claims; ++n) {
    Claim claim;
    claim.subject.name = "member " + std::to_string(n);
    claim.object.name = "body";
    claim.event = Event::Joined;
    claim.evidence.source.value = source;
    claim.evidence.text = std::string(200, 'x');
    history.claims.push_back(claim);
  }
  return history;
}

void expect_error(const std::string& path, Mode mode, ErrorCode code, const char* message) {
  try {
    (void)Store::open(path, mode);
    ADD_FAILURE() << path << " was opened";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code) << error.what();
    EXPECT_THAT(error.what(), HasSubstr(message));
    EXPECT_THAT(error.what(), HasSubstr(path)) << "it names the file";
  }
}

TEST_F(StoreFile, ThatIsMissing) {
  expect_error(path, Mode::Read, ErrorCode::Unreadable, "there is no file");
  expect_error(path, Mode::Write, ErrorCode::Unreadable, "there is no file");
  expect_error(folder.file("no/such/folder.db"), Mode::Create, ErrorCode::DatabaseFailure, "unable to open");
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(StoreFile, ThatIsADirectory) {
  for (const Mode mode : {Mode::Read, Mode::Write, Mode::Create}) {
    expect_error(folder.path().string(), mode, ErrorCode::Unreadable, "is a directory");
  }
}

TEST_F(StoreFile, ThatIsEmpty) {
  write("");
  expect_error(path, Mode::Read, ErrorCode::NotADatabase, "is not an Entente database");
  expect_error(path, Mode::Write, ErrorCode::NotADatabase, "is not an Entente database");
  make(path, small());
  EXPECT_EQ(Store::open(path, Mode::Read).totals().claims, 1U);
}

TEST_F(StoreFile, ThatIsForeign) {
  for (const std::string& content :
       {std::string("Dear diary"), std::string("SQLite format 3\0 or so", 22), std::string(5000, '\0')}) {
    for (const Mode mode : {Mode::Read, Mode::Write, Mode::Create}) {
      write(content);
      expect_error(path, mode, ErrorCode::NotADatabase, "is not an Entente database");
      EXPECT_EQ(content_of(path), content) << "it was written to";
    }
  }
}

TEST_F(StoreFile, ThatIsAnotherProgramsDatabase) {
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE contact (name TEXT)");
  const std::string before = content_of(path);
  for (const Mode mode : {Mode::Read, Mode::Write, Mode::Create}) {
    expect_error(path, mode, ErrorCode::NotADatabase, "is not an Entente database");
  }
  EXPECT_EQ(content_of(path), before);
}

TEST_F(StoreFile, OfALaterVersion) {
  make(path, small());
  sql("PRAGMA user_version = 99");
  const std::string before = content_of(path);
  for (const Mode mode : {Mode::Read, Mode::Write, Mode::Create}) {
    expect_error(path, mode, ErrorCode::NewerDatabase, "version 99");
  }
  EXPECT_EQ(content_of(path), before);
}

TEST_F(StoreFile, ThatWasCutOff) {
  make(path, large(200, "s"));
  const std::string whole = content_of(path);
  for (const std::size_t size : {whole.size() / 2, whole.size() - 1, std::size_t{4096}, std::size_t{100}}) {
    write(whole.substr(0, size));
    for (const Mode mode : {Mode::Read, Mode::Write, Mode::Create}) {
      try {
        (void)Store::open(path, mode);
        ADD_FAILURE() << size << " bytes were opened";
      } catch (const Error& error) {
        EXPECT_TRUE(error.code() == ErrorCode::DatabaseFailure || error.code() == ErrorCode::NotADatabase);
      }
    }
    EXPECT_EQ(content_of(path), whole.substr(0, size)) << "it was written to";
  }
}

TEST_F(StoreFile, WithDamageInTheMiddle) {
  make(path, large(200, "s"));
  std::string content = content_of(path);
  std::fill(content.begin() + 8192, content.end() - 4096, '\xee');
  write(content);
  EXPECT_THROW(
      {
        const Store store = Store::open(path, Mode::Read);
        (void)store.edges({});
        (void)store.entities();
        store.for_each_claim([](const ClaimId&, const Claim&) {});
      },
      Error);
}

TEST_F(StoreFile, AtRestIsOneFile) {
  make(path, small());
  (void)Store::open(path, Mode::Read).totals();
  { const Store store = Store::open(path, Mode::Write); }
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST_F(StoreFile, WithAPathThatMeansSomethingInAUri) {
  path = folder.file("a?mode=memory#%41 ü.db");
  make(path, small());
  EXPECT_TRUE(std::filesystem::exists(path));
  EXPECT_EQ(Store::open(path, Mode::Read).totals().claims, 1U);
}

class ReadOnly : public StoreFile {
 protected:
  /// Runs `work` as somebody who may read the folder and its file, and nothing more.
  int as_reader(const std::function<int()>& work) {
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    std::filesystem::permissions(path, std::filesystem::perms(0444));
    const int status = Child([&] { return become_nobody() ? work() : 101; }).wait();
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    std::filesystem::permissions(path, std::filesystem::perms(0644));
    return status;
  }
  std::function<int()> read_one_claim = [this] {
    return Store::open(path, Mode::Read).totals().claims == 1 ? 0 : 1;
  };
  std::function<int()> fail_to_write = [this] {
    for (const Mode mode : {Mode::Write, Mode::Create}) {
      try {
        make(path, small());
        (void)Store::open(path, mode);
        return 1;
      } catch (const Error& error) {
        if (error.code() != ErrorCode::DatabaseFailure) return 2;
      }
    }
    return 0;
  };
};

TEST_F(ReadOnly, FileIsReadAndNotWritten) {
  make(path, small());
  EXPECT_EQ(as_reader(read_one_claim), 0);
  EXPECT_EQ(as_reader(fail_to_write), 0);
}

TEST_F(ReadOnly, FileInWriteAheadModeIsReadToo) {
  make(path, small());
  sql("PRAGMA journal_mode = WAL");
  EXPECT_EQ(as_reader(read_one_claim), 0);
  EXPECT_EQ(as_reader(fail_to_write), 0);
}

TEST_F(StoreFile, LeftHalfWrittenIsMendedByAReader) {
  make(path, large(100, "s"));
  const std::string before = dump(path), crashed = folder.file("crashed.db");
  {
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    database.exec("PRAGMA cache_size = 5; BEGIN; UPDATE claim SET text = 'half', loaded_at = 0");
    std::filesystem::copy(path, crashed);
    std::filesystem::copy(path + "-journal", crashed + "-journal");
  }
  ASSERT_NE(content_of(crashed), content_of(path)) << "nothing was half-written";
  EXPECT_EQ(Store::open(crashed, Mode::Read).totals().claims, 100U);
  EXPECT_EQ(dump(crashed), before);
}

/// An import that finds no room throws, changes nothing and leaves the store usable.
int import_without_room(const std::string& path) {
  Store store = Store::open(path, Mode::Write);
  const std::size_t before = store.totals().claims;
  for (int attempt = 0; attempt < 2; ++attempt) {
    Store::Import import = store.begin_import();
    const History history = large(4'000, "too large");
    bool failed = false;
    try {
      for (const Claim& claim : history.claims) import.add(claim);
      import.commit();
    } catch (const Error& error) {
      failed = error.code() == ErrorCode::DatabaseFailure;
    }
    if (!failed) return 1;
    try {  // a failed import stays failed: nothing of it can slip in
      import.add(history.claims[0]);
      return 2;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::InvalidArgument) return 3;
    }
    if (store.totals().claims != before) return 4;
  }
  return 0;
}

TEST_F(StoreFile, BeyondTheLargestAllowedIsLeftAsItWas) {
  make(path, small());
  const std::string before = dump(path);
  EXPECT_EQ(Child([&] {
              signal(SIGXFSZ, SIG_IGN);
              const rlimit limit{300'000, 300'000};
              return setrlimit(RLIMIT_FSIZE, &limit) == 0 ? import_without_room(path) : 101;
            }).wait(),
            0);
  EXPECT_EQ(dump(path), before);
}

TEST_F(StoreFile, OnAFullDiskIsLeftAsItWas) {
  constexpr int cannot_mount = 50;
  const int status =
      Child([&] {
        const int flags = CLONE_NEWNS | (geteuid() == 0 ? 0 : CLONE_NEWUSER);
        if (unshare(flags) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=400k") != 0) {
          return cannot_mount;
        }
        make(path, small());
        const std::string before = dump(path);
        const int failure = import_without_room(path);
        if (failure != 0) return failure;
        return dump(path) == before ? 0 : 10;
      }).wait();
  if (status == cannot_mount) GTEST_SKIP() << "a small file system cannot be mounted here";
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace entente
