import { Injectable } from '@nestjs/common';
import { HandlesOperation, type OperationHandler, type RunningOperation } from '#lib/queue';
import { InvigilationActs } from './acts.service.js';

/** Brings an act to its end on those whom its own transaction did not reach. Whom it has reached is written down with each, so that a second run adds nothing. */
@Injectable()
@HandlesOperation('exam.act')
export class CarryOutAct implements OperationHandler<{ actId: string }> {
  constructor(private readonly acts: InvigilationActs) {}

  async run(operation: RunningOperation<{ actId: string }>): Promise<Record<string, unknown>> {
    const { actId } = operation.input;
    await operation.checkpoint();
    const counts = await this.acts.finish(actId, async (done) => {
      await operation.progress(done);
      await operation.checkpoint();
    });
    return { actId, ...counts };
  }
}
