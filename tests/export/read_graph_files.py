"""Reads each format back with the program that it is for, and finds all that was written.

usage: read_graph_files.py graph_files_samples
Exits 77 where a reader is not installed.
"""
import csv
import html.parser as html_parser
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as xml

try:
    import igraph
    import networkx
    import rdflib
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

warnings.simplefilter("ignore")
EVIL = '<script>alert("&")</script>: a, b; #1 %'
NODES, EDGES = 9, 7


def read_networkx(graph, name):
    assert isinstance(graph, networkx.MultiDiGraph), type(graph)
    assert graph.number_of_nodes() == NODES and graph.number_of_edges() == EDGES
    spells = graph["uzbekistan"]["csto"]
    assert sorted(spell["start"] for spell in spells.values())[0].startswith("1994")
    assert any(data.get("name", data.get("label")) == EVIL for _, data in graph.nodes(data=True)), name


def graphml(path):
    read_networkx(networkx.read_graphml(path, force_multigraph=True), "graphml")
    graph = igraph.Graph.Read_GraphML(str(path))
    assert (graph.vcount(), graph.ecount(), graph.is_directed()) == (NODES, EDGES, True)
    assert EVIL in graph.vs["name"]
    edge = next(e for e in graph.es if e["start"] == "2006-06-23")
    assert edge["end"] == "2012" and edge["latest_end"] == "2012-12-31" and edge["status"] == "certain"


def gexf(path):
    try:
        graph = networkx.read_gexf(path)
    except networkx.NetworkXError:  # before 3.x it knows no later version than 1.2
        older = path.with_suffix(".older")
        older.write_text(path.read_text(encoding="utf-8").replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
                         .replace('version="1.3"', 'version="1.2"'), encoding="utf-8")
        graph = networkx.read_gexf(older)
        older.unlink()
    read_networkx(graph, "gexf")
    root = xml.parse(path).getroot()
    space = {"g": "http://gexf.net/1.3"}
    edges = root.findall(".//g:edge", space)
    kinds = {(e.get("source"), e.get("target"), e.get("kind")) for e in edges}
    assert len(kinds) == EDGES, "parallel edges have kinds of their own"
    spell = next(e for e in edges if e.get("start") == "2006-06-23")
    assert spell.get("end") == "2012-12-31", "ends are inclusive days"
    armenian = next(e for e in edges if e.get("source") == "armenia")
    assert armenian.get("end") is None, "an open end is open"
    assert any(e.get("start") == "-0477-01-01" for e in edges)


def cytoscape(path):
    elements = json.loads(path.read_text(encoding="utf-8"))["elements"]
    ids = [x["data"]["id"] for x in elements["nodes"] + elements["edges"]]
    assert len(ids) == len(set(ids)) == NODES + EDGES
    named = {x["data"]["id"] for x in elements["nodes"]}
    assert all({e["data"]["source"], e["data"]["target"]} <= named for e in elements["edges"])


def jgf(path):
    graph = json.loads(path.read_text(encoding="utf-8"))["graph"]
    # The schema of JSON Graph Format 2 allows no other members.
    assert set(graph) <= {"id", "label", "directed", "type", "metadata", "nodes", "edges"}
    assert len(graph["nodes"]) == NODES and len(graph["edges"]) == EDGES
    for node in graph["nodes"].values():
        assert set(node) <= {"label", "metadata"}
    for edge in graph["edges"]:
        assert set(edge) <= {"id", "source", "target", "relation", "directed", "label", "metadata"}
        assert edge["source"] in graph["nodes"] and edge["target"] in graph["nodes"]


def turtle(path):
    graph = rdflib.Graph().parse(path, format="turtle")
    org, ent = rdflib.Namespace("http://www.w3.org/ns/org#"), rdflib.Namespace("urn:entente:")
    memberships = set(graph.subjects(rdflib.RDF.type, org.Membership))
    assert len(memberships) == EDGES
    answer = graph.query(
        """PREFIX org: <http://www.w3.org/ns/org#> PREFIX time: <http://www.w3.org/2006/time#>
           PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX ent: <urn:entente:>
           SELECT ?edtf ?quote WHERE { ?m org:member <urn:entente:entity:uzbekistan> ; org:memberDuring ?i ;
             prov:wasDerivedFrom ?claim . ?i time:hasEnd/ent:edtf ?edtf . ?claim prov:value ?quote }"""
    )
    assert sorted(str(row.edtf) for row in answer) == ["1999-04-20", "2012"]
    assert all("joined CSTO" in str(row.quote) for row in answer)
    assert (ent["entity:armenia"], rdflib.OWL.sameAs, rdflib.URIRef("http://www.wikidata.org/entity/Q399")) in graph


def mermaid(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "gantt"
    bars = [line.strip() for line in lines if " :" in line and not line.strip().startswith("%%")]
    assert len(bars) == EDGES - 1, "all but the one before the year 1000"
    for bar in bars:
        label, fields = bar.split(" :")
        assert not set(label) & set(':<>"'), label
        assert len(fields.split(", ")) in (3, 4)
    assert any(line.strip().startswith("%%") and "Athens" in line for line in lines)


def mermaid_timeline(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "timeline" and sum(" : " in line for line in lines) == 10


def vis_timeline(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    assert len(data["groups"]) == 3
    ids = [item["id"] for item in data["items"]]
    assert len(ids) == len(set(ids))
    groups = {group["id"] for group in data["groups"]}
    for item in data["items"]:
        assert item["group"] in groups and item["start"] < item["end"] or item["start"].startswith("-")
        assert "<" not in item["title"] + item["content"]
    uzbek = [i for i in data["items"] if i["content"] == "Uzbekistan" and i["start"] >= "2006"]
    assert [(i["className"].split()[0], i["start"], i["end"]) for i in uzbek] == [
        ("certain", "2006-06-23", "2012-01-02"),
        ("possible", "2012-01-02", "2013-01-01"),
    ]


def html(path):
    """As a browser takes it apart: the data is one script that no name ends."""
    scripts = []

    class Page(html_parser.HTMLParser):
        def handle_starttag(self, tag, attributes):
            if tag == "script":
                scripts.append(dict(attributes).get("id"))

        def handle_data(self, data):
            if scripts and scripts[-1] == "data" and data.strip():
                graph = json.loads(data)
                assert len(graph["nodes"]) == NODES and len(graph["edges"]) == EDGES
                assert any(node["name"] == EVIL for node in graph["nodes"])
                scripts.append("read")

    Page().feed(path.read_text(encoding="utf-8"))
    assert scripts == [None, "data", "read"], scripts


def nodes(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == NODES and any(row["name"] == EVIL for row in rows)
    assert next(row for row in rows if row["id"] == "armenia")["ids"] == "cow:371 wikidata:Q399"


def edges(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == EDGES and {row["ending"] for row in rows} == {"dated", "unknown", "ongoing", "not_stated"}


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], folder], check=True)
    files = sorted(pathlib.Path(folder).iterdir())
    for file in files:
        globals()[file.name.replace("-", "_")](file)
        print("read", file.name)
    assert len(files) in (10, 11), files  # the page only where npm made it
