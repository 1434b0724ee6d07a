import type { QuestionKind } from '#lib/contracts';

export const questionKinds: QuestionKind[] = ['single', 'multiple', 'true_false'];
