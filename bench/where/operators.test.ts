import { expect, test } from 'vitest';
import { operatorsIn } from './operators';

const node = (op_name: string, dur: number, cat = 'Node') => ({ cat, dur, name: `${op_name}_kernel_time`, args: { op_name } });

test('the nodes of an operator are one sum, without the first run and what is no node', () => {
  const once = [node('MatMul', 5), node('Add', 1), node('MatMul', 7)];
  const first = once.map((event) => ({ ...event, dur: 1000 }));
  const other = [
    { cat: 'Session', dur: 9, name: 'model_run', args: {} },
    { ...node('Add', 9), name: 'Add_fence_before' },
  ];
  expect(operatorsIn(JSON.stringify([...other, ...first, ...once, ...once]), 3)).toEqual([
    ['MatMul', 24],
    ['Add', 2],
  ]);
});
