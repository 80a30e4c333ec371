import { useCallback, useEffect, useReducer, useState } from 'react';
import type { DraftPath, Json } from '../../lib/domain/policy/writing/draft.ts';
import { writeAt } from '../../lib/domain/policy/writing/draft.ts';
import { policyDraft } from '../../lib/settings/items.ts';

interface Written {
  draft: Json | undefined;
  past: Json[];
  future: Json[];
  /** Path of the last change: typing on in one field is one step back. */
  at?: string;
}

type Change =
  | { kind: 'write'; path: DraftPath; value: Json | undefined }
  | { kind: 'replace'; draft: Json | undefined }
  | { kind: 'undo' }
  | { kind: 'redo' };

/** So many steps can be taken back; a policy has a few hundred fields. */
const MOST_STEPS = 200;

function changed(state: Written, change: Change): Written {
  const { draft, past, future } = state;
  const kept = draft === undefined ? past : [...past, draft].slice(-MOST_STEPS);
  switch (change.kind) {
    case 'write': {
      const at = change.path.join('.');
      const next = writeAt(draft, change.path, change.value) ?? {};
      return { draft: next, past: at === state.at ? past : kept, future: [], at };
    }
    case 'replace':
      return { draft: change.draft, past: kept, future: [] };
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return state;
      return { draft: before, past: past.slice(0, -1), future: draft === undefined ? [] : [draft, ...future] };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (after === undefined) return state;
      return { draft: after, past: kept, future: rest };
    }
  }
}

/** The policy that is being written: kept in this browser with every change, and every step can be taken back. */
export function usePolicyDraft() {
  const [state, tell] = useReducer(changed, { draft: undefined, past: [], future: [] });
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void policyDraft.getValue().then((kept) => {
      if (kept !== null) tell({ kind: 'replace', draft: kept });
      setReady(true);
    });
  }, []);
  const { draft } = state;
  useEffect(() => {
    if (ready) void policyDraft.setValue(draft ?? null);
  }, [draft, ready]);
  const write = useCallback((path: DraftPath, value: Json | undefined) => tell({ kind: 'write', path, value }), []);
  const replace = useCallback((next: Json | undefined) => tell({ kind: 'replace', draft: next }), []);
  return {
    ...{ ready, draft, write, replace },
    undo: state.past.length > 0 ? () => tell({ kind: 'undo' }) : undefined,
    redo: state.future.length > 0 ? () => tell({ kind: 'redo' }) : undefined,
  };
}
