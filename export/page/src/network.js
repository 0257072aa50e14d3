// The network, drawn by Sigma on WebGL and laid out by ForceAtlas2.
//
// Nodes keep their place over all dates: the layout knows every tie that ever was, the day only hides. It is settled in
// slices between frames, from places that depend on nothing but the graph, so that the same file looks the same.

import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Sigma from 'sigma';
import { layerDashed, pathLine, sdfCircle, sdfSquare } from 'sigma/rendering';

const ITERATIONS = 400;
const SLICE_MS = 30;
/** A dash longer than any line on a screen is a solid line; Sigma draws nothing for a gap under a tenth of a pixel. */
const SOLID = { dash: 20000, gap: 0.2 };
const DASHED = { dash: 6, gap: 5 };

export class Network {
  /** `colours` gives a colour for a name, after the theme; `on` is told of clicks: node(node), edge(edge), nothing(). */
  constructor(container, model, colours, on) {
    this.model = model;
    this.colours = colours;
    this.status = new Array(model.edges.length).fill('no');
    this.present = new Uint8Array(model.nodes.length);
    this.marked = { node: -1, edge: -1, near: new Set() };
    this.graph = graphOf(model);
    this.sigma = new Sigma(this.graph, container, {
      settings: {
        enableEdgeEvents: true,
        edgePickingPadding: 4,
        labelRenderedSizeThreshold: 5,
        labelDensity: 0.8,
        hideLabelsOnMove: model.nodes.length > 500,
        minEdgeThickness: 0.8,
        itemSizesReference: 'screen',
      },
      primitives: {
        nodes: { shapes: [sdfCircle(), sdfSquare({ cornerRadius: 0.25 })] },
        edges: {
          paths: [pathLine()],
          variables: { dash: { type: 'number', default: SOLID.dash }, gap: { type: 'number', default: SOLID.gap } },
          layers: [
            layerDashed({
              dashSize: { attribute: 'dash', default: SOLID.dash, mode: 'pixels' },
              gapSize: { attribute: 'gap', default: SOLID.gap, mode: 'pixels' },
              gapColor: 0,
            }),
          ],
        },
      },
      nodeReducer: (id, data) => this.node(id, data),
      edgeReducer: (id, data) => this.edge(id, data),
    });
    this.sigma.on('clickNode', ({ node }) => on.node(model.nodes[Number(node)]));
    this.sigma.on('clickEdge', ({ edge }) => on.edge(model.edges[Number(edge)]));
    this.sigma.on('clickStage', () => on.nothing());
    this.settled = this.settle();
  }

  /** Draws the ties that hold on the day of the state. Sigma is told only of what changed: sliding costs what flips. */
  show(state) {
    const { model } = this;
    const before = { status: this.status, present: this.present, marked: this.marked };
    this.status = model.edges.map((edge) => model.shown(edge, state.day, state.filter));
    this.present = new Uint8Array(model.nodes.length);
    for (const edge of model.edges) {
      if (this.status[edge.place] !== 'no') this.present[edge.subject] = this.present[edge.object] = 1;
    }
    const { node, edge } = state.selection ?? {};
    const near = new Set();
    for (const tie of node ? node.edges : edge ? [edge] : []) {
      if (this.status[tie.place] !== 'no') near.add(tie.subject).add(tie.object);
    }
    if (node) near.add(node.place);
    if (edge) near.add(edge.subject).add(edge.object);
    for (const place of near) this.present[place] = 1;
    this.marked = { node: node?.place ?? -1, edge: edge?.place ?? -1, near };
    if (near.size || before.marked.near.size) {
      this.sigma.refresh({ skipIndexation: true });
      return;
    }
    const flipped = (now, then) => [...now.keys()].filter((place) => now[place] !== then[place]).map(String);
    const partialGraph = {
      nodes: flipped(this.present, before.present),
      edges: flipped(this.status, before.status),
    };
    if (partialGraph.nodes.length || partialGraph.edges.length) this.sigma.refresh({ partialGraph, skipIndexation: true });
  }

  recolour() {
    this.sigma.refresh();
  }

  /** Brings a node to the middle where it is out of sight. */
  reveal(node) {
    const at = this.place(node);
    const { width, height } = this.sigma.getDimensions();
    if (at.x > 20 && at.y > 20 && at.x < width - 20 && at.y < height - 20) return;
    const { x, y } = this.sigma.graphToFramedGraph(this.graph.getNodeAttributes(node.place));
    this.sigma.getCamera().animate({ x, y }, { duration: still() ? 0 : 300 });
  }

  zoom(factor) {
    const camera = this.sigma.getCamera();
    camera.animate({ ratio: camera.ratio * factor }, { duration: still() ? 0 : 200 });
  }

