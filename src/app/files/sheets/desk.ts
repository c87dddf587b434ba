/** The worker's side: reads or writes the one spreadsheet that it is started for. */
import { Account } from '../../../tables/account';
import { layoutOf, rows } from '../../../tables/formats/sheets';
import type { Source } from '../../../tables/layout';
import { exportOf } from '../export';
import { Readings } from '../readings';
import type { PackedJob, Port, Request } from './messages';

function unpacked({ length, readings: packed, ...job }: PackedJob): Parameters<typeof exportOf>[0] {
  const readings = new Readings(length);
  readings.restore(packed);
  return { ...job, readings };
}

export function answerAt(port: Port): void {
  let wanted = 1;
  let more = (): void => undefined;

  async function send(source: Source): Promise<void> {
    const account = new Account();
    const said = () => ({ lines: account.lines, aside: { ...account.aside } });
    for await (const batch of rows(source, account)) {
      while (wanted === 0) await new Promise<void>((resolve) => (more = resolve));
      wanted--;
      port.postMessage({ kind: 'rows', rows: batch, account: said() });
    }
    port.postMessage({ kind: 'end', account: said() });
  }

  port.addEventListener('message', ({ data }: MessageEvent<Request>) => {
    const failed = (error: unknown): void => {
      port.postMessage({ kind: 'problem', message: (error as Error).message });
    };
    if (data.kind === 'rows') send(data.source).catch(failed);
    else if (data.kind === 'layout')
      layoutOf(data.file).then((layout) => {
        port.postMessage({ kind: 'layout', layout });
      }, failed);
    else if (data.kind === 'write')
      exportOf(unpacked(data.job), data.form, data.wanted).then((exported) => {
        port.postMessage({ kind: 'written', exported });
      }, failed);
    else {
      wanted++;
      more();
    }
  });
}
