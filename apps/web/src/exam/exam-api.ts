import type {
  AttemptLiveView, AttemptResultView, AttemptView, CandidateNote, MyExamItem, ReferenceHit, ReferenceView, ReportIncidents, SaveAnswer, SaveItem, SubmissionView, WriteCandidateNote,
} from '#lib/contracts';
import { api } from '../api/client.js';

/** What the candidate's pages ask of the server. */
export const examApi = {
  myExams: () => api.get<MyExamItem[]>('/my/exams', undefined, { timeoutMs: 8_000 }),
  start: (examId: string, accessCode?: string) => api.post<AttemptView>(`/my/exams/${examId}/start`, accessCode ? { accessCode } : {}),
  attempt: (attemptId: string) => api.get<AttemptView>(`/attempts/${attemptId}`),
  save: (attemptId: string, items: SaveItem[], keepalive = false) => api.post<SaveAnswer>(`/attempts/${attemptId}/saves`, { items }, { timeoutMs: 6_000, keepalive }),
  submit: (attemptId: string) => api.post<SubmissionView>(`/attempts/${attemptId}/submit`, undefined, { timeoutMs: 10_000 }),
  takeover: (attemptId: string) => api.post<AttemptView>(`/attempts/${attemptId}/takeover`, {}),
  reference: (attemptId: string, referenceId: string) => api.get<ReferenceView>(`/attempts/${attemptId}/references/${referenceId}`),
  searchReferences: (attemptId: string, q: string) => api.get<ReferenceHit[]>(`/attempts/${attemptId}/references/search`, { q }),
  live: (attemptId: string) => api.get<AttemptLiveView>(`/attempts/${attemptId}/live`, undefined, { timeoutMs: 8_000 }),
  acknowledge: (attemptId: string, actIds: string[]) => api.post<unknown>(`/attempts/${attemptId}/acks`, { actIds }),
  report: (attemptId: string, report: ReportIncidents) => api.post<void>(`/attempts/${attemptId}/incidents`, report, { timeoutMs: 8_000, keepalive: true }),
  enterStep: (attemptId: string, step: number) => api.post<AttemptView>(`/attempts/${attemptId}/steps`, { step }, { timeoutMs: 8_000 }),
  notes: (attemptId: string) => api.get<CandidateNote[]>(`/attempts/${attemptId}/notes`),
  writeNote: (attemptId: string, articleId: string, note: WriteCandidateNote) => api.put<CandidateNote>(`/attempts/${attemptId}/notes/${articleId}`, note),
  open: (attemptId: string, articleIds: string[]) => api.post<void>(`/attempts/${attemptId}/openings`, { articleIds }),
  result: (attemptId: string) => api.get<AttemptResultView>(`/attempts/${attemptId}/result`),
};

export type ExamApi = typeof examApi;
