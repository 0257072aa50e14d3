"""The package as a user has it: over the bundled data, with whichever data frame libraries are there."""
import datetime
import json
import os
import threading

import pytest

import entente


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    base = entente.open(tmp_path_factory.mktemp("db") / "bundled.db")
    report = base.load_bundled()
    assert report["claims"] >= report["new"] > 1000 and report["skipped"] == 0
    return base


def test_members_are_typed_rows_with_evidence(db):
    members = db.members("CSTO", on="2008")
    rows = {tie.subject.id: tie for tie in members}
    assert "uzbekistan" in rows and "georgia" not in rows
    tie = rows["uzbekistan"]
    assert tie.status is entente.Status.CERTAIN and tie.status == "certain"
    assert tie.object.name == "CSTO" or tie.object.id == "csto"
    assert tie.evidence and tie.evidence[0].source and any(said.quote for said in tie.evidence)
    assert entente.Date(2006).earliest <= tie.start.earliest <= datetime.date(2006, 12, 31)


def test_a_day_of_datetime_is_a_day(db):
    assert db.was("Uzbekistan", "CSTO", on=datetime.date(2008, 5, 17)) is entente.Status.CERTAIN
    assert db.was("Uzbekistan", "CSTO", on=2013) is entente.Status.NO


def test_every_question_answers(db):
    assert len(db.memberships("Uzbekistan", on=2008)) > 3
    assert len(db.timeline("Uzbekistan")) > 3
    assert {change["change"] for change in db.changes("CST", during="1999")} >= {"left"}
    assert len(db.overlap("Poland", "Hungary")) > 1
    assert db.path("Serbia", "Kazakhstan", on=2013)[0]["length"] >= 2
    assert len(db.why("Uzbekistan", "CSTO")) >= 1
    assert "1999" in db.ask("Who left the CST in 1999?").raw["understood"]
    assert len(db.sources()) > 10 and len(db.claims()) > 1000
    assert db.entities("uzbek")[0]["id"] == "uzbekistan"
    assert db.compare(body="CSTO") is not None


def test_dates_are_as_precise_as_they_were_written():
    assert entente.Date("1990s").text == "199X"
    date = entente.Date("2006/2012")
    assert (date.earliest, date.latest) == (datetime.date(2006, 1, 1), datetime.date(2012, 12, 31))
    assert entente.Date("2006/..").latest is None
    assert entente.Date(datetime.datetime(2012, 6, 28, 3)) == entente.Date("2012-06-28")
    assert entente.Date(-477).earliest_text == "-0477-01-01"
    with pytest.raises(OverflowError):
        entente.Date("-0477").earliest
    with pytest.raises(entente.DateError, match="is no date"):
        entente.Date("the day after")


def test_errors_have_the_message_of_the_command_line(db):
    with pytest.raises(entente.NameNotFound) as caught:
        db.members("Uzbekstan")
    assert "Did you mean:" in str(caught.value) and "Uzbekistan" in caught.value.candidates
    assert caught.value.code == "unknown-name" and isinstance(caught.value, LookupError)
    with pytest.raises(entente.InputError):
        db.load("/nowhere/at/all.csv")
    with pytest.raises(entente.QuestionError):
        db.members("CSTO", relations="eats")


def test_a_failed_load_leaves_nothing(tmp_path):
    base = entente.open(tmp_path / "x.db")
    (tmp_path / "bad.csv").write_text("subject,relation,object,start,end\nA,member_of,B,2012,2006\n")
    with pytest.raises(entente.Error):
        base.load(tmp_path / "bad.csv", strict=True)
    assert len(base.claims()) == 0
    report = base.load(tmp_path / "bad.csv", progress=False)
    assert report["skipped"] == 1 and len(report["problems"]) == 1


def test_extract_reads_a_text_without_a_database():
    facts = entente.extract("Uzbekistan joined the CSTO in 2006 and left in 2012.", published="2022-01-29")
    assert len(facts) == 2
    assert "CSTO" in facts._repr_html_()


