/** A category as far as its place in the tree goes. */
export interface CategoryNode {
  id: string;
  parentId: string | null;
}

export const deepestCategory = 8;

/** What keeps a category from standing below another, if anything: it would be its own ancestor, or something of it would lie deeper than allowed. */
export function misplaced(nodes: readonly CategoryNode[], id: string | null, parentId: string | null): 'category.cycle' | 'category.too_deep' | null {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const above = ancestors(parents, parentId);
  if (id !== null && above.includes(id)) return 'category.cycle';
  return above.length + heightOf(nodes, id) > deepestCategory ? 'category.too_deep' : null;
}

/** From the node itself to the top; stops where it would go round. */
function ancestors(parents: ReadonlyMap<string, string | null>, from: string | null): string[] {
  const path: string[] = [];
  for (let at = from; at !== null && !path.includes(at); at = parents.get(at) ?? null) path.push(at);
  return path;
}

/** How many levels a category and what is below it take; 1 for a new one. */
function heightOf(nodes: readonly CategoryNode[], id: string | null): number {
  if (id === null) return 1;
  let height = 1;
  for (let level = [id]; ; height += 1) {
    const next = nodes.filter(({ parentId, id: child }) => parentId !== null && level.includes(parentId) && child !== id).map((node) => node.id);
    if (next.length === 0 || height > nodes.length) return height;
    level = next;
  }
}
