export interface Lock {
  note(details: object): void;
  release(): void;
}

export function acquireLock(directory: string, name: string, options?: { wait?: number; onWait?: (holder: { pid: number }) => void; details?: object }): Promise<Lock>;
export function deadHolders(directory: string, name: string): readonly { pid: number; children?: readonly { pid: number }[] }[];
