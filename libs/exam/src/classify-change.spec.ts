import { describe, expect, it } from '@jest/globals';
import type { ExamChangeField } from '#lib/contracts';
import { type ChangeFacts, classifyChange, type ExamProgress } from './classify-change.js';

const facts: ChangeFacts = { referencesLost: 0, timesMoved: false };
const at = (phase: ExamProgress['phase'], attemptsUsed = 1): ExamProgress => ({ phase, attemptsUsed });

describe('classifyChange', () => {
  it.each<[ExamChangeField, ExamProgress['phase'], string, Partial<ChangeFacts>?]>([
    ['paperId', 'draft', 'free'], ['paperId', 'drawn', 'refused papers_drawn'], ['mode', 'drawn', 'safe'], ['mode', 'started', 'refused people_started'],
    ['durationSeconds', 'draft', 'free'], ['durationSeconds', 'drawn', 'safe'], ['durationSeconds', 'started', 'guarded'], ['graceSeconds', 'started', 'guarded'], ['earliestSubmitSeconds', 'started', 'guarded'],
    ['sittings', 'drawn', 'safe'], ['sittings', 'drawn', 'guarded', { timesMoved: true }], ['sittings', 'started', 'guarded', { timesMoved: true }],
    ['referenceIds', 'started', 'safe'], ['referenceIds', 'started', 'refused people_started', { referencesLost: 1 }], ['referenceIds', 'drawn', 'safe', { referencesLost: 1 }],
    ['passMark', 'started', 'guarded'], ['passMark', 'released', 'refused marks_released'], ['attemptPolicy', 'released', 'refused marks_released'],
    ['release', 'started', 'safe'], ['release', 'released', 'refused marks_released'], ['review', 'released', 'safe'], ['title', 'released', 'safe'], ['addressRanges', 'started', 'safe'],
    ['navigation', 'started', 'refused people_started'], ['sectionSeconds', 'drawn', 'safe'],
    ['attemptsAllowed', 'started', 'safe', { attemptsAllowed: 1 }], ['attemptsAllowed', 'started', 'refused too_many_used', { attemptsAllowed: 0 }],
    ['title', 'cancelled', 'refused cancelled'],
  ])('%s when %s: %s', (field, phase, expected, change = {}) => {
    const { verdict, why } = classifyChange(field, at(phase), { ...facts, ...change });
    expect([verdict, why].filter(Boolean).join(' ')).toBe(expected);
  });
});
