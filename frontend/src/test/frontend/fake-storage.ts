/** Storage of a browser. Its entries are its own enumerable properties, as in a browser. */
export function fakeStorage(entries: Record<string, string> = {}): Storage {
  const methods = {
    getItem: (key: string) => (Object.hasOwn(storage, key) ? (storage as Record<string, string>)[key] : null),
    setItem: (key: string, value: string) => Object.assign(storage, { [key]: value }),
    removeItem: (key: string) => Reflect.deleteProperty(storage, key),
  };
  const storage: object = Object.assign(Object.create(methods), entries);
  return storage as Storage;
}

/** Storage that the user has disabled. */
export function disabledStorage(): Storage {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  return new Proxy({} as Storage, { get: refuse, ownKeys: refuse });
}
