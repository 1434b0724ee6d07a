import type { CategoryView, Title } from '#lib/contracts';

export interface CategoryNode {
  category: CategoryView;
  depth: number;
  /** Own and below. */
  questions: number;
  children: CategoryNode[];
}

/** Categories as trees, in the order they came; one whose parent is not among them stands at the top. */
export function categoryTree(categories: readonly CategoryView[]): CategoryNode[] {
  const known = new Set(categories.map(({ id }) => id));
  const build = (parentId: string | null, depth: number): CategoryNode[] => categories
    .filter((category) => (parentId === null ? category.parentId === null || !known.has(category.parentId) : category.parentId === parentId))
    .map((category) => {
      const children = build(category.id, depth + 1);
      return { category, depth, children, questions: category.questions + children.reduce((sum, child) => sum + child.questions, 0) };
    });
  return build(null, 0);
}

/** The nodes of trees in the order they are read. */
export function flatten(nodes: readonly CategoryNode[]): CategoryNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

/** Options for a list to choose from: the path of titles. */
export function categoryOptions(categories: readonly CategoryView[], titleOf: (title: Title) => string): { value: string; label: string }[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const path = (category: CategoryView): string => {
    const parent = category.parentId === null ? undefined : byId.get(category.parentId);
    return parent ? `${path(parent)} / ${titleOf(category.title)}` : titleOf(category.title);
  };
  return flatten(categoryTree(categories)).map(({ category }) => ({ value: category.id, label: path(category) }));
}
