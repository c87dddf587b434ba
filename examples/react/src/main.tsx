import 'emotion-tag/define';
import type {} from 'emotion-tag/jsx';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Mood() {
  const [text, setText] = useState('');
  const [isStrict, setStrict] = useState(false);
  const [label, setLabel] = useState<string | null>(null);
  return (
    <>
      <label>
        Text <textarea value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <label>
        <input type="checkbox" checked={isStrict} onChange={({ target }) => setStrict(target.checked)} /> Only clear emotions
      </label>
      {text.split('\n').map((line, index) => (
        <emotion-tag
          key={index}
          text={line}
          view="bars"
          threshold={isStrict ? 0.8 : null}
          onemotion-change={(event) => setLabel(event.label)}
        />
      ))}
      <output>{label}</output>
    </>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Mood />);
