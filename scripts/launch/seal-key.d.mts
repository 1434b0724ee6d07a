export function ensureSealKey(directory: string): string;
