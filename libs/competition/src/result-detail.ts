import type { DecimalString, Id, Instant, Title } from '#lib/contracts';

/** What a judged result keeps of its panel: enough to compute it again and to show it. */
export interface JudgedDetail {
  judges: {
    seat: number;
    total: DecimalString;
    dropped: 'high' | 'low' | null;
    criteria: { criterionId: Id; title: Title; mark: DecimalString; max: DecimalString }[];
  }[];
  dropHigh: number;
  dropLow: number;
  confirmedAt: Instant;
}

/** What an exam's result keeps: the marks it was made from, as `mark / marks × 100`. */
export interface ExamDetail {
  attemptId: Id;
  mark: DecimalString;
  marks: DecimalString;
  submittedAt: Instant;
}
