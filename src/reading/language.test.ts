import { expect, test } from 'vitest';
import { isForeignScript } from './language';

test.each(['я рад', '我很生气', 'どうして', 'سعيد', '怒', 'मैं', 'Ω!'])('%j is not in Latin letters', (text) => {
  expect(isForeignScript(text)).toBe(true);
});

test.each(['ಠ_ಠ', '(´Д`)', 'ʕ•ᴥ•ʔ', 'glad (´・ω・`)', 'hello я', '12:30', '', 'sehr schön'])(
  '%j is, or is nobody’s words',
  (text) => {
    expect(isForeignScript(text)).toBe(false);
  },
);
