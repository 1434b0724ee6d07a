import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ClockView } from '#lib/contracts';
import { databaseNow, Transactions } from '#lib/database';
import { Answers, Public } from '../http/decorators.js';

@ApiTags('Shell')
@Controller('clock')
export class ClockController {
  constructor(private readonly transactions: Transactions) {}

  /** The database's clock: the only one that decides anything. */
  @Get()
  @Public()
  @Header('Cache-Control', 'no-store')
  @Answers('ClockView')
  async read(): Promise<ClockView> {
    return { now: (await databaseNow(this.transactions.reader)).toISOString() };
  }
}
