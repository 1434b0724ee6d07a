export { Decimal, type DecimalInput, type Rounding, type RoundingMode } from './decimal.js';
export { DomainError, type DomainErrorKind, type DomainErrorOptions, type FieldError } from './domain-error.js';
export { type Clock, systemClock } from './clock.js';
export { newId } from './ids.js';
export { SeededRandom } from './seeded-random.js';
export { sha256Bytes, sha256Hex } from './sha256.js';
