type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What is kept until the tab is closed, and for good. A frame on another site may be allowed neither: then until a reload. */
export const tabStorage = storage('sessionStorage');
export const siteStorage = storage('localStorage');

function storage(kind: 'sessionStorage' | 'localStorage'): Kept {
  try {
    return window[kind];
  } catch {
    const memory = new Map<string, string>();
    return {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    };
  }
}
