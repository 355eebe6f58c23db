import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Layout } from '../../../main/frontend/panes/layout.js';
import { disabledStorage, fakeStorage } from '../fake-storage.js';

const DAY = 24 * 60 * 60 * 1000;

let storage: Storage;

beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage);
});

function layoutWith(...tabs: string[]): Layout {
  const layout = new Layout('lab');
  tabs.forEach((tab) => layout.add(tab));
  return layout;
}

/** Layout with the tabs a and b in the first pane and c and d in the second, which is active. */
function twoPanes(): Layout {
  const layout = layoutWith('a', 'b', 'c');
  layout.moveAcross('c');
  layout.add('d');
  return layout;
}

describe('tabs', () => {
  test('the first tab is in front, further ones follow behind it', () => {
    const layout = layoutWith('a', 'b');

    expect(layout.panes).toEqual([['a', 'b'], []]);
    expect(layout.front[0]).toBe('a');
  });

  test('a tab is added once', () => {
    expect(layoutWith('a', 'a').panes).toEqual([['a'], []]);
  });

  test('a new tab is added to the active pane', () => {
    expect(twoPanes().panes).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('selecting a tab activates its pane', () => {
    const layout = twoPanes();

    layout.select('b');

    expect(layout.active).toBe(0);
    expect(layout.front).toEqual(['b', 'c']);
  });

  test('after the removal of the tab in front, the next one is in front, at the end the one before', () => {
    const layout = layoutWith('a', 'b', 'c');
    layout.select('b');

    layout.remove('b');
    expect(layout.front[0]).toBe('c');

    layout.remove('c');
    expect(layout.front[0]).toBe('a');

    layout.remove('a');
    expect(layout.front[0]).toBeUndefined();
  });

  test('the removal of another tab, or of an unknown one, leaves the tab in front', () => {
    const layout = layoutWith('a', 'b');

    layout.remove('b');
    layout.remove('unknown');

    expect(layout.front[0]).toBe('a');
    expect(layout.panes).toEqual([['a'], []]);
  });
});

describe('panes', () => {
  test('moving a tab across opens a second pane, with the tab in front and active', () => {
    const layout = layoutWith('a', 'b');

    layout.moveAcross('a');

    expect(layout.split).toBe('columns');
    expect(layout.panes).toEqual([['b'], ['a']]);
    expect(layout.front).toEqual(['b', 'a']);
    expect(layout.active).toBe(1);
  });

  test('moving the last tab of the second pane back closes that pane', () => {
    const layout = layoutWith('a', 'b');
    layout.moveAcross('b');

    layout.moveAcross('b');

    expect(layout.split).toBe('none');
    expect(layout.panes).toEqual([['a', 'b'], []]);
    expect(layout.front[0]).toBe('b');
  });

  test('moving the last tab of the first pane makes the second pane the only one', () => {
    const layout = layoutWith('a', 'b');
    layout.moveAcross('b');

    layout.moveAcross('a');

    expect(layout.split).toBe('none');
    expect(layout.panes).toEqual([['b', 'a'], []]);
    expect(layout.front[0]).toBe('a');
  });

  test('joining keeps all tabs and the tab in front of the active pane', () => {
    const layout = twoPanes();
    layout.select('d');

    layout.join();

    expect(layout.panes).toEqual([['a', 'b', 'c', 'd'], []]);
    expect(layout.front).toEqual(['d', undefined]);
    expect([layout.active, layout.split]).toEqual([0, 'none']);
  });

  test('after its last tab was removed, the second pane closes', () => {
    const layout = layoutWith('a', 'b');
    layout.moveAcross('b');
    layout.remove('b');

    layout.settle();

    expect([layout.split, layout.active]).toEqual(['none', 0]);
  });

  test('after its last tab was removed, the first pane is replaced by the second', () => {
    const layout = layoutWith('a', 'b');
    layout.moveAcross('b');
    layout.remove('a');

    layout.settle();

    expect(layout.panes).toEqual([['b'], []]);
    expect(layout.front[0]).toBe('b');
    expect(layout.split).toBe('none');
  });

  test('the share of the first pane stays between 15 and 85 percent', () => {
    const layout = layoutWith();

    layout.resize(4);
    expect(layout.share).toBe(15);

    layout.resize(33.333);
    expect(layout.share).toBe(33.3);

    layout.resize(99);
    expect(layout.share).toBe(85);
  });
});

describe('arrow keys', () => {
  test('left and right go round in the active pane', () => {
    const layout = twoPanes();

    expect(layout.tabAfterKey('ArrowRight', false)).toBe('d');
    expect(layout.tabAfterKey('ArrowLeft', false)).toBe('d');

    layout.select('b');
    expect(layout.tabAfterKey('ArrowRight', false)).toBe('a');
    expect(layout.tabAfterKey('ArrowLeft', false)).toBe('a');
  });

  test('up and down go to the tab in front of the other pane', () => {
    const layout = twoPanes();

    expect(layout.tabAfterKey('ArrowUp', false)).toBe('a');

    layout.select('b');
    expect(layout.tabAfterKey('ArrowDown', false)).toBe('c');
  });

  test('on a narrow page left and right go through the tabs of both panes', () => {
    const layout = twoPanes();
    layout.select('b');

    expect(layout.tabAfterKey('ArrowRight', true)).toBe('c');
  });

  test('with one pane, up and down stay at the tab in front', () => {
    const layout = layoutWith('a', 'b');
    layout.select('b');

    expect(layout.tabAfterKey('ArrowUp', false)).toBe('b');
  });

  test('without tabs no key selects one', () => {
    expect(layoutWith().tabAfterKey('ArrowRight', false)).toBeUndefined();
  });
});

describe('after a reload', () => {
  test('nothing is known of a page that was never saved', () => {
    twoPanes();

    expect(new Layout('lab').remembered()).toBeUndefined();
  });

  test('the tabs return to their panes and positions, in whatever order they open', () => {
    const before = twoPanes();
    before.select('b');
    before.resize(30);
    before.save();

    const layout = new Layout('lab');
    expect(layout.remembered()).toEqual(['a', 'b', 'c', 'd']);
    ['d', 'b', 'c', 'a'].forEach((tab) => layout.add(tab));

    expect(layout.panes).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(layout.front).toEqual(['b', 'c']);
    expect([layout.split, layout.share, layout.active]).toEqual(['columns', 30, 0]);
  });

  test('a tab that is new comes after the known ones', () => {
    layoutWith('a', 'b').save();

    expect(layoutWith('a', 'b', 'new').panes[0]).toEqual(['a', 'b', 'new']);
  });

  test('another lab has its own arrangement', () => {
    twoPanes().save();

    expect(new Layout('other').remembered()).toBeUndefined();
  });

  test('after the next save the earlier arrangement no longer counts', () => {
    layoutWith('a', 'b').save();
    const layout = layoutWith('b');
    layout.save();

    layout.add('a');

    expect(layout.panes[0]).toEqual(['b', 'a']);
  });
});

describe('storage', () => {
  test.each(['not JSON', 'null', '{}', '{"panes":["a",[]]}'])('stored %j is ignored', (stored) => {
    storage.setItem('slipway.panes.lab', stored);

    expect(new Layout('lab').remembered()).toBeUndefined();
  });

  test('arrangements are forgotten after 30 days, other entries stay', () => {
    const entry = (at: number) => JSON.stringify({ split: 'none', share: 50, panes: [['a'], []], front: ['a'], active: 0, at });
    storage.setItem('slipway.panes.old', entry(Date.now() - 31 * DAY));
    storage.setItem('slipway.panes.young', entry(Date.now() - 29 * DAY));
    storage.setItem('slipway.split.lab', '40');

    new Layout('lab');

    expect(Object.keys(storage)).toEqual(['slipway.panes.young', 'slipway.split.lab']);
  });

  test('without storage the arrangement lasts until the page is closed', () => {
    vi.stubGlobal('localStorage', disabledStorage());
    const layout = layoutWith('a', 'b');

    layout.moveAcross('b');
    layout.save();

    expect(layout.panes).toEqual([['a'], ['b']]);
  });
});
