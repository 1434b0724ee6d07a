import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { raiseRevision, Transactions } from '#lib/database';
import { LOGGER, type Logger } from '#lib/observability';

const interval = 200;

/**
 * Raises `exam:<id>` a moment after starts, submissions, closings and marks, at most once per interval and process: inside
 * those acts' own transactions the one row would serialise five hundred starts.
 */
@Injectable()
export class ExamRevisions implements OnApplicationShutdown {
  private readonly due = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly transactions: Transactions, @Inject(LOGGER) private readonly logger: Logger) {}

  /** Call it after the commit. */
  touch(examId: string): void {
    this.due.add(examId);
    this.timer ??= setTimeout(() => void this.flush(), interval).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const exams = [...this.due].sort();
    this.due.clear();
    try {
      for (const examId of exams) await this.transactions.run((manager) => raiseRevision(manager, `exam:${examId}`));
    } catch (error) {
      this.logger.warn({ err: error }, 'exam revision not raised');
    }
  }
}
