package hall

import "math"

// network is a directed graph through which units flow from a source to a sink, each arc
// with a capacity and a cost a unit. It is what duty plans are worked out with: a unit is a
// place on a shift, and the cheapest flow is the fairest plan. Arcs stand in pairs: arc a^1
// is arc a backwards, and its capacity is what flows through a.
type network struct {
	first []int32 // a node's latest arc; -1: none
	next  []int32 // the arc of the same node before it
	to    []int32
	room  []int32 // capacity left
	cost  []int64

	height []int64 // the cheapest way from the source so far: arcs cost nothing along it
	far    []int64
	at     []int32 // the arc of a node that is looked at next
	onPath []bool
	heap   []step
}

// step is a node on the way of the search.
type step struct {
	far  int64
	node int32
}

const nowhere = math.MaxInt64

func newNetwork(nodes, arcs int) *network {
	n := &network{
		first: make([]int32, nodes), next: make([]int32, 0, 2*arcs), to: make([]int32, 0, 2*arcs),
		room: make([]int32, 0, 2*arcs), cost: make([]int64, 0, 2*arcs),
		height: make([]int64, nodes), far: make([]int64, nodes), at: make([]int32, nodes), onPath: make([]bool, nodes),
	}
	for i := range n.first {
		n.first[i] = -1
	}
	return n
}

// arc adds one, with a cost that is not below zero, and tells its number.
func (n *network) arc(from, to, room int, cost int64) int {
	a := len(n.to)
	n.to = append(n.to, int32(to), int32(from))
	n.room = append(n.room, int32(room), 0)
	n.cost = append(n.cost, cost, -cost)
	n.next = append(n.next, n.first[from], n.first[to])
	n.first[from], n.first[to] = int32(a), int32(a+1)
	return a
}

// through is how much flows through an arc.
func (n *network) through(arc int) int { return int(n.room[arc^1]) }

// fill lets as much flow as can, in the cheapest way: the primal-dual method. Each round finds
// the cheapest ways that are left and fills them all.
func (n *network) fill(source, sink int) (total int) {
	for n.search(int32(source), int32(sink)) {
		copy(n.at, n.first)
		for {
			more := n.push(int32(source), int32(sink), math.MaxInt32)
			if more == 0 {
				break
			}
			total += int(more)
		}
	}
	return total
}

// search raises the heights by what the cheapest way from the source costs (Dijkstra's
// method); false when the sink cannot be reached any more.
func (n *network) search(source, sink int32) bool {
	for i := range n.far {
		n.far[i] = nowhere
	}
	n.far[source] = 0
	n.heap = append(n.heap[:0], step{0, source})
	for len(n.heap) > 0 {
		s := n.pop()
		if s.far > n.far[s.node] {
			continue
		}
		if s.node == sink {
			break
		}
		base := s.far + n.height[s.node]
		for a := n.first[s.node]; a >= 0; a = n.next[a] {
			if n.room[a] == 0 {
				continue
			}
			v := n.to[a]
			if far := base + n.cost[a] - n.height[v]; far < n.far[v] {
				n.far[v] = far
				n.add(step{far, v})
			}
		}
	}
	most := n.far[sink]
	if most == nowhere {
		return false
	}
	for i, far := range n.far {
		n.height[i] += min(far, most)
	}
	return true
}

// push sends units along arcs that cost nothing more than the cheapest way does.
func (n *network) push(u, sink, most int32) int32 {
	if u == sink {
		return most
	}
	n.onPath[u] = true
	defer func() { n.onPath[u] = false }()
	for ; n.at[u] >= 0; n.at[u] = n.next[n.at[u]] {
		a := n.at[u]
		v := n.to[a]
		if n.room[a] == 0 || n.onPath[v] || n.cost[a]+n.height[u]-n.height[v] != 0 {
			continue
		}
		if sent := n.push(v, sink, min(most, n.room[a])); sent > 0 {
			n.room[a] -= sent
			n.room[a^1] += sent
			return sent
		}
	}
	return 0
}

// add and pop keep the heap: the nearest step on top.
func (n *network) add(s step) {
	h := append(n.heap, s)
	i := len(h) - 1
	for i > 0 {
		up := (i - 1) / 2
		if h[up].far <= s.far {
			break
		}
		h[i] = h[up]
		i = up
	}
	h[i] = s
	n.heap = h
}

func (n *network) pop() step {
	h := n.heap
	top, last := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	i := 0
	for {
		down := 2*i + 1
		if down >= len(h) {
			break
		}
		if down+1 < len(h) && h[down+1].far < h[down].far {
			down++
		}
		if last.far <= h[down].far {
			break
		}
		h[i] = h[down]
		i = down
	}
	if len(h) > 0 {
		h[i] = last
	}
	n.heap = h
	return top
}
