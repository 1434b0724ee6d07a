import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '#lib/config';
import { Transactions } from '#lib/database';

/** Keeps a database with demo accounts, whose password everybody knows, from being served to other machines. */
@Injectable()
export class DemoGuard implements OnModuleInit {
  constructor(private readonly transactions: Transactions, private readonly config: AppConfig) {}

  /** @throws Error before the server listens anywhere but on loopback with demo data in its database. */
  async onModuleInit(): Promise<void> {
    if (this.config.onLoopback) return;
    const [{ demo }] = await this.transactions.reader.query<{ demo: boolean }[]>('SELECT EXISTS (SELECT 1 FROM installation WHERE demo) AS demo');
    if (demo) {
      throw new Error('数据库里有演示账号（密码公开），不能让其他机器访问：请换一个数据目录或数据库 · '
        + 'This database holds demo accounts with a public password and is served to this machine alone: use another data directory or database');
    }
  }
}
