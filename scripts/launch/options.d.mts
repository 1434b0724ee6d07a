export interface StartOptions {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly onLoopback: boolean;
  readonly data: string;
  readonly demo: boolean;
  readonly databaseUrl?: string;
  readonly databaseOwnerUrl?: string;
}

export function readOptions(args: readonly string[], environment?: Readonly<Record<string, string | undefined>>): StartOptions;
