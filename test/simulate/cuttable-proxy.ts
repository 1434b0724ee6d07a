import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A network between some candidates and the server that can be cut: open connections break, new ones are refused. */
export class CuttableProxy {
  private readonly pairs = new Set<Socket>();
  private cutOff = false;

  private constructor(private readonly server: Server, readonly url: string) {}

  static async before(target: string): Promise<CuttableProxy> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const proxy = new CuttableProxy(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (client) => proxy.join(client, connect(Number(port || 80), hostname)));
    return proxy;
  }

  /** From now on nothing passes. */
  cut(): void {
    this.cutOff = true;
    for (const socket of this.pairs) socket.destroy();
  }

  mend(): void {
    this.cutOff = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => { this.server.close(() => resolve()); });
  }

  private join(client: Socket, server: Socket): void {
    if (this.cutOff) {
      client.destroy();
      server.destroy();
      return;
    }
    for (const [one, other] of [[client, server], [server, client]] as const) {
      this.pairs.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => { this.pairs.delete(one); other.destroy(); });
      one.pipe(other);
    }
  }
}
