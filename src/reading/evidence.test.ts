import { expect, test } from 'vitest';
import { hasEvidence } from './evidence';
import { legible } from './prepare';

const evident = (text: string): boolean => hasEvidence(legible(text));

test.each(['🇩🇪', '🇩🇪🇫🇷', '1️⃣2️⃣', '┌──┐', '♟♞', '\u2800\u2800', 'a'.repeat(3_000), '12:30', '?!', '→ ↑', '📎', '(c)'])(
  '%j is nothing to go on',
  (text) => {
    expect(evident(text)).toBe(false);
  },
);

test.each(['😀', '❤️', '👍', '🎉', ':(', '<3', ':D', 'xD', ':sob:', 'ok', 'No!', "I'm", '𝐬𝐚𝐝', 'wow 🇩🇪', '🌹'])(
  '%j is something',
  (text) => {
    expect(evident(text)).toBe(true);
  },
);
