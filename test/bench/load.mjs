/** The load generator: a process of its own that does what it is told by messages and answers with figures. */
import { tasks } from './load-tasks.mjs';

process.on('message', ({ id, task, options }) => {
  tasks[task](options).then(
    (result) => process.send({ id, result }),
    (error) => process.send({ id, error: error.stack }),
  );
});
process.on('disconnect', () => process.exit(0));
