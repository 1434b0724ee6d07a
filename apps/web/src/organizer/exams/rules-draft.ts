import dayjs, { type Dayjs } from 'dayjs';
import type { AttemptPolicy, ExamNavigation, ExamView, ReleasePolicy, ReviewMoment, ReviewPolicy, Title, WriteExamRules } from '#lib/contracts';

export interface RulesDraft {
  earliestMinutes: number;
  graceSeconds: number;
  attemptsAllowed: number;
  attemptPolicy: AttemptPolicy;
  navigation: ExamNavigation;
  passMark: string;
  release: ReleasePolicy;
  releaseAt: Dayjs | null;
  review: ReviewPolicy;
  instructions: Title;
  ranges: string;
  accessCode: string;
  /** The code there is would be taken away. */
  clearCode: boolean;
}

export const reviewParts = ['marks', 'responses', 'keys', 'explanations'] as const;

export function newRules(): RulesDraft {
  return {
    earliestMinutes: 0, graceSeconds: 0, attemptsAllowed: 1, attemptPolicy: 'best', navigation: 'free', passMark: '', release: 'manual', releaseAt: null,
    review: { marks: { when: 'after_release' }, responses: { when: 'never' }, keys: { when: 'never' }, explanations: { when: 'never' } },
    instructions: { zh: '' }, ranges: '', accessCode: '', clearCode: false,
  };
}

/** The rules an exam has, to be changed. */
export function rulesOf({ rules, graceSeconds, passMark }: ExamView): RulesDraft {
  return {
    earliestMinutes: Math.round(rules.earliestSubmitSeconds / 60), graceSeconds, attemptsAllowed: rules.attemptsAllowed, attemptPolicy: rules.attemptPolicy, navigation: rules.navigation,
    passMark: passMark ?? '', release: rules.release, releaseAt: rules.releaseAt ? dayjs(rules.releaseAt) : null, review: rules.review, instructions: rules.instructions ?? { zh: '' },
    ranges: rules.addressRanges.join('\n'), accessCode: '', clearCode: false,
  };
}

/** The rules as the server takes them; what is not typed of a code leaves it as it is. */
export function toRules(draft: RulesDraft): WriteExamRules & { graceSeconds: number; passMark: string | null } {
  const { accessCode, clearCode, instructions } = draft;
  return {
    earliestSubmitSeconds: draft.earliestMinutes * 60, graceSeconds: draft.graceSeconds, attemptsAllowed: draft.attemptsAllowed, attemptPolicy: draft.attemptPolicy, navigation: draft.navigation,
    passMark: draft.passMark.trim() || null, release: draft.release, releaseAt: draft.release === 'at_time' ? (draft.releaseAt?.toISOString() ?? null) : null,
    review: draft.review, instructions: instructions.zh.trim() ? instructions : null, addressRanges: toRanges(draft.ranges),
    ...(clearCode ? { accessCode: null } : accessCode.trim() ? { accessCode: accessCode.trim() } : {}),
  };
}

/** One range a line; blank lines are none. */
export function toRanges(text: string): string[] {
  return text.split(/[\s,;，；]+/).filter(Boolean);
}

/** Only what differs: a change names what it changes. */
export function changed<T extends object>(after: T, before: T): Partial<T> {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof T]))) as Partial<T>;
}

export function withMoment(review: ReviewPolicy, part: (typeof reviewParts)[number], moment: ReviewMoment): ReviewPolicy {
  return { ...review, [part]: moment };
}
