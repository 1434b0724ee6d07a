import { connect, createServer, type Server, type Socket } from 'node:net';

interface Connection {
  near: Socket;
  far: Socket;
  /** It has swallowed a reply: nobody may go on with it. */
  tainted: boolean;
}

/**
 * A TCP proxy that can cut replies alone: what is asked still arrives and is done, and nobody hears of it.
 * While it cuts, connections stay open and silent; healing breaks those that have lost something.
 */
export class ReplyCutter {
  private readonly connections = new Set<Connection>();
  private cutting = false;

  private constructor(private readonly server: Server, readonly port: number) {}

  /** Listens on a free port of this machine in front of `target`, a port or a function that tells it. */
  static async before(target: number | (() => number)): Promise<ReplyCutter> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const cutter = new ReplyCutter(server, port);
    server.on('connection', (near) => cutter.join(near, typeof target === 'number' ? target : target()));
    return cutter;
  }

  cut(): void {
    this.cutting = true;
  }

  heal(): void {
    this.cutting = false;
    for (const connection of this.connections) if (connection.tainted) this.part(connection);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const connection of this.connections) this.part(connection);
    await closed;
  }

  private join(near: Socket, port: number): void {
    const connection: Connection = { near, far: connect({ host: '127.0.0.1', port, noDelay: true }), tainted: false };
    const { far } = connection;
    this.connections.add(connection);
    near.setNoDelay(true);
    near.on('data', (chunk) => pass(near, far, chunk));
    far.on('data', (chunk) => {
      connection.tainted ||= this.cutting;
      if (!connection.tainted) pass(far, near, chunk);
    });
    // An end is a reply, too: who is cut off does not learn that the server went away.
    for (const event of ['end', 'close', 'error'] as const) {
      near.on(event, () => this.part(connection));
      far.on(event, () => (this.cutting ? (connection.tainted = true) : this.part(connection)));
    }
  }

  private part(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    connection.near.destroy();
    connection.far.destroy();
  }
}

function pass(from: Socket, to: Socket, chunk: Buffer): void {
  if (to.destroyed || to.write(chunk)) return;
  from.pause();
  to.once('drain', () => from.resume());
}
