import type { AttemptResultView, AttemptView, MyExamItem, ReferenceHit, ReferenceView, SaveAnswer, SaveItem, SubmissionView } from '#lib/contracts';
import { api } from '../api/client.js';

/** What the candidate's pages ask of the server. */
export const examApi = {
  myExams: () => api.get<MyExamItem[]>('/my/exams', undefined, { timeoutMs: 8_000 }),
  start: (examId: string) => api.post<AttemptView>(`/my/exams/${examId}/start`),
  attempt: (attemptId: string) => api.get<AttemptView>(`/attempts/${attemptId}`),
  save: (attemptId: string, items: SaveItem[], keepalive = false) => api.post<SaveAnswer>(`/attempts/${attemptId}/saves`, { items }, { timeoutMs: 6_000, keepalive }),
  submit: (attemptId: string) => api.post<SubmissionView>(`/attempts/${attemptId}/submit`, undefined, { timeoutMs: 10_000 }),
  takeover: (attemptId: string) => api.post<AttemptView>(`/attempts/${attemptId}/takeover`, {}),
  reference: (attemptId: string, referenceId: string) => api.get<ReferenceView>(`/attempts/${attemptId}/references/${referenceId}`),
  searchReferences: (attemptId: string, q: string) => api.get<ReferenceHit[]>(`/attempts/${attemptId}/references/search`, { q }),
  result: (attemptId: string) => api.get<AttemptResultView>(`/attempts/${attemptId}/result`),
};

export type ExamApi = typeof examApi;
