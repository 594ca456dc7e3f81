export { deriveEdges } from './derive-edges.ts';
export type { EdgeCase, Edges, MissingEdge } from './edge.ts';