  whole() {
    this.sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: still() ? 0 : 300 });
  }

  /** Where a node is on the screen, in pixels of the network. */
  place(node) {
    return this.sigma.graphToViewport(this.graph.getNodeAttributes(node.place));
  }

  node(id, data) {
    const place = Number(id);
    if (!this.present[place]) return { visibility: 'hidden' };
    const { node, near } = this.marked;
    const faded = near.size > 0 && !near.has(place);
    const info = this.model.nodes[place];
    return {
      shape: this.model.bodies.has(place) ? 'square' : 'circle',
      color: faded ? this.colours('faded') : this.colours(info.kind),
      label: faded ? '' : data.label,
      labelColor: this.colours('text'),
      labelVisibility: place === node || (near.has(place) && near.size <= 40) ? 'visible' : 'auto',
      zIndex: faded ? 0 : 1,
      highlighted: place === node,
    };
  }

  edge(id, data) {
    const place = Number(id);
    const status = this.status[place];
    if (status === 'no') return { visibility: 'hidden' };
    const { node, edge, near } = this.marked;
    const info = this.model.edges[place];
    const own = node >= 0 ? info.subject === node || info.object === node : place === edge;
    const faded = near.size > 0 && !own;
    const colour = info.disputes.length ? 'disputed' : info.relation === 'suspended_from' ? 'suspended' : 'tie';
    return {
      color: faded ? this.colours('faded') : this.colours(status === 'certain' || colour !== 'tie' ? colour : 'weak'),
      size: own && near.size > 0 ? 2.5 : data.size,
      ...(status === 'possible' ? DASHED : SOLID),
      zIndex: faded ? 0 : 1,
    };
  }

  async settle() {
    if (this.graph.order < 2) return;
    const settings = {
      ...forceAtlas2.inferSettings(this.graph),
      barnesHutOptimize: this.graph.order > 300,
      linLogMode: true,
      // What hangs together with nothing stays near all the same.
      strongGravityMode: true,
      gravity: 0.05,
      scalingRatio: 2,
      adjustSizes: false,
      outboundAttractionDistribution: true,
      slowDown: 1 + Math.log(this.graph.order),
    };
    // As many in all however fast the machine is: the picture must not depend on it.
    const most = this.graph.size > 5000 ? ITERATIONS / 4 : ITERATIONS;
    for (let done = 0; done < most; ) {
      const until = performance.now() + SLICE_MS;
      do {
        const step = Math.min(this.graph.size > 5000 ? 1 : 5, most - done);
        forceAtlas2.assign(this.graph, { iterations: step, settings });
        done += step;
      } while (performance.now() < until && done < most);
      await new Promise((resolve) => setTimeout(resolve));
    }
    // Drawn where it settled, so that a click meets what is seen.
    this.sigma.refresh();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }
}

function still() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** One node an entity, one edge a spell; bodies as squares, the larger the more ties they have. */
function graphOf(model) {
  const graph = new Graph({ type: 'directed', multi: true, allowSelfLoops: true });
  const places = startingPlaces(model);
  const scale = Math.max(0.3, Math.min(1, Math.sqrt(300 / model.nodes.length)));
  for (const node of model.nodes) {
    const body = model.bodies.has(node.place);
    const degree = node.edges.length;
    graph.addNode(node.place, {
      ...places[node.place],
      label: node.short ?? node.name,
      size: scale * (body ? Math.min(16, 5 + Math.sqrt(degree)) : Math.min(9, 3.5 + Math.sqrt(degree) / 2)),
    });
  }
  const size = model.edges.length > 3000 ? 0.7 : 1.3;
  for (const edge of model.edges) graph.addEdgeWithKey(edge.place, edge.subject, edge.object, { size });
  return graph;
}

/** Bodies on a sunflower, the greatest in the middle; members at the mean of their bodies, a little aside. */
function startingPlaces(model) {
  const places = new Array(model.nodes.length);
  const bodies = [...model.bodies].sort((a, b) => model.nodes[b].edges.length - model.nodes[a].edges.length || a - b);
  const golden = Math.PI * (3 - Math.sqrt(5));
  bodies.forEach((place, rank) => {
    const radius = 100 * Math.sqrt(rank);
    places[place] = { x: radius * Math.cos(rank * golden), y: radius * Math.sin(rank * golden) };
  });
  model.nodes.forEach((node, number) => {
    if (places[node.place]) return;
    const near = node.edges.map((edge) => places[edge.object]).filter(Boolean);
    const mean = (axis) => near.reduce((sum, place) => sum + place[axis], 0) / (near.length || 1);
    const turn = number * golden;
    places[node.place] = { x: mean('x') + 40 * Math.cos(turn), y: mean('y') + 40 * Math.sin(turn) };
  });
  return places;
}
