/** The names of the Debian packages that the split topology needs and this machine lacks. */
export function missingTools(): string[];
