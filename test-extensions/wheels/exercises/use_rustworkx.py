"""Graphs with Python objects on nodes and edges, algorithms that call back, visitors."""

import rustworkx as rx
from rustworkx.visit import BFSVisitor, DFSVisitor, StopSearch


class Path(DFSVisitor):
    def __init__(self):
        self.edges = []

    def tree_edge(self, edge):
        self.edges.append(edge)


class UpTo(BFSVisitor):
    def __init__(self, last):
        self.last, self.seen = last, []

    def discover_vertex(self, node):
        self.seen.append(node)
        if node == self.last:
            raise StopSearch


def main():
    graph = rx.PyDiGraph()
    nodes = graph.add_nodes_from([f"n{i}" for i in range(6)])
    graph.add_edges_from([(0, 1, 4.0), (0, 2, 1.0), (2, 1, 2.0), (1, 3, 5.0), (3, 4, 3.0)])
    graph.add_edge(4, 5, {"weight": 1.5})
    print(list(nodes), graph.num_nodes(), graph.num_edges(), graph.nodes(), graph[2])
    print(graph.weighted_edge_list(), graph.edges()[-1], sorted(graph.successors(0)))
    print(graph.in_degree(1), graph.out_degree(0), graph.has_edge(0, 5), graph.get_edge_data(2, 1))

    def weight(edge):
        return edge["weight"] if isinstance(edge, dict) else edge

    print(dict(rx.dijkstra_shortest_path_lengths(graph, 0, weight)))
    print({k: list(v) for k, v in rx.dijkstra_shortest_paths(graph, 0, 5, weight).items()})
    print(rx.astar_shortest_path(graph, 0, lambda n: n == "n5", weight, lambda n: 0.0))
    print(list(rx.topological_sort(graph)), rx.is_directed_acyclic_graph(graph))
    print(rx.dag_longest_path(graph), rx.layers(graph, [0])[1], rx.ancestors(graph, 3))
    path, up = Path(), UpTo(3)
    rx.dfs_search(graph, [0], path)
    rx.bfs_search(graph, [0], up)
    print(path.edges, up.seen)
    ring = rx.generators.cycle_graph(5)
    print(
        ring.num_edges(),
        rx.is_bipartite(ring),
        [sorted(c) for c in rx.cycle_basis(ring)],
        rx.number_connected_components(ring),
    )
    print(rx.minimum_spanning_edges(ring, default_weight=2.0), rx.graph_greedy_color(ring))
    other = rx.generators.cycle_graph(5)
    print(rx.is_isomorphic(ring, other), sorted(rx.betweenness_centrality(ring).items()))
    grid = rx.generators.grid_graph(20, 20)
    print(grid.num_nodes(), len(rx.all_pairs_dijkstra_path_lengths(grid, lambda e: 1.0)[0]))
    graph.remove_node(2)
    print(graph.node_indices(), graph.filter_nodes(lambda n: n > "n3"))
    print(sorted(rx.PyGraph(multigraph=False).extend_from_edge_list([(0, 1), (0, 1)]) or [1]))
    matched = rx.max_weight_matching(ring, max_cardinality=True)
    print(len(matched), rx.descendants(graph, 3), graph.substitute_node_with_subgraph.__name__)
    for call in (
        lambda: graph[2],
        lambda: graph.add_edge(0, 99, None),
        lambda: graph.get_edge_data(0, 4),
        lambda: rx.dijkstra_shortest_paths(graph, 0, weight_fn=lambda e: 1 // 0),
        lambda: rx.dijkstra_shortest_path_lengths(graph, 0, lambda e: "x"),
        lambda: rx.topological_sort(ring),
        lambda: rx.astar_shortest_path(graph, 0, lambda n: False, weight, lambda n: 0.0),
        lambda: rx.topological_sort(cyclic()),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, str(error).splitlines()[:1])


def cyclic():
    graph = rx.PyDiGraph()
    graph.add_nodes_from([0, 1])
    graph.add_edges_from_no_data([(0, 1), (1, 0)])
    return graph


main()
