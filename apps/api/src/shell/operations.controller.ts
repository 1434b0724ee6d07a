import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OperationView } from '#lib/contracts';
import type { Actor } from '#lib/identity';
import { OperationsService } from '#lib/queue';
import { Answers, CurrentActor, UuidParam } from '../http/decorators.js';

@ApiTags('Shell')
@Controller('operations')
export class OperationsController {
  constructor(private readonly operations: OperationsService) {}

  /** How far long work is; for the person who started it. */
  @Get(':id')
  @Answers('OperationView')
  view(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<OperationView> {
    return this.operations.view(actor, id);
  }

  /** Asks the work to stop at its next stopping place. */
  @Post(':id/cancel')
  @Answers('OperationView')
  cancel(@CurrentActor() actor: Actor, @UuidParam('id') id: string): Promise<OperationView> {
    return this.operations.cancel(actor, id);
  }
}
