import { spawnApp, type SpawnedApp } from '../../scripts/launch/apps.mjs';

/** One process of the production build, started again when it falls, as its supervisor in a real installation does. */
export class Service {
  private app: SpawnedApp | null = null;
  private wanted = false;
  private starting: Promise<void> = Promise.resolve();
  /** Times it ended although nobody killed it. */
  fell = 0;

  constructor(readonly name: string, private readonly program: 'api' | 'worker', private readonly env: Readonly<Record<string, string | undefined>>, private readonly logFile: string) {}

  start(): Promise<void> {
    this.wanted = true;
    this.starting = this.run();
    return this.starting;
  }

  /** kill -9, by the handle of its own child. It does not come back before `start`. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As its supervisor would stop it. */
  async stop(): Promise<void> {
    this.resume();
    await this.end('SIGTERM');
  }

  /** Takes the processor away from it: to itself no time passes. */
  pause(): void {
    this.app?.child.kill('SIGSTOP');
  }

  resume(): void {
    this.app?.child.kill('SIGCONT');
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.wanted = false;
    const { app } = this;
    if (!app) return;
    app.child.kill(signal);
    const late = setTimeout(() => app.child.kill('SIGKILL'), 20_000);
    await app.exited;
    clearTimeout(late);
  }

  private async run(): Promise<void> {
    const app = spawnApp({ name: this.program, env: this.env, logFile: this.logFile });
    this.app = app;
    void app.exited.then(() => {
      if (!this.wanted || this.app !== app) return;
      this.fell += 1;
      setTimeout(() => this.wanted && this.app === app && void this.start().catch(() => undefined), 200);
    });
    await app.ready;
  }
}
