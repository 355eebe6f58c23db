import { expect, test, vi } from 'vitest';
import { openChecked, openLink } from '../../../main/frontend/terminal/links.js';

test('an address of the web opens in a new tab that cannot reach this page', () => {
  const open = vi.fn();
  vi.stubGlobal('window', { open });

  openLink('https://docs.example/a?b=c');

  expect(open).toHaveBeenCalledExactlyOnceWith('https://docs.example/a?b=c', '_blank', 'noopener,noreferrer');
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'ssh://host', 'no address', ''])(
  '%j does not open, and no question is asked about it',
  async (uri) => {
    const open = vi.fn();
    vi.stubGlobal('window', { open });
    const parent = { append: vi.fn() };

    openLink(uri);
    await openChecked(parent as unknown as HTMLElement, uri);

    expect(open).not.toHaveBeenCalled();
    expect(parent.append).not.toHaveBeenCalled();
  },
);
