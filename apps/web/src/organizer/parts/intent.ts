import { useState } from 'react';
import { newId } from '#lib/kernel';

interface Intent {
  keyFor: (body: unknown) => string;
  done: () => void;
}

/** One key per intended creation: the same content pressed twice creates once; other content is another intention. */
export function useIntent(): Intent {
  const [intent] = useState(newIntent);
  return intent;
}

function newIntent(): Intent {
  let last: { content: string; key: string } | null = null;
  return {
    keyFor: (body) => {
      const content = JSON.stringify(body);
      if (last?.content !== content) last = { content, key: newId() };
      return last.key;
    },
    done: () => { last = null; },
  };
}