def test_data_frames_agree(db):
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    pyarrow = pytest.importorskip("pyarrow")
    edges = db.edges(on=2008)
    assert len(edges) > 100
    arrow, frame, pl = edges.to_arrow(), edges.to_pandas(), edges.to_polars()
    arrow.validate(full=True)
    assert arrow.num_rows == len(frame) == len(pl) == len(edges)
    assert list(frame.columns) == arrow.column_names == pl.columns == edges.columns
    assert frame.subject_id.astype(str).tolist() == arrow["subject_id"].to_pylist() == pl["subject_id"].to_list()
    # As numbers: datetime.date, which pyarrow would give, knows no year before 1.
    days = arrow["earliest_start"].cast("int32").to_pylist()
    assert days == pl["earliest_start"].to_physical().to_list()
    assert [None if pandas.isna(d) else int(d.timestamp() // 86400) for d in frame.earliest_start] == days
    assert arrow.schema.field("earliest_start").type == pyarrow.date32()
    assert frame.disputed.tolist() == arrow["disputed"].to_pylist()
    assert frame.end.isna().tolist() == arrow["end"].is_null().to_pylist()
    del edges
    assert arrow["subject"].to_pylist() == pl["subject"].to_list()  # the memory outlives the answer


def test_a_number_of_days_that_nobody_can_say_is_missing(tmp_path):
    pandas = pytest.importorskip("pandas")
    base = entente.open(tmp_path / "two.db")
    (tmp_path / "a.csv").write_text("member,body,start,end\nAda,Choir,2001-01-01,2005-01-01\nBo,Choir,2001-01-01,2005-01-01\n")
    (tmp_path / "b.csv").write_text("member,body,start,end\nAda,Choir,2001-01-11,2005-01-01\n")
    base.load(tmp_path / "a.csv", source="a")
    base.load(tmp_path / "b.csv", source="b")
    frame = base.compare(["a", "b"]).to_pandas().set_index("entity")
    assert abs(frame.start_days["Ada"]) == 10
    assert pandas.isna(frame.start_days["Bo"])  # only one source has it


def test_days_before_1677_reach_pandas(tmp_path):
    pandas = pytest.importorskip("pandas")
    base = entente.open(tmp_path / "old.db")
    (tmp_path / "old.csv").write_text(
        "subject,relation,object,start,end\nAthens,member_of,Delian League,-0477,-0403\n")
    base.load(tmp_path / "old.csv")
    frame = base.edges().to_pandas()
    assert str(frame.earliest_start.iloc[0].year) == "-477"
    assert frame.start.iloc[0] == "-0477"


def test_graphs_have_the_edges(db):
    pytest.importorskip("networkx")
    edges = db.edges(on=2008, relations="member_of")
    graph = db.to_networkx(on=2008, relations="member_of")
    assert graph.number_of_edges() == len(edges)
    assert graph.has_edge("uzbekistan", "csto")
    pytest.importorskip("igraph")
    assert db.to_igraph(on=2008, relations="member_of").ecount() == len(edges)
    pytest.importorskip("scipy")
    matrix, ids = db.to_scipy(on=2008, relations="member_of")
    assert matrix.sum() == len(edges)
    assert matrix[ids.index("uzbekistan"), ids.index("csto")] == 1


def test_dyads_are_columns(db):
    pandas = pytest.importorskip("pandas")
    frame = db.dyads(["Poland", "Hungary"], during="2004/2005").to_pandas()
    assert frame.year.tolist() == [2004, 2005] and (frame.shared > 1).all()


def test_a_picture_is_drawn_inline(db):
    picture = db.draw("CSTO", on="2008")
    assert "<svg" in picture._repr_svg_() and "Uzbekistan" in picture._repr_svg_()
    assert db.draw("CSTO", on="2008", format="png")._repr_png_().startswith(b"\x89PNG")
    with pytest.raises(entente.QuestionError):
        db.draw("CSTO", format="gif")


def test_a_notebook_shows_names_as_text(tmp_path):
    base = entente.open(tmp_path / "x.db")
    (tmp_path / "x.csv").write_text("subject,relation,object,start,end\n<script>alert(1)</script>,member_of,Club,2001,\n")
    base.load(tmp_path / "x.csv")
    html = base.members("Club")._repr_html_()
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert "<script>" not in base.edges()._repr_html_()


def test_threads_share_a_database(db):
    counts = []
    threads = [threading.Thread(target=lambda: counts.append(len(db.members("NATO", on=2000)))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [19] * 8
