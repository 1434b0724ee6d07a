export { MarkAttempt } from './mark-attempt.handler.js';
export { MarkingModule, MarkingWorkerModule } from './marking.module.js';
export { MarkingSweeper } from './marking-sweeper.js';
export { PersonMarks } from './person-marks.service.js';
export { QuestionMarkers } from './question-markers.js';
