import 'i18next';
import type bank from './zh-CN/bank.json';
import type bankImport from './zh-CN/bank-import.json';
import type board from './zh-CN/board.json';
import type common from './zh-CN/common.json';
import type desk from './zh-CN/desk.json';
import type entry from './zh-CN/entry.json';
import type exam from './zh-CN/exam.json';
import type examSetup from './zh-CN/exam-setup.json';
import type judge from './zh-CN/judge.json';
import type marks from './zh-CN/marks.json';
import type organizer from './zh-CN/organizer.json';
import type papers from './zh-CN/papers.json';
import type question from './zh-CN/question.json';
import type results from './zh-CN/results.json';
import type shell from './zh-CN/shell.json';
import type wall from './zh-CN/wall.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      bank: typeof bank;
      'bank-import': typeof bankImport;
      board: typeof board;
      common: typeof common;
      desk: typeof desk;
      entry: typeof entry;
      exam: typeof exam;
      'exam-setup': typeof examSetup;
      judge: typeof judge;
      marks: typeof marks;
      organizer: typeof organizer;
      papers: typeof papers;
      question: typeof question;
      results: typeof results;
      shell: typeof shell;
      wall: typeof wall;
    };
  }
}
