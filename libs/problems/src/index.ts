export { type Fault, invalidInput, problemOf, toProblem } from './to-problem.js';
