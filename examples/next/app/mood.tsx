'use client';
import 'emotion-tag/define';
import type {} from 'emotion-tag/jsx';
import { useState } from 'react';

export default function Mood() {
  const [label, setLabel] = useState<string | null>(null);
  return (
    <>
      <emotion-tag view="bars" text="I am so happy that you came!" onemotion-change={(event) => setLabel(event.label)} />
      <output>{label}</output>
    </>
  );
}
