import type { ClientIncidentKind, ReportIncidents } from '#lib/contracts';

type Item = ReportIncidents['items'][number];

interface ReporterServices {
  send: (report: ReportIncidents) => Promise<unknown>;
  newId: () => string;
  now: () => number;
  later: (act: () => void, ms: number) => void;
}

const batchSize = 20;
const together = 800;
const again = 6_000;
/** More than these are not kept: answering must never suffer from reporting. */
const most = 200;

/** Reports what a closed-book exam notes, a few at a time and until it has arrived. Never waited for. */
export class IncidentReporter {
  private waiting: Item[] = [];
  private sending = false;
  private readonly since = new Map<ClientIncidentKind, number>();
  /** Since this page was opened, for the candidate to see. */
  noted = 0;

  constructor(private readonly services: ReporterServices) {}

  note(kind: ClientIncidentKind, seconds?: number): void {
    this.noted += 1;
    if (this.waiting.length >= most) return;
    this.waiting.push({ id: this.services.newId(), kind, at: new Date(this.services.now()).toISOString(), ...(seconds === undefined ? {} : { seconds }) });
    this.services.later(() => void this.flush(), together);
  }

  /** Something that lasts has begun. */
  begin(kind: 'focus_lost' | 'fullscreen_left'): void {
    if (this.since.has(kind)) return;
    this.since.set(kind, this.services.now());
    this.note(kind);
  }

  /** It is over, and how long it took. */
  end(kind: 'focus_lost' | 'fullscreen_left'): void {
    const began = this.since.get(kind);
    if (began === undefined) return;
    this.since.delete(kind);
    this.note(kind === 'focus_lost' ? 'focus_returned' : 'fullscreen_returned', Math.round((this.services.now() - began) / 1000));
  }

  async flush(): Promise<void> {
    if (this.sending || this.waiting.length === 0) return;
    this.sending = true;
    const batch = this.waiting.slice(0, batchSize);
    try {
      await this.services.send({ items: batch });
      this.waiting = this.waiting.filter((item) => !batch.includes(item));
    } catch {
      // The ids make a second report of the same harmless.
      this.services.later(() => void this.flush(), again);
    } finally {
      this.sending = false;
    }
    if (this.waiting.length > 0) this.services.later(() => void this.flush(), together);
  }
}
