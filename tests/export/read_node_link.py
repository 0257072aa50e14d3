"""Reads a node-link file with networkx: exits 0 when all that was written is there.

usage: read_node_link.py FILE compat|plain
`compat`: as a program would that knows nothing of the key of the edges; `plain`: with the key named, where the
installed networkx does not expect `edges` by itself.
"""
import json
import sys
import warnings

import networkx

warnings.simplefilter("ignore")
path, form = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    data = json.load(file)

if form == "compat":
    graph = networkx.node_link_graph(data)
else:
    assert "links" not in data
    try:
        graph = networkx.node_link_graph(data, edges="edges")
    except TypeError:  # before 3.4 the argument has another name
        graph = networkx.node_link_graph(data, link="edges")

assert isinstance(graph, networkx.MultiDiGraph), type(graph)
assert graph.number_of_nodes() == 4, graph.nodes
assert graph.number_of_edges() == 4, graph.edges
spells = graph["uzbekistan"]["csto"]
assert len(spells) == 2, spells
assert sorted(spell["start"] for spell in spells.values()) == ["1994", "2006-06-23"]
assert all(isinstance(key, str) and len(key) == 32 for key in spells)
assert graph.nodes["csto"]["kind"] == "organisation"
assert graph.nodes["uzbekistan"]["name"] == "Uzbekistan"
