/** The command's own process: its streams, its signals, its status. */
import { main } from './main';
import { fileProblem, Problem, STATUS } from './problem';
import { keepNumbersAsWritten } from './raw-json';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort(new Problem('Stopped.', STATUS[signal]));
  });
}
const { stdin, stdout, stderr } = process;
stderr.on('error', () => undefined); // there is no one left to tell
stdout.on('error', (error) => {
  const { message, status } = fileProblem(error, 'the standard output');
  stderr.write(`emotion-tag: ${message}\n`);
  process.exit(status); // whatever is still being read, no one receives it
});
await keepNumbersAsWritten();
process.exitCode = await main(process.argv.slice(2), { stdin, stdout, stderr, signal: stop.signal });
if (stop.signal.aborted || process.exitCode === STATUS.closed) process.exit(); // an open standard input would keep it
