export { type DemoAccount, demoPassword } from './demo-people.js';
export { loadDemo } from './load-demo.js';
