import { expect, test } from 'vitest';
import player from '../../main/java/dev/slipway/ui/recording/Player.java?raw';
import terminal from '../../main/java/dev/slipway/ui/component/terminal/Terminal.java?raw';
import { devDependencies } from './package.json';

test('types are checked with the versions that the application uses', () => {
  const used = [...(terminal + player).matchAll(/@NpmPackage\(value = "(.*?)", version = "(.*?)"\)/g)];

  expect(used).not.toHaveLength(0);
  expect(devDependencies).toMatchObject(Object.fromEntries(used.map(([, name, version]) => [name, version])));
});
