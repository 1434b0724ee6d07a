/** The optional dependencies that the lock file does not hold. */
export function missingOptionals(packages: Readonly<Record<string, object>>): { parent: string; name: string; range: string }[];
