import 'emotion-tag/define';
import type {} from 'emotion-tag/jsx';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Mood() {
  const [text, setText] = useState('');
  const [label, setLabel] = useState<string | null>(null);
  return (
    <>
      <label>
        Text <input value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <emotion-tag text={text} view="bars" threshold={0.4} onemotion-change={(event) => setLabel(event.label)} />
      <output>{label}</output>
    </>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Mood />);
