export { FileField } from './file-field.js';
export { MatchingField, OrderingField } from './order-fields.js';
export { EssayField } from './essay-field.js';
